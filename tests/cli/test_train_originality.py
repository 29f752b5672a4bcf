import json
import tomllib
from pathlib import Path

import pytest
import torch
from safetensors import safe_open
from safetensors.torch import load_file, save_file

from fashiongan.checkpoints import find_checkpoint
from fashiongan.cli.train import app
from fashiongan.evaluation.originality.copies import Way
from fashiongan.evaluation.originality.report import FROZEN
from fashiongan.originality.check import Originality
from fashiongan.programs import run_program
from fashiongan.training.release import release


def run_train(*arguments: str) -> int:
    with pytest.raises(SystemExit) as stop:
        run_program(app, list(arguments))
    return int(stop.value.code or 0)


def add_generator_of_blots(folder: Path) -> None:
    """An untrained generator draws everything half transparent; make it draw parts opaque, and parts not at all."""
    path = find_checkpoint("conditional", folder).path
    with safe_open(path, "pt") as file:
        header = file.metadata()
    tensors = load_file(path)
    tensors["to_rgba.weight"][3] *= 100
    save_file(tensors, path, metadata=header)
    release(path, "conditional", {"system": "conditional"}, folder)


def test_an_index_is_built_measured_and_released(
    tiny_garments: Path, tiny_checkpoints: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FASHIONGAN_CHECKPOINTS", str(tiny_checkpoints))
    add_generator_of_blots(tiny_checkpoints)
    weights, report = tmp_path / "index.safetensors", tmp_path / "report.json"
    options = ["--width", "6", "--views", "1"]
    assert run_train("originality", str(tiny_garments), "--out", str(weights), *options) == 0
    measure = ["--weights", str(weights), "--out", str(report)]
    assert run_train("evaluate-originality", str(tiny_garments), *measure) == 0
    known = json.loads(report.read_text())
    assert known["copies"][FROZEN][Way.MIRRORED]["found_first"] == 1
    assert known["fakes"]["count"] + known["fakes"]["without_garment"] == 4
    assert known["held_out"]["count"] == 2
    options = ["--report", str(report), "--command", "make", "--data", "tiny", "--to", str(tiny_checkpoints)]
    assert run_train("release-originality", str(weights), *options) == 0
    entry = tomllib.loads((tiny_checkpoints / "manifest.toml").read_text())["originality"]
    assert entry["images"] == 8
    assert entry["fakes_too_near"] == known["fakes"]["too_near"]
    assert len(Originality.load(tiny_checkpoints, torch.device("cpu")).index.jpegs) == 8
    report.write_text(json.dumps(known | {"sha256": "0"}))
    assert run_train("release-originality", str(weights), *options) == 2


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["originality", "nowhere.tar", "--out", "x.safetensors"], "nowhere.tar"),
        (["originality", ".", "--out", "x.safetensors", "--width", "1"], "width is 1"),
        (["release-originality", "none", "--report", "r", "--command", "c", "--data", "d"], "none"),
    ],
)
def test_bad_input_is_one_line_with_exit_code_2(
    capsys: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    assert run_train(*arguments) == 2
    assert message in capsys.readouterr().err.splitlines()[-1]
