"""Half a front or half a back of trousers, drawn from its numbers. x is 0 at the centre, y 0 at the waist."""

from dataclasses import dataclass, replace

import numpy as np

from fashiongan.garment.blocks.waistband import Dart, darted_edge
from fashiongan.garment.curves import Points, bezier, joined, length_mm, line, mirrored
from fashiongan.garment.pattern import Panel, Piece, Seam, Side
from fashiongan.garment.placing import Fork, Limb, Wrap

_SOLVED_WITHIN_MM, _ROUNDS = 0.005, 60
# How far a leg leans outwards, mm for each mm down.
APART = 0.05
# The curve leaves the centre line this share of the way up from the fork to the waist edge.
_CURVE_SHARE = {Side.FRONT: 0.52, Side.BACK: 0.56}


@dataclass(frozen=True, slots=True)
class LegHalf:
    """Numbers of half a front or back, mm: y below 0 is below the waist.

    side_top, centre_top : ends of the waist edge; hip, hip_y : the width at the hip; fork, fork_y : the crotch point is
    so far beyond the centre line; knee_half, hem_half : half a leg's width about its crease; darts : in the waist edge
    """

    side: Side
    side_top: tuple[float, float]
    centre_top: tuple[float, float]
    hip: float
    hip_y: float
    fork: float
    fork_y: float
    knee_y: float
    hem_y: float
    knee_half: float
    hem_half: float
    darts: tuple[Dart, ...]

    @property
    def crease(self) -> float:
        """x of the line about which the leg is even, at the fork."""
        return (self.hip - self.fork) / 2

    def crease_at(self, y: float) -> float:
        """The same farther down: the legs stand a little apart, and the garment hangs smooth where it is worn so."""
        return self.crease + APART * (self.fork_y - y)

    @property
    def ends_above_knee(self) -> bool:
        """So that nothing is shaped to the knee."""
        return self.hem_y > self.knee_y - 30

    @property
    def width(self) -> float:
        """At the fork."""
        return self.hip + self.fork


def crotch_curve(half: LegHalf) -> Points:
    """From the centre line down and out to the crotch point."""
    start = _curve_start(half)
    point = (-half.fork, half.fork_y)
    reach = 0.5 if half.side is Side.FRONT else 0.42
    along = np.array(start) - np.array(half.centre_top)
    along = along / np.linalg.norm(along)
    down = (start[1] - half.fork_y) * 0.8
    first = (start[0] + float(along[0]) * down, start[1] + float(along[1]) * down)
    return bezier(start, first, (-reach * half.fork, half.fork_y), point)


def centre_line(half: LegHalf) -> Points:
    """From the waist edge down to where the crotch curve starts."""
    return line(half.centre_top, _curve_start(half))


def crotch_seam_mm(half: LegHalf) -> float:
    """Of one half: from its waist edge to the crotch point."""
    return length_mm(centre_line(half)) + length_mm(crotch_curve(half))


def inseam(half: LegHalf) -> Points:
    """From the crotch point down to the hem: hollow above the knee."""
    crotch, knee, hem = (-half.fork, half.fork_y), _at_knee(half, -1.0), _at_hem(half, -1.0)
    if half.ends_above_knee:
        return bezier(crotch, (0.75 * hem[0] + 0.25 * crotch[0], 0.55 * crotch[1] + 0.45 * hem[1]), hem)
    hollow = (0.8 * knee[0] + 0.2 * crotch[0], 0.6 * crotch[1] + 0.4 * knee[1])
    return joined(bezier(crotch, hollow, knee), line(knee, hem))


def side_seam(half: LegHalf) -> Points:
    """From the hem up to the waist edge: upright at the hip, where it is widest, and at the knee."""
    hip, knee, hem = (half.hip, half.hip_y), _at_knee(half, 1.0), _at_hem(half, 1.0)
    x, y = half.side_top
    upper = bezier(hip, (half.hip, 0.7 * half.hip_y + 0.3 * y), (x, y))
    if half.ends_above_knee:
        return joined(bezier(hem, (half.hip, 0.6 * hem[1] + 0.4 * half.hip_y), hip), upper)
    third = 0.35 * (half.hip_y - half.knee_y)
    thigh = bezier(knee, (knee[0], knee[1] + third), (half.hip, half.hip_y - 0.6 * third), hip)
    return joined(line(hem, knee), thigh, upper)


def agreeing(front: LegHalf, back: LegHalf) -> LegHalf:
    """The back with its crotch point and its side at the waist moved so that inseams and side seams agree."""
    for _ in range(_ROUNDS):
        short = length_mm(inseam(front)) - length_mm(inseam(back))
        x, y = back.side_top
        low = length_mm(side_seam(front)) - length_mm(side_seam(back))
        if max(abs(short), abs(low)) < _SOLVED_WITHIN_MM:
            break
        back = replace(back, fork_y=back.fork_y + short, side_top=(x, y + low))
    return back


