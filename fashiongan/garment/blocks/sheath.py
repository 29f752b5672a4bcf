"""Sheath: a bodice with bust and waist darts, sewn at the waist to a straight skirt with darts.

Each quarter is as wide as its part of the body's girth and a share of the ease; what a quarter loses towards the waist
goes into its dart, but for as much as front and back both lose at the side, so that their side seams agree. The bust
dart takes up what the front is longer than the back, over the bust.
Source: the order of drafting follows the close-fitting block of Aldrich, Metric Pattern Cutting for Women's Wear.
"""

import math
from dataclasses import dataclass, replace

import numpy as np

from fashiongan.garment.blocks.bodice import Bodice, half_edges
from fashiongan.garment.blocks.parts import Part
from fashiongan.garment.curves import Points, bezier, joined, line, split
from fashiongan.garment.dimensions import Dimensions
from fashiongan.garment.pattern import Side
from fashiongan.garment.placing import Limb, Wrap

BACK_SHARES = (0.44, 0.53)
NARROWEST_DART_MM = 8.0
# How much longer than the back the front is, over the bust.
LONGER_FRONT_MM = (16.0, 75.0)
BUST_DART_FROM_POINT_MM, WAIST_DART_FROM_POINT_MM, BELOW_ARMHOLE_MM = 22.0, 25.0, 35.0
_SIDE_SHARE = 0.45


@dataclass(frozen=True, slots=True)
class Quarter:
    """Half a front or half a back, mm: finished widths, y of the waist from the side neck, and its darts.

    dart_x : from the centre to the inner leg at the waist; dart, skirt_dart : widths above and below the waist
    """

    chest: float
    waist: float
    hip: float
    waist_y: float
    dart_x: float
    dart: float
    skirt_dart: float

    @property
    def bodice_side(self) -> tuple[float, float]:
        """Where the bodice's side seam meets the waist."""
        return self.waist + self.dart, self.waist_y

    @property
    def skirt_side(self) -> tuple[float, float]:
        """Where the skirt's side seam meets the waist."""
        return self.waist + self.skirt_dart, self.waist_y


@dataclass(frozen=True, slots=True)
class Eases:
    """How much wider than the body all round, mm."""

    chest: float
    waist: float
    hip: float


@dataclass(frozen=True, slots=True)
class Skirt:
    """Below the waist, mm: how far down hip and hem are, and how much wider than the hip a quarter is at the hem."""

    hip_down: float
    hem_down: float
    flare: float


def quarters(body: Dimensions, eases: Eases, lower_mm: float) -> tuple[Quarter, Quarter]:
    """Front and back of a bodice that begins so much lower than the side neck point, on the shoulder."""
    chest = _quartered(max(body.bust_mm, body.underbust_mm) + eases.chest, body.bust_back_mm / body.bust_mm)
    waist = _quartered(body.waist_mm + eases.waist, body.waist_back_mm / body.waist_mm)
    hip = _quartered(body.hips_mm + eases.hip, body.hip_back_mm / body.hip_mm)
    darts, skirt_darts = _darts(chest, waist), _darts(hip, waist)
    back_y = lower_mm - (body.back_waist_mm + 10)
    shortest, longest = (back_y - mm for mm in LONGER_FRONT_MM)
    front_y = max(min(lower_mm - body.neck_to_waist_over_bust_mm, shortest), longest)
    dart_x = body.bust_point_width_mm / 2 - darts[0] / 2, 0.45 * waist[1]
    return (
        Quarter(chest[0], waist[0], hip[0], front_y, min(dart_x[0], 0.7 * waist[0]), darts[0], skirt_darts[0]),
        Quarter(chest[1], waist[1], hip[1], back_y, dart_x[1], darts[1], skirt_darts[1]),
    )


def bodice_front(body: Dimensions, draft: Bodice, front: Quarter, back: Quarter) -> Part:
    """The front above the waist, with a dart from the side and one from the waist to the bust point."""
    draft = replace(draft, chest_half=front.chest)
    _, _, armhole, shoulder, neckline = half_edges(draft, front=True)
    bust = _bust_point(body, draft, front)
    back_side = math.hypot(back.chest - back.bodice_side[0], draft.armhole_y - back.waist_y)
    half = {
        **_waist_with_dart(front, (front.dart_x + front.dart / 2, bust[1] - WAIST_DART_FROM_POINT_MM)),
        **_side_with_dart(draft, front, bust, back_side),
        "armhole": armhole,
        "shoulder": shoulder,
        "neckline": neckline,
    }
    return Part("front", half, Side.FRONT, _bodice_wrap(body, draft, front, back, 0.0))


def bodice_back(body: Dimensions, draft: Bodice, front: Quarter, back: Quarter, lower_mm: float) -> Part:
    """The back above the waist, with a waist dart; `lower_mm` of its side is sewn below the front's bust dart."""
    draft = replace(draft, chest_half=back.chest)
    _, _, armhole, shoulder, neckline = half_edges(draft, front=False)
    lower, upper = split(line(back.bodice_side, (back.chest, draft.armhole_y)), lower_mm)
    half = {
        **_waist_with_dart(back, (back.dart_x + back.dart / 2, draft.armhole_y - 15)),
        "side_lower": lower,
        "side_upper": upper,
        "armhole": armhole,
        "shoulder": shoulder,
        "neckline": neckline,
    }
    return Part("back", half, Side.BACK, _bodice_wrap(body, draft, back, front, 180.0))


