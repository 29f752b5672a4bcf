"""What the window asks of fitting, as values, and the slow work behind it; no Qt here."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from fashiongan.garment.fit import FittedGarment
from fashiongan.garment.fit_colors import FitMap, lit_map, mapped_surface
from fashiongan.garment.fit_lines import fit_lines
from fashiongan.garment.picture import Surface
from fashiongan.garment.printing.cutting import CutPiece
from fashiongan.garment.shading import lit
from fashiongan.garment.style import Ease
from fashiongan.image import GarmentImage
from fashiongan.studio import Studio
from gui.wearer import Wearer

Progress = Callable[[float, str], None]


@dataclass(frozen=True, slots=True)
class FitOrder:
    """Whose picture's garment to fit on whom, over what is worn already; size : "" is made to measure."""

    image: GarmentImage
    wearer: Wearer
    ease: Ease
    over: tuple[FittedGarment, ...] = ()
    size: str = ""


@dataclass(frozen=True, slots=True)
class Dressed:
    """A fitted garment, ready to show.

    surfaces : the body and all that is worn, the garment last, with their light painted in; mapped : the garment in
    the colours of its fit; words : how it fits, line by line, and the size; pieces : of all that is worn, as they
    are cut
    """

    look: FittedGarment
    surfaces: list[Surface]
    mapped: Mapping[FitMap, Surface]
    words: list[str]
    pieces: tuple[tuple[CutPiece, ...], ...]

    def shown(self, which: FitMap | None) -> list[Surface]:
        """The surfaces with the garment in its own picture, or in the colours of a map."""
        return self.surfaces if which is None else [*self.surfaces[:-1], self.mapped[which]]


def carry_out(order: FitOrder, studio: Studio, progress: Progress) -> Dressed:
    """Build the body, fit the garment and look how it sits. Raising from `progress` stops.

    Raises
    ------
    MeasurementError, GarmentError : as the studio raises them
    """
    progress(0.0, "body")
    body = order.wearer.body(studio)
    return dressed(studio.fit(order.image, body, order.ease, progress, over=order.over, size=order.size))


def dressed(look: FittedGarment) -> Dressed:
    """Everything that is shown of a fitted garment."""
    return Dressed(
        look,
        [lit(surface) for surface in look.surfaces()],
        {which: lit_map(mapped_surface(look, which)) for which in FitMap},
        fit_lines(look),
        tuple(one.pieces for one in look.worn),
    )
