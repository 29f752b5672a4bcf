"""Waistbands: the girth below the waist, darts that shape cloth into it, and the band itself, straight or shaped.

A band lies on the body at the height for which it is cut, hardly looser than the skin, and holds what hangs from it.
Source: the straight and the shaped band follow Aldrich, Metric Pattern Cutting for Women's Wear.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from fashiongan.garment.curves import Points, length_mm, line, split
from fashiongan.garment.dimensions import Dimensions
from fashiongan.garment.pattern import Panel, Piece, Seam
from fashiongan.garment.placing import Limb, Wrap
from fashiongan.garment.style import Ease

WAIST_EASE_MM = {Ease.SLIM: 10.0, Ease.REGULAR: 14.0, Ease.LOOSE: 20.0}
NARROWEST_DART_MM, WIDEST_DART_MM = 8.0, 36.0
UNDERLAP_MM = 40.0
# What tapers less than this over its height is cut straight, on the grain.
_STRAIGHT_WITHIN_MM = 6.0


@dataclass(frozen=True, slots=True)
class Dart:
    """A wedge taken out of an edge: its middle as a share of the edge, its width and its depth, mm."""

    share: float
    width: float
    depth: float


@dataclass(frozen=True, slots=True)
class Band:
    """What a waistband is cut by, mm: top girth, height, where its lower edge is above the ground; what closes it."""

    top: float
    height: float
    level: float
    opens_in_front: bool
    closed_by: str


def girth_below_waist(body: Dimensions, down_mm: float) -> float:
    """Round the body so far below the waist: straight from waist to top hip to hips, between which it was measured."""
    hip = body.waist_to_hip_mm
    return float(np.interp(down_mm, [0, hip / 2, hip], [body.waist_mm, body.top_hip_mm, body.hips_mm]))


def dart_depth(body: Dimensions, from_mm: float) -> float:
    """How deep darts that start so far below the waist may run: the fuller the top hip, the shorter."""
    hip, start = body.waist_to_hip_mm, girth_below_waist(body, from_mm)
    fullness = (body.top_hip_mm - start) / max(body.hips_mm - start, 1.0)
    return min(max((hip / 2 - from_mm) / max(fullness, 0.3), 0.45 * hip), 0.95 * hip - from_mm)


def darts_for(width_mm: float, depth_mm: float) -> tuple[Dart, ...]:
    """One dart, or two if it were a wide one, or none if it were too narrow to sew."""
    if width_mm < NARROWEST_DART_MM:
        return ()
    if width_mm < WIDEST_DART_MM:
        return (Dart(0.52, width_mm, depth_mm),)
    return Dart(0.36, width_mm / 2, 0.9 * depth_mm), Dart(0.68, width_mm / 2, depth_mm)


def darted_edge(outer: tuple[float, float], inner: tuple[float, float], darts: Sequence[Dart]) -> dict[str, Points]:
    """A straight waist edge from the side to the centre with darts into the cloth on its left.

    Edges are `waist_0`, `dart_0_outer`, `dart_0_inner`, `waist_1`, and so on to the centre.
    """
    start, along = np.array(outer), np.array(inner) - np.array(outer)
    whole = float(np.linalg.norm(along))
    along = along / whole
    inwards = np.array([-along[1], along[0]])
    edges: dict[str, Points] = {}
    for number, dart in enumerate(darts):
        middle = np.array(outer) + dart.share * whole * along
        first, last = middle - dart.width / 2 * along, middle + dart.width / 2 * along
        apex = middle + dart.depth * inwards
        edges[f"waist_{number}"] = np.stack([start, first])
        edges[f"dart_{number}_outer"] = np.stack([first, apex])
        edges[f"dart_{number}_inner"] = np.stack([apex, last])
        start = last
    return edges | {f"waist_{len(darts)}": np.stack([start, np.array(inner)])}


def waistband(band: Band, panels: Sequence[Panel]) -> tuple[Panel, list[Seam]]:
    """The band onto the waist edges of panels, which are named from the opening on as it runs round to the left.

    From a centre front opening that is left front, back, right front; from a centre back one right back, front, left.
    """
    ends = [(panel.name, edge) for panel in panels for edge in reversed(list(panel.edges)) if edge.startswith("waist_")]
    lengths = {end: length_mm(panel.edges[end[1]]) for panel in panels for end in ends if end[0] == panel.name}
    bottom = sum(lengths.values())
    straight = band.top > bottom - _STRAIGHT_WITHIN_MM
    outline = _straight(bottom, band.height) if straight else _shaped(band.top, bottom, band.height)
    lower = dict(zip(ends, split(outline[0], *[lengths[end] for end in ends[:-1]]), strict=True))
    edges = {f"{panel}_{edge}": piece for (panel, edge), piece in lower.items()}
    edges |= {"end_left": outline[1], "top": outline[2], "end_right": outline[3]}
    seams = [Seam(end, ("waistband", "_".join(end))) for end in ends]
    seams.append(Seam(("waistband", "end_right"), ("waistband", "end_left"), closed_by=band.closed_by))
    return Panel("waistband", edges, _wrap(band, bottom, straight), _piece(band, edges, straight)), seams


def _wrap(band: Band, bottom: float, straight: bool) -> Wrap:
    turn_deg = 180.0 if band.opens_in_front else 0.0
    top = bottom if straight else band.top
    apex = None if straight else _radius(band.top, bottom, band.height)
    return Wrap(Limb.TRUNK, turn_deg, band.level, ((band.height, top), (0.0, bottom)), apex_mm=apex, held=True)


def _piece(band: Band, edges: dict[str, Points], straight: bool) -> Piece:
    """A straight band is cut double and folded along its top, a shaped one is cut twice; its end lies under."""
    under = "end_left" if band.opens_in_front else "end_right"
    allowance = {under: 10.0 + UNDERLAP_MM}
    middle = edges[under].mean(0), edges["end_right" if band.opens_in_front else "end_left"].mean(0)
    inwards = 15.0 if band.opens_in_front else -15.0
    buttons = {
        "button": middle[0][None] + np.array([[inwards, 0.0]]),
        "buttonhole": middle[1][None] + np.array([[inwards, 0.0]]),
    }
    if straight:
        marks = {"fold": edges["top"]}
        return Piece("Waistband", allowance_mm=allowance | {"top": 10.0 + band.height}, marks=marks, buttons=buttons)
    return Piece("Waistband", copies=2, allowance_mm=allowance, buttons=buttons)


def _straight(length: float, height: float) -> tuple[Points, Points, Points, Points]:
    """Lower edge, left end as worn in front, top and other end: counter-clockwise."""
    half = length / 2
    corners = [(-half, 0.0), (half, 0.0), (half, height), (-half, height)]
    return (
        line(corners[0], corners[1]),
        line(corners[1], corners[2]),
        line(corners[2], corners[3]),
        line(corners[3], corners[0]),
    )


def _radius(top: float, bottom: float, height: float) -> float:
    return bottom * height / (bottom - top)


def _shaped(top: float, bottom: float, height: float) -> tuple[Points, Points, Points, Points]:
    """The same as part of a ring, shorter above than below."""
    radius = _radius(top, bottom, height)
    half = bottom / radius / 2
    lower, upper = arc(radius, -half, half, radius), arc(radius - height, half, -half, radius)
    return lower, np.stack([lower[-1], upper[0]]), upper, np.stack([upper[-1], lower[0]])


def arc(radius: float, start_rad: float, end_rad: float, apex_mm: float) -> Points:
    """(N, 2) along a circle round (0, apex), angles from straight down to the right; exact in length to 0.01 mm."""
    chord = 2 * math.acos(1 - min(0.0005 / radius, 0.5))
    angle = np.linspace(start_rad, end_rad, 2 + int(abs(end_rad - start_rad) / chord))
    return np.stack([radius * np.sin(angle), apex_mm - radius * np.cos(angle)], axis=1)
