"""What is behind a body in a 3D view."""

from dataclasses import dataclass
from enum import StrEnum

from fashiongan.garment.picture import GROUND, Rgb


class Ground(StrEnum):
    """The grounds that can be chosen."""

    LIGHT = "light"
    DARK = "dark"
    GRADIENT = "gradient"


@dataclass(frozen=True, slots=True)
class GroundColors:
    """At the top and at the bottom of the picture; the same where it is plain."""

    top: Rgb
    bottom: Rgb

    @property
    def plain(self) -> bool:
        return self.top == self.bottom


COLORS = {
    Ground.LIGHT: GroundColors(GROUND, GROUND),
    Ground.DARK: GroundColors((38, 37, 36), (38, 37, 36)),
    Ground.GRADIENT: GroundColors((232, 233, 236), (150, 153, 160)),
}
