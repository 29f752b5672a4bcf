"""What the window asks of a taste network, as values, and the slow work behind it; no Qt here."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from fashiongan.image import read_garment_image
from fashiongan.library.embeddings import Embedded, Vectors
from fashiongan.library.library import Library
from fashiongan.library.query import Query
from fashiongan.taste.profile import Star, TasteProfile, picture_sha256
from gui.originality_order import Deliver, Looked, Progress, unseen_of

if TYPE_CHECKING:
    # Only for its name: the window opens sooner without.
    from fashiongan.taste.recommender import TasteModel


@dataclass(frozen=True, slots=True)
class Starred:
    """A picture that is liked: its number, what it is called in a profile, and its file."""

    number: int
    name: str
    path: Path


@dataclass(frozen=True, eq=False)
class TasteOrder:
    """own : the pictures that were looked at already; unseen : number and file of the others; starred : those liked"""

    own: Embedded
    unseen: tuple[tuple[int, Path], ...]
    starred: tuple[Starred, ...]


@dataclass(frozen=True, eq=False)
class Tasted:
    """What the stars say. numbers : every picture, the best liked first"""

    profile: TasteProfile
    numbers: tuple[int, ...]


def order_for(library: Library, space: str) -> TasteOrder:
    """What there is to look at in a library for the weights of a space."""
    files = library.files()
    starred = tuple(
        Starred(one.number, f"{one.attributes.category}, {one.origin}", files[one.number])
        for one in library.entries(Query(starred=True))
    )
    return TasteOrder(library.embedded(space), unseen_of(library, space), starred)


def carry_out(order: TasteOrder, taste: "TasteModel", progress: Progress, deliver: Deliver) -> None:
    """Deliver a `Looked` for each picture not yet seen, then what the stars say as `Tasted`.

    Raises
    ------
    ImageError : a picture was lost or damaged
    """
    rows = dict(zip(order.own.numbers, order.own.vectors, strict=True))
    for place, (number, path) in enumerate(order.unseen):
        progress(place / len(order.unseen), f"looking at your picture {place + 1} of {len(order.unseen)}")
        rows[number] = taste.code(read_garment_image(path).rgba)
        deliver(Looked(number, rows[number]))
    stars = tuple(_star(one, rows[one.number]) for one in order.starred)
    profile = TasteProfile(taste.checkpoint.name, taste.checkpoint.sha256, stars)
    numbers = sorted(rows)
    ranked = taste.taste_of(profile).rank(np.stack([rows[number] for number in numbers]))
    deliver(Tasted(profile, tuple(numbers[place] for place in ranked)))


def _star(liked: Starred, code: Vectors) -> Star:
    sha256 = picture_sha256(read_garment_image(liked.path).rgba)
    return Star(liked.name, sha256, True, True, code.astype(np.float16))
