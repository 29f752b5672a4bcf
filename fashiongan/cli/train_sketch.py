"""Commands of `fashiongan-train` for pix2pix, sketch to garment."""

from pathlib import Path
from typing import Annotated, Any

import torch
import typer

from fashiongan.checkpoint_folder import checkpoint_folder
from fashiongan.checkpoints import load_weights
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
)
from fashiongan.dataset.labels import Split
from fashiongan.dataset.sketches import load_sketches
from fashiongan.dataset.training_set import load_training_set
from fashiongan.evaluation.lpips import Lpips
from fashiongan.evaluation.translators.sketch_report import COLOR_WAY, draw_by_hand, evaluate_sketches, sketch_held_out
from fashiongan.evaluation.translators.sketch_sheet import drawn_sheet, sketch_table
from fashiongan.generator.reader import GarmentReader
from fashiongan.programs import log_to_stderr
from fashiongan.tools.sketch_picture import SIZE_PX
from fashiongan.tools.sketching import CHECKPOINT_NAME, SketchTranslator, build_sketch_generator
from fashiongan.training.guards import refuse_too_large
from fashiongan.training.loop import Schedule, train
from fashiongan.training.release import Entry
from fashiongan.training.run import STATE, read_state
from fashiongan.training.translators.pix2pix import Judge, Pix2pixRecipe, Pix2pixSettings

CPU = torch.device("cpu")
Data = Annotated[Path, typer.Argument(help="A garment set: a tar, or a folder made by prepare.")]


def pix2pix_command(
    data: Data,
    run: NewRun,
    minutes: Annotated[float, typer.Option(help="How long to train now.")] = 60.0,
    size: Annotated[int, typer.Option(help="Picture size: 32, 64, 128 or 256 px.")] = 256,
    width: Annotated[int, typer.Option(help="Base width of the U-Net; 64 is the paper's.")] = 32,
    batch: Annotated[int, typer.Option(help="Pictures a step.")] = 4,
    seed: Annotated[int, typer.Option()] = 0,
    discriminator: Annotated[Judge, typer.Option(help="patch is the paper's, projected a newer one.")] = Judge.PATCH,
    bfloat16: Annotated[bool, typer.Option(help="Compute in bfloat16 where it is enough.")] = True,
    begin_with: Annotated[Path | None, typer.Option(help="Run to take weights from, for another --batch.")] = None,
) -> None:
    """Train pix2pix to turn line drawings into garments; on CUDA where there is one."""
    log_to_stderr(verbose=True)
    settings = Pix2pixSettings(size, width, batch, seed, discriminator, bfloat16)
    sketches = load_sketches(load_training_set(data, Split.TRAIN, size))
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    # A run that is gone on with has its own state by now.
    begin = read_state(begin_with)["recipe"] if begin_with and not (run / STATE).exists() else None
    options = {"data": data.name, "begin_with": str(begin_with or "")}
    recipe = Pix2pixRecipe(sketches, settings, device, options, begin)
    refuse_too_large(recipe.memory_bytes(), device)
    losses = train(recipe, run, Schedule(minutes))
    say_losses(run, losses)


def evaluate_pix2pix_command(
    data: Data,
    weights: Annotated[Path | None, typer.Option(help="Weights of a run; the released checkpoint if left out.")] = None,
    pictures: Annotated[int, typer.Option(help="How many held-out garments.", min=1)] = 100,
    split: Annotated[Split, typer.Option(help="test to report, val to choose.")] = Split.TEST,
    out: Annotated[Path | None, typer.Option(help="Also write the report here, as JSON, and sheets as PNG.")] = None,
) -> None:
    """Measure a sketch translator on held-out garments beside baselines, and on drawings by hand."""
    log_to_stderr(verbose=True)
    checkpoint = chosen(weights, CHECKPOINT_NAME)
    loaded = load_weights(checkpoint, CPU)
    translator = SketchTranslator(checkpoint, build_sketch_generator(loaded), CPU)
    train_set, held_out = (load_sketches(load_training_set(data, one, SIZE_PX)) for one in (Split.TRAIN, split))
    drawn, reader = draw_by_hand(translator), GarmentReader.load(checkpoint_folder(), CPU)
    report = evaluate_sketches(translator, train_set, sketch_held_out(held_out, pictures), Lpips(CPU), drawn, reader)
    report |= {"split": str(split), "training": loaded.header.get("training")}
    keep_report(report, drawn_sheet(drawn), out)
    typer.echo(sketch_table(report))


def release_pix2pix_command(
    run: RunFolder,
    report: Report,
    command: Command,
    data: DataVersion,
    to: Folder = CHECKPOINTS,
) -> None:
    """Put a run's weights into the checkpoints folder, with their numbers."""
    log_to_stderr(verbose=True)

    def numbers(report: dict[str, Any]) -> Entry:
        scores, drawn = report["ways"][COLOR_WAY], report["drawn"]
        return {"lpips_test": scores["lpips"], "edge_f1_test": scores["edge_f1"], "edge_f1_drawn": drawn["edge_f1"]}

    release_measured(run / "weights.safetensors", CHECKPOINT_NAME, (data, command), report, numbers, to)
