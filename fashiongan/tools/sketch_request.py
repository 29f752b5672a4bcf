"""What is asked of a drawing, as a plain value."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from fashiongan.attributes import GarmentAttributes
from fashiongan.dataset.thinning import Lines
from fashiongan.errors import RequestError
from fashiongan.ideas.latent import MAX_SEED
from fashiongan.tools.sketch_picture import SIZE_PX


@dataclass(frozen=True, eq=False)
class SketchRequest:
    """What to make of a drawing.

    lines : (256, 256) of a SketchPicture; asked : words and colours, any of them open; seed : chooses a main colour
    where no colour is asked for; dabs : (256, 256, 4) sRGB, opaque where a colour was dabbed on the drawing, or None
    """

    lines: Lines
    asked: GarmentAttributes = field(default_factory=GarmentAttributes)
    seed: int = 0
    dabs: NDArray[np.uint8] | None = None

    def __post_init__(self) -> None:
        if self.lines.shape != (SIZE_PX, SIZE_PX):
            raise RequestError(f"lines are {self.lines.shape}, but a sketch is {SIZE_PX} x {SIZE_PX}; use read_sketch.")
        if not 0 <= self.seed <= MAX_SEED:
            raise RequestError(f"seed is {self.seed}, but it is 0 to {MAX_SEED}.")
        if self.dabs is not None and self.dabs.shape != (SIZE_PX, SIZE_PX, 4):
            raise RequestError(
                f"dabs are {self.dabs.shape}, but they are RGBA of {SIZE_PX} x {SIZE_PX}, like the lines."
            )
