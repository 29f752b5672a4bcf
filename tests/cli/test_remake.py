"""`fashiongan-generate` writes what `fashiongan-remake` makes again."""

import hashlib
import json
from pathlib import Path

import pytest

from fashiongan.cli import remake
from fashiongan.programs import run_program
from tests.cli.conftest import Run, contents


def remade(*arguments: object) -> int:
    with pytest.raises(SystemExit) as ended:
        run_program(remake.app, [str(one) for one in arguments])
    return int(ended.value.code or 0)


def test_a_batch_is_made_again_from_its_project(run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out, again, project = tmp_path / "out", tmp_path / "again", tmp_path / "a.fgan"
    assert run("--category", "dress", "--count", 2, "--out", out, "--project", project).exit_code == 0
    assert remade(project, again) == 0
    lines = capsys.readouterr().out.splitlines()
    made = ["pictures/00001.png", "pictures/00002.png", "project.fgan"]
    assert lines == [*(f"identical: {name}" for name in made), "3 identical, 0 differs, 0 cannot be remade"]
    assert [(again / name).read_bytes() for name in made[:2]] == [contents(out)[f"00{one}.png"] for one in range(2)]


def test_the_run_of_a_batch_tells_weights_seeds_and_what_came_out(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert run("--category", "dress", "--count", 2, "--seed", 5, "--out", out).exit_code == 0
    told = json.loads((out / "run.json").read_text())
    assert told["seeds"] == [5, 6]
    assert [one["name"] for one in told["checkpoints"]] == ["conditional"]
    pictures = {name: content for name, content in contents(out).items() if name in ("000.png", "001.png")}
    assert told["outputs"] == {name: hashlib.sha256(content).hexdigest() for name, content in pictures.items()}
    assert str(tmp_path) not in (out / "run.json").read_text()


def test_a_project_of_other_weights_is_told_of_and_ends_with_1(
    run: Run, tmp_path: Path, tiny_checkpoints: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, project = tmp_path / "out", tmp_path / "a.fgan"
    assert run("--category", "dress", "--out", out, "--project", project).exit_code == 0
    manifest = tiny_checkpoints / "manifest.toml"
    known = json.loads((out / "run.json").read_text())["checkpoints"][0]["sha256"]
    weights = tiny_checkpoints / "conditional.safetensors"
    content = weights.read_bytes()
    weights.write_bytes(content[:-2] + b"\0\0")  # The last half-precision number of the last tensor.
    manifest.write_text(manifest.read_text().replace(known, hashlib.sha256(weights.read_bytes()).hexdigest()))
    assert remade(project, tmp_path / "again", "--checkpoints", tiny_checkpoints) == 1
    assert f"because The picture was made with conditional {known[:12]}, and here is" in capsys.readouterr().out
