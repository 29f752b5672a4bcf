"""How a garment sits, in colours: ease and stretch on the cloth, and the scales by which they are read.

Scales keep their order for whoever tells red from green badly: ease only gets lighter; stretch runs from blue to
orange, and is lightest at rest.

Source: the colours of ease are those of viridis (van der Walt and Smith, 2015, CC0), those of stretch of Okabe and Ito,
Color Universal Design, 2008.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from fashiongan.body.model import Floats
from fashiongan.color import Color
from fashiongan.garment.fit import FittedGarment
from fashiongan.garment.picture import Surface, vertex_normals
from fashiongan.garment.shading import AMBIENT, studio_light

STEPS = 256
SHADES = 64


class FitMap(StrEnum):
    """What of its fit is painted on a garment."""

    EASE = "ease"
    STRETCH = "stretch"


@dataclass(frozen=True, slots=True)
class Scale:
    """Colours of values, evenly spread from `low` to `high`; values beyond take those of the ends.

    meaning : one line for people; stops : (value, colour), ascending; ticks : (value, label), for a legend
    """

    meaning: str
    stops: tuple[tuple[float, Color], ...]
    ticks: tuple[tuple[float, str], ...]

    @property
    def low(self) -> float:
        return self.stops[0][0]

    @property
    def high(self) -> float:
        return self.stops[-1][0]

    def share(self, values: Floats) -> Floats:
        """(N,) how far along the scale values are, 0 to 1."""
        return np.asarray(np.clip((values - self.low) / (self.high - self.low), 0, 1))

    def ramp(self) -> NDArray[np.uint8]:
        """(STEPS, 3) the colours from low to high, sRGB."""
        values = np.linspace(self.low, self.high, STEPS)
        at = [value for value, _ in self.stops]
        channels = np.array([[color.red, color.green, color.blue] for _, color in self.stops]).T
        return np.rint([np.interp(values, at, channel) for channel in channels]).T.astype(np.uint8)


_VIRIDIS = ("#440154", "#3b528b", "#21918c", "#5ec962", "#fde725")
SCALES = {
    FitMap.EASE: Scale(
        "Distance from the skin",
        tuple((15.0 * index, Color.parse(color)) for index, color in enumerate(_VIRIDIS)),
        ((0.0, "0 mm"), (15.0, "15"), (30.0, "30"), (45.0, "45"), (60.0, "60 mm")),
    ),
    FitMap.STRETCH: Scale(
        "Length against that when cut",
        (
            (0.95, Color.parse("#0072b2")),
            (1.0, Color.parse("#f4f2ec")),
            (1.05, Color.parse("#e69f00")),
            (1.15, Color.parse("#8a3800")),
        ),
        ((0.95, "−5 %"), (1.0, "0"), (1.05, "+5"), (1.1, "+10"), (1.15, "+15 %")),
    ),
}


def mapped_surface(look: FittedGarment, which: FitMap) -> Surface:
    """A garment in the colours of its fit instead of its own, ready to draw."""
    values = look.maps.ease_mm if which is FitMap.EASE else look.maps.stretch
    scale, cloth = SCALES[which], look.mesh
    # Half a pixel from both ends, or the far one would shine through.
    along = (0.5 + scale.share(values) * (STEPS - 1)) / STEPS
    uv = np.stack([along, np.full(len(along), 0.5)], axis=1)
    texture = np.repeat(scale.ramp()[None], 2, axis=0)
    normals = vertex_normals(cloth.vertices_mm, cloth.faces)
    return Surface(cloth.vertices_mm, cloth.faces, normals, uv=uv, texture=texture)


def lit_map(mapped: Surface) -> Surface:
    """A surface of `mapped_surface` with its light painted in: every row of the texture has another brightness."""
    assert mapped.uv is not None
    assert mapped.texture is not None
    light = np.linspace(1.0, AMBIENT, SHADES)
    texture = np.rint(mapped.texture[:1] * light[:, None, None]).astype(np.uint8)
    bright = (studio_light(mapped.normals) - AMBIENT) / (1 - AMBIENT)
    uv = np.stack([mapped.uv[:, 0], (0.5 + bright * (SHADES - 1)) / SHADES], axis=1)
    return replace(mapped, uv=uv, texture=texture)
