import json
import tomllib
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from fashiongan.cli.train import app
from fashiongan.programs import run_program
from fashiongan.tools.restyling import Restyler
from fashiongan.tools.styles import known_styles


def fill(folder: Path, color: tuple[int, int, int]) -> Path:
    folder.mkdir()
    for index in range(5):
        picture = Image.new("RGBA", (64, 64))
        picture.paste((*color, 255), (10, 10, 50 - index, 60))
        picture.save(folder / f"{index}.png")
    return folder


@pytest.mark.parametrize(("system", "styles"), [("cyclegan", {"blue", "red"}), ("cut", {"blue"})])
def test_two_folders_become_styles_in_one_command(system: str, styles: set[str], tmp_path: Path) -> None:
    red, blue = fill(tmp_path / "red", (200, 30, 30)), fill(tmp_path / "blue", (30, 30, 200))
    run, shelf = tmp_path / "run", tmp_path / "shelf"
    options = ["--minutes", "0.001", "--width", "2", "--blocks", "1", "--judge", "patch"]
    assert run_train(system, str(red), str(blue), "--run", str(run), *options) == 0
    assert run_train("release-restyle", str(run), "--command", "c", "--data", "d", "--to", str(shelf)) == 0
    assert set(known_styles(shelf)) == styles
    entry = tomllib.loads((shelf / "manifest.toml").read_text())["restyle-blue"]
    assert (entry["source"], entry["method"]) == ("red", system)
    rgba = np.full((40, 40, 4), 255, np.uint8)
    assert Restyler.load(shelf, torch.device("cpu"), "blue").restyle(rgba).shape == rgba.shape
    again = ("release-restyle", str(run), "--command", "c", "--data", "d", "--to", str(shelf), "--style", "blue")
    assert run_train(*again, "--suffix", "-new") == 0
    assert set(known_styles(shelf)) == {*styles, "blue-new"}
    assert Restyler.load(shelf, torch.device("cpu"), "blue-new").restyle(rgba).shape == rgba.shape


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["cyclegan", "nowhere", "here", "--run", "r"], "nowhere is not a folder"),
        (["cyclegan", "set.tar", "--run", "r"], "Give two folders of pictures, or one garment set with --domains"),
        (["cut", "a", "b", "--domains", "light-dark", "--run", "r"], "Give two folders"),
        (["cut", "set.tar", "--domains", "light-dark", "--run", "r"], "set.tar"),
        (["cut", "a", "b", "--run", "r", "--width", "9999"], "width is 9999"),
        (["evaluate-restyle", "set.tar", "no-run", "--domains", "light-dark"], "no-run/weights.safetensors is missing"),
        (["release-restyle", "no-run", "--command", "c", "--data", "d"], "no-run/weights.safetensors is missing"),
    ],
)
def test_bad_input_is_one_line_with_exit_code_2(
    capsys: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    assert run_train(*arguments) == 2
    assert message in capsys.readouterr().err.splitlines()[-1]


def test_a_report_of_other_weights_and_an_unknown_style_are_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    red, blue = fill(tmp_path / "red", (200, 30, 30)), fill(tmp_path / "blue", (30, 30, 200))
    run, report = tmp_path / "run", tmp_path / "report.json"
    options = ["--minutes", "0.001", "--width", "2", "--blocks", "1", "--judge", "patch"]
    assert run_train("cut", str(red), str(blue), "--run", str(run), *options) == 0
    report.write_text(json.dumps({"training": {"blue": {"steps": -1}}}))
    release = ["release-restyle", str(run), "--command", "c", "--data", "d", "--to", str(tmp_path)]
    assert run_train(*release, "--report", str(report)) == 2
    assert "does not report on these weights" in capsys.readouterr().err
    assert run_train(*release, "--style", "green") == 2
    assert "no translator into green, only into blue" in capsys.readouterr().err


def run_train(*arguments: str) -> int:
    with pytest.raises(SystemExit) as end:
        run_program(app, arguments)
    assert isinstance(end.value.code, int)
    return end.value.code