def half_edges(half: LegHalf) -> dict[str, Points]:
    """Counter-clockwise with the side at positive x."""
    return {
        "centre": centre_line(half),
        "crotch": crotch_curve(half),
        "inseam": inseam(half),
        "hem": line(_at_hem(half, -1.0), _at_hem(half, 1.0)),
        "side": side_seam(half),
        **darted_edge(half.side_top, half.centre_top, half.darts),
    }


def leg_panels(half: LegHalf, other: LegHalf, waist_height_mm: float, allowance_mm: dict[str, float]) -> list[Panel]:
    """The half on the side where it is drawn, left in front and right behind, and its mirror image."""
    front = half.side is Side.FRONT
    near, far = ("left", "right") if front else ("right", "left")
    edges = half_edges(half)
    name = str(half.side)
    first = Piece(name.capitalize(), allowance_mm=allowance_mm)
    twin = replace(first, twin_of=f"{name}_{near}")
    opposite = {edge: mirrored(points) for edge, points in reversed(edges.items())}
    return [
        Panel(f"{name}_{near}", edges, _placing(half, other, waist_height_mm, near, 1.0), first, half.side),
        Panel(f"{name}_{far}", opposite, _placing(half, other, waist_height_mm, far, -1.0), twin, half.side),
    ]


def leg_seams(front: LegHalf, back: LegHalf, closed_by: str) -> list[Seam]:
    """Darts, sides, inseams, and the centre seam with the fly in front."""
    seams = []
    for side in ("left", "right"):
        for half in (front, back):
            name = f"{half.side}_{side}"
            seams += [Seam((name, f"dart_{n}_outer"), (name, f"dart_{n}_inner")) for n in range(len(half.darts))]
        # The right front is the left one's mirror image, whose edges run the other way.
        shares = _notches(front) if side == "left" else tuple(1 - share for share in _notches(front))
        seams.append(Seam((f"front_{side}", "side"), (f"back_{side}", "side"), notches=shares))
        seams.append(Seam((f"front_{side}", "inseam"), (f"back_{side}", "inseam"), notches=(0.5,)))
    for name in ("front", "back"):
        seams.append(Seam((f"{name}_left", "crotch"), (f"{name}_right", "crotch"), notches=(0.5,)))
    seams.append(Seam(("back_left", "centre"), ("back_right", "centre")))
    return [*seams, Seam(("front_left", "centre"), ("front_right", "centre"), closed_by=closed_by)]


def _notches(half: LegHalf) -> tuple[float, ...]:
    """At the hip, and at the knee where the legs are long enough for two."""
    whole = length_mm(side_seam(half))
    hip = 1 - (half.side_top[1] - half.hip_y) / whole
    knee = (half.knee_y - half.hem_y) / whole
    return (knee, hip) if 0.1 < knee < hip - 0.1 else (hip,)


def _curve_start(half: LegHalf) -> tuple[float, float]:
    """On the centre line, which in front is nearly upright and behind leans to the side seam at the top."""
    share = _CURVE_SHARE[half.side]
    y = half.fork_y + share * (half.centre_top[1] - half.fork_y)
    return 0.0, y


def _at_knee(half: LegHalf, side: float) -> tuple[float, float]:
    return half.crease_at(half.knee_y) + side * half.knee_half, half.knee_y


def _at_hem(half: LegHalf, side: float) -> tuple[float, float]:
    return half.crease_at(half.hem_y) + side * half.hem_half, half.hem_y


def _placing(half: LegHalf, other: LegHalf, waist_height_mm: float, side: str, sign: float) -> Fork:
    """Above the fork round the trunk; below, its crease in front of or behind one leg."""
    turn_deg = 0.0 if half.side is Side.FRONT else 180.0
    top = 2 * (half.side_top[0] - half.centre_top[0] + other.side_top[0] - other.centre_top[0])
    hips = 2 * (half.hip + other.hip)
    upper = Wrap(Limb.TRUNK, turn_deg, waist_height_mm, ((half.side_top[1], top), (half.hip_y, hips)))
    limb = Limb.LEFT_LEG if side == "left" else Limb.RIGHT_LEG
    knee = ((half.knee_y, 2 * (half.knee_half + other.knee_half)),)
    hem = (half.hem_y, 2 * (half.hem_half + other.hem_half))
    levels = ((half.fork_y, half.width + other.width), *(() if half.ends_above_knee else knee), hem)
    middle = half.crease_at((half.fork_y + half.hem_y) / 2)
    lower = Wrap(limb, turn_deg, waist_height_mm, levels, middle_mm=sign * middle)
    return Fork(upper, lower, half.fork_y)
