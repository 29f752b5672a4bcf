"""The demo project: a small summer collection to look around in, drawn by the weights that are there."""

from collections.abc import Callable
from dataclasses import dataclass

from fashiongan.attributes import GarmentAttributes
from fashiongan.body.measurements import BodyMeasurements, Figure
from fashiongan.garment.style import Ease
from fashiongan.generator.request import GenerationRequest
from fashiongan.image import GarmentImage
from fashiongan.project.project import UNNOTED, KeptBody, KeptFit, KeptPicture, Noted, Project

Progress = Callable[[float, str], None]


@dataclass(frozen=True, slots=True)
class Piece:
    """One garment of the collection: what is asked for it, with which seed, and what is noted of it."""

    category: str
    pattern: str
    color: str
    seed: int
    noted: Noted = UNNOTED

    def request(self) -> GenerationRequest:
        """What is drawn."""
        words = {"category": self.category, "pattern": self.pattern}
        return GenerationRequest(GarmentAttributes.parse(words, (self.color,)), 1, self.seed)


_EVENING, _DAY = ("evening",), ("day",)
COLLECTION = (
    Piece("tshirt", "solid", "teal", 10, Noted(True, tags=_DAY, note="Worn on the Fit page.")),
    Piece("shirt", "check", "steelblue", 11, Noted(True, tags=_DAY)),
    Piece("trousers", "solid", "tan", 12, Noted(tags=_DAY)),
    Piece("skirt", "dot", "black", 11, Noted(tags=_EVENING)),
    Piece("hoodie", "solid", "darkolivegreen", 12, Noted(tags=_DAY)),
    Piece("blazer", "solid", "midnightblue", 8, Noted(tags=_EVENING)),
    Piece("dress", "floral", "navy", 12, Noted(tags=_DAY)),
    Piece("dress", "solid", "firebrick", 11, Noted(True, tags=_EVENING, note="Which colour next?")),
)
WEARER = BodyMeasurements(Figure.WOMAN, 1720, 880, 700, 960)


def demo_project(draw: Callable[[GenerationRequest], GarmentImage], progress: Progress) -> Project:
    """The collection, and somebody who wears the first garment of it; the same weights draw the same.

    draw : gives one picture; progress : share of 0-1, and what is done

    Raises
    ------
    CheckpointError : as `draw` raises it
    """
    pictures = []
    for place, piece in enumerate(COLLECTION):
        progress(place / len(COLLECTION), f"{place + 1} / {len(COLLECTION)}")
        pictures.append(KeptPicture(draw(piece.request()).png(), piece.noted))
    fabric = str(pictures[0].image().attributes.fabric)
    return Project(tuple(pictures), KeptBody.of(WEARER), (KeptFit(0, Ease.REGULAR, "", fabric),))
