import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw

from tests.cli.conftest import Run, contents
from tests.tools.translators import add_translators


@pytest.fixture(autouse=True)
def translators(tiny_checkpoints: Path) -> None:
    add_translators(tiny_checkpoints)


@pytest.fixture
def drawing(tmp_path: Path) -> Path:
    page = Image.new("RGB", (300, 400), "white")
    ImageDraw.Draw(page).polygon([(60, 60), (240, 60), (210, 340), (90, 340)], outline="black", width=4)
    page.save(tmp_path / "skirt.png")
    return tmp_path / "skirt.png"


@pytest.fixture
def box(tmp_path: Path) -> Path:
    rgba = np.zeros((64, 48, 4), np.uint8)
    rgba[8:56, 8:40] = (200, 30, 30, 255)
    Image.fromarray(rgba).save(tmp_path / "box.png")
    return tmp_path / "box.png"


def size_of(path: Path) -> tuple[int, int]:
    with Image.open(path) as picture:
        return picture.size


def test_a_drawing_becomes_garments_that_are_made_again_from_one_of_them(
    run: Run, drawing: Path, tmp_path: Path
) -> None:
    out, again = tmp_path / "out", tmp_path / "again"
    result = run("--sketch", drawing, "--category", "skirt", "--color", "navy", "--count", 2, "--out", out)
    assert result.exit_code == 0, result.stderr
    rows = [json.loads(line) for line in (out / "designs.jsonl").read_text().splitlines()]
    assert [(row["tool"], row["seed"]) for row in rows] == [("sketch", 0), ("sketch", 1)]
    assert run("--like", out / "001.png", "--out", again).exit_code == 0
    assert contents(again)["000.png"] == contents(out)["001.png"]


def test_a_picture_is_restyled_and_enlarged_at_once(run: Run, box: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    result = run("--restyle", "dark", box, "--upscale", 4, "--realism", 0, "--out", out)
    assert result.exit_code == 0, result.stderr
    assert size_of(out / "000.png") == (192, 256)


def test_requests_can_be_enlarged(run: Run, tmp_path: Path) -> None:
    assert run("--category", "dress", "--count", 2, "--upscale", 4, "--out", tmp_path / "out").exit_code == 0
    assert size_of(tmp_path / "out" / "001.png") == (128, 128)


def test_any_picture_can_be_enlarged(run: Run, box: Path, tmp_path: Path) -> None:
    assert run("--picture", box, "--upscale", 4, "--out", tmp_path / "out").exit_code == 0
    assert size_of(tmp_path / "out" / "000.png") == (192, 256)


def test_a_folder_is_not_gone_on_with_at_another_size(run: Run, box: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert run("--restyle", "dark", box, "--out", out).exit_code == 0
    result = run("--restyle", "dark", box, "--upscale", 4, "--out", out, "--resume")
    assert result.exit_code == 2
    assert "holds another order" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "answer"),
    [
        (("--restyle", "tweed", "BOX"), "Known: dark"),
        (("--restyle", "dark", "none.png"), "none.png"),
        (("--restyle", "dark", "BOX", "--category", "dress"), "cannot be given beside it"),
        (("--sketch", "BOX", "--vary", "0.5"), "cannot be given beside it"),
        (("--sketch", "BLANK"), "only plain paper"),
        (("--sketch", "TEXT"), "cannot be read as a picture"),
        (("--restyle", "dark", "TEXT"), "cannot be read as a picture"),
        (("--restyle", "dark", "DOT"), "1 x 1 px, too small"),
        (("--picture", "HUGE", "--upscale", "4"), "pixels; shrink it"),
        (("--picture", "BOX"), "add --upscale 4"),
        (("--picture", "BOX", "--upscale", "3"), "give 4"),
        (("--realism", "0.5"), "add --upscale 4"),
        (("--category", "dress", "--upscale", "4", "--realism", "2"), "realism is 2"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line_before_the_folder_is_made(
    run: Run, box: Path, tmp_path: Path, arguments: tuple[str, ...], answer: str
) -> None:
    Image.new("RGB", (200, 200), "white").save(tmp_path / "blank.png")
    Image.new("RGB", (1, 1), "red").save(tmp_path / "dot.png")
    Image.new("1", (8200, 8000)).save(tmp_path / "huge.png")
    (tmp_path / "text.png").write_text("hello")
    files = {name: tmp_path / f"{name.lower()}.png" for name in ("BLANK", "DOT", "HUGE", "TEXT")} | {"BOX": box}
    result = run(*(files.get(one, one) for one in arguments), "--out", tmp_path / "out")
    assert (result.exit_code, len(result.stderr.strip().splitlines())) == (2, 1)
    assert answer in result.stderr
    assert not (tmp_path / "out").exists()
