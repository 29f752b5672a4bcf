"""The label table: one row a picture, one column an attribute."""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import files
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from fashiongan.attributes import VOCABULARY, GarmentAttributes
from fashiongan.errors import DatasetError


class Split(StrEnum):
    """Which side of the split a picture is on. Contributors never stand on two sides."""

    TRAIN = "train"
    VAL = "val"
    TEST = "test"


@dataclass(frozen=True, slots=True)
class GarmentLabel:
    """The labels of one picture."""

    image: str
    split: Split
    contributor: str
    attributes: GarmentAttributes
    has_logo: bool


def shipped_label_table() -> Path:
    """The table that comes with the package; it labels the public CC0 photos by their id."""
    return Path(str(files("fashiongan.dataset") / "labels.csv"))


def table_beside(source: Path) -> Path:
    """The label table of a garment set, a tar or a folder: its own, or the one that comes with the package."""
    own = (source if source.is_dir() else source.parent) / "labels.csv"
    return own if own.exists() else shipped_label_table()


def read_labels(path: Path) -> list[GarmentLabel]:
    """Read a label table.

    Raises
    ------
    DatasetError : no such file, a missing column, a word outside the vocabulary, or a contributor on two sides
    """
    try:
        with path.open(newline="", encoding="utf-8") as file:
            rows = list(csv.DictReader(file))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise DatasetError(f"{path} cannot be read as a label table ({error}).") from error
    missing = {"image", "split", "contributor", "logo", *VOCABULARY} - set(rows[0] if rows else ())
    if missing:
        raise DatasetError(f"{path} lacks the column(s) {', '.join(sorted(missing))}.")
    labels, wrong = [], []
    for line, row in enumerate(rows, start=2):
        try:
            labels.append(_label_from_row(row))
        except ValueError as error:
            wrong.append(f"line {line}: {error}")
    if wrong:
        raise DatasetError(f"{path.name} has {len(wrong)} wrong rows; correct or remove them. The first: {wrong[0]}.")
    _refuse_shared_contributors(labels, path)
    return labels


def _label_from_row(row: dict[str, str]) -> GarmentLabel:
    values = {name: kind(row[name]) for name, kind in VOCABULARY.items()}
    split = Split(row["split"])
    return GarmentLabel(row["image"], split, row["contributor"], _observed(values), row["logo"] == "y")


def _observed(values: dict[str, StrEnum]) -> GarmentAttributes:
    # People photograph garments that our own rules would not ask for; what was seen is kept as it is.
    attributes = GarmentAttributes()
    for name, value in values.items():
        object.__setattr__(attributes, name, value)
    return attributes


def _refuse_shared_contributors(labels: Iterable[GarmentLabel], path: Path) -> None:
    side: dict[str, Split] = {}
    for label in labels:
        if side.setdefault(label.contributor, label.split) is not label.split:
            raise DatasetError(
                f"{path}: contributor {label.contributor} is in {side[label.contributor]} and {label.split}; "
                "put every contributor on one side, or test pictures leak into training."
            )


def label_indices(labels: Iterable[GarmentAttributes]) -> NDArray[np.int64]:
    """Attributes as column numbers: (N, 7), in the order of VOCABULARY. Every attribute must be given."""
    order = {name: list(kind) for name, kind in VOCABULARY.items()}
    return np.array([[order[name].index(getattr(one, name)) for name in VOCABULARY] for one in labels], np.int64)
