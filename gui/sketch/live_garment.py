"""From the page to a garment, on a thread of its own: what is asked, and what comes back."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from fashiongan.attributes import GarmentAttributes
from fashiongan.errors import ImageError
from fashiongan.studio import Studio
from fashiongan.tools.drawn_sketch import Square, sketch_of
from fashiongan.tools.sketch_request import SketchRequest
from gui.sketch.painting import Layers


@dataclass(frozen=True, eq=False)
class Wanted:
    """A page as it is now, and what is asked for. asked, seed : as of a SketchRequest"""

    layers: Layers
    asked: GarmentAttributes
    seed: int


@dataclass(frozen=True, eq=False)
class Made:
    """A garment. rgba : (256, 256, 4); square : where it lies on the page"""

    rgba: NDArray[np.uint8]
    square: Square


def make_garment(studio: Studio, wanted: Wanted) -> Made | None:
    """Make a page's garment, without reading its attributes off it; None of what is no drawing yet.

    An empty page opens the weights, so that the first stroke need not wait for them.

    Raises
    ------
    CheckpointError : the weights cannot be used
    """
    sketcher = studio.workshop.sketcher
    try:
        sketch, square = sketch_of(wanted.layers.lines(), wanted.layers.dabs(), "The page")
    except ImageError:
        return None
    request = SketchRequest(sketch.lines, wanted.asked, wanted.seed, sketch.dabs)
    return Made(sketcher.draw(request), square)
