from dataclasses import replace
from pathlib import Path

import pytest
import torch
from PIL import Image, ImageDraw

from fashiongan.cli.generate import app
from fashiongan.generator.style_picture import read_style_picture
from fashiongan.image import read_garment_image
from fashiongan.programs import run_program
from fashiongan.taste.recommender import TasteModel
from tests.taste.weights import add_taste


@pytest.fixture
def liked(tiny_checkpoints: Path, tmp_path: Path) -> Path:
    """A folder with a picture of a red dress on white, and taste weights to look at it with."""
    add_taste(tiny_checkpoints)
    folder = tmp_path / "liked"
    folder.mkdir()
    page = Image.new("RGB", (120, 120), "white")
    ImageDraw.Draw(page).rectangle((40, 15, 80, 105), fill=(190, 20, 30))
    page.save(folder / "red.png")
    return folder


def generate(*arguments: str) -> int:
    with pytest.raises(SystemExit) as stop:
        run_program(app, list(arguments))
    return int(stop.value.code or 0)


def test_a_folder_of_liked_pictures_gives_designs_that_can_be_made_again(
    liked: Path, tiny_checkpoints: Path, tmp_path: Path
) -> None:
    weights = ["--checkpoints", str(tiny_checkpoints)]
    out = tmp_path / "out"
    assert generate("--taste", str(liked), "--category", "dress", "--count", "2", "--out", str(out), *weights) == 0
    first, second = (read_garment_image(out / name) for name in ("000.png", "001.png"))
    assert first.attributes.category == second.attributes.category == "dress"
    assert (first.rgba != second.rgba).any()
    assert generate("--like", str(out / "000.png"), "--out", str(tmp_path / "again"), *weights) == 0
    assert (tmp_path / "again" / "000.png").read_bytes() == (out / "000.png").read_bytes()


def test_a_profile_is_followed_and_one_without_stars_is_refused_before_anything_is_written(
    liked: Path, tiny_checkpoints: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    model = TasteModel.load(tiny_checkpoints, torch.device("cpu"))
    star = model.star(read_style_picture(liked / "red.png"))
    replace(model.empty(), stars=(star,)).save(tmp_path / "me.json")
    model.empty().save(tmp_path / "nobody.json")
    options = ["--out", str(tmp_path / "out"), "--checkpoints", str(tiny_checkpoints)]
    assert generate("--taste", str(tmp_path / "nobody.json"), *options) == 2
    assert "has no stars" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()
    assert generate("--taste", str(tmp_path / "me.json"), *options) == 0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--taste", "nowhere.json"], "nowhere.json"),
        (["--taste", "liked", "--vary", "0.5"], "--taste says what to make"),
        (["--taste", "liked", "--count", "0"], "count is 0"),
    ],
)
def test_bad_input_is_one_line_with_exit_code_2(
    liked: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    message: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert generate(*arguments, "--out", "out") == 2
    assert message in capsys.readouterr().err.splitlines()[-1]
