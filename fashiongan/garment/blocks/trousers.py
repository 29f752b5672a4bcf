"""Trousers and shorts: two fronts and two backs with darts into a shaped waistband, legs straight unless asked.

Each leg hangs evenly about its crease, halfway between side and fork. The forks, the depth of the crotch and the height
of the centre back grow together until the crotch seam is as long as the body's and its ease. A picture's hem, the width
of one leg as a share of the seat's, tapers or flares the legs from the knee.
Source: the order of drafting follows the classic trouser block of Aldrich, Metric Pattern Cutting.
"""

from dataclasses import dataclass, replace

import numpy as np
from scipy.optimize import brentq

from fashiongan.attributes import Category, Closure, Length
from fashiongan.garment.blocks.trouser_legs import LegHalf, agreeing, crotch_seam_mm, leg_panels, leg_seams
from fashiongan.garment.blocks.waistband import (
    WAIST_EASE_MM,
    Band,
    Dart,
    dart_depth,
    darts_for,
    girth_below_waist,
    waistband,
)
from fashiongan.garment.curves import Points, length_mm, line
from fashiongan.garment.dimensions import Dimensions
from fashiongan.garment.pattern import Panel, Pattern, Piece, Side, pattern_of
from fashiongan.garment.style import Ease, Style, average_width_mm

HIP_EASE_MM = {Ease.SLIM: 40.0, Ease.REGULAR: 60.0, Ease.LOOSE: 110.0}
LEG_EASE_MM = {Ease.SLIM: 45.0, Ease.REGULAR: 90.0, Ease.LOOSE: 150.0}
CROTCH_EASE_MM = {Ease.SLIM: 20.0, Ease.REGULAR: 35.0, Ease.LOOSE: 55.0}
DEPTH_EASE_MM = {Ease.SLIM: 5.0, Ease.REGULAR: 12.0, Ease.LOOSE: 25.0}
BAND_BELOW_WAIST_MM, BAND_MM, HEM_MM = 20.0, 40.0, 40.0
TOP_MM = BAND_BELOW_WAIST_MM + BAND_MM
SIDE_LOWER_MM = 8.0
BACK_WIDER_MM, WIDEST_SIDE_MM, CENTRE_FRONT_MM, CENTRE_BACK_MM = 10.0, 25.0, 10.0, 28.0
NARROW_LEG_MM, WIDEST_HEM, SHORTS_AT_KNEE = 30.0, 1.25, 0.88
# How far the crotch's numbers may go, where 0 is a shallow body and 1 one that is deep from front to back.
_DEEPEST = 2.2
_FLY_MM = 45.0
# Where the calf is fullest, as a share of the way from the kneecap to the ankle bone.
CALF_BELOW_KNEE = 0.24
INSEAM_MM = 85.0
_STEPS = (
    "Sew the darts and press them to the centre.",
    "Sew the front crotch up to the fly, set in the zip or the buttons with facing and shield.",
    "Sew the side seams, matching the notches at hip and knee, then the inseams.",
    "Put one leg into the other and sew the crotch seam from the fly to the centre back.",
    "Sew the waistband to the waist and its second layer inside; add button and buttonhole.",
    "Turn up the hems; press the creases.",
)


@dataclass(frozen=True, slots=True)
class _Legs:
    """Heights and widths below the fork, mm: y of knee and hem, girths there."""

    knee_y: float
    hem_y: float
    knee: float
    hem: float


@dataclass(frozen=True, slots=True)
class _Intake:
    """What a front and a back lose to the waist, mm: at the side seam, at the centres, and by darts."""

    at_side: float
    centre_front: float
    centre_back: float
    front: tuple[Dart, ...]
    back: tuple[Dart, ...]


