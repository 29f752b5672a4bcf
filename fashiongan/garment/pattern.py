"""A cutting pattern: panels with named edges, and the seams between them. Millimetres, net of seam allowance."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

import numpy as np
from shapely.geometry import Polygon

from fashiongan.errors import GarmentError
from fashiongan.garment.curves import Points, at_share, length_mm
from fashiongan.garment.placing import Placing

CLOSED_WITHIN_MM = 1e-6
SEAM_TOLERANCE_MM = 1.0
SEAM_ALLOWANCE_MM = 10.0


class Side(StrEnum):
    """What of a picture of the garment's front a panel shows."""

    FRONT = "front"
    BACK = "back"
    LEFT_SLEEVE = "left sleeve"
    RIGHT_SLEEVE = "right sleeve"
    PLAIN = "plain"


class Cloth(StrEnum):
    """What a piece is cut from."""

    SHELL = "shell"
    RIB = "rib"
    LINING = "lining"


@dataclass(frozen=True, slots=True)
class Piece:
    """What the cutter has to know of a panel.

    title : for people; copies : of this panel alone; twin_of : the panel of which it is the mirror image, then only
    that one is printed, to be cut in pairs; allowance_mm : by edge, where it is not a plain seam's 10 mm, for a hem or
    a button stand as much as is turned or lies under; marks : lines drawn inside the panel, by what they mean;
    buttons : places, by what belongs there
    """

    title: str
    copies: int = 1
    twin_of: str | None = None
    cloth: Cloth = Cloth.SHELL
    allowance_mm: Mapping[str, float] = field(default_factory=dict)
    marks: Mapping[str, Points] = field(default_factory=dict)
    buttons: Mapping[str, Points] = field(default_factory=dict)


@dataclass(frozen=True)
class Panel:
    """One piece of cloth seen from its outside; the grain runs along y.

    Panels that show one side of the garment share their coordinates: x is 0 at the centre front (centre back), and
    runs to the wearer's left (right); on a sleeve, x is 0 at the top of the cap.

    edges : name to (N, 2) polyline, counter-clockwise, each starting where the one before ends; placing : where it
    starts before it is sewn, None for what is cut but not draped, such as facings
    """

    name: str
    edges: Mapping[str, Points]
    placing: Placing | None
    piece: Piece
    side: Side = Side.PLAIN

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


End = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Seam:
    """Two edges that are sewn together, each as (panel, edge).

    Outlines run counter-clockwise seen from outside, so the two sides of a seam always run against each other.

    gathered : how much longer the second edge is, as a share of the first, eased in or gathered; notches : where the
    two sides are marked to meet, as shares of the first edge; closed_by : what opens it, such as a zip, if anything
    """

    first: End
    second: End
    gathered: float = 0.0
    notches: tuple[float, ...] = ()
    closed_by: str = ""


@dataclass(frozen=True)
class Pattern:
    """All panels and seams of one garment; both sides of every seam agree in length within 1 mm.

    title : for people, with a capital; panels : in the order in which they are cut; steps : how it is put together, in
    words
    """

    title: str
    panels: Mapping[str, Panel]
    seams: tuple[Seam, ...]
    steps: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for seam in self.seams:
            first, second = (length_mm(self.edge(end)) for end in (seam.first, seam.second))
            if abs(first * (1 + seam.gathered) - second) > SEAM_TOLERANCE_MM:
                raise GarmentError(
                    f"Seam {'.'.join(seam.first)} is {first:.1f} mm but {'.'.join(seam.second)} is {second:.1f} mm; "
                    "report this with the measurements."
                )

    @property
    def draped(self) -> tuple[Panel, ...]:
        """The panels that are sewn and draped."""
        return tuple(panel for panel in self.panels.values() if panel.placing is not None)

    @property
    def sewn(self) -> tuple[Seam, ...]:
        """The seams between draped panels."""
        draped = {panel.name for panel in self.draped}
        return tuple(seam for seam in self.seams if {seam.first[0], seam.second[0]} <= draped)

    def edge(self, end: End) -> Points:
        """The polyline of (panel, edge)."""
        return self.panels[end[0]].edges[end[1]]

    def notches_mm(self, panel: str) -> dict[str, Points]:
        """Where the edges of a panel are notched: edge to (N, 2)."""
        found: dict[str, list[Points]] = {}
        for seam in self.seams:
            for end, backwards in ((seam.first, False), (seam.second, True)):
                if end[0] == panel and seam.notches:
                    shares = [1 - one if backwards else one for one in seam.notches]
                    found.setdefault(end[1], []).append(at_share(self.edge(end), shares))
        return {edge: np.concatenate(places) for edge, places in found.items()}


def pattern_of(title: str, panels: list[Panel], seams: list[Seam], steps: tuple[str, ...] = ()) -> Pattern:
    """A pattern of panels by their names."""
    return Pattern(title, {panel.name: panel for panel in panels}, tuple(seams), steps)
