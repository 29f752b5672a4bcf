"""What a garment shall be like, beyond the body that it is for: words, ease, and the proportions of a picture."""

from dataclasses import dataclass
from enum import StrEnum

from fashiongan.attributes import GarmentAttributes


class Ease(StrEnum):
    """How much wider than the body the garment is cut."""

    SLIM = "slim"
    REGULAR = "regular"
    LOOSE = "loose"


@dataclass(frozen=True, slots=True)
class Shape:
    """Proportions of a garment that lies flat, as shares of its width; None leaves one to the block.

    The width is that under the arms, of bottoms that at the seat. length : from the side of the neck, of bottoms from
    the waist, to the hem; hem : its width, of trousers of one leg; sleeve : shoulder tip to cuff, along the sleeve;
    cuff : its width; neck_width, neck_depth : of the neck's opening, the depth from the side of the neck
    """

    length: float | None = None
    hem: float | None = None
    sleeve: float | None = None
    cuff: float | None = None
    neck_width: float | None = None
    neck_depth: float | None = None


def average_width_mm(height_mm: float) -> float:
    """How wide a garment lies that is for somebody of a stature and of average girth.

    Lengths in a picture are shares of this width, not of the wearer's: a stout person's T-shirt would reach the knees.
    With this share the middle one of our labelled T-shirts (1.45 widths long) ends at the hips, knee-long skirts (1.25)
    at the knees and full-length trousers (2.06) at the ankles.
    """
    return 0.27 * height_mm


@dataclass(frozen=True, slots=True)
class Style:
    """What is asked of a block."""

    attributes: GarmentAttributes
    ease: Ease = Ease.REGULAR
    shape: Shape = Shape()
