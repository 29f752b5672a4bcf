"""What a user says to a calibration, in words and numbers."""

import re
from enum import StrEnum

from fashiongan.errors import CalibrationError

SHORTEST_MM, LONGEST_MM = 50, 3000
FURTHEST_MM = 20_000


class Edge(StrEnum):
    """An edge of the depth image."""

    TOP = "top"
    BOTTOM = "bottom"
    LEFT = "left"
    RIGHT = "right"

    @property
    def direction(self) -> tuple[float, float, float]:
        """From the middle of the image to this edge, in the camera's frame."""
        return _DIRECTIONS[self]


_DIRECTIONS = {
    Edge.TOP: (0.0, -1.0, 0.0),
    Edge.BOTTOM: (0.0, 1.0, 0.0),
    Edge.LEFT: (-1.0, 0.0, 0.0),
    Edge.RIGHT: (1.0, 0.0, 0.0),
}


def parse_box(text: str) -> tuple[float, ...]:
    """Width, depth and height in millimetres of a text such as 400x250x600.

    Raises
    ------
    CalibrationError : it is no such text, or a length is not 50 to 3000 mm
    """
    return _lengths(text, 3, "400x250x600")


def parse_cylinder(text: str) -> tuple[float, ...]:
    """Diameter and height in millimetres of a text such as 300x700.

    Raises
    ------
    CalibrationError : it is no such text, or a length is not 50 to 3000 mm
    """
    return _lengths(text, 2, "300x700")


def parse_size(text: str) -> tuple[float, ...]:
    """Three lengths of a box or two of a cylinder, in millimetres.

    Raises
    ------
    CalibrationError : as in `parse_box` and `parse_cylinder`
    """
    return parse_cylinder(text) if len(_parts(text)) == 2 else parse_box(text)


def parse_distances(text: str) -> tuple[float, ...]:
    """Millimetres of a text such as 800, 1300, 2000; none of an empty text.

    Raises
    ------
    CalibrationError : it is no such text, or a distance is not over 0 and up to 20 m
    """
    try:
        distances = tuple(float(part) for part in re.split(r"[\s,;]+", text) if part)
    except ValueError:
        distances = (0.0,)
    if not all(0 < distance <= FURTHEST_MM for distance in distances):
        raise CalibrationError(f"{text!r} are no distances; give millimetres, such as 800, 1300, 2000.")
    return distances


def _lengths(text: str, count: int, example: str) -> tuple[float, ...]:
    try:
        lengths = tuple(float(part) for part in _parts(text))
    except ValueError:
        lengths = ()
    if len(lengths) != count or not all(SHORTEST_MM <= length <= LONGEST_MM for length in lengths):
        raise CalibrationError(
            f"{text!r} is no size; give {count} lengths of {SHORTEST_MM} to {LONGEST_MM} mm, such as {example}."
        )
    return lengths


def _parts(text: str) -> list[str]:
    return text.lower().replace("×", "x").split("x")
