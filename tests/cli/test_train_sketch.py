import json
import tomllib
from pathlib import Path
from typing import Any

import pytest
import torch

from fashiongan.checkpoints import Checkpoint, load_weights
from fashiongan.cli.train import app
from fashiongan.evaluation.translators.sketch_report import COLOR_WAY
from fashiongan.programs import run_program
from fashiongan.tools.sketching import SketchTranslator

CPU = torch.device("cpu")
OPTIONS = ["--minutes", "0.005", "--size", "32", "--width", "2", "--batch", "1"]


def run_train(*arguments: str) -> int:
    with pytest.raises(SystemExit) as stop:
        run_program(app, list(arguments))
    return int(stop.value.code or 0)


def test_a_run_trains_and_its_weights_can_be_released_and_loaded(tiny_garments: Path, tmp_path: Path) -> None:
    run, report = tmp_path / "run", tmp_path / "report.json"
    assert run_train("pix2pix", str(tiny_garments), "--run", str(run), *OPTIONS) == 0
    header = load_weights(Checkpoint("pix2pix", run / "weights.safetensors", "", "pix2pix"), CPU).header
    measured: dict[str, Any] = {"ways": {COLOR_WAY: {"lpips": 0.3, "edge_f1": 0.6}}, "drawn": {"edge_f1": 0.5}}
    report.write_text(json.dumps(measured | {"split": "test", "training": header["training"]}))
    command = ["--report", str(report), "--command", "make", "--data", "tiny", "--to", str(tmp_path)]
    assert run_train("release-pix2pix", str(run), *command) == 0
    entry = tomllib.loads((tmp_path / "manifest.toml").read_text())["pix2pix"]
    assert entry["lpips_test"] == 0.3
    assert SketchTranslator.load(tmp_path, CPU).parts.network.shape.size_px == 32
    report.write_text(json.dumps(measured | {"split": "val", "training": header["training"]}))
    assert run_train("release-pix2pix", str(run), *command) == 2


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["pix2pix", "nowhere.tar", "--run", "run"], "nowhere.tar"),
        (["pix2pix", ".", "--run", "run", "--size", "100"], "size is 100"),
        (["pix2pix", ".", "--run", "run", "--discriminator", "kind"], "'patch', 'projected'"),
        (["evaluate-pix2pix", ".", "--weights", "none.safetensors"], "none.safetensors"),
        (["release-pix2pix", "none", "--report", "r", "--command", "c", "--data", "d"], "none"),
    ],
)
def test_bad_input_is_one_line_with_exit_code_2(
    capsys: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    assert run_train(*arguments) == 2
    assert message in capsys.readouterr().err.splitlines()[-1]
