"""Commands of the upscaler for `fashiongan-train`: train it, evaluate it, release its weights."""

from pathlib import Path
from typing import Annotated, Any

import numpy as np
import torch
import typer

from fashiongan.checkpoints import load_weights
from fashiongan.cli.releasing import (
    CHECKPOINTS,
    Command,
    DataVersion,
    Folder,
    NewRun,
    Report,
    chosen,
    keep_report,
    release_measured,
    say_losses,
    unlisted,
)
from fashiongan.dataset.labels import Split
from fashiongan.dataset.sharp_pictures import SIZE_PX, load_sharp_pictures, opaque, read_photos
from fashiongan.dataset.training_set import load_training_set
from fashiongan.errors import CheckpointError, TrainingError
from fashiongan.evaluation.lpips import Lpips
from fashiongan.evaluation.translators.upscale_report import HeldOut, evaluate_upscaler, upscale_table
from fashiongan.programs import log_to_stderr
from fashiongan.tools.upscaling import CHECKPOINT_NAME, build_upscaler
from fashiongan.training.guards import refuse_too_large
from fashiongan.training.loop import Schedule, train
from fashiongan.training.release import Entry
from fashiongan.training.run import STATE, read_state
from fashiongan.training.translators.esrgan import LEARNING_RATES, EsrganRecipe, EsrganSettings, Stage
from fashiongan.training.translators.perceptual import Compared

Garments = Annotated[Path, typer.Argument(help="A garment set: a tar, or a folder made by prepare.")]
Photos = Annotated[Path | None, typer.Option(help="Tar with whole photos of the same set, to learn from, too.")]


def esrgan_command(
    data: Garments,
    run: NewRun,
    photos: Photos = None,
    stage: Annotated[
        Stage, typer.Option(help="psnr: near in every pixel; gan: then hard to tell from real.")
    ] = Stage.PSNR,
    minutes: Annotated[float, typer.Option(help="How long to train now.")] = 30.0,
    width: Annotated[int, typer.Option(help="Channels of the trunk; 64 in the paper.")] = 32,
    growth: Annotated[int, typer.Option(help="Channels that a dense layer adds; 32 in the paper.")] = 16,
    blocks: Annotated[int, typer.Option(help="Residual blocks; 23 in the paper.")] = 8,
    batch: Annotated[int, typer.Option(help="Crops a step.")] = 16,
    learning_rate: Annotated[
        float | None, typer.Option(help="Step size.  [default: 4e-4 for psnr, 1e-4 for gan]")
    ] = None,
    seed: Annotated[int, typer.Option()] = 0,
    bfloat16: Annotated[bool, typer.Option(help="Compute in bfloat16 where it is enough.")] = True,
    compare: Annotated[
        Compared, typer.Option(help="How gan compares what it sees: at the last depth, ESRGAN; at five, Real-ESRGAN.")
    ] = Compared.LAYERS,
    begin_with: Annotated[Path | None, typer.Option(help="Run to begin with; gan begins with one of psnr.")] = None,
) -> None:
    """Train the upscaler; on CUDA where there is one."""
    log_to_stderr(verbose=True)
    rate = learning_rate or LEARNING_RATES[stage]
    settings = EsrganSettings(stage, width, growth, blocks, batch, seed, rate, bfloat16, compare)
    begin = _begin(run, stage, begin_with)
    pictures = load_sharp_pictures(data, photos, Split.TRAIN)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    options = {"data": data.name, "photos": photos.name if photos else "", "begin_with": str(begin_with or "")}
    recipe = EsrganRecipe(pictures, settings, device, begin, options)
    refuse_too_large(recipe.memory_bytes(), device)
    losses = train(recipe, run, Schedule(minutes))
    say_losses(run, losses)


def evaluate_esrgan_command(
    data: Garments,
    photos: Annotated[Path, typer.Option(help="Tar with whole photos of the same set.")],
    weights: Annotated[Path | None, typer.Option(help="Weights of a run; the released checkpoint if left out.")] = None,
    pictures: Annotated[int, typer.Option(help="At most so many of each kind.", min=1)] = 100,
    out: Annotated[Path | None, typer.Option(help="Also write the report here, as JSON, and a sheet.")] = None,
) -> None:
    """Measure an upscaler on the test split, beside bicubic and Lanczos."""
    log_to_stderr(verbose=True)
    listed = chosen(weights, CHECKPOINT_NAME)
    loaded = load_weights(listed, torch.device("cpu"))
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    kinds = [
        HeldOut("garments", load_training_set(data, Split.TEST, SIZE_PX).rgba.permute(0, 2, 3, 1).numpy()),
        HeldOut("photos", opaque(np.stack(read_photos(photos, Split.TEST)))),
    ]
    some = [kind.some(pictures) for kind in kinds]
    report, sheet = evaluate_upscaler(build_upscaler(loaded, device), some, Lpips(device))
    report["training"] = loaded.header.get("training")
    keep_report(report, sheet, out)
    typer.echo(upscale_table(report))


def release_esrgan_command(
    run: Annotated[Path, typer.Argument(help="Folder of a run of the second stage.")],
    report: Report,
    command: Command,
    data: DataVersion,
    to: Folder = CHECKPOINTS,
) -> None:
    """Put both stages of an upscaler into the checkpoints folder, with their numbers."""
    weights = run / "weights.safetensors"
    loaded = load_weights(unlisted(weights, CHECKPOINT_NAME), torch.device("cpu"))
    if not build_upscaler(loaded, torch.device("cpu")).has_realism:
        raise CheckpointError(f"{run} has only learnt stage psnr; train a run with --stage gan --begin-with {run}.")

    def numbers(report: dict[str, Any]) -> Entry:
        photos = report["kinds"]["photos"]
        return {
            "photos_psnr_db": photos["realism 0"]["psnr_db"],
            "photos_psnr_db_bicubic": photos["bicubic"]["psnr_db"],
            "photos_lpips": photos["realism 1"]["lpips"],
            "photos_lpips_bicubic": photos["bicubic"]["lpips"],
        }

    release_measured(weights, CHECKPOINT_NAME, (data, command), report, numbers, to)


def _begin(run: Path, stage: Stage, begin_with: Path | None) -> dict[str, Any] | None:
    """The state to begin with; a run that is gone on with has its own by now."""
    if (run / STATE).exists():
        return None
    if begin_with:
        state: dict[str, Any] = read_state(begin_with)["recipe"]
        return state
    if stage is Stage.GAN:
        raise TrainingError("Stage gan begins where stage psnr ended; give --begin-with the run of it.")
    return None
