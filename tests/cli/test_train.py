import json
import tomllib
from pathlib import Path

import pytest
from typer.testing import CliRunner

from fashiongan.cli.train import app


def test_a_run_trains_and_its_weights_can_be_released_and_drawn_from(
    tiny_garments: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run, report, shelf = tmp_path / "run", tmp_path / "report.json", tmp_path / "shelf"
    options = ["--minutes", "0.02", "--size", "32", "--width", "4", "--batch", "4"]
    trained = CliRunner().invoke(app, ["conditional", str(tiny_garments), "--run", str(run), *options])
    assert trained.exit_code == 0, trained.output
    facts = {"training": {"steps": 1, "images": 4}, "kid_x1000": 300.04, "floor": {"value": 2.0}}
    report.write_text(json.dumps(facts))
    shelf.mkdir()
    command = ["release", str(run), "--report", str(report), "--command", "make", "--to", str(shelf)]
    assert CliRunner().invoke(app, command).exit_code == 0
    entry = tomllib.loads((shelf / "manifest.toml").read_text())["conditional"]
    assert entry["kid_x1000_test"] == 300.0
    assert len(entry["sha256"]) == 64


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["prepare", "nowhere", "--out", "out"], "nowhere is not a folder"),
        (["conditional", "nowhere.tar", "--run", "run"], "nowhere.tar"),
        (["conditional", ".", "--run", "run", "--fashion-mnist"], "add --size 32"),
        (["evaluate", "nowhere.tar", "--weights", "none.safetensors"], "none.safetensors"),
    ],
)
def test_bad_input_is_one_line_with_exit_code_2(arguments: list[str], message: str) -> None:
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 2
    assert message in result.stderr.splitlines()[-1]
