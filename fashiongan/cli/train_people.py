"""Commands of `fashiongan-train` for redressing people: make pictures of people, and train on them."""

from pathlib import Path
from typing import Annotated

import torch
import typer

from fashiongan.checkpoint_folder import checkpoint_folder
from fashiongan.checkpoints import find_checkpoint, load_weights
from fashiongan.dataset.labels import Split
from fashiongan.generation import CHECKPOINT_NAME as CONDITIONAL
from fashiongan.generator_parts import build_generator
from fashiongan.people.grounds import read_grounds
from fashiongan.people.loading import load_people
from fashiongan.people.making import make_people
from fashiongan.people.reading import StyleCodes
from fashiongan.programs import log_to_stderr, progress_bar
from fashiongan.studio import Studio
from fashiongan.training.cloth_codes import cloth_codes
from fashiongan.training.loop import Schedule, train
from fashiongan.training.person_run import RedressSettings, Stage
from fashiongan.training.redress_recipes import redress_recipe

CPU = torch.device("cpu")
People = Annotated[Path, typer.Argument(help="Made by `people`; or Clothing Co-Parsing, or DeepFashion-MultiModal.")]
Garments = Annotated[Path | None, typer.Option(help="The garment set that PEOPLE were made of.")]


def people_command(
    garments: Annotated[Path, typer.Argument(help="A garment set: a tar, or a folder made by prepare.")],
    out: Annotated[Path, typer.Option(help="Folder of the pictures; one that is there is gone on with.")],
    count: Annotated[int, typer.Option(help="How many people, six pictures each; some 10 s a person.", min=1)] = 400,
) -> None:
    """Dress people of the body model in garments of a set, and draw them with their regions."""
    log_to_stderr(verbose=False)
    with progress_bar() as bar:
        task = bar.add_task("people", total=count)
        measurer = Studio().measurer
        there = make_people(garments, out, count, measurer, lambda done: bar.update(task, completed=done))
    typer.echo(f"{there} of {count} people in {out}")


def fashiongan_command(
    people: People,
    run: Annotated[Path, typer.Option(help="Folder of the run; an existing one is gone on with.")],
    stage: Annotated[Stage, typer.Option(help="Each is a run of its own, in any order.")],
    garments: Garments = None,
    photos: Annotated[Path | None, typer.Option(help="Of nobody, to stand people in front of: photos256.tar.")] = None,
    minutes: Annotated[float, typer.Option(help="How long to train now.")] = 60.0,
    width: Annotated[int, typer.Option(help="Base width of the U-Net.")] = 32,
    batch: Annotated[int, typer.Option(help="Pictures a step.")] = 8,
    seed: Annotated[int, typer.Option()] = 0,
    bfloat16: Annotated[bool, typer.Option(help="Compute in bfloat16 where it is enough.")] = True,
) -> None:
    """Train FashionGAN to redress people: the parser, stage 1 (regions) or stage 2 (textures)."""
    log_to_stderr(verbose=True)
    settings = RedressSettings(stage, width, batch, seed, bfloat16=bfloat16)
    grounds = read_grounds(photos, Split.TRAIN) if photos else None
    known = load_people(people, Split.TRAIN, garments, style_codes())
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    options = {"people": people.name, "pictures": len(known), "photos": photos.name if photos else ""}
    recipe = redress_recipe(known, grounds, settings, device, options)
    losses = train(recipe, run, Schedule(minutes))
    typer.echo(f"{run}: " + ", ".join(f"{name} {value:.3f}" for name, value in losses.items()))


def style_codes() -> StyleCodes:
    """Codes of the released generator's style encoder."""
    weights = load_weights(find_checkpoint(CONDITIONAL, checkpoint_folder()), CPU)
    return cloth_codes(build_generator(weights).style_encoder)
