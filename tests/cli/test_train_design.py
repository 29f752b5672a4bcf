import json
import tomllib
from pathlib import Path
from typing import Any

import pytest
import torch

from fashiongan.checkpoint_folder import FOLDER_VARIABLE
from fashiongan.checkpoints import Checkpoint, load_weights
from fashiongan.dataset.labels import Split
from fashiongan.dataset.training_set import load_training_set
from fashiongan.generator.generation import GarmentGenerator
from fashiongan.tools.masking import SilhouetteFiller
from fashiongan.training.generator.conditional import ConditionalRecipe
from fashiongan.training.generator.settings import ConditionalSettings
from fashiongan.training.release import release
from tests.cli.test_train_sketch import run_train

CPU = torch.device("cpu")
RUN = ["--minutes", "0.005", "--batch", "4"]
KID = {"inception": {"value": 5.04, "deviation": 0.5}}


@pytest.fixture
def checkpoints(tiny_garments: Path, tiny_reader: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A generator that could be trained, and a reader."""
    folder = tmp_path / "checkpoints"
    folder.mkdir()
    garments = load_training_set(tiny_garments, Split.TRAIN, 32)
    settings = ConditionalSettings(32, 4, 4, 5, bfloat16=False)
    ConditionalRecipe(garments, settings, CPU).export(tmp_path / "base.safetensors", {})
    release(tmp_path / "base.safetensors", "conditional", {"system": "conditional"}, folder)
    release(tiny_reader, "reader", {"system": "reader"}, folder)
    monkeypatch.setenv(FOLDER_VARIABLE, str(folder))
    return folder


def training_of(run: Path, system: str) -> dict[str, Any]:
    header = load_weights(Checkpoint(system, run / "weights.safetensors", "", system), CPU).header
    told: dict[str, Any] = header["training"]
    return told


def test_a_creative_twin_is_trained_and_released(tiny_garments: Path, checkpoints: Path, tmp_path: Path) -> None:
    run, report = tmp_path / "run", tmp_path / "report.json"
    assert run_train("design", str(tiny_garments), "--run", str(run), "--creativity", "can", "--on", "shape", *RUN) == 0
    end = {"kid": KID, "novelty": {"inception": 1.2}}
    told = {"weights": {"0": end, "1": end}, "training": training_of(run, "creative")}
    report.write_text(json.dumps(told))
    command = ["--report", str(report), "--command", "make", "--data", "tiny", "--to", str(checkpoints)]
    assert run_train("release-design", str(run), *command) == 0
    entry = tomllib.loads((checkpoints / "manifest.toml").read_text())["creative"]
    assert (entry["kid_x1000_creative"], entry["novelty"]) == (5.0, 1.2)
    assert GarmentGenerator.load(checkpoints, CPU).twin is not None
    report.write_text(json.dumps(told | {"training": {"steps": 0}}))
    assert run_train("release-design", str(run), *command) == 2


def test_a_filler_is_trained_and_released(tiny_garments: Path, checkpoints: Path, tmp_path: Path) -> None:
    run, report = tmp_path / "run", tmp_path / "report.json"
    assert run_train("masked", str(tiny_garments), "--run", str(run), *RUN) == 0
    told = {
        "silhouette_iou": 0.9,
        "style": {"filled": {"first": 0.1, "of_five": 0.5}},
        "kid": {"filled": KID},
        "training": training_of(run, "masked"),
        "split": "test",
    }
    report.write_text(json.dumps(told))
    command = ["--report", str(report), "--command", "make", "--data", "tiny", "--to", str(checkpoints)]
    assert run_train("release-masked", str(run), *command) == 0
    entry = tomllib.loads((checkpoints / "manifest.toml").read_text())["masked"]
    assert (entry["silhouette_iou_test"], entry["own_swatch_of_five_test"]) == (0.9, 0.5)
    assert SilhouetteFiller.load(checkpoints, CPU, GarmentGenerator.load(checkpoints, CPU).checkpoint.sha256)
    report.write_text(json.dumps(told | {"split": "val"}))
    assert run_train("release-masked", str(run), *command) == 2


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["design", "nowhere.tar", "--run", "run"], "nowhere.tar"),
        (["design", ".", "--run", "run", "--creativity", "wild"], "'can', 'holistic'"),
        (["design", ".", "--run", "run", "--on", "price"], "'shape', 'texture', 'both'"),
        (["design", ".", "--run", "run", "--gain", "0"], "gain is 0"),
        (["masked", ".", "--run", "run", "--batch", "3"], "batch is 3"),
        (["evaluate-design", ".", "--weights", "none.safetensors"], "none.safetensors"),
        (["evaluate-masked", ".", "--weights", "none.safetensors"], "none.safetensors"),
        (["evaluate-design", "."], 'No checkpoint is called "creative"'),
        (["release-design", "none", "--report", "r", "--command", "c", "--data", "d"], "none"),
        (["release-masked", "none", "--report", "r", "--command", "c", "--data", "d"], "none"),
    ],
)
def test_bad_input_is_one_line_with_exit_code_2(
    checkpoints: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    assert run_train(*arguments) == 2
    assert message in capsys.readouterr().err.splitlines()[-1]
