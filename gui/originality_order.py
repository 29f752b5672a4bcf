"""What the window asks of the originality check, as values, and the slow work behind it; no Qt here."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from fashiongan.errors import ImageError
from fashiongan.image import read_garment_image
from fashiongan.library.embeddings import Embedded
from fashiongan.library.library import Library
from fashiongan.originality.finding import Match, Nearness, Scale

if TYPE_CHECKING:
    # Only for its name: the window opens sooner without.
    from fashiongan.originality.check import Originality

Progress = Callable[[float, str], None]
Deliver = Callable[[object], None]
# Beside pictures of one's own that cannot be looked at.
NOWHERE: NDArray[np.float32] = np.zeros(0, np.float32)


@dataclass(frozen=True, eq=False)
class OriginalityOrder:
    """A picture to check, against one's own, too. picture : its file; own : those looked at already; unseen : number
    and file of those that are to be looked at first"""

    picture: Path
    own: Embedded
    unseen: tuple[tuple[int, Path], ...]


@dataclass(frozen=True, eq=False)
class Looked:
    """A picture of a library, and where it lies: (D,); empty if it cannot be."""

    number: int
    vector: NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class Neighbour:
    """A garment of the training set that is near a picture. jpeg : None where it must not be shown"""

    match: Match
    words: str
    jpeg: bytes | None


@dataclass(frozen=True, eq=False)
class Found:
    """The nearest garments of the training set, and of one's own by number. own_size : among so many of one's own;
    unseen : so many more are yet to be looked at"""

    scale: Scale
    training_size: int
    training: tuple[Neighbour, ...]
    own: tuple[tuple[int, Match], ...]
    own_size: int
    unseen: int

    @property
    def nearness(self) -> Nearness:
        """How near the nearest of the training set is."""
        return self.training[0].match.nearness


def order_for(number: int, library: Library, space: str) -> OriginalityOrder:
    """What to do for a picture of a library, which is no neighbour of its own.

    Raises
    ------
    LibraryError : there is none
    """
    own = library.embedded(space).without(number)
    return OriginalityOrder(library.path(number), own, unseen_of(library, space, number))


def unseen_of(library: Library, space: str, besides: int | None = None) -> tuple[tuple[int, Path], ...]:
    """Number and file of every picture that was not yet looked at."""
    files = library.files()
    return tuple((one, files[one]) for one in library.not_embedded(space) if one != besides)


def carry_out(order: OriginalityOrder, originality: "Originality", progress: Progress, deliver: Deliver) -> None:
    """Deliver what is found at once, then a `Looked` for each picture not yet seen, then what is found among all.

    Raises
    ------
    ImageError : the picture was lost or damaged, or there is no garment cut out in it
    """
    progress(0.0, "comparing")
    vector = originality.embed(read_garment_image(order.picture).rgba)
    deliver(_found(vector, order.own, originality, len(order.unseen)))
    if not order.unseen:
        return
    seen = [one for one in look_at(order.unseen, originality, progress, deliver) if len(one.vector)]
    if seen:
        numbers = (*order.own.numbers, *(one.number for one in seen))
        vectors = np.stack([*order.own.vectors, *(one.vector for one in seen)])
        deliver(_found(vector, Embedded(numbers, vectors), originality, 0))


def look_at(
    unseen: tuple[tuple[int, Path], ...], originality: "Originality", progress: Progress, deliver: Deliver
) -> list[Looked]:
    """Look at pictures of a library, and deliver each, to be kept with `keep`. Raising from `progress` stops."""
    looked = []
    for place, (number, path) in enumerate(unseen):
        progress(place / len(unseen), f"looking at your picture {place + 1} of {len(unseen)}")
        looked.append(Looked(number, _vector_of(path, originality)))
        deliver(looked[-1])
    return looked


def keep(looked: Looked, library: Library, space: str) -> None:
    """Keep where a picture lies, so that it need not be looked at again."""
    library.embed(looked.number, space, looked.vector)


def _vector_of(path: Path, originality: "Originality") -> NDArray[np.float32]:
    try:
        return originality.embed(read_garment_image(path).rgba)
    except ImageError:
        return NOWHERE  # A file that was lost, or a whole photo: it takes no part, and is not tried each time.


def _found(vector: NDArray[np.float32], own: Embedded, originality: "Originality", unseen: int) -> Found:
    index = originality.index
    training = tuple(
        Neighbour(match, index.words(match.row), index.jpegs[match.row]) for match in originality.nearest(vector)
    )
    near = originality.among(vector, own.vectors)
    mine = tuple((own.numbers[match.row], match) for match in near)
    return Found(index.scale, len(index.jpegs), training, mine, len(own.numbers), unseen)
