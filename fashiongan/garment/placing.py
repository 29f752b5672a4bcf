"""Where a flat panel starts: wrapped round a part of the body, in the panel's own coordinates."""

from dataclasses import dataclass
from enum import StrEnum


class Limb(StrEnum):
    """What a panel is wrapped round."""

    TRUNK = "trunk"
    NECK = "neck"
    HEAD = "head"
    LEFT_ARM = "left arm"
    RIGHT_ARM = "right arm"
    LEFT_LEG = "left leg"
    RIGHT_LEG = "right leg"


@dataclass(frozen=True, slots=True)
class Wrap:
    """A panel bent round a limb.

    turn_deg : where its x = `middle_mm` lies: 0 in front, 90 at the wearer's left, 180 behind; on an arm, 90 is what
    lies outside when it hangs, 0 its front; level_mm : height of y = 0 above the ground, on an arm how far y = 0 lies
    below the shoulder joint; girth_mm : (y, length of a full turn) from the highest y down, straight in between;
    off_mm : how much farther out than usual; apex_mm : of a panel cut from a ring, such as half a circle skirt, the y
    of the ring's centre at x = 0: its arcs go round level, and y and girths count along its radius x = 0; folded_mm :
    as girth_mm, how wide it hangs where there is so much cloth that it falls into folds; held : it stays at its height
    once it is sewn, as a fastened waistband does
    """

    limb: Limb
    turn_deg: float
    level_mm: float
    girth_mm: tuple[tuple[float, float], ...]
    middle_mm: float = 0.0
    off_mm: float = 0.0
    apex_mm: float | None = None
    folded_mm: tuple[tuple[float, float], ...] = ()
    held: bool = False


@dataclass(frozen=True, slots=True)
class Fork:
    """Trousers: a panel wrapped by `upper` above y = `fork_mm`, by `lower` below, and in between in the middle."""

    upper: Wrap
    lower: Wrap
    fork_mm: float


@dataclass(frozen=True, slots=True)
class Fold:
    """A collar's fall or a lapel: folded back along its seam onto the outside of what it is sewn to.

    splay_deg : how far it stands off that
    """

    splay_deg: float = 14.0


Placing = Wrap | Fork | Fold
