"""What is printed of each piece of a pattern: lines to cut and sew, notches, grain, marks, and what it is called."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from shapely import Polygon

from fashiongan.garment.curves import Points, mirrored
from fashiongan.garment.pattern import SEAM_ALLOWANCE_MM, Cloth, Panel, Pattern
from fashiongan.garment.printing.labelling import Label, name_hole, name_line, place_grain, place_label
from fashiongan.garment.printing.offsetting import Border, cut_line, outward_at, thinned

NOTCH_MM = 5.0
# Of a narrow allowance a notch takes this share, so that it never reaches the seam.
NOTCH_SHARE, LEAST_NOTCH_MM = 0.6, 3.0
DART_POINT = "dart point"


@dataclass(frozen=True, eq=False)
class CutPiece:
    """One piece as it is printed, in its panel's own coordinates, millimetres.

    copies : to be cut as drawn; flipped : to be cut as its mirror image; cut_line : (N, 2) closed, counter-clockwise;
    edges : the net edges by name, which make the line to sew along; notches : (K, 2, 2) from the cut line inwards;
    grain : (2, 2) from below upwards; marks, holes : lines and points inside, by what they mean
    """

    name: str
    title: str
    cloth: Cloth
    copies: int
    flipped: int
    cut_line: Points
    edges: Mapping[str, Points]
    notches: NDArray[np.float64]
    grain: Points
    marks: Mapping[str, Points]
    holes: Mapping[str, Points]
    label: Label

    @property
    def sew_line(self) -> Points:
        """(N, 2) the net outline, closed."""
        return np.concatenate([edge[:-1] for edge in self.edges.values()])

    @property
    def labels(self) -> tuple[Label, ...]:
        """Everything that is written on it."""
        lines = [name_line(name, line) for name, line in self.marks.items()]
        return (self.label, *lines, *(name_hole(name, places) for name, places in self.holes.items()))

    @property
    def count(self) -> int:
        return self.copies + self.flipped

    @property
    def order(self) -> str:
        """How many to cut, in words."""
        return _order(self.copies, self.flipped)


def cut_pieces(pattern: Pattern, wearer: str) -> tuple[CutPiece, ...]:
    """Every piece that has to be printed, in the order in which it is cut; mirror images are left out and counted.

    wearer : the size or the person that the garment is for, as it shall stand on the paper
    """
    printed = [panel for panel in pattern.panels.values() if panel.piece.twin_of not in pattern.panels]
    return tuple(_cut(pattern, panel, wearer) for panel in printed)


def _cut(pattern: Pattern, panel: Panel, wearer: str) -> CutPiece:
    piece = panel.piece
    twins = [one for one in pattern.panels.values() if one.piece.twin_of == panel.name]
    flipped = sum(one.piece.copies for one in twins)
    net = Polygon(panel.outline)
    title = pattern.title[:1].upper() + pattern.title[1:]
    label = place_label(net, (piece.title, f"{_order(piece.copies, flipped)} · {piece.cloth}", title, wearer))
    darts = _darts(pattern, panel)
    points = {DART_POINT: np.array([panel.edges[first][-1] for first, _ in darts])} if darts else {}
    return CutPiece(
        name=panel.name,
        title=piece.title,
        cloth=piece.cloth,
        copies=piece.copies,
        flipped=flipped,
        cut_line=cut_line(_borders(panel, darts)),
        edges={name: thinned(edge) for name, edge in panel.edges.items()},
        notches=_notches(pattern, panel, darts),
        grain=place_grain(net, label, piece.marks.values()),
        marks=piece.marks,
        holes={**_buttons(panel, twins), **points},
        label=label,
    )


def _order(copies: int, flipped: int) -> str:
    return f"cut {copies + flipped}, mirrored" if flipped else f"cut {copies}"


def _allowance_mm(panel: Panel, edge: str) -> float:
    return panel.piece.allowance_mm.get(edge, SEAM_ALLOWANCE_MM)


def _darts(pattern: Pattern, panel: Panel) -> list[tuple[str, str]]:
    """Pairs of neighbouring edges that are sewn to each other, each meeting in a dart's point."""
    names = list(panel.edges)
    sewn = {frozenset((one.first, one.second)) for one in pattern.seams}
    neighbours = pairwise([*names, names[0]])
    return [pair for pair in neighbours if frozenset(((panel.name, pair[0]), (panel.name, pair[1]))) in sewn]


def _borders(panel: Panel, darts: list[tuple[str, str]]) -> list[Border]:
    """The edges to be moved outwards. A dart is not cut out: the edge runs straight over its mouth."""
    second = {pair[0]: pair[1] for pair in darts}
    names = [name for name in panel.edges if name not in second.values()]
    borders = []
    for before, name in zip([names[-1], *names], names, strict=False):
        points = panel.edges[name]
        if name in second:
            over = np.stack([points[0], panel.edges[second[name]][-1]])
            borders.append(Border(over, _allowance_mm(panel, before)))
        else:
            borders.append(Border(points, _allowance_mm(panel, name), turned_up=name.startswith("hem")))
    return borders


def _notches(pattern: Pattern, panel: Panel, darts: list[tuple[str, str]]) -> NDArray[np.float64]:
    """(K, 2, 2) of seams, and of the mouths of darts, square to their edges."""
    lines = [
        _notch(panel.edges[edge], place, _allowance_mm(panel, edge))
        for edge, places in pattern.notches_mm(panel.name).items()
        for place in places
    ]
    names = list(panel.edges)
    for first, second in darts:
        before, after = names[names.index(first) - 1], names[(names.index(second) + 1) % len(names)]
        lines.append(_notch(panel.edges[before], panel.edges[first][0], _allowance_mm(panel, before)))
        lines.append(_notch(panel.edges[after], panel.edges[second][-1], _allowance_mm(panel, after)))
    return np.array(lines).reshape(-1, 2, 2)


def _notch(edge: Points, place: Points, allowance_mm: float) -> Points:
    outward = outward_at(edge, place)
    tip = place + allowance_mm * outward
    return np.stack([tip, tip - min(NOTCH_MM, max(NOTCH_SHARE * allowance_mm, LEAST_NOTCH_MM)) * outward])


def _buttons(panel: Panel, twins: list[Panel]) -> dict[str, Points]:
    """Places for buttons and holes; where the mirror image has something else at the same place, both are named."""
    found = {}
    for name, places in panel.piece.buttons.items():
        others = [
            other
            for twin in twins
            for other, theirs in twin.piece.buttons.items()
            if other != name and theirs.shape == places.shape and np.allclose(mirrored(theirs)[::-1], places, atol=0.5)
        ]
        found[" / ".join([name, *others])] = places
    return found
