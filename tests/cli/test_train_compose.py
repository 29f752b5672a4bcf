import json
import tomllib
from pathlib import Path
from typing import Any

import pytest
import torch

from fashiongan.checkpoints import Checkpoint, load_weights
from fashiongan.evaluation.composing.report import OURS, PASTE
from fashiongan.tools.composing import Composer
from tests.cli.test_train_sketch import run_train
from tests.tools.composers import photo_tar

CPU = torch.device("cpu")
OPTIONS = ["--minutes", "0.005", "--width", "2", "--batch", "2", "--judge-every", "0"]


def test_a_run_trains_and_its_weights_can_be_released_and_loaded(
    tiny_garments: Path, tiny_checkpoints: Path, tmp_path: Path
) -> None:
    run, report, photos = tmp_path / "run", tmp_path / "report.json", photo_tar(tiny_garments, tmp_path / "photos.tar")
    where = ["--run", str(run), "--checkpoints", str(tiny_checkpoints)]
    assert run_train("mcgan", str(photos), *where, *OPTIONS) == 0
    header = load_weights(Checkpoint("mcgan", run / "weights.safetensors", "", "mcgan"), CPU).header
    kid = {"kid": {"value": 7.5}}
    measured: dict[str, Any] = {"ways": {OURS: kid, PASTE: kid}, "real": kid}
    report.write_text(json.dumps(measured | {"split": "test", "training": header["training"]}))
    command = ["--report", str(report), "--command", "make", "--data", "tiny", "--to", str(tmp_path)]
    assert run_train("release-mcgan", str(run), *command) == 0
    assert tomllib.loads((tmp_path / "manifest.toml").read_text())["mcgan"]["kid_x1000_test"] == 7.5
    assert Composer.load(tmp_path, CPU).network.shape.drawn_px == 32
    report.write_text(json.dumps(measured | {"split": "val", "training": header["training"]}))
    assert run_train("release-mcgan", str(run), *command) == 2


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["mcgan", "nowhere.tar", "--run", "run"], "nowhere.tar"),
        (["mcgan", ".", "--run", "run", "--batch", "1"], "batch is 1"),
        (["evaluate-mcgan", ".", "--weights", "none.safetensors"], "none.safetensors"),
        (["release-mcgan", "none", "--report", "r", "--command", "c", "--data", "d"], "none"),
    ],
)
def test_bad_input_is_one_line_with_exit_code_2(
    capsys: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    assert run_train(*arguments) == 2
    assert message in capsys.readouterr().err.splitlines()[-1]
