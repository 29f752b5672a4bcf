"""Depth and colour come from two sensors that do not wait for each other; they are brought together by time."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from numpy.typing import NDArray

from scanning.frame import RgbdFrame

# One frame at 30 Hz: a colour image further away shows another moment.
FURTHEST_US = 34_000


@dataclass(frozen=True, slots=True)
class TimedImage:
    """One image of one sensor: (H, W) uint16 depth steps, or (H, W, 3) uint8 sRGB."""

    pixels: NDArray[Any]
    timestamp_us: int
    sequence: int


def paired(depths: Iterator[TimedImage], colors: Iterator[TimedImage]) -> Iterator[RgbdFrame]:
    """Every depth image in order, with the colour image nearest in time; without one if all are further than a frame.

    depths, colors : each in order of time
    """
    before, after = None, next(colors, None)
    for depth in depths:
        while after is not None and after.timestamp_us < depth.timestamp_us:
            before, after = after, next(colors, None)
        color = _nearest(depth.timestamp_us, before, after)
        yield RgbdFrame(depth.pixels, depth.timestamp_us, depth.sequence, None if color is None else color.pixels)


def _nearest(timestamp_us: int, *images: TimedImage | None) -> TimedImage | None:
    apart_us = [(abs(one.timestamp_us - timestamp_us), one) for one in images if one is not None]
    nearest_us, nearest = min(apart_us, key=lambda pair: pair[0], default=(FURTHEST_US + 1, None))
    return nearest if nearest_us <= FURTHEST_US else None
