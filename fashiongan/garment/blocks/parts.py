"""Fronts and backs drawn by one half: cut whole on the fold, or as two halves that a closure joins at the centre."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from fashiongan.garment.curves import Points, joined, length_mm, line, mirrored, split
from fashiongan.garment.pattern import End, Panel, Piece, Seam, Side
from fashiongan.garment.placing import Wrap

SIDES = ("left", "right")
SHORTEST_EDGE_MM = 20.0


@dataclass(frozen=True)
class Part:
    """A front or a back.

    half : edges at positive x, counter-clockwise, from the centre line at the bottom to the centre line at its top;
    opens_mm : how far it opens down from the top of the centre line, 0 if it is cut whole;
    allowance_mm : by edge; marks : of the half, by what they mean; buttons : (N, 2) places, on the other half of their
    holes
    """

    name: str
    half: Mapping[str, Points]
    side: Side
    wrap: Wrap
    opens_mm: float = 0.0
    allowance_mm: Mapping[str, float] = field(default_factory=lambda: {"hem": 30.0, "neckline": 7.0})
    marks: Mapping[str, Points] = field(default_factory=dict)
    buttons: Points | None = None

    @property
    def near(self) -> str:
        """The side of the wearer at positive x."""
        return "left" if self.side is Side.FRONT else "right"

    @property
    def far(self) -> str:
        """The side of the wearer at negative x."""
        return "right" if self.side is Side.FRONT else "left"

    @property
    def ends(self) -> tuple[str, str]:
        """The edges that meet the centre line, at the bottom and at the top."""
        names = list(self.half)
        return names[0], names[-1]

    def end(self, edge: str, side: str) -> End:
        """Where the edge on one side of the wearer is found."""
        if self.opens_mm:
            return f"{self.name}_{side}", f"{edge}_{side}"
        return self.name, edge if edge in self.ends else f"{edge}_{side}"


def part_panels(part: Part) -> list[Panel]:
    """One panel, or the near and the far half."""
    if not part.opens_mm:
        return [_panel(part, part.name, _whole(part), Piece(_title(part), marks=part.marks))]
    half = {**part.half, **_centre(part)}
    near = {f"{name}_{part.near}": edge for name, edge in half.items()}
    far = {f"{name}_{part.far}": mirrored(edge) for name, edge in reversed(half.items())}
    first = f"{part.name}_{part.near}"
    marks = {name: mirrored(mark) for name, mark in part.marks.items()}
    buttons, holes = ({} if part.buttons is None else {name: part.buttons} for name in ("button", "buttonhole"))
    return [
        _panel(part, first, near, Piece(_title(part), marks=part.marks, buttons=buttons)),
        _panel(part, f"{part.name}_{part.far}", far, Piece(_title(part), 1, first, marks=marks, buttons=holes)),
    ]


def seams_between(one: Part, edge: str, other: Part, other_edge: str, notches: tuple[float, ...] = ()) -> list[Seam]:
    """Sew edges of two parts together, or two edges of one, on both sides of the wearer.

    notches : as shares of the edge of the half; its mirror image runs the other way
    """
    mirrored_notches = tuple(1 - share for share in notches)
    shares = {one.near: notches, one.far: mirrored_notches}
    found = [Seam(one.end(edge, side), other.end(other_edge, side), notches=shares[side]) for side in SIDES]
    return list(dict.fromkeys(found))


def centre_seams(part: Part, closed_by: str) -> list[Seam]:
    """The closure of a part that is cut in halves, and the seam below it."""
    closures = {"opening": closed_by, "centre": ""}
    edges = _centre(part) if part.opens_mm else {}
    return [Seam(part.end(name, "left"), part.end(name, "right"), closed_by=closures[name]) for name in edges]


def on_parts(seam: Seam, parts: Mapping[str, Part]) -> Seam:
    """A seam named for whole fronts and backs, on what they are cut in; edges end in _left or _right."""
    return replace(seam, first=_on(seam.first, parts), second=_on(seam.second, parts))


def _on(end: End, parts: Mapping[str, Part]) -> End:
    panel, edge = end
    name, _, side = edge.rpartition("_")
    return parts[panel].end(name, side) if panel in parts else end


def _whole(part: Part) -> dict[str, Points]:
    (first, bottom), *between, (last, top) = part.half.items()
    return {
        first: joined(mirrored(bottom), bottom),
        **{f"{name}_{part.near}": edge for name, edge in between},
        last: joined(top, mirrored(top)),
        **{f"{name}_{part.far}": mirrored(edge) for name, edge in reversed(between)},
    }


def _centre(part: Part) -> dict[str, Points]:
    bottom, top = part.ends
    centre = line(tuple(part.half[top][-1]), tuple(part.half[bottom][0]))
    if part.opens_mm > length_mm(centre) - SHORTEST_EDGE_MM:
        return {"opening": centre}
    return dict(zip(("opening", "centre"), split(centre, part.opens_mm), strict=True))


def _title(part: Part) -> str:
    return part.name.replace("_", " ").capitalize()


def _panel(part: Part, name: str, edges: dict[str, Points], piece: Piece) -> Panel:
    plain = {edge: edge.removesuffix("_left").removesuffix("_right") for edge in edges}
    allowance = {edge: part.allowance_mm[base] for edge, base in plain.items() if base in part.allowance_mm}
    return Panel(name, edges, part.wrap, replace(piece, allowance_mm=allowance), part.side)
