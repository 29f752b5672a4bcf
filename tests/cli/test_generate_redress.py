import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tests.cli.conftest import Run, contents
from tests.tools.redressers import add_redresser, colored, person_map


@pytest.fixture(autouse=True)
def redresser(tiny_checkpoints: Path) -> None:
    add_redresser(tiny_checkpoints)


@pytest.fixture
def person(tmp_path: Path) -> Path:
    page = Image.new("RGB", (300, 420), "white")
    picture = Image.fromarray(colored(person_map())).convert("RGB")
    page.paste(picture.resize((240, 384), Image.Resampling.NEAREST), (30, 20))
    page.save(tmp_path / "person.png")
    return tmp_path / "person.png"


def test_a_person_is_redressed_and_made_again_from_the_picture(run: Run, person: Path, tmp_path: Path) -> None:
    out, again = tmp_path / "out", tmp_path / "again"
    result = run("--redress", person, "--category", "skirt", "--color", "teal", "--count", 2, "--out", out)
    assert result.exit_code == 0, result.stderr
    rows = [json.loads(line) for line in (out / "designs.jsonl").read_text().splitlines()]
    assert [row["tool"] for row in rows] == ["redress", "redress"]
    with Image.open(out / "000.png") as made, Image.open(person) as before:
        assert made.size == before.size
        assert (np.asarray(made)[:60, :, :3] == np.asarray(before)[:60]).all()
    assert run("--like", out / "001.png", "--out", again).exit_code == 0
    assert contents(again)["000.png"] == contents(out)["001.png"]


def test_the_cloth_can_be_that_of_a_picture(run: Run, person: Path, tmp_path: Path) -> None:
    Image.new("RGB", (80, 80), (20, 120, 40)).save(tmp_path / "green.png")
    options = ("--redress", person, "--category", "skirt", "--style", tmp_path / "green.png")
    assert run(*options, "--out", tmp_path / "out").exit_code == 0


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ((), "give a category"),
        (("--category", "skirt", "--creativity", "0.5"), "--creativity cannot be given beside it"),
        (("--category", "gown"), '"gown" is not a category'),
    ],
)
def test_what_cannot_be_asked_is_one_line(
    run: Run, person: Path, tmp_path: Path, options: tuple[str, ...], message: str
) -> None:
    result = run("--redress", person, *options, "--out", tmp_path / "out")
    assert result.exit_code == 2
    assert message in result.stderr
    assert not (tmp_path / "out").exists()


def test_a_photo_of_nobody_is_one_line_and_leaves_no_folder(run: Run, tmp_path: Path) -> None:
    Image.new("RGB", (90, 200), "white").save(tmp_path / "wall.png")
    result = run("--redress", tmp_path / "wall.png", "--category", "skirt", "--out", tmp_path / "out")
    assert result.exit_code == 2
    assert "wall.png shows no person" in result.stderr
    assert not (tmp_path / "out").exists()
    assert "none.png" in run("--redress", "none.png", "--category", "skirt", "--out", tmp_path / "out").stderr
