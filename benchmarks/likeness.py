"""How like their pictures garments come out: `python -m benchmarks.likeness --garments TAR [--each 2] [--only skirt]`.

Real pictures of the test split, cut for one body with and without the shape that was read from them. IoU of the
silhouette with the pattern's fronts lying flat, and with the front view of the worn garment (`garment/likeness.py`).
A table on standard error, JSON on standard output.
"""

import argparse
import json
import sys
from pathlib import Path

import numpy as np

from fashiongan.attributes import Category
from fashiongan.body.fitting import FittedBody
from fashiongan.body.measurements import BodyMeasurements, Figure
from fashiongan.dataset.labels import GarmentLabel, Split, read_labels, shipped_label_table
from fashiongan.dataset.pictures import read_pictures
from fashiongan.errors import DatasetError
from fashiongan.garment.dimensions import Dimensions, take_dimensions
from fashiongan.garment.drape import drape
from fashiongan.garment.fabrics import fabric_of
from fashiongan.garment.likeness import pattern_iou, worn_iou
from fashiongan.garment.meshing import mesh_pattern
from fashiongan.garment.silhouette import read_shape
from fashiongan.garment.style import Ease, Shape, Style
from fashiongan.garment.wardrobe import BLOCKS, draft
from fashiongan.idea import DesignCode, Idea
from fashiongan.image import GarmentImage
from fashiongan.studio import Studio

SIZE_PX = 256


def main() -> None:
    """Compare, and print what it came to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--garments", type=Path, required=True)
    parser.add_argument("--each", type=int, default=2)
    parser.add_argument("--only", default=",".join(BLOCKS))
    asked = parser.parse_args()
    studio = Studio()
    body = studio.body(BodyMeasurements(Figure.WOMAN, 1680, 900, 740, 980))
    dimensions = take_dimensions(body.mesh.vertices_mm, studio.measurer)
    report = {}
    for category in (Category(word) for word in asked.only.split(",")):
        if not (labels := _some(category, asked.each)):
            continue
        images = _images(asked.garments, labels)
        rows = [_likeness(image, body, dimensions) for image in images]
        means = [round(float(np.mean(column)), 3) for column in zip(*rows, strict=True)]
        report[str(category)] = dict(zip(("flat plain", "flat read", "worn plain", "worn read"), means, strict=True))
        print(f"{category:11} {report[str(category)]}", file=sys.stderr, flush=True)
    print(json.dumps({"each": asked.each, "iou": report}, indent=1))


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


def _likeness(image: GarmentImage, body: FittedBody, dimensions: Dimensions) -> list[float]:
    """Flat without and with the picture's shape, worn without and with it."""
    words, flat, worn = image.attributes, [], []
    for shape in (Shape(), read_shape(image)):
        pattern = draft(dimensions, Style(words, Ease.REGULAR, shape))
        mesh = drape(pattern, mesh_pattern(pattern), body.mesh, fabric_of(words.fabric, words.category))
        flat.append(pattern_iou(image, pattern))
        worn.append(worn_iou(image, pattern, mesh))
    return flat + worn


if __name__ == "__main__":
    main()
