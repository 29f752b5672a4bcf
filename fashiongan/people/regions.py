"""What a picture of a person shows where, and what of the body is under it.

The seven regions are those of Zhu et al., Be Your Own Prada (2017), https://arxiv.org/abs/1710.07346; a dress is part
of TOP there, too. The body's parts without clothes stand for the paper's map of the same picture at low resolution.
"""

from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

HEIGHT_PX, WIDTH_PX = 256, 160


class Region(IntEnum):
    """What is seen."""

    GROUND = 0
    HAIR = 1
    HEAD = 2
    TOP = 3
    BOTTOM = 4
    LEGS = 5
    ARMS = 6  # And what is bare of the trunk.


class BodyPart(IntEnum):
    """What of the body is there, seen or under clothes."""

    GROUND = 0
    HEAD = 1
    TRUNK = 2
    ARMS = 3
    LEGS = 4


@dataclass(frozen=True, eq=False)
class PersonPicture:
    """rgb : (256, 160, 3) sRGB; regions : (256, 160) uint8 of Region; body : (256, 160) uint8 of BodyPart"""

    rgb: NDArray[np.uint8]
    regions: NDArray[np.uint8]
    body: NDArray[np.uint8]
