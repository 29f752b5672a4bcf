"""How like their pictures garments come out: `python -m benchmarks.likeness --garments TAR [--each 3] [--only skirt]`.

Real pictures of the test split, cut for one body with the shape that was read from them. IoU of the silhouette with the
pattern's fronts lying flat, without and with that shape, and with the front view of the worn garment
(`garment/likeness.py`). A table on standard error, JSON on standard output; `--picture FILE` draws the first garment of
each category, but for graphic prints, beside its picture.
"""

import argparse
import json
import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image

from fashiongan.attributes import Category
from fashiongan.attributes import Pattern as Print
from fashiongan.body.fitting import FittedBody
from fashiongan.body.measurements import BodyMeasurements, Figure
from fashiongan.dataset.labels import GarmentLabel, Split, read_labels, shipped_label_table
from fashiongan.dataset.pictures import read_pictures
from fashiongan.errors import DatasetError
from fashiongan.garment.dimensions import Dimensions, take_dimensions
from fashiongan.garment.fit import FittedGarment, fit_garment
from fashiongan.garment.likeness import pattern_iou, silhouette_iou
from fashiongan.garment.picture import GROUND
from fashiongan.garment.style import Style
from fashiongan.garment.wardrobe import BLOCKS, draft
from fashiongan.ideas.idea import DesignCode, Idea
from fashiongan.image import GarmentImage
from fashiongan.studio import Studio

SIZE_PX, PAIR_PX, ACROSS = 256, 210, 4


@dataclass(frozen=True)
class Likeness:
    """One garment: IoU lying flat as the words alone have it, and as read; worn; picture and worn garment."""

    plain: float
    flat: float
    worn: float
    pair: Image.Image


def main() -> None:
    """Compare, and print what it came to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--garments", type=Path, required=True)
    parser.add_argument("--each", type=int, default=3)
    parser.add_argument("--only", default=",".join(BLOCKS))
    parser.add_argument("--picture", type=Path)
    asked = parser.parse_args()
    studio = Studio()
    body = studio.body(BodyMeasurements(Figure.WOMAN, 1680, 900, 740, 980))
    dimensions = take_dimensions(body.mesh.vertices_mm, studio.measurer)
    report, pairs = {}, []
    for category in (Category(word) for word in asked.only.split(",")):
        if not (labels := _some(category, asked.each)):
            continue
        found = [_likeness(image, body, dimensions) for image in _images(asked.garments, labels)]
        report[str(category)] = _summary(found)
        # Prints may carry words, which are not ours to show.
        pairs.append(min(zip(labels, found, strict=True), key=lambda one: _is_print(one[0]))[1].pair)
        print(f"{category:11} {report[str(category)]}", file=sys.stderr, flush=True)
    print(json.dumps({"each": asked.each, "iou": report}, indent=1))
    if asked.picture:
        _sheet(pairs).quantize(256, kmeans=1).save(asked.picture, optimize=True)


def _is_print(label: GarmentLabel) -> bool:
    return label.attributes.pattern is Print.GRAPHIC


def _summary(found: list[Likeness]) -> dict[str, float]:
    middle = {name: float(np.median([getattr(one, name) for one in found])) for name in ("plain", "flat", "worn")}
    worst = min(one.worn for one in found)
    return {"number": len(found), **{name: round(value, 2) for name, value in middle.items()}, "worst": round(worst, 2)}


def _sheet(pairs: list[Image.Image]) -> Image.Image:
    width, height = pairs[0].size
    sheet = Image.new("RGB", (ACROSS * width, -(-len(pairs) // ACROSS) * height), GROUND)
    for number, pair in enumerate(pairs):
        sheet.paste(pair, (number % ACROSS * width, number // ACROSS * height))
    return sheet


def _some(category: Category, count: int) -> list[GarmentLabel]:
    labels = [one for one in read_labels(shipped_label_table()) if one.split is Split.TEST and not one.has_logo]
    own = [one for one in labels if one.attributes.category is category]
    return [own[index] for index in np.random.default_rng(0).permutation(len(own))[:count]]


def _images(garments: Path, labels: list[GarmentLabel]) -> list[GarmentImage]:
    code = DesignCode(*(np.zeros(width, np.float16) for width in (8, 8, 6)))
    found = []
    for label, rgba in zip(labels, read_pictures(garments, [one.image for one in labels], SIZE_PX), strict=True):
        if isinstance(rgba, DatasetError):
            raise rgba
        found.append(GarmentImage(rgba, Idea(label.attributes, label.attributes, code, "photo"), "photo", ""))
    return found


def _likeness(image: GarmentImage, body: FittedBody, dimensions: Dimensions) -> Likeness:
    fitted = fit_garment(image, body, dimensions)
    plain = draft(dimensions, Style(image.attributes))
    worn = silhouette_iou(image, fitted)
    return Likeness(pattern_iou(image, plain), pattern_iou(image, fitted.pattern), worn, _pair(image, fitted))


def _pair(image: GarmentImage, fitted: FittedGarment) -> Image.Image:
    """The picture on the left, the worn garment on the right."""
    look = fitted.picture(PAIR_PX, (0.0,))
    pair = Image.new("RGB", (PAIR_PX + look.width, PAIR_PX), GROUND)
    shown = Image.fromarray(image.rgba).resize((PAIR_PX - 10, PAIR_PX - 10), Image.Resampling.LANCZOS)
    pair.paste(shown, (5, 5), shown)
    pair.paste(look, (PAIR_PX, 0))
    return pair


if __name__ == "__main__":
    main()
