"""What a library knows of one picture without opening it."""

import re
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Any

import numpy as np

from fashiongan.attributes import VOCABULARY, GarmentAttributes
from fashiongan.color import Color
from fashiongan.image import GarmentImage
from fashiongan.library.names import TAG_SEPARATOR
from fashiongan.recolor import shown_colors

_FILE = re.compile(r"[0-9]+\.png")
WORDS = tuple(VOCABULARY)


class Field(StrEnum):
    """What can be changed of a picture in a library, and undone."""

    STARRED = "starred"
    BOARD = "board"
    TAGS = "tags"
    NOTE = "note"
    TRASHED = "trashed"


Value = bool | str | tuple[str, ...]
UNNOTED: Mapping[Field, Value] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Entry:
    """A picture's place in a library, and what it can be found by. made : UTC, ISO 8601; board : "" for none"""

    number: int
    made: str
    file: str
    attributes: GarmentAttributes
    color: Color
    origin: str
    starred: bool
    board: str
    tags: tuple[str, ...]
    note: str
    trashed: bool


def row_of(image: GarmentImage) -> dict[str, Any]:
    """The columns that come from a picture itself."""
    main, _ = shown_colors(image)
    lab = dict(zip(("lightness", "green_red", "blue_yellow"), (float(one) for one in main.lab), strict=True))
    words = {name: str(getattr(image.attributes, name)) for name in WORDS}
    return words | lab | {"origin": image.idea.origin}


def entry_from(row: sqlite3.Row) -> Entry:
    """Read one row of the table; ValueError or TypeError where another program wrote something else into it."""
    lab = np.array([row["lightness"], row["green_red"], row["blue_yellow"]])
    return Entry(
        row["number"],
        row["made"],
        file_in(row["file"]),
        GarmentAttributes(**{name: VOCABULARY[name](row[name]) for name in WORDS}),  # type: ignore[arg-type]
        Color.from_lab(lab),
        str(row["origin"]),
        bool(row["starred"]),
        str(row["board"]),
        tuple(tag for tag in row["tags"].split(TAG_SEPARATOR) if tag),
        str(row["note"]),
        bool(row["trashed"]),
    )


def file_in(written: str) -> str:
    """The name of a picture's file; ValueError where it would lead out of the library, in which files are deleted."""
    if not _FILE.fullmatch(written):
        raise ValueError(f"{written[:60]!r} is no picture of a library")
    return written


def stored(value: Value) -> int | str:
    """How a value of a field stands in the table."""
    if isinstance(value, tuple):
        return TAG_SEPARATOR.join(sorted(set(value)))
    return int(value) if isinstance(value, bool) else value
