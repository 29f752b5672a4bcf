"""Where a 3D view is seen from: a value, and what mouse and keys make of it. Millimetres, y up; no Qt here."""

from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np

from fashiongan.body.model import Floats

# Narrow, as for a portrait: a wide lens makes what is near too large, so that nothing seems to fit.
FIELD_OF_VIEW_DEG = 35.0
STEEPEST_DEG = 89.0
NEAREST_MM, FARTHEST_MM = 60.0, 1800.0
MARGIN = 1.06
_TANGENT = float(np.tan(np.deg2rad(FIELD_OF_VIEW_DEG / 2)))


class StandardView(StrEnum):
    """The sides from which a garment is looked at; left and right are the wearer's."""

    FRONT = "front"
    BACK = "back"
    LEFT = "left"
    RIGHT = "right"
    THREE_QUARTER = "three-quarter"
    TOP = "top"


_TURN_TILT_DEG = {
    StandardView.FRONT: (0.0, 0.0),
    StandardView.BACK: (180.0, 0.0),
    StandardView.LEFT: (90.0, 0.0),
    StandardView.RIGHT: (270.0, 0.0),
    StandardView.THREE_QUARTER: (40.0, 10.0),
    StandardView.TOP: (0.0, STEEPEST_DEG),
}


@dataclass(frozen=True, slots=True)
class Ray:
    """A line of sight. origin_mm, direction : (3,), the direction of length 1"""

    origin_mm: Floats
    direction: Floats


@dataclass(frozen=True, slots=True)
class Camera:
    """It looks at `target_mm` from a turn about the vertical, 0 from the front and 90 from the wearer's left, and a
    tilt, 90 from above. half_height_mm : what is seen above the target, as deep as the target lies; parallel : without
    perspective, so that lengths can be compared"""

    target_mm: tuple[float, float, float] = (0.0, 900.0, 0.0)
    half_height_mm: float = 1000.0
    turn_deg: float = 0.0
    tilt_deg: float = 0.0
    parallel: bool = False

    @property
    def front(self) -> Floats:
        """(3,) from the target to the eye."""
        turn, tilt = np.deg2rad((self.turn_deg, self.tilt_deg))
        return np.array([np.sin(turn) * np.cos(tilt), np.sin(tilt), np.cos(turn) * np.cos(tilt)])

    @property
    def up(self) -> Floats:
        """(3,) what is up in the picture."""
        turn, tilt = np.deg2rad((self.turn_deg, self.tilt_deg))
        return np.array([-np.sin(turn) * np.sin(tilt), np.cos(tilt), -np.cos(turn) * np.sin(tilt)])

    @property
    def right(self) -> Floats:
        """(3,) what is right in the picture."""
        return np.cross(self.up, self.front)

    def orbited(self, turn_deg: float, tilt_deg: float = 0.0) -> "Camera":
        """Moved round the target, but never over its top."""
        tilt = float(np.clip(self.tilt_deg + tilt_deg, -STEEPEST_DEG, STEEPEST_DEG))
        return replace(self, turn_deg=(self.turn_deg + turn_deg) % 360, tilt_deg=tilt)

    def panned(self, right: float, up: float) -> "Camera":
        """What is seen moved, in halves of the picture's height."""
        moved = np.array(self.target_mm) - self.half_height_mm * (right * self.right + up * self.up)
        return replace(self, target_mm=_point(moved))

    def zoomed(self, factor: float, right: float = 0.0, up: float = 0.0) -> "Camera":
        """Farther by a factor; the place (in halves of the picture's height from its middle) stays where it is."""
        half = float(np.clip(self.half_height_mm * factor, NEAREST_MM, FARTHEST_MM))
        kept = 1 - half / self.half_height_mm
        return replace(self.panned(-kept * right, -kept * up), half_height_mm=half)

    def seen_from(self, view: StandardView) -> "Camera":
        """The same place from another side."""
        turn, tilt = _TURN_TILT_DEG[view]
        return replace(self, turn_deg=turn, tilt_deg=tilt)

    def framing(self, points_mm: Floats, width_to_height: float) -> "Camera":
        """From the same side, moved so that (N, 3) points just fill the picture."""
        low, high = points_mm.min(0), points_mm.max(0)
        centre = (low + high) / 2
        from_centre = points_mm - centre
        across = np.abs(from_centre @ self.right) / width_to_height
        reach = np.maximum(across, np.abs(from_centre @ self.up))
        nearer = 0.0 if self.parallel else _TANGENT * (from_centre @ self.front)
        half = float((reach + nearer).max()) * MARGIN
        return replace(self, target_mm=_point(centre), half_height_mm=float(np.clip(half, NEAREST_MM, FARTHEST_MM)))

    def ray(self, right: float, up: float) -> Ray:
        """What is seen at a place, in halves of the picture's height from its middle."""
        target = np.array(self.target_mm)
        seen = target + self.half_height_mm * (right * self.right + up * self.up)
        if self.parallel:
            return Ray(seen + 2 * FARTHEST_MM * self.front, -self.front)
        eye = target + self.half_height_mm / _TANGENT * self.front
        return Ray(eye, (seen - eye) / np.linalg.norm(seen - eye))


def _point(place: Floats) -> tuple[float, float, float]:
    x, y, z = place.tolist()
    return (x, y, z)
