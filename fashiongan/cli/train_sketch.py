"""Commands of `fashiongan-train` for pix2pix, sketch to garment."""

from pathlib import Path
from typing import Annotated

import torch
import typer

from fashiongan.dataset.labels import Split
from fashiongan.dataset.sketches import load_sketches
from fashiongan.dataset.training_set import load_training_set
from fashiongan.programs import log_to_stderr
from fashiongan.training.guards import refuse_too_large
from fashiongan.training.loop import Schedule, train
from fashiongan.training.pix2pix import Judge, Pix2pixRecipe, Pix2pixSettings

Data = Annotated[Path, typer.Argument(help="A garment set: a tar, or a folder made by prepare.")]


def pix2pix_command(
    data: Data,
    run: Annotated[Path, typer.Option(help="Folder of the run; an existing one is gone on with.")],
    minutes: Annotated[float, typer.Option(help="How long to train now.")] = 60.0,
    size: Annotated[int, typer.Option(help="Picture size: 32, 64, 128 or 256 px.")] = 256,
    width: Annotated[int, typer.Option(help="Base width of the U-Net; 64 is the paper's.")] = 32,
    batch: Annotated[int, typer.Option(help="Pictures a step.")] = 4,
    seed: Annotated[int, typer.Option()] = 0,
    discriminator: Annotated[Judge, typer.Option(help="patch is the paper's, projected a newer one.")] = Judge.PATCH,
    bfloat16: Annotated[bool, typer.Option(help="Compute in bfloat16 where it is enough.")] = True,
) -> None:
    """Train pix2pix to turn line drawings into garments; on CUDA where there is one."""
    log_to_stderr(verbose=True)
    settings = Pix2pixSettings(size, width, batch, seed, discriminator, bfloat16)
    sketches = load_sketches(load_training_set(data, Split.TRAIN, size))
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    recipe = Pix2pixRecipe(sketches, settings, device, {"data": data.name})
    refuse_too_large(recipe.memory_bytes(), device)
    losses = train(recipe, run, Schedule(minutes))
    typer.echo(f"{run}: " + ", ".join(f"{name} {value:.3f}" for name, value in losses.items()))
