"""Make a set of pictures of dressed people, from bodies of our model in real garments of a set.

A folder holds `pictures/<id>.png`, `regions/<id>.png` (Region + 8 x BodyPart, gray) and `people.csv`, one row a
picture: which garment each piece has its cut from, and which its cloth. Person 7 is the same whenever they are made.
"""

import csv
import io
import logging
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
from PIL import Image

from fashiongan.attributes import BOTTOMS
from fashiongan.body.fitting import fit_body
from fashiongan.body.measuring import BodyMeasurer
from fashiongan.body.population import random_adult
from fashiongan.dataset.labels import GarmentLabel, Split
from fashiongan.errors import FashionGanError
from fashiongan.files import write_atomically
from fashiongan.garment.dimensions import take_dimensions
from fashiongan.garment.fit import FittedGarment
from fashiongan.people.outfits import Wardrobe, dressed, dyed
from fashiongan.people.poses import draw_pose
from fashiongan.people.regions import PersonPicture, Region
from fashiongan.people.rendering import PersonPainter, draw_look

logger = logging.getLogger(__name__)
TABLE, PICTURES, REGIONS = "people.csv", "pictures", "regions"
PART_STEP = 8
# Every eighth person wears garments of the test split.
TEST_EVERY = 8
VIEWS = 6
# The first picture shows garments as they are, the others in any cloth.
OWN_CLOTH_SHARE = 0.3


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One picture. top, bottom : ids of the garments that were cut, "" if none; a dress is a top; *_cloth : whose
    cloth they are of"""

    picture: str
    split: str
    top: str
    top_cloth: str
    bottom: str
    bottom_cloth: str


def make_people(garments: Path, out: Path, count: int, measurer: BodyMeasurer, told: Callable[[int], None]) -> int:
    """Make people 0 to count - 1, those that are there already left as they are; returns how many there are.

    Who cannot be dressed is left out with a warning.

    Raises
    ------
    DatasetError : the garment set cannot be used
    OutputError : the folder cannot be written to
    """
    wardrobes = {split: Wardrobe.load(garments, split) for split in (Split.TRAIN, Split.TEST)}
    painter = PersonPainter(measurer.model)
    there = 0
    for index in range(count):
        split = Split.TEST if index % TEST_EVERY == TEST_EVERY - 1 else Split.TRAIN
        table = out / "rows" / f"{index:05d}.csv"
        if not table.exists():
            try:
                _make(index, split, wardrobes[split], measurer, painter, out)
            except FashionGanError as error:
                logger.warning("person %d is left out: %s", index, error)
                write_atomically(table, b"")
        there += table.stat().st_size > 0
        told(index + 1)
    _write_table(out)
    return there


def _make(
    index: int, split: Split, wardrobe: Wardrobe, measurer: BodyMeasurer, painter: PersonPainter, out: Path
) -> None:
    random = np.random.default_rng([index, 7])
    body = fit_body(random_adult(random), measurer)
    labels = wardrobe.outfit(random)
    worn = dressed(body, take_dimensions(body.mesh.vertices_mm, measurer), map(wardrobe.picture, labels))
    rows = []
    for view in range(VIEWS):
        cloths = labels if view == 0 else tuple(_cloth(label, wardrobe, random) for label in labels)
        shown = tuple(_in(one, label, cloth, wardrobe) for one, label, cloth in zip(worn, labels, cloths, strict=True))
        name = f"{index:05d}-{view}"
        _save(painter.paint(shown, draw_pose(random), draw_look(random)), out, name)
        rows.append(_row(name, split, labels, cloths))
    write_atomically(out / "rows" / f"{index:05d}.csv", _as_csv(rows))


def _cloth(label: GarmentLabel, wardrobe: Wardrobe, random: np.random.Generator) -> GarmentLabel:
    return label if random.random() < OWN_CLOTH_SHARE else wardrobe.draw(wardrobe.labels, random)


def _in(one: FittedGarment, label: GarmentLabel, cloth: GarmentLabel, wardrobe: Wardrobe) -> FittedGarment:
    return one if cloth is label else dyed(one, wardrobe.picture(cloth))


def _row(name: str, split: Split, labels: tuple[GarmentLabel, ...], cloths: tuple[GarmentLabel, ...]) -> PersonRow:
    ids = {Region.TOP: ("", ""), Region.BOTTOM: ("", "")}
    for label, cloth in zip(labels, cloths, strict=True):
        slot = Region.BOTTOM if label.attributes.category in BOTTOMS else Region.TOP
        ids[slot] = label.image, cloth.image
    return PersonRow(name, str(split), *ids[Region.TOP], *ids[Region.BOTTOM])


def _save(person: PersonPicture, out: Path, name: str) -> None:
    for folder, pixels in ((PICTURES, person.rgb), (REGIONS, person.regions + PART_STEP * person.body)):
        buffer = io.BytesIO()
        Image.fromarray(pixels).save(buffer, "PNG")
        write_atomically(out / folder / f"{name}.png", buffer.getvalue())


def _as_csv(rows: list[PersonRow]) -> bytes:
    text = io.StringIO()
    writer = csv.DictWriter(text, list(asdict(rows[0])), lineterminator="\n")
    writer.writeheader()
    writer.writerows(asdict(row) for row in rows)
    return text.getvalue().encode()


def _write_table(out: Path) -> None:
    """One table of all people."""
    parts = [path.read_text(encoding="utf-8") for path in sorted((out / "rows").glob("*.csv"))]
    found = [part.split("\n", 1) for part in parts if part]
    if found:
        write_atomically(out / TABLE, (found[0][0] + "\n" + "".join(rows for _, rows in found)).encode())
