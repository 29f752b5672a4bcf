import json
from pathlib import Path

import pytest
from PIL import Image

from tests.cli.conftest import Run, contents
from tests.tools.composers import add_composer


@pytest.fixture(autouse=True)
def composer(tiny_checkpoints: Path) -> None:
    add_composer(tiny_checkpoints)


@pytest.fixture
def room(tmp_path: Path) -> Path:
    Image.new("RGB", (160, 120), (120, 110, 100)).save(tmp_path / "room.jpg")
    return tmp_path / "room.jpg"


def test_garments_are_put_into_a_photo_and_made_again_from_one_of_them(run: Run, room: Path, tmp_path: Path) -> None:
    out, again = tmp_path / "out", tmp_path / "again"
    where = ("--compose", room, "--region", "40,30,60,70")
    result = run(*where, "--category", "dress", "--color", "navy", "--count", 2, "--seed", 3, "--out", out)
    assert result.exit_code == 0, result.stderr
    rows = [json.loads(line) for line in (out / "designs.jsonl").read_text().splitlines()]
    assert [(row["tool"], row["place"]) for row in rows] == [
        ("compose", "40,30,60,70 seed 3"),
        ("compose", "40,30,60,70 seed 4"),
    ]
    with Image.open(out / "000.png") as picture:
        assert picture.size == (160, 120)
    assert run("--like", out / "001.png", "--out", again).exit_code == 0
    assert contents(again)["000.png"] == contents(out)["001.png"]


@pytest.mark.parametrize(
    ("region", "answer"),
    [
        ("40,30,0,70", "covers nothing"),
        ("0,0,160,120", "covers everything"),
        ("40,30,300,70", "beyond the photo"),
        ("40,30,8,70", "too small"),
        ("here", "not a region"),
    ],
)
def test_a_region_that_cannot_be_is_one_line(run: Run, room: Path, tmp_path: Path, region: str, answer: str) -> None:
    result = run("--compose", room, "--region", region, "--out", tmp_path / "out")
    assert result.exit_code == 2
    assert len(result.stderr.splitlines()) == 1
    assert answer in result.stderr
    assert not (tmp_path / "out").exists()


def test_photo_and_region_need_each_other(run: Run, room: Path, tmp_path: Path) -> None:
    assert "add --compose" in run("--region", "1,2,30,40", "--out", tmp_path / "out").stderr
    assert "say where with --region" in run("--compose", room, "--out", tmp_path / "out").stderr
    (tmp_path / "no.jpg").write_text("no picture")
    result = run("--compose", tmp_path / "no.jpg", "--region", "1,2,30,40", "--out", tmp_path / "out")
    assert "cannot be read as a picture" in result.stderr
