"""Commands of the upscaler for `fashiongan-train`: train it, evaluate it, release its weights."""

from pathlib import Path
from typing import Annotated, Any

import torch
import typer

from fashiongan.dataset.labels import Split
from fashiongan.dataset.sharp_pictures import load_sharp_pictures
from fashiongan.errors import TrainingError
from fashiongan.programs import log_to_stderr
from fashiongan.training.esrgan import LEARNING_RATES, EsrganRecipe, EsrganSettings, Stage
from fashiongan.training.guards import refuse_too_large
from fashiongan.training.loop import Schedule, train
from fashiongan.training.run import STATE, read_state

Garments = Annotated[Path, typer.Argument(help="A garment set: a tar, or a folder made by prepare.")]
Photos = Annotated[Path | None, typer.Option(help="Tar with whole photos of the same set, to learn from, too.")]


def esrgan_command(
    data: Garments,
    run: Annotated[Path, typer.Option(help="Folder of the run; an existing one is gone on with.")],
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
    begin_with: Annotated[Path | None, typer.Option(help="Run to begin with; gan begins with one of psnr.")] = None,
) -> None:
    """Train the upscaler; on CUDA where there is one."""
    log_to_stderr(verbose=True)
    rate = learning_rate or LEARNING_RATES[stage]
    settings = EsrganSettings(stage, width, growth, blocks, batch, seed, rate, bfloat16)
    begin = _begin(run, stage, begin_with)
    pictures = load_sharp_pictures(data, photos, Split.TRAIN)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    options = {"data": data.name, "photos": photos.name if photos else "", "begin_with": str(begin_with or "")}
    recipe = EsrganRecipe(pictures, settings, device, begin, options)
    refuse_too_large(recipe.memory_bytes(), device)
    losses = train(recipe, run, Schedule(minutes))
    typer.echo(f"{run}: " + ", ".join(f"{name} {value:.4f}" for name, value in losses.items()))


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
