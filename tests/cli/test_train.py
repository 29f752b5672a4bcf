import json
import tomllib
from pathlib import Path

import pytest
import torch

from fashiongan.checkpoints import Checkpoint, load_weights
from fashiongan.cli.train import app
from fashiongan.programs import run_program

CPU = torch.device("cpu")


def test_a_run_trains_and_its_weights_can_be_released_and_drawn_from(tiny_garments: Path, tmp_path: Path) -> None:
    run, report, shelf = tmp_path / "run", tmp_path / "report.json", tmp_path / "shelf"
    options = ["--minutes", "0.02", "--size", "32", "--width", "4", "--batch", "4", "--judge-every", "0"]
    assert run_train("conditional", str(tiny_garments), "--run", str(run), *options) == 0
    kid = {name: {"kid": {"inception": {"value": value}}} for name, value in (("mean", 300.04), ("real", 2.0))}
    header = load_weights(Checkpoint("conditional", run / "weights.safetensors", "", "conditional"), CPU).header
    facts = {"training": header["training"]} | kid
    report.write_text(json.dumps(facts))
    shelf.mkdir()
    command = ["release", str(run), "--report", str(report), "--command", "make", "--data", "tiny", "--to", str(shelf)]
    command += ["--pictures", "16"]
    assert run_train(*command) == 0
    entry = tomllib.loads((shelf / "manifest.toml").read_text())["conditional"]
    assert entry["kid_x1000_test"] == 300.0
    assert len(entry["sha256"]) == 64


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["prepare", "nowhere", "--out", "out"], "nowhere is not a folder"),
        (["conditional", "nowhere.tar", "--run", "run"], "nowhere.tar"),
        (["conditional", ".", "--run", "run", "--fashion-mnist"], "add --size 32"),
        (["conditional", ".", "--run", "run", "--batch", "3"], "batch is 3"),
        (["conditional", ".", "--run", "run", "--minutes", "nan"], "minutes is nan"),
        (["evaluate", "nowhere.tar", "--weights", "none.safetensors"], "none.safetensors"),
        (["release", "none", "--report", "r", "--command", "c", "--data", "d"], "none"),
        ([], "Missing command"),
    ],
)
def test_bad_input_is_one_line_with_exit_code_2(
    capsys: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    assert run_train(*arguments) == 2
    assert message in capsys.readouterr().err.splitlines()[-1]


def test_a_damaged_state_is_refused_with_what_to_do(
    tiny_garments: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "state.pt").write_bytes(b"garbage")
    options = ["--minutes", "0.01", "--size", "32", "--width", "4", "--batch", "4", "--judge-every", "0"]
    assert run_train("conditional", str(tiny_garments), "--run", str(tmp_path), *options) == 2
    assert "remove it or choose another --run" in capsys.readouterr().err


def run_train(*arguments: str) -> int:
    with pytest.raises(SystemExit) as ended:
        run_program(app, arguments)
    return int(ended.value.code or 0)
