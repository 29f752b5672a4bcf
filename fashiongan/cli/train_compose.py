"""Commands of `fashiongan-train` for MC-GAN, a garment inside a photo."""

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
    best_of,
    chosen,
    keep_report,
    release_measured,
    say_losses,
)
from fashiongan.dataset.colors import read_colors, shipped_color_table
from fashiongan.dataset.labels import Split
from fashiongan.dataset.scenes import load_scenes, read_photos
from fashiongan.evaluation.composing.judge import compose_judge
from fashiongan.evaluation.composing.report import OURS, PASTE, evaluate_composer, held_out_places, make_all
from fashiongan.evaluation.composing.sheet import compose_sheet, compose_table
from fashiongan.evaluation.kid import InceptionFeatures
from fashiongan.generator.generation import CHECKPOINT_NAME as CONDITIONAL
from fashiongan.generator.parts import build_generator
from fashiongan.generator.reader import GarmentReader
from fashiongan.networks.compose_generator import SEEN_SHARE, ComposeShape
from fashiongan.programs import log_to_stderr
from fashiongan.tools.composing import CHECKPOINT_NAME, Composer, build_composer
from fashiongan.training.composing.mcgan import McganRecipe, McganSettings
from fashiongan.training.guards import refuse_too_large
from fashiongan.training.loop import Schedule, train
from fashiongan.training.release import Entry

CPU = torch.device("cpu")
# Real photos that KID compares with, for each that is composed into.
REFERENCES = 4
Photos = Annotated[Path, typer.Argument(help="A tar of photos/ID.jpg and masks/ID.png, as photos256.tar.")]


def mcgan_command(
    photos: Photos,
    run: NewRun,
    minutes: Annotated[float, typer.Option(help="How long to train now.")] = 60.0,
    width: Annotated[int, typer.Option(help="Channels of the finest background features.")] = 16,
    batch: Annotated[int, typer.Option(help="Pictures a step.")] = 16,
    seed: Annotated[int, typer.Option()] = 0,
    bfloat16: Annotated[bool, typer.Option(help="Compute in bfloat16 where it is enough.")] = True,
    judge_every: Annotated[float, typer.Option(help="Minutes between KID scores; 0 for none.", min=0)] = 30.0,
    checkpoints: Annotated[Path | None, typer.Option(help="Folder with the conditional generator.")] = None,
) -> None:
    """Train MC-GAN to put garments of the conditional generator into photos; on CUDA where there is one."""
    log_to_stderr(verbose=True)
    settings = McganSettings(width, batch, seed, bfloat16)
    checkpoint = find_checkpoint(CONDITIONAL, checkpoints or checkpoint_folder())
    generator = build_generator(load_weights(checkpoint, CPU))
    seen_px = ComposeShape(generator.network.shape, width).seen_px
    scenes = load_scenes(photos, Split.TRAIN, seen_px, 1 / SEEN_SHARE)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    recipe = McganRecipe(scenes, generator, settings, device, {"data": photos.name, "foreground": checkpoint.sha256})
    refuse_too_large(recipe.memory_bytes(), device)
    judge = None
    if judge_every:
        held_out = load_scenes(photos, Split.VAL, seen_px, 1 / SEEN_SHARE)
        judge = compose_judge(recipe.averaged, held_out, generator.wardrobe, device)
    losses = train(recipe, run, Schedule(minutes, judge_every_minutes=judge_every), judge=judge)
    say_losses(run, losses)


def evaluate_mcgan_command(
    photos: Photos,
    weights: Annotated[Path | None, typer.Option(help="Weights of a run; the released checkpoint if left out.")] = None,
    pictures: Annotated[int, typer.Option(help="How many held-out photos.", min=4)] = 100,
    split: Annotated[Split, typer.Option(help="test to report, val to choose.")] = Split.TEST,
    out: Annotated[Path | None, typer.Option(help="Also write the report here, as JSON, and a sheet as PNG.")] = None,
) -> None:
    """Measure a composer in held-out photos, where their own garments were, beside pasting."""
    log_to_stderr(verbose=True)
    checkpoint = chosen(weights, CHECKPOINT_NAME)
    loaded = load_weights(checkpoint, CPU)
    composer = Composer(checkpoint, build_composer(loaded), CPU)
    places = held_out_places(read_photos(photos, split), read_colors(shipped_color_table()), pictures)
    made = make_all(composer, places)
    train_photos = list(read_photos(photos, Split.TRAIN))
    reference = train_photos[:: max(1, len(train_photos) // (REFERENCES * pictures))]
    report = evaluate_composer(made, reference, InceptionFeatures(CPU), GarmentReader.load(checkpoint_folder(), CPU))
    report |= {"split": str(split), "training": loaded.header.get("training")}
    keep_report(report, compose_sheet(made), out)
    typer.echo(compose_table(report))


def release_mcgan_command(
    run: RunFolder,
    report: Report,
    command: Command,
    data: DataVersion,
    to: Folder = CHECKPOINTS,
) -> None:
    """Put a run's best weights into the checkpoints folder, with their numbers."""
    log_to_stderr(verbose=True)

    def numbers(report: dict[str, Any]) -> Entry:
        kids = {"kid_x1000_test": report["ways"][OURS], "kid_x1000_pasted": report["ways"][PASTE]}
        kids |= {"kid_x1000_floor": report["real"]}
        return {name: float(which["kid"]["value"]) for name, which in kids.items()}

    release_measured(best_of(run), CHECKPOINT_NAME, (data, command), report, numbers, to)
