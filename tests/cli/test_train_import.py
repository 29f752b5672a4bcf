import tomllib
from pathlib import Path

import numpy as np
import pytest
import torch

from fashiongan.cli.train import app
from fashiongan.programs import run_program
from fashiongan.tools.restyling import Restyler
from fashiongan.tools.styles import known_styles
from fashiongan.tools.upscaling import PictureUpscaler
from tests.interchange.official import NEW, OfficialResnet, OfficialRrdb

CPU = torch.device("cpu")


def run_train(*arguments: str) -> int:
    with pytest.raises(SystemExit) as end:
        run_program(app, arguments)
    assert isinstance(end.value.code, int)
    return end.value.code


@pytest.fixture
def generator(tmp_path: Path) -> Path:
    path = tmp_path / "100_net_G_A.pth"
    torch.save(OfficialResnet(2, 1, "instance").state_dict(), path)
    return path


@pytest.fixture
def upscaler(tmp_path: Path) -> Path:
    path = tmp_path / "RRDB_ESRGAN_x4.pth"
    torch.save(OfficialRrdb(4, 2, 1, NEW).state_dict(), path)
    return path


def test_an_official_generator_becomes_a_style_and_onnx(generator: Path, tmp_path: Path) -> None:
    shelf = tmp_path / "shelf"
    assert run_train("import", str(generator), "--to", str(shelf)) == 0
    assert run_train("import", str(generator), "--name", "zebra", "--to", str(shelf)) == 0
    assert known_styles(shelf) == ["100-net-g-a", "zebra"]
    assert tomllib.loads((shelf / "manifest.toml").read_text())["restyle-zebra"]["imported_from"] == generator.name
    rgba = np.full((40, 40, 4), 255, np.uint8)
    assert Restyler.load(shelf, CPU, "zebra").restyle(rgba).shape == rgba.shape
    out = tmp_path / "zebra.onnx"
    assert run_train("export", "restyle-zebra", "--out", str(out), "--checkpoints", str(shelf)) == 0
    assert out.is_file()


def test_an_official_upscaler_enlarges_pictures(upscaler: Path, tmp_path: Path) -> None:
    assert run_train("import", str(upscaler), "--fidelity", str(upscaler), "--to", str(tmp_path)) == 0
    made = PictureUpscaler.load(tmp_path, CPU).upscale(np.full((6, 7, 4), 255, np.uint8))
    assert made.shape == (24, 28, 4)
    assert run_train("import", str(upscaler), "--to", str(tmp_path)) == 2
    assert run_train("import", str(upscaler), "--to", str(tmp_path), "--replace") == 0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["import", "no.pth"], "no.pth cannot be read"),
        (["import", "G", "--name", "Not a word"], '"Not a word" cannot name a style'),
        (["import", "G", "--fidelity", "U"], "--fidelity is the other end of an upscaler"),
        (["import", "U", "--name", "sharp"], "--name is sharp, but an upscaler has none"),
        (["import", "U", "--fidelity", "G"], "two networks"),
        (["export", "nothing", "--out", "x.onnx"], 'No checkpoint is called "nothing"'),
        (["export", "body", "--out", "x.onnx"], "body makes no pictures"),
    ],
)
def test_bad_input_is_one_line_with_exit_code_2(
    generator: Path,
    upscaler: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    message: str,
) -> None:
    monkeypatch.chdir(generator.parent)
    files = {"G": str(generator), "U": str(upscaler)}
    folder = ["--to", "shelf"] if arguments[0] == "import" else []
    assert run_train(*(files.get(word, word) for word in arguments), *folder) == 2
    errors = capsys.readouterr().err.splitlines()
    assert len(errors) == 1
    assert message in errors[0]
    assert not Path("shelf").exists()
