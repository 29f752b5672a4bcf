"""Everything that is like a picture, the nearest first: as values, and the slow work behind it; no Qt here."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from fashiongan.image import read_garment_image
from fashiongan.library.embeddings import Embedded, Vectors
from gui.originality_order import Deliver, OriginalityOrder, Progress, look_at

if TYPE_CHECKING:
    # Only for its name: the window opens sooner without.
    from fashiongan.originality.check import Originality


@dataclass(frozen=True, slots=True)
class Alike:
    """The numbers of pictures, from the nearest to a picture to the farthest."""

    numbers: tuple[int, ...]


def carry_out(order: OriginalityOrder, originality: "Originality", progress: Progress, deliver: Deliver) -> None:
    """Deliver a `Looked` for each picture not yet seen, then all as `Alike`.

    Raises
    ------
    ImageError : the picture was lost or damaged, or there is no garment cut out in it
    """
    vector = originality.embed(read_garment_image(order.picture).rgba)
    seen = [one for one in look_at(order.unseen, originality, progress, deliver) if len(one.vector)]
    numbers = (*order.own.numbers, *(one.number for one in seen))
    vectors = [*order.own.vectors, *(one.vector for one in seen)]
    deliver(nearest_first(vector, Embedded(numbers, np.stack(vectors))) if vectors else Alike(()))


def nearest_first(vector: Vectors, among: Embedded) -> Alike:
    """Sort N pictures by how near they lie to (D,)."""
    far = np.linalg.norm(among.vectors - vector, axis=1)
    return Alike(tuple(among.numbers[row] for row in np.argsort(far, kind="stable")))
