"""Every kind of picture, made again: `python -m benchmarks.remaking`. Prints JSON; ends with 1 where a byte differs.

A project with one picture of each kind is drawn with the released weights in this process, and made again by
`fashiongan-remake` in processes of their own, with one thread and with two.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw

from fashiongan.attributes import Category, GarmentAttributes
from fashiongan.color import Color
from fashiongan.generator.request import Controls, GenerationRequest
from fashiongan.generator.style_picture import read_style_picture
from fashiongan.ideas.reworked import OtherPicture
from fashiongan.ideas.tools import Change
from fashiongan.image import GarmentImage
from fashiongan.picture_tasks import put_into
from fashiongan.project.files import write_project
from fashiongan.project.project import KeptPicture, Project
from fashiongan.studio import Studio
from fashiongan.tasks import (
    Blend,
    FromPhoto,
    FromSketch,
    IntoPhoto,
    Mix,
    Moulding,
    Recoloring,
    Restyling,
    Steering,
    Task,
    Upscaling,
    Variations,
)
from fashiongan.tools.dressing_up import Redressing
from fashiongan.tools.filling import FillSilhouette
from fashiongan.tools.place import Place
from fashiongan.tools.region import Region
from fashiongan.tools.sketch_picture import read_sketch

ROOT = Path(__file__).resolve().parent.parent
GARMENTS = ROOT / "tests" / "data" / "garments" / "images"
# One of our simulated people, who stands there in a row of pictures.
PEOPLE, PERSON_PX = ROOT / "docs" / "images" / "redressed.png", (0, 288, 160, 544)
THREADS, LONGEST_S = (1, 2), 1800
DRESS, SKIRT = GarmentAttributes(Category.DRESS), GarmentAttributes(Category.SKIRT)


def main() -> None:
    """Draw, make again, and print what came out."""
    with tempfile.TemporaryDirectory() as folder:
        made = dict(_pictures(Studio(), Path(folder)))
        project = Path(folder) / "every.fgan"
        write_project(Project(tuple(KeptPicture(one.png()) for one in made.values())), project)
        told = {f"{threads} threads": _told(project, list(made), threads) for threads in THREADS}
    print(json.dumps(told, indent=1))
    sys.exit(0 if all(said == "identical" for one in told.values() for said in one.values()) else 1)


def _pictures(studio: Studio, folder: Path) -> Iterator[tuple[str, GarmentImage]]:
    """One of each kind, by name."""
    first, second = (studio.picture(GenerationRequest(words, seed=3), 0) for words in (DRESS, SKIRT))
    photo = min(GARMENTS.iterdir())
    restyled = studio.picture(Restyling(first, "dark"), 0)
    tasks: dict[str, Task] = {
        "style": GenerationRequest(DRESS, seed=4, controls=Controls(style=read_style_picture(photo))),
        "creative": GenerationRequest(DRESS, seed=5, controls=Controls(0.7, 0.6)),
        "variation": Variations(first, distance=0.5, seed=1, change=Change.CLOTH),
        "blend": Blend(first, second),
        "mix": Mix(first, second),
        "steering": Steering(first, studio.generator.directions[0]),
        "moulding": Moulding(first, ((studio.generator.directions[0], 1.5),), second, 0.3),
        "recoloring": Recoloring(first, (Color.parse("teal"),)),
        "photo": FromPhoto(read_style_picture(photo), DRESS),
        "sketch": FromSketch(read_sketch(_drawing(folder)), SKIRT, seed=2),
        "into a photo": IntoPhoto(_place(), DRESS, seed=6),
        "itself into a photo": put_into(_place(), first),
        "silhouette": FillSilhouette(second, GenerationRequest(SKIRT, seed=7)),
        "on a person": Redressing(_person(), GenerationRequest(GarmentAttributes(Category.TSHIRT), seed=8)),
        "restyled and enlarged": Upscaling(restyled, 0.5),
    }
    yield "plain", first
    for name, task in tasks.items():
        yield name, studio.picture(task, 0)


def _told(project: Path, names: list[str], threads: int) -> dict[str, str]:
    """What `fashiongan-remake` says of each picture."""
    few = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), str(threads))
    command = [sys.executable, "-m", "fashiongan.cli.remake", str(project), str(project.with_name(f"again{threads}"))]
    ended = subprocess.run(
        command, env=os.environ | few, stdout=subprocess.PIPE, text=True, timeout=LONGEST_S, check=False
    )
    verdicts = (line.partition(": pictures/") for line in ended.stdout.splitlines())
    return dict(zip(names, (verdict for verdict, found, _ in verdicts if found), strict=True))


def _drawing(folder: Path) -> Path:
    page = Image.new("RGB", (300, 400), "white")
    ImageDraw.Draw(page).polygon([(60, 60), (240, 60), (210, 340), (90, 340)], outline="black", width=4)
    page.save(folder / "skirt.png")
    return folder / "skirt.png"


def _person() -> OtherPicture:
    with Image.open(PEOPLE) as people:
        return OtherPicture(np.array(people.convert("RGBA").crop(PERSON_PX)), "somebody")


def _place() -> Place:
    """The middle of a wall that gets lighter to the right."""
    wall = np.full((400, 300, 4), 255, np.uint8)
    wall[..., :3] = np.linspace(90, 200, 300).astype(np.uint8)[None, :, None]
    return Place(OtherPicture(wall, "wall"), Region(60, 60, 180, 280))


if __name__ == "__main__":
    main()
