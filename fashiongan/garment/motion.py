"""How cloth is let move."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Motion:
    """How the cloth moves in one stage; millimetres and seconds.

    stitch_reach : how far a stitch pulls at once, 0 after sewing; bending : share of the fabric's stiffness against it:
    cloth of a quarter of both weight and stiffness hangs the same, but threads are solved four times as exactly
    """

    gravity: float
    damping: float
    top_speed: float
    friction: float
    stitch_reach: float = 0.0
    bending: float = 1.0