def skirt_part(body: Dimensions, skirt: Skirt, own: Quarter, other: Quarter, side: Side) -> Part:
    """Front or back below the waist, with a dart in each half."""
    depth = (0.62 if side is Side.FRONT else 0.82) * skirt.hip_down
    mouth, tip = (own.dart_x, own.dart_x + own.skirt_dart), own.dart_x + own.skirt_dart / 2
    y, apex = own.waist_y, (tip, own.waist_y - depth)
    half = {
        "hem": line((0.0, y - skirt.hem_down), (own.hip + skirt.flare, y - skirt.hem_down)),
        "side": skirt_side(own, skirt),
        "waist_side": line(own.skirt_side, (mouth[1], y)),
        "dart_outer": line((mouth[1], y), apex),
        "dart_inner": line(apex, (mouth[0], y)),
        "waist_centre": line((mouth[0], y), (0.0, y)),
    }
    girths = ((y, 2 * (own.skirt_side[0] + other.skirt_side[0])), *_below(skirt, own, other))
    wrap = Wrap(Limb.TRUNK, 0.0 if side is Side.FRONT else 180.0, body.waist_height_mm - y, girths)
    return Part(f"skirt_{side}", half, side, wrap)


def skirt_side(own: Quarter, skirt: Skirt) -> Points:
    """The side seam of a skirt from the hem up: straight to the hip, then rounded to the waist."""
    hip_y = own.waist_y - skirt.hip_down
    (x, y), flare = own.skirt_side, skirt.flare / (skirt.hem_down - skirt.hip_down)
    rise = skirt.hip_down / 2
    straight = line((own.hip + skirt.flare, own.waist_y - skirt.hem_down), (own.hip, hip_y))
    return joined(straight, bezier((own.hip, hip_y), (own.hip - flare * rise, hip_y + rise), (x, y)))


def _below(skirt: Skirt, own: Quarter, other: Quarter) -> tuple[tuple[float, float], ...]:
    hip, y = 2 * (own.hip + other.hip), own.waist_y
    return (y - skirt.hip_down, hip), (y - skirt.hem_down, hip + 4 * skirt.flare)


def _quartered(girth: float, back_share: float) -> tuple[float, float]:
    """Front and back halves of half a girth; half-way to equal, as the side seam runs straight down."""
    share = min(max((back_share + 0.5) / 2, BACK_SHARES[0]), BACK_SHARES[1])
    return (1 - share) * girth / 2, share * girth / 2


def _darts(wide: tuple[float, float], waist: tuple[float, float]) -> tuple[float, float]:
    """Dart widths of front and back, when both lose equally much at the side; that may be less than nothing."""
    drops = wide[0] - waist[0], wide[1] - waist[1]
    at_side = min(_SIDE_SHARE * sum(drops) / 2, min(drops) - NARROWEST_DART_MM)
    return drops[0] - at_side, drops[1] - at_side


def _bust_point(body: Dimensions, draft: Bodice, front: Quarter) -> tuple[float, float]:
    x = min(body.bust_point_width_mm / 2, 0.6 * front.chest)
    down = math.sqrt(max(body.neck_to_bust_point_mm**2 - (x - draft.neck_half) ** 2, 0.0))
    down -= body.side_neck_height_mm - draft.side_neck_height
    return x, min(max(-down, 0.65 * front.waist_y), draft.armhole_y + 10)


def _waist_with_dart(own: Quarter, apex: tuple[float, float]) -> dict[str, Points]:
    y, inner, outer = own.waist_y, own.dart_x, own.dart_x + own.dart
    return {
        "waist_centre": line((0.0, y), (inner, y)),
        "dart_inner": line((inner, y), apex),
        "dart_outer": line(apex, (outer, y)),
        "waist_side": line((outer, y), own.bodice_side),
    }


def _side_with_dart(draft: Bodice, front: Quarter, bust: tuple[float, float], sewn_mm: float) -> dict[str, Points]:
    """From the waist up, with a dart square to it towards the bust point, so wide that the rest is `sewn_mm` long."""
    under, waist = np.array([front.chest, draft.armhole_y]), np.array(front.bodice_side)
    long_mm = float(np.linalg.norm(waist - under))
    along, wide_mm = (waist - under) / long_mm, long_mm - sewn_mm
    middle_mm = max(draft.armhole_y - bust[1], BELOW_ARMHOLE_MM + wide_mm / 2)
    lower, upper = (under + (middle_mm + half * wide_mm) * along for half in (0.5, -0.5))
    inwards = np.array([along[1], -along[0]])
    deep_mm = (bust[0] + BUST_DART_FROM_POINT_MM - front.chest - middle_mm * along[0]) / inwards[0]
    tip = under + middle_mm * along + deep_mm * inwards
    return {
        "side_lower": np.stack([waist, lower]),
        "bust_lower": np.stack([lower, tip]),
        "bust_upper": np.stack([tip, upper]),
        "side_upper": np.stack([upper, under]),
    }


def _bodice_wrap(body: Dimensions, draft: Bodice, own: Quarter, other: Quarter, turn_deg: float) -> Wrap:
    chest, waist = own.chest + other.chest, own.bodice_side[0] + other.bodice_side[0]
    girths = ((draft.armhole_y, 2 * chest), (own.waist_y, 2 * waist))
    return Wrap(Limb.TRUNK, turn_deg, body.waist_height_mm - own.waist_y, girths)