def trousers(body: Dimensions, style: Style) -> Pattern:
    """Draft the panels of trousers, or of shorts.

    Raises
    ------
    GarmentError : a panel or seam that does not come out sound
    """
    category = style.attributes.category or Category.TROUSERS
    front, back = draft_halves(body, style)
    allowance = {"hem": HEM_MM, "centre": 15.0}
    fronts = leg_panels(front, back, body.waist_height_mm, allowance)
    backs = leg_panels(back, front, body.waist_height_mm, {"hem": HEM_MM, "centre": 25.0})
    closed_by = "buttons" if style.attributes.closure is Closure.BUTTONS else "zip"
    band, band_seams = waistband(_band(body, style), [fronts[0], *reversed(backs), fronts[1]])
    seams = [*leg_seams(front, back, closed_by), *band_seams]
    return pattern_of(category.capitalize(), [*fronts, *backs, band, *_fly(fronts[0])], seams, _STEPS)


def draft_halves(body: Dimensions, style: Style) -> tuple[LegHalf, LegHalf]:
    """Front and back, so deep at the crotch as the body is."""
    wanted = body.total_crotch_mm - 2 * TOP_MM + CROTCH_EASE_MM[style.ease]

    def surplus(deep: float) -> float:
        return sum(crotch_seam_mm(half) for half in _halves(body, style, deep)) - wanted

    if surplus(0.0) >= 0:
        return _halves(body, style, 0.0)
    if surplus(_DEEPEST) <= 0:
        return _halves(body, style, _DEEPEST)
    return _halves(body, style, float(brentq(surplus, 0.0, _DEEPEST, xtol=1e-4)))


def _halves(body: Dimensions, style: Style, deep: float) -> tuple[LegHalf, LegHalf]:
    """Front and back for one depth of the crotch."""
    hips, quarter = body.hips_mm, (body.hips_mm + HIP_EASE_MM[style.ease]) / 4
    fork_y = -(body.body_rise_mm + DEPTH_EASE_MM[style.ease] + 12 * deep)
    legs = _legs(body, style, fork_y, 2 * quarter + (0.135 + 0.08 * deep) * hips)
    intake = _intake(body, style, quarter)
    wide, narrow = quarter + BACK_WIDER_MM, quarter - BACK_WIDER_MM
    front = LegHalf(
        side=Side.FRONT,
        side_top=(narrow - intake.at_side, -TOP_MM - SIDE_LOWER_MM),
        centre_top=(intake.centre_front, -TOP_MM),
        hip=narrow,
        hip_y=0.7 * max(-body.waist_to_hip_mm, fork_y) + 0.3 * fork_y,
        fork=(0.045 + 0.03 * deep) * hips,
        fork_y=fork_y,
        knee_y=legs.knee_y,
        hem_y=legs.hem_y,
        knee_half=legs.knee / 4 - 5,
        hem_half=legs.hem / 4 - 5,
        darts=intake.front,
    )
    back = replace(
        front,
        side=Side.BACK,
        side_top=(wide - intake.at_side, -TOP_MM - SIDE_LOWER_MM),
        centre_top=(intake.centre_back, -TOP_MM + 12 + 14 * deep),
        hip=wide,
        fork=(0.09 + 0.05 * deep) * hips,
        knee_half=legs.knee / 4 + 5,
        hem_half=legs.hem / 4 + 5,
        darts=intake.back,
    )
    return front, agreeing(front, back)


def _intake(body: Dimensions, style: Style, quarter: float) -> _Intake:
    """How much narrower a quarter gets from the hip to the band, first at its edges, then by darts."""
    surplus = quarter - (girth_below_waist(body, TOP_MM) + WAIST_EASE_MM[style.ease]) / 4
    at_side = min(0.25 * surplus, WIDEST_SIDE_MM)
    centre_front = min(max(0.15 * surplus, 0.0), CENTRE_FRONT_MM)
    centre_back = min(max(0.5 * surplus, 0.0), CENTRE_BACK_MM)
    to_sew = 2 * (surplus - at_side) - centre_front - centre_back
    depth = dart_depth(body, TOP_MM)
    front, back = darts_for(0.35 * to_sew, 0.8 * depth), darts_for(0.65 * to_sew, depth)
    left_over = to_sew - sum(dart.width for dart in front + back)
    return _Intake(at_side + left_over / 2, centre_front, centre_back, front, back)


