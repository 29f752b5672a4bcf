"""A cutting pattern: panels with named edges, and the seams between them. Millimetres, net of seam allowance."""

from dataclasses import dataclass

import numpy as np
from shapely.geometry import Polygon

from fashiongan.errors import GarmentError
from fashiongan.garment.curves import Points, length_mm

CLOSED_WITHIN_MM = 1e-6
SEAM_TOLERANCE_MM = 1.0


@dataclass(frozen=True)
class Panel:
    """One piece of cloth seen from its outside.

    edges : name to (N, 2) polyline, counter-clockwise, each starting where the one before ends
    """

    name: str
    edges: dict[str, Points]

    def __post_init__(self) -> None:
        edges = list(self.edges.values())
        for before, after in zip(edges, edges[1:] + edges[:1], strict=True):
            if np.abs(before[-1] - after[0]).max() > CLOSED_WITHIN_MM:
                raise GarmentError(
                    f"The outline of panel {self.name} is not closed; report this with the measurements."
                )
        polygon = Polygon(self.outline)
        if not polygon.is_valid or not polygon.exterior.is_ccw:
            raise GarmentError(
                f"Panel {self.name} crosses itself with these measurements; check them, or choose more ease."
            )

    @property
    def outline(self) -> Points:
        """(N, 2) the closed outline without its repeated points."""
        return np.concatenate([edge[:-1] for edge in self.edges.values()])

    @property
    def size_mm(self) -> tuple[float, float]:
        """Width and height of the bounding box."""
        width, height = np.ptp(self.outline, axis=0)
        return float(width), float(height)


@dataclass(frozen=True, slots=True)
class Seam:
    """Two edges that are sewn together, each as (panel, edge).

    Outlines run counter-clockwise seen from outside, so the two sides of a seam always run against each other.
    """

    first: tuple[str, str]
    second: tuple[str, str]


@dataclass(frozen=True)
class Pattern:
    """All panels and seams of one garment; both sides of every seam agree in length within 1 mm."""

    panels: dict[str, Panel]
    seams: tuple[Seam, ...]

    def __post_init__(self) -> None:
        for seam in self.seams:
            first, second = (length_mm(self.edge(end)) for end in (seam.first, seam.second))
            if abs(first - second) > SEAM_TOLERANCE_MM:
                raise GarmentError(
                    f"Seam {'.'.join(seam.first)} is {first:.1f} mm but {'.'.join(seam.second)} is {second:.1f} mm; "
                    "report this with the measurements."
                )

    def edge(self, end: tuple[str, str]) -> Points:
        """The polyline of (panel, edge)."""
        return self.panels[end[0]].edges[end[1]]
