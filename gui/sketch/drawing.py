"""A drawing as plain values: strokes of points with pressure, in pixels of a page of 768."""

import math
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from fashiongan.color import Color
from fashiongan.errors import FashionGanError, ImageError

PAGE_PX = 768
# A pen that hardly touches the paper draws this share of its width.
LEAST_PRESSED = 0.25
_DECIMALS = 2


class Tool(StrEnum):
    """What a stroke is drawn with."""

    PEN = "pen"
    ERASER = "eraser"
    HINT = "hint"


@dataclass(frozen=True, slots=True)
class Point:
    """A place on the page, x to the right and y down, in pixels of the page; pressure : 0-1"""

    x: float
    y: float
    pressure: float = 1.0

    def middle(self, other: "Point") -> "Point":
        """Half-way to another one."""
        return Point((self.x + other.x) / 2, (self.y + other.y) / 2, (self.pressure + other.pressure) / 2)

    def mirror(self) -> "Point":
        """The same on the other side of the page's vertical middle."""
        return Point(PAGE_PX - self.x, self.y, self.pressure)

    def distance(self, other: "Point") -> float:
        """How far another one is, in pixels of the page."""
        return math.hypot(self.x - other.x, self.y - other.y)


@dataclass(frozen=True, slots=True)
class Stroke:
    """One move of the hand. color : of a hint only; mirrored : drawn on the other side of the page, too"""

    tool: Tool
    width_px: float
    points: tuple[Point, ...]
    color: Color | None = None
    mirrored: bool = False

    def __post_init__(self) -> None:
        if not self.points:
            raise ImageError("A stroke has no points; leave it out.")
        if not 0 < self.width_px <= PAGE_PX:
            raise ImageError(f"A stroke is {self.width_px:g} px wide, but a page has {PAGE_PX} px.")
        if (self.color is None) is (self.tool is Tool.HINT):
            raise ImageError(f"A stroke of the {self.tool} has the colour {self.color}; only hints have one.")

    def with_point(self, point: Point) -> "Stroke":
        """The same, going on to a point."""
        return replace(self, points=(*self.points, point))


Drawing = tuple[Stroke, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A quadratic curve between two places, of one width."""

    start: Point
    control: Point
    end: Point
    width_px: float

    def mirror(self) -> "Piece":
        """The same on the other side of the page's vertical middle."""
        return Piece(self.start.mirror(), self.control.mirror(), self.end.mirror(), self.width_px)


def pieces(stroke: Stroke, index: int) -> tuple[Piece, ...]:
    """What is drawn around point `index`: a piece of the line, and its mirror image if there is one."""
    here = piece(stroke, index)
    return (here, here.mirror()) if stroke.mirrored else (here,)


def piece(stroke: Stroke, index: int) -> Piece:
    """The part of a smooth line around point `index`: from the middle before it to the middle after it.

    It depends on the points beside it alone, so while a stroke grows, only its last piece changes.
    """
    points = stroke.points
    here = points[index]
    start = points[index - 1].middle(here) if index > 0 else here
    end = here.middle(points[index + 1]) if index < len(points) - 1 else here
    width_px = stroke.width_px * (LEAST_PRESSED + (1 - LEAST_PRESSED) * here.pressure)
    return Piece(start, here, end, width_px)


def stroke_to_dict(stroke: Stroke) -> dict[str, Any]:
    """Plain values, ready for JSON; points as x, y and pressure in a row."""
    flat = [round(value, _DECIMALS) for one in stroke.points for value in (one.x, one.y, one.pressure)]
    known: dict[str, Any] = {"tool": str(stroke.tool), "width": round(stroke.width_px, _DECIMALS), "points": flat}
    if stroke.color:
        known["color"] = stroke.color.hex
    return known | ({"mirrored": True} if stroke.mirrored else {})


def stroke_from_dict(known: dict[str, Any]) -> Stroke:
    """Read back `stroke_to_dict`.

    Raises
    ------
    ImageError : it is something else
    """
    try:
        flat = [float(value) for value in known["points"]]
        if len(flat) % 3 or not all(map(math.isfinite, flat)):
            raise ValueError("points are not x, y and pressure")
        points = tuple(Point(*flat[at : at + 3]) for at in range(0, len(flat), 3))
        color = Color.parse(known["color"]) if "color" in known else None
        return Stroke(Tool(known["tool"]), float(known["width"]), points, color, bool(known.get("mirrored", False)))
    except (KeyError, TypeError, ValueError, AttributeError, FashionGanError) as error:
        raise ImageError(f"A stroke of the drawing cannot be read ({error}); begin a new drawing.") from error
