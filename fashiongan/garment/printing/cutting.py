"""What is printed of each piece of a pattern: lines to cut and sew, notches, grain, marks, and what it is called."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from shapely import LinearRing, LineString, Polygon, union_all

from fashiongan.garment.curves import Points, mirrored
from fashiongan.garment.pattern import Cloth, Panel, Pattern
from fashiongan.garment.printing.labelling import Label, name_hole, name_line, place_grain, place_label
from fashiongan.garment.printing.notching import Dart, allowance_mm, darts_of, notches_of
from fashiongan.garment.printing.offsetting import Border, cut_line, thinned

DART_POINT = "dart point"


@dataclass(frozen=True, eq=False)
class CutPiece:
    """One piece as it is printed, in its panel's own coordinates, millimetres.

    copies : to be cut as drawn; flipped : to be cut as its mirror image; cut_line : (N, 2) closed, counter-clockwise;
    edges : the net edges by name, which make the line to sew along; notches : (K, 2, 2) from the cut line inwards;
    grain : (2, 2) from below upwards; marks, holes : lines and points inside, by what they mean; label : its own words;
    names : those of marks and holes
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
    names: tuple[Label, ...]

    @property
    def sew_line(self) -> Points:
        """(N, 2) the net outline, closed."""
        return np.concatenate([edge[:-1] for edge in self.edges.values()])

    @property
    def labels(self) -> tuple[Label, ...]:
        """Everything that is written on it."""
        return (self.label, *self.names)

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
    label = place_label(net, (piece.title, f"{_order(piece.copies, flipped)} · {piece.cloth}", pattern.title, wearer))
    darts = darts_of(pattern, panel)
    points = {DART_POINT: np.array([panel.edges[first][-1] for first, _ in darts])} if darts else {}
    holes = {**_buttons(panel, twins), **points}
    outline = cut_line(_borders(panel, darts))
    names = _names(panel, holes, outline)
    return CutPiece(
        name=panel.name,
        title=piece.title,
        cloth=piece.cloth,
        copies=piece.copies,
        flipped=flipped,
        cut_line=outline,
        edges={name: thinned(edge) for name, edge in panel.edges.items()},
        notches=notches_of(pattern, panel, darts),
        grain=place_grain(net, (label, *names), piece.marks.values()),
        marks=piece.marks,
        holes=holes,
        label=label,
        names=names,
    )


def _names(panel: Panel, holes: Mapping[str, Points], outline: Points) -> tuple[Label, ...]:
    """What marks and holes are called, beside them."""
    marks = panel.piece.marks
    lines = union_all([LinearRing(panel.outline), *(LineString(mark) for mark in marks.values())])
    paper = Polygon(outline)
    named = [name_hole(name, places, paper, lines) for name, places in holes.items()]
    return (*(name_line(name, line) for name, line in marks.items()), *named)


def _order(copies: int, flipped: int) -> str:
    return f"cut {copies + flipped}, mirrored" if flipped else f"cut {copies}"


def _borders(panel: Panel, darts: list[Dart]) -> list[Border]:
    """The edges to be moved outwards. A dart is not cut out: the edge runs straight over its mouth."""
    second = {pair[0]: pair[1] for pair in darts}
    names = [name for name in panel.edges if name not in second.values()]
    borders = []
    for before, name in zip([names[-1], *names], names, strict=False):
        points = panel.edges[name]
        if name in second:
            over = np.stack([points[0], panel.edges[second[name]][-1]])
            borders.append(Border(over, allowance_mm(panel, before)))
        else:
            borders.append(Border(points, allowance_mm(panel, name), turned_up=name.startswith("hem")))
    return borders


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
