"""Commands of `fashiongan-train` for DeSIGN: a creative twin of the released generator."""

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
from fashiongan.evaluation.generator.creativity_report import creativity_table, evaluate_creativity
from fashiongan.evaluation.generator.report import feature_spaces
from fashiongan.generator.creative import CHECKPOINT_NAME, build_twin
from fashiongan.generator.generation import CHECKPOINT_NAME as BASE
from fashiongan.generator.parts import build_generator
from fashiongan.generator.reader import CHECKPOINT_NAME as READER
from fashiongan.generator.reader import GarmentReader, build_reader
from fashiongan.programs import log_to_stderr
from fashiongan.training.generator.creative_eyes import Aim, Creativity, On
from fashiongan.training.generator.design import DesignRecipe
from fashiongan.training.generator.settings import ConditionalSettings
from fashiongan.training.guards import refuse_too_large
from fashiongan.training.loop import Schedule, train
from fashiongan.training.release import Entry

CPU = torch.device("cpu")
Data = Annotated[Path, typer.Argument(help="A garment set: a tar, or a folder made by prepare.")]


def design_command(
    data: Data,
    run: NewRun,
    minutes: Annotated[float, typer.Option(help="How long to train now.")] = 40.0,
    creativity: Annotated[Creativity, typer.Option(help="Which loss puzzles the classifiers.")] = Creativity.HOLISTIC,
    on: Annotated[On, typer.Option(help="What of a garment shall be hard to place.")] = On.BOTH,
    gain: Annotated[float, typer.Option(help="How much that counts.")] = 1.0,
    alpha: Annotated[float, typer.Option(help="First order of sharma-mittal.")] = 0.5,
    beta: Annotated[float, typer.Option(help="Second order of sharma-mittal.")] = 0.5,
    batch: Annotated[int, typer.Option(help="Pictures a step; even.")] = 16,
    seed: Annotated[int, typer.Option()] = 0,
    bfloat16: Annotated[bool, typer.Option(help="Compute in bfloat16 where it is enough.")] = True,
) -> None:
    """Train a creative twin of the released generator; on CUDA where there is one."""
    log_to_stderr(verbose=True)
    aim = Aim(creativity, on, gain, alpha, beta)
    base = find_checkpoint(BASE, checkpoint_folder())
    parts = build_generator(load_weights(base, CPU))
    shape = parts.network.shape
    settings = ConditionalSettings(shape.size_px, shape.base_width, batch, seed, bfloat16)
    garments = load_training_set(data, Split.TRAIN, shape.size_px)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    reader = GarmentReader.load(checkpoint_folder(), device).network
    recipe = DesignRecipe(garments, (parts, base.sha256), reader, aim, settings, device, {"data": data.name})
    refuse_too_large(recipe.memory_bytes(), device)
    losses = train(recipe, run, Schedule(minutes))
    say_losses(run, losses)


def evaluate_design_command(
    data: Data,
    weights: Annotated[Path | None, typer.Option(help="Weights of a run; the released checkpoint if left out.")] = None,
    judge: Annotated[
        Path | None, typer.Option(help="Weights of a reader of another seed; one is trained if left out.")
    ] = None,
    pictures: Annotated[int, typer.Option(help="How many pictures at each stop of the slider.", min=8)] = 400,
    out: Annotated[Path | None, typer.Option(help="Also write the report here, as JSON, and a sheet.")] = None,
) -> None:
    """Measure the creativity slider at five stops: how hard pictures are to place, how new, and what that costs."""
    log_to_stderr(verbose=True)
    base = find_checkpoint(BASE, checkpoint_folder())
    parts = build_generator(load_weights(base, CPU))
    loaded = load_weights(chosen(weights, CHECKPOINT_NAME), CPU)
    twin = build_twin(loaded, parts.network, base.sha256)
    size = parts.network.shape.size_px
    test, train_set = (load_training_set(data, split, size) for split in (Split.TEST, Split.TRAIN))
    seen_by = build_reader(load_weights(unlisted(judge, READER), CPU)) if judge else None
    spaces = feature_spaces(GarmentReader.load(checkpoint_folder(), CPU).network)
    report, sheet = evaluate_creativity(parts, twin, seen_by, spaces, (test, train_set), pictures)
    report["training"] = loaded.header.get("training")
    keep_report(report, sheet, out)
    typer.echo(creativity_table(report))


def release_design_command(
    run: RunFolder,
    report: Report,
    command: Command,
    data: DataVersion,
    to: Folder = CHECKPOINTS,
) -> None:
    """Put a creative twin into the checkpoints folder, with its numbers."""
    log_to_stderr(verbose=True)
    weights = run / "weights.safetensors"
    loaded = load_weights(unlisted(weights, CHECKPOINT_NAME), CPU)
    base = find_checkpoint(BASE, to)
    build_twin(loaded, build_generator(load_weights(base, CPU)).network, base.sha256)

    def numbers(report: dict[str, Any]) -> Entry:
        ends = (("", report["weights"]["0"]), ("_creative", report["weights"]["1"]))
        kid = {f"kid_x1000{name}": round(end["kid"]["inception"]["value"], 1) for name, end in ends}
        return kid | {f"novelty{name}": round(end["novelty"]["inception"], 3) for name, end in ends}

    release_measured(weights, CHECKPOINT_NAME, (data, command), report, numbers, to)


def add_design_commands(app: typer.Typer) -> None:
    """Train, evaluate, release."""
    app.command("design")(design_command)
    app.command("evaluate-design")(evaluate_design_command)
    app.command("release-design")(release_design_command)
