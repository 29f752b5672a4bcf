"""What commands share that measure or release weights: which weights, and their numbers for the manifest."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from fashiongan.checkpoint_folder import checkpoint_folder
from fashiongan.checkpoints import Checkpoint, Weights, find_checkpoint
from fashiongan.errors import CheckpointError
from fashiongan.training.release import Entry

LICENCE = "Apache-2.0"


def unlisted(weights: Path, system: str) -> Checkpoint:
    """Weights of a run, which no manifest lists."""
    return Checkpoint(system, weights, "", system)


def best_of(run: Path) -> Path:
    """The weights of a run with the best score, or the last ones where none were judged."""
    best = run / "best.safetensors"
    return best if best.exists() else run / "weights.safetensors"


def chosen(weights: Path | None, system: str) -> Checkpoint:
    """The weights of a run, or the released ones where no run is named.

    Raises
    ------
    CheckpointError : none are released, or they were changed
    """
    return unlisted(weights, system) if weights else find_checkpoint(system, checkpoint_folder())


def training_of(weights: Weights) -> dict[str, Any]:
    """How far weights were trained.

    Raises
    ------
    CheckpointError : they do not say
    """
    training = weights.header.get("training")
    if not isinstance(training, dict):
        raise CheckpointError(f"{weights.checkpoint.path} does not say how it was trained; give the weights of a run.")
    return training


def origin(system: str, data: str, command: str, training: Mapping[str, Any]) -> Entry:
    """Where weights come from; `training` as their header says."""
    counts = {name: int(training[name]) for name in ("steps", "images")}
    return {"system": system, "licence": LICENCE, "data": data, "command": command, **counts}


def measured(report: Path, evaluate: str, numbers: Callable[[dict[str, Any]], Entry]) -> Entry:
    """The numbers of a report for the manifest.

    Parameters
    ----------
    evaluate : the command that writes such reports
    numbers : takes them out of the report; ValueError where it is of other weights

    Raises
    ------
    CheckpointError : no such report, or not on these weights
    """
    try:
        return numbers(json.loads(report.read_text(encoding="utf-8")))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise CheckpointError(
            f"{report} does not report on these weights ({error}); write one with {evaluate} --out."
        ) from error
