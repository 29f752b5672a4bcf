"""The commands of `fashiongan-train` for the garment reader."""

from pathlib import Path
from typing import Annotated

import torch
import typer

from fashiongan.checkpoints import load_weights
from fashiongan.cli.releasing import (
    CHECKPOINTS,
    LICENCE,
    Command,
    Folder,
    NewRun,
    RunFolder,
    say_losses,
    unlisted,
)
from fashiongan.dataset.labels import Split
from fashiongan.dataset.training_set import load_training_set
from fashiongan.evaluation.generator.attributes import accuracy
from fashiongan.generator.reader import CHECKPOINT_NAME as READER
from fashiongan.generator.reader import build_reader
from fashiongan.networks.garment_encoder import READER_PX
from fashiongan.programs import log_to_stderr
from fashiongan.training.generator.reader import ReaderRecipe, ReaderSettings
from fashiongan.training.loop import Schedule, train
from fashiongan.training.release import release

Data = Annotated[Path, typer.Argument(help="A garment set: a tar, or a folder made by prepare.")]


def reader_command(
    data: Data,
    run: NewRun,
    minutes: Annotated[float, typer.Option(help="How long to train now.")] = 20.0,
    batch: Annotated[int, typer.Option(help="Pictures a step.", min=4)] = 64,
    seed: Annotated[int, typer.Option()] = 0,
) -> None:
    """Train the garment reader: pictures to attributes. It judges generators, and reads photos."""
    log_to_stderr(verbose=True)
    garments = load_training_set(data, Split.TRAIN, READER_PX)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    losses = train(ReaderRecipe(garments, ReaderSettings(batch, seed), device), run, Schedule(minutes))
    say_losses(run, losses)


def release_reader_command(
    run: RunFolder,
    data: Data,
    command: Command,
    to: Folder = CHECKPOINTS,
) -> None:
    """Put a reader into the checkpoints folder, with how often it reads the test split rightly."""
    weights = run / "weights.safetensors"
    loaded = load_weights(unlisted(weights, READER), torch.device("cpu"))
    test = load_training_set(data, Split.TEST, READER_PX)
    right = accuracy(build_reader(loaded), test.rgba, test.labels)
    scores: dict[str, str | int | float] = {f"{name}_right_test": round(value, 3) for name, value in right.items()}
    facts = {"system": READER, "licence": LICENCE, "command": command, **scores}
    typer.echo(f"released {release(weights, READER, facts, to)}: {scores}")
