import json
import tomllib
from pathlib import Path
from typing import Any

import pytest
import torch

from fashiongan.checkpoints import Checkpoint, load_weights
from fashiongan.cli.train import app
from fashiongan.evaluation.taste.trials import Others
from fashiongan.evaluation.taste.ways import NETWORK
from fashiongan.programs import run_program
from fashiongan.taste.recommender import TasteModel

CPU = torch.device("cpu")


def run_train(*arguments: str) -> int:
    with pytest.raises(SystemExit) as stop:
        run_program(app, list(arguments))
    return int(stop.value.code or 0)


def test_a_run_trains_and_its_weights_can_be_released_and_loaded(
    tiny_garments: Path, tiny_checkpoints: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("fashiongan.training.taste.finishing.PICTURES", 3)
    run, report = tmp_path / "run", tmp_path / "report.json"
    options = ["--minutes", "0.001", "--width", "4", "--batch", "4"]
    assert run_train("taste", str(tiny_garments), "--run", str(run), *options) == 0
    header = load_weights(Checkpoint("taste", run / "weights.safetensors", "", "taste"), CPU).header
    ranking: dict[str, Any] = {str(kind): {NETWORK: {"value": 0.75}} for kind in Others}
    report.write_text(json.dumps({"ranking": ranking, "split": "test", "training": header["training"]}))
    command = ["--report", str(report), "--command", "make", "--data", "tiny", "--to", str(tiny_checkpoints)]
    assert run_train("release-taste", str(run), *command) == 0
    entry = tomllib.loads((tiny_checkpoints / "manifest.toml").read_text())["taste"]
    assert (entry["auc_test"], entry["auc_alike_test"]) == (0.75, 0.75)
    assert TasteModel.load(tiny_checkpoints, CPU).network.shape.width == 4
    report.write_text(json.dumps({"ranking": ranking, "split": "val", "training": header["training"]}))
    assert run_train("release-taste", str(run), *command) == 2


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["taste", "nowhere.tar", "--run", "run"], "nowhere.tar"),
        (["taste", ".", "--run", "run", "--width", "1"], "width is 1"),
        (["release-taste", "none", "--report", "r", "--command", "c", "--data", "d"], "none"),
    ],
)
def test_bad_input_is_one_line_with_exit_code_2(
    capsys: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    assert run_train(*arguments) == 2
    assert message in capsys.readouterr().err.splitlines()[-1]
