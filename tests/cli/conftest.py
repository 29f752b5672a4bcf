"""What tests of the programs share: `fashiongan-generate` with tiny networks."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
import torch
from safetensors.torch import save_file

from fashiongan.checkpoints import find_checkpoint, load_weights
from fashiongan.cli.generate import app
from fashiongan.programs import run_program
from fashiongan.training.release import release


@dataclass(frozen=True)
class Outcome:
    """What a program left on its streams, and how it ended."""

    exit_code: int
    stdout: str
    stderr: str


@pytest.fixture
def run(
    tiny_checkpoints: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., Outcome]:
    monkeypatch.setenv("FASHIONGAN_CHECKPOINTS", str(tiny_checkpoints))

    def invoke(*arguments: object) -> Outcome:
        with pytest.raises(SystemExit) as ended:
            run_program(app, [str(one) for one in arguments])
        streams = capsys.readouterr()
        return Outcome(int(ended.value.code or 0), streams.out, streams.err)

    return invoke


Run = Callable[..., Outcome]


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def reweigh(path: Path, tensors: dict[str, torch.Tensor]) -> None:
    """Release a generator anew with other weights."""
    header = load_weights(find_checkpoint("conditional", path.parent), torch.device("cpu")).header
    facts = {name: json.dumps(header[name]) for name in ("shape", "directions")}
    save_file(tensors, path, metadata={"system": "conditional", **facts})
    release(path, "conditional", {"system": "conditional"}, path.parent)
