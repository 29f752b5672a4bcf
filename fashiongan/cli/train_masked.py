"""Commands of `fashiongan-train` for silhouettes that are filled with cloth."""

from pathlib import Path
from typing import Annotated, Any

import torch
import typer

from fashiongan.checkpoint_folder import checkpoint_folder
from fashiongan.checkpoints import find_checkpoint, load_weights
from fashiongan.cli.releasing import (
    CHECKPOINTS,
    Command,
    DataVersion,
    Folder,
    NewRun,
    Report,
    RunFolder,
    chosen,
    keep_report,
    release_measured,
    say_losses,
    unlisted,
)
from fashiongan.dataset.labels import Split
from fashiongan.dataset.training_set import load_training_set
from fashiongan.evaluation.generator.masked_report import evaluate_filling, filling_table
from fashiongan.evaluation.generator.report import feature_spaces
from fashiongan.generator.creative import refuse_other_base
from fashiongan.generator.generation import CHECKPOINT_NAME as BASE
from fashiongan.generator.parts import build_generator
from fashiongan.generator.reader import GarmentReader
from fashiongan.programs import log_to_stderr
from fashiongan.tools.masking import CHECKPOINT_NAME, build_filler
from fashiongan.training.generator.masked import MaskedRecipe
from fashiongan.training.generator.settings import ConditionalSettings
from fashiongan.training.guards import refuse_too_large
from fashiongan.training.loop import Schedule, train
from fashiongan.training.release import Entry

CPU = torch.device("cpu")
Data = Annotated[Path, typer.Argument(help="A garment set: a tar, or a folder made by prepare.")]


def masked_command(
    data: Data,
    run: NewRun,
    minutes: Annotated[float, typer.Option(help="How long to train now.")] = 60.0,
    batch: Annotated[int, typer.Option(help="Pictures a step; even.")] = 16,
    seed: Annotated[int, typer.Option()] = 0,
    bfloat16: Annotated[bool, typer.Option(help="Compute in bfloat16 where it is enough.")] = True,
) -> None:
    """Train a generator that fills silhouettes, from the released one; on CUDA where there is one."""
    log_to_stderr(verbose=True)
    base = find_checkpoint(BASE, checkpoint_folder())
    parts = build_generator(load_weights(base, CPU))
    shape = parts.network.shape
    settings = ConditionalSettings(shape.size_px, shape.base_width, batch, seed, bfloat16)
    garments = load_training_set(data, Split.TRAIN, shape.size_px)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    recipe = MaskedRecipe(garments, (parts, base.sha256), settings, device, {"data": data.name})
    refuse_too_large(recipe.memory_bytes(), device)
    losses = train(recipe, run, Schedule(minutes))
    say_losses(run, losses)


def evaluate_masked_command(
    data: Data,
    weights: Annotated[Path | None, typer.Option(help="Weights of a run; the released checkpoint if left out.")] = None,
    pictures: Annotated[int, typer.Option(help="How many held-out silhouettes.", min=8)] = 200,
    split: Annotated[Split, typer.Option(help="test to report, val to choose.")] = Split.TEST,
    out: Annotated[Path | None, typer.Option(help="Also write the report here, as JSON, and a sheet.")] = None,
) -> None:
    """Measure a generator that fills silhouettes: outline, cloth, and how real it looks."""
    log_to_stderr(verbose=True)
    base = find_checkpoint(BASE, checkpoint_folder())
    loaded = load_weights(chosen(weights, CHECKPOINT_NAME), CPU)
    refuse_other_base(loaded, base.sha256)
    network = build_filler(loaded).network
    held_out = load_training_set(data, split, network.shape.size_px)
    encoder = build_generator(load_weights(base, CPU)).style_encoder
    spaces = feature_spaces(GarmentReader.load(checkpoint_folder(), CPU).network)
    report, sheet = evaluate_filling(network, encoder, spaces, held_out, pictures)
    report |= {"split": str(split), "training": loaded.header.get("training")}
    keep_report(report, sheet, out)
    typer.echo(filling_table(report))


def release_masked_command(
    run: RunFolder,
    report: Report,
    command: Command,
    data: DataVersion,
    to: Folder = CHECKPOINTS,
) -> None:
    """Put a generator that fills silhouettes into the checkpoints folder, with its numbers."""
    log_to_stderr(verbose=True)
    weights = run / "weights.safetensors"
    loaded = load_weights(unlisted(weights, CHECKPOINT_NAME), CPU)
    build_filler(loaded)
    refuse_other_base(loaded, find_checkpoint(BASE, to).sha256)

    def numbers(report: dict[str, Any]) -> Entry:
        return {
            "silhouette_iou_test": round(report["silhouette_iou"], 3),
            "own_swatch_of_five_test": round(report["style"]["filled"]["of_five"], 3),
            "kid_x1000_test": round(report["kid"]["filled"]["inception"]["value"], 1),
        }

    release_measured(weights, CHECKPOINT_NAME, (data, command), report, numbers, to)


def add_masked_commands(app: typer.Typer) -> None:
    """Train, evaluate, release."""
    app.command("masked")(masked_command)
    app.command("evaluate-masked")(evaluate_masked_command)
    app.command("release-masked")(release_masked_command)
