"""Commands of `fashiongan-train` for FashionGAN: make pictures of people, train, evaluate, release."""

from pathlib import Path
from typing import Annotated

import typer

from fashiongan.people.making import make_people
from fashiongan.programs import log_to_stderr, progress_bar
from fashiongan.studio import Studio


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
