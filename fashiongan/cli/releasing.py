"""What commands share that train, measure or release: their options, and what they say and keep of a result."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Annotated, Any

import torch
import typer
from PIL import Image

from fashiongan.checkpoint_folder import checkpoint_folder
from fashiongan.checkpoints import Checkpoint, Weights, find_checkpoint, load_weights
from fashiongan.dataset.labels import Split
from fashiongan.errors import CheckpointError
from fashiongan.files import write_atomically
from fashiongan.image import save_picture
from fashiongan.json_files import parsed_json
from fashiongan.training.release import Entry, release

LICENCE = "Apache-2.0"
NewRun = Annotated[Path, typer.Option(help="Folder of the run; an existing one is gone on with.")]
RunFolder = Annotated[Path, typer.Argument(help="Folder of a run.")]
Report = Annotated[Path, typer.Option(help="Its report, written by the command that evaluates it, with --out.")]
Command = Annotated[str, typer.Option(help="The training command, for the manifest.")]
DataVersion = Annotated[str, typer.Option(help="The data and its version, for the manifest.")]
Folder = Annotated[Path, typer.Option(help="Checkpoints folder.")]
CHECKPOINTS = Path("checkpoints")
Numbers = Callable[[dict[str, Any]], Entry]


def say_losses(run: Path, losses: Mapping[str, float]) -> None:
    """One line on how a run ended."""
    typer.echo(f"{run}: " + ", ".join(f"{name} {value:.4g}" for name, value in losses.items()))


def keep_report(report: Mapping[str, Any], sheet: Image.Image | None, out: Path | None) -> None:
    """Write a report, and its sheet beside it, where they are wanted."""
    if out is None:
        return
    write_atomically(out, json.dumps(report, indent=1).encode())
    if sheet is not None:
        save_picture(sheet, out.with_suffix(".png"))


def release_measured(
    weights: Path, system: str, source: tuple[str, str], report: Path, numbers: Numbers, to: Path
) -> None:
    """Put weights into a checkpoints folder, with the numbers of a report on the test split.

    Parameters
    ----------
    source : the data, and the training command, for the manifest

    Raises
    ------
    CheckpointError : the report is of other weights, or of another split
    OutputError : the folder cannot be written to
    """
    training = training_of(load_weights(unlisted(weights, system), torch.device("cpu")))
    known = origin(system, *source, training) | measured(report, _of_these(training, numbers))
    typer.echo(f"released {release(weights, system, known, to)}")


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


def measured(report: Path, numbers: Numbers) -> Entry:
    """The numbers of a report for the manifest; `numbers` takes them out, ValueError where it is of other weights.

    Raises
    ------
    CheckpointError : no such report, or not on these weights
    """
    try:
        return numbers(parsed_json(report.read_text(encoding="utf-8")))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise CheckpointError(
            f"{report} does not report on these weights ({error}); evaluate them on the test split, with --out."
        ) from error


def _of_these(training: Mapping[str, Any], numbers: Numbers) -> Numbers:
    """The numbers, where the report is of weights with this training, on the test split."""

    def checked(report: dict[str, Any]) -> Entry:
        if report["training"] != training:
            raise ValueError("it is of other weights")
        if report.get("split", Split.TEST) != Split.TEST:
            raise ValueError("it is of another split")
        return numbers(report)

    return checked