def _legs(body: Dimensions, style: Style, fork_y: float, thigh: float) -> _Legs:
    """`thigh` : the girth of a leg at the fork."""
    width = (body.hips_mm + HIP_EASE_MM[style.ease]) / 2
    knee_y = body.knee_height_mm - body.waist_height_mm
    hem_y = _hem_y(body, style, fork_y)
    knee = body.knee_mm + LEG_EASE_MM[style.ease]
    down = min((fork_y - hem_y) / (fork_y - knee_y), 1.0)
    on_leg = _leg_girth(body, hem_y + body.waist_height_mm)
    at_knee = SHORTS_AT_KNEE * thigh if style.attributes.category is Category.SHORTS else knee
    plain = max(thigh + down * (at_knee - thigh), on_leg + 0.8 * LEG_EASE_MM[style.ease])
    least = max(on_leg + NARROW_LEG_MM, 1.45 * body.ankle_mm)
    asked = plain if style.shape.hem is None else 2 * style.shape.hem * width
    hem = min(max(asked, least), max(WIDEST_HEM * thigh, least))
    knee = max(knee, 0.6 * hem + 0.4 * knee) if hem > knee else max(hem, body.knee_mm + NARROW_LEG_MM)
    return _Legs(knee_y, hem_y, knee, hem)


def _hem_y(body: Dimensions, style: Style, fork_y: float) -> float:
    """Where the legs end: a picture's length, as far as what was asked for stays true."""
    waist, knee, lowest = body.waist_height_mm, body.knee_height_mm, body.ankle_height_mm - 25
    thigh = waist + fork_y - knee
    if style.attributes.category is Category.SHORTS:
        short = style.attributes.length is not Length.KNEE
        plain, low, high = (
            knee + (0.62 * thigh if short else 25.0),
            knee - 60,
            knee + min(0.8 * thigh, thigh - INSEAM_MM),
        )
    else:
        cropped = style.attributes.length is Length.CROPPED
        plain, low, high = lowest + (0.32 * knee if cropped else 0.0), lowest, 0.75 * knee
    height = (
        plain
        if style.shape.length is None
        else waist - BAND_BELOW_WAIST_MM - style.shape.length * average_width_mm(body.height_mm)
    )
    return min(max(height, low), high) - waist


def _leg_girth(body: Dimensions, height: float) -> float:
    """Of the bare leg at a height above the ground."""
    knee, ankle = body.knee_height_mm, body.ankle_height_mm
    heights = [ankle, knee - CALF_BELOW_KNEE * (knee - ankle), knee, (knee + body.inseam_mm) / 2, body.inseam_mm]
    girths = [body.ankle_mm, body.calf_mm, body.knee_mm, body.mid_thigh_mm, body.thigh_mm]
    return float(np.interp(height, heights, girths))


def _band(body: Dimensions, style: Style) -> Band:
    top = girth_below_waist(body, BAND_BELOW_WAIST_MM) + WAIST_EASE_MM[style.ease]
    return Band(top, BAND_MM, body.waist_height_mm - TOP_MM, True, "buttons")


def _fly(front: Panel) -> list[Panel]:
    """Facing and shield, which are cut but lie inside."""
    long = length_mm(front.edges["centre"]) + 20
    return [
        _strip("fly_facing", "Fly facing", _FLY_MM, long),
        _strip("fly_shield", "Fly shield", 2 * _FLY_MM, long),
    ]


def _strip(name: str, title: str, width: float, height: float) -> Panel:
    corners = [(0.0, 0.0), (width, 0.0), (width, height), (0.0, height)]
    edges: dict[str, Points] = {
        edge: line(corners[n], corners[(n + 1) % 4]) for n, edge in enumerate(("bottom", "right", "top", "left"))
    }
    return Panel(name, edges, None, Piece(title))
