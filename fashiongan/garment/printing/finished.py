"""Measurements of a finished garment, taken on its pattern as a tape takes them on a table. Millimetres."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from shapely import LineString, Polygon

from fashiongan.garment.curves import length_mm
from fashiongan.garment.pattern import Panel, Pattern, Side

# What sewing may be off, each way, by what is usual in the trade: along the body, and at openings and small parts.
LARGE_MM, SMALL_MM = 10.0, 5.0
BELOW_MM, SAME_HEIGHT_MM = 0.5, 20.0


@dataclass(frozen=True, slots=True)
class Finished:
    """One measurement. how : where it is taken; tolerance_mm : each way."""

    name: str
    how: str
    value_mm: float
    tolerance_mm: float


def finished(pattern: Pattern) -> tuple[Finished, ...]:
    """Everything that can be measured on a garment with these panels; flat is half of the way round."""
    front, back = (_of_side(pattern, side) for side in (Side.FRONT, Side.BACK))
    trunk, sleeve = [*front, *back], _of_side(pattern, Side.LEFT_SLEEVE)
    legs = any(_named(panel, "inseam") for panel in trunk)
    found = [
        Finished("Chest", "flat, under the arms", _chest_mm(front, back), LARGE_MM),
        Finished("Shoulder", "from the neck to the sleeve", _first_mm(front, "shoulder"), SMALL_MM),
        Finished("Neck opening", "all round, before its band", _sum_mm(trunk, "neckline"), SMALL_MM),
        Finished("Waist seam", "flat, darts closed", _waist_mm(trunk) / 2, LARGE_MM),
        Finished("Length, front", "from the highest point to the hem", _high_mm(front), LARGE_MM),
        Finished("Length, back", "from the highest point to the hem", _high_mm(back), LARGE_MM),
        Finished("Inside leg", "along the seam", _first_mm(front, "inseam"), LARGE_MM),
        Finished("Leg hem" if legs else "Hem", "flat", (_hem_mm(front) + _hem_mm(back)) / (4 if legs else 2), LARGE_MM),
        Finished("Sleeve length", "from the top of the cap to its edge, without a cuff", _high_mm(sleeve), LARGE_MM),
        Finished("Upper sleeve", "flat, at its widest", _wide_mm(sleeve) / 2, SMALL_MM),
        Finished("Sleeve edge", "flat, without a cuff", _sum_mm(sleeve, "hem") / 2, SMALL_MM),
    ]
    return tuple(one for one in found if one.value_mm > 0)


def _of_side(pattern: Pattern, side: Side) -> list[Panel]:
    return [panel for panel in pattern.draped if panel.side is side]


def _named(panel: Panel, start: str) -> list[str]:
    return [name for name in panel.edges if name.startswith(start)]


def _sum_mm(panels: Iterable[Panel], start: str) -> float:
    return sum(length_mm(panel.edges[name]) for panel in panels for name in _named(panel, start))


def _first_mm(panels: Iterable[Panel], start: str) -> float:
    return next((length_mm(panel.edges[name]) for panel in panels for name in _named(panel, start)), 0.0)


def _high_mm(panels: list[Panel]) -> float:
    return float(np.ptp(np.concatenate([panel.outline[:, 1] for panel in panels]))) if panels else 0.0


def _wide_mm(panels: list[Panel]) -> float:
    return max((panel.size_mm[0] for panel in panels), default=0.0)


def _waist_mm(panels: list[Panel]) -> float:
    """Of a garment that is joined at the waist, the upper side of that seam."""
    upper = [panel for panel in panels if _named(panel, "armhole")]
    return _sum_mm(upper or panels, "waist")


def _hem_mm(panels: list[Panel]) -> float:
    """The lowest hem: where a rib is sewn on, the rib's."""
    hems = [panel.edges[name] for panel in panels for name in _named(panel, "hem")]
    lowest = min((float(hem[:, 1].min()) for hem in hems), default=0.0)
    return sum(length_mm(hem) for hem in hems if hem[:, 1].min() < lowest + SAME_HEIGHT_MM)


def _chest_mm(front: list[Panel], back: list[Panel]) -> float:
    """Half of the way round just below the armholes; 0 where there are none."""
    total_mm = 0.0
    for panels in (front, back):
        armholes = [panel.edges[name] for panel in panels for name in _named(panel, "armhole")]
        if not armholes:
            return 0.0
        level = min(float(edge[:, 1].min()) for edge in armholes) - BELOW_MM
        across = LineString([(-1e4, level), (1e4, level)])
        total_mm += sum(Polygon(panel.outline).intersection(across).length for panel in panels)
    return total_mm / 2
