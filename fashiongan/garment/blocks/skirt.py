"""Skirts: pencil, A-line and circle, in a front and a back that a waistband holds.

The hem decides. What a picture gives, the hem's width as a share of the seat's, makes a pencil below 1.1, an A-line
with that hem up to 1.7, and from there on a circle skirt, of half a circle at 1.7 to a full one at 2.5. Without a
picture, slim is a pencil, regular an A-line, and loose a full circle. What a short A-line would flare too steeply at
its sides is cut as a part of a circle that has the same hem, where that is wide enough for the hips.
Source: the orders of drafting follow the tailored and the circular skirt of Aldrich, Metric Pattern Cutting.
"""

import math
from dataclasses import dataclass

import numpy as np

from fashiongan.attributes import Closure, Length
from fashiongan.garment.blocks.parts import SIDES, Part, centre_seams, part_panels, seams_between
from fashiongan.garment.blocks.waistband import (
    WAIST_EASE_MM,
    Band,
    Dart,
    arc,
    dart_depth,
    darted_edge,
    darts_for,
    waistband,
)
from fashiongan.garment.blocks.walking import hem_to_walk_in
from fashiongan.garment.curves import Points, bezier, joined, line
from fashiongan.garment.dimensions import Dimensions
from fashiongan.garment.pattern import Panel, Pattern, Seam, Side, pattern_of
from fashiongan.garment.placing import Limb, Wrap
from fashiongan.garment.style import Ease, Style, average_width_mm

HIP_EASE_MM = {Ease.SLIM: 50.0, Ease.REGULAR: 65.0, Ease.LOOSE: 85.0}
PLAIN_FLARE = {Ease.SLIM: 0.92, Ease.REGULAR: 1.35, Ease.LOOSE: 2.5}
CIRCLE_FROM, FULL_CIRCLE = 1.7, 2.5
# How much wider a quarter may become for each mm down; and what the cloth's own thickness and gap take of its ease.
STEEPEST, SKIN_MM = 0.33, 30.0
BAND_MM, ZIP_MM, HEM_MM = 30.0, 200.0, 30.0
SIDE_RISE_MM, WIDEST_SIDE_MM = 10.0, 45.0
OFF_GROUND_MM, BELOW_HIP_MM = 60.0, 90.0
# A circle skirt hangs in folds that widen by so much, all round, for each mm down.
HANGING_FLARE = 2.2
_STEPS = (
    "Sew the darts and press them to the centre.",
    "Sew the centre seam below the opening and set in what closes it.",
    "Sew the side seams, matching the notches at the hip.",
    "Sew the waistband to the waist, fold it over and stitch it down inside; add the button.",
    "Turn up the hem.",
)


@dataclass(frozen=True, slots=True)
class SkirtDraft:
    """Numbers of a quarter, mm: finished waist, widths at hip and hem, how far hip and hem are down, what is taken in.

    at_side : by the side seam; front, back : by darts; arc_rad : how much of a circle it all goes round, 0 for none
    """

    waist: float
    hip: float
    hem: float
    hip_down: float
    hem_down: float
    at_side: float
    front: tuple[Dart, ...]
    back: tuple[Dart, ...]
    arc_rad: float

    @property
    def apex(self) -> float:
        """The y of the circle's centre."""
        return 4 * self.waist / self.arc_rad


def skirt(body: Dimensions, style: Style) -> Pattern:
    """Draft the panels. It closes at the centre back with a hidden zip, or with what is asked at the centre front.

    Raises
    ------
    GarmentError : a panel or seam that does not come out sound
    """
    draft = draft_skirt(body, style)
    closure = style.attributes.closure or Closure.NONE
    in_front = closure is not Closure.NONE
    closed_by = str(closure) if in_front else "zip"
    opens = draft.hem_down if closure is Closure.BUTTONS else ZIP_MM
    front = _part(body, draft, Side.FRONT, opens if in_front else 0.0)
    back = _part(body, draft, Side.BACK, 0.0 if in_front else opens)
    fronts, backs = ({panel.name: panel for panel in part_panels(part)} for part in (front, back))
    band, band_seams = waistband(_band(body, style, in_front), _round_the_waist(fronts, backs, in_front))
    seams = [
        *_dart_seams(front, draft.front),
        *_dart_seams(back, draft.back),
        *seams_between(front, "side", back, "side", notches=(1 - draft.hip_down / draft.hem_down,)),
        *centre_seams(front, closed_by),
        *centre_seams(back, closed_by),
        *band_seams,
    ]
    return pattern_of("Skirt", [*fronts.values(), *backs.values(), band], seams, _STEPS)


def draft_skirt(body: Dimensions, style: Style) -> SkirtDraft:
    """Turn dimensions and a style into a skirt's numbers."""
    hip = (body.hips_mm + HIP_EASE_MM[style.ease]) / 4
    waist = (body.waist_mm + WAIST_EASE_MM[style.ease]) / 4
    flare = style.shape.hem if style.shape.hem is not None else PLAIN_FLARE[style.ease]
    down = _length(body, style)
    arc_rad = _arc_rad(body, flare, waist, hip, down)
    if arc_rad:
        return SkirtDraft(waist, hip, hip, body.waist_to_hip_mm, down, 0.0, (), (), arc_rad)
    at_side, front, back = _taken_in(body, hip - waist)
    widest = hip + STEEPEST * (down - body.waist_to_hip_mm)
    hem = max(min(flare * hip, widest), _least_hem(body, down) / 4)
    return SkirtDraft(waist, hip, hem, body.waist_to_hip_mm, down, at_side, front, back, 0.0)


def _arc_rad(body: Dimensions, flare: float, waist: float, hip: float, down: float) -> float:
    """How much of a circle it is, 0 if it is cut with darts and side seams."""
    if flare >= CIRCLE_FROM:
        return math.pi * (1 + min((flare - CIRCLE_FROM) / (FULL_CIRCLE - CIRCLE_FROM), 1.0))
    steep = (flare - 1) * hip > STEEPEST * (down - body.waist_to_hip_mm)
    arc_rad = 4 * (flare * hip - waist) / down
    covers = 4 * waist + arc_rad * body.waist_to_hip_mm >= body.hips_mm + SKIN_MM
    return arc_rad if steep and covers else 0.0


def _length(body: Dimensions, style: Style) -> float:
    """From waist to hem: a picture's, or where the word puts the hem on the leg."""
    waist, knee = body.waist_height_mm, body.knee_height_mm
    heights = {
        Length.MINI: knee + 0.55 * (body.inseam_mm - knee),
        Length.KNEE: knee + 10,
        Length.MIDI: 0.58 * knee,
        Length.MAXI: body.ankle_height_mm + 50,
    }
    plain = waist - heights.get(style.attributes.length or Length.KNEE, knee)
    wanted = plain if style.shape.length is None else style.shape.length * average_width_mm(body.height_mm)
    shortest = max(body.waist_to_hip_mm, waist - body.inseam_mm) + BELOW_HIP_MM
    return min(max(wanted, shortest), waist - body.ankle_height_mm - OFF_GROUND_MM)


def _least_hem(body: Dimensions, down: float) -> float:
    """What both legs need, standing with the feet apart: the further down, the more."""
    heights = [body.ankle_height_mm, body.knee_height_mm, body.inseam_mm]
    needs = [body.ankle_mm + 0.52 * body.height_mm, body.knee_mm + 0.38 * body.height_mm, body.hips_mm + 25]
    return float(np.interp(body.waist_height_mm - down, heights, needs))


def _taken_in(body: Dimensions, surplus: float) -> tuple[float, tuple[Dart, ...], tuple[Dart, ...]]:
    """How a quarter loses what it is too wide at the waist: at the side, in front and behind."""
    at_side = min(0.35 * surplus, WIDEST_SIDE_MM)
    depth = dart_depth(body, 0.0)
    in_front, behind = (share * 2 * (surplus - at_side) for share in (0.3, 0.7))
    front, back = darts_for(in_front, 0.75 * depth), darts_for(behind, depth)
    sewn = sum(dart.width for dart in front + back)
    return surplus - sewn / 2, front, back


def _part(body: Dimensions, draft: SkirtDraft, side: Side, opens_mm: float) -> Part:
    darts = draft.front if side is Side.FRONT else draft.back
    half = _sector(draft) if draft.arc_rad else _quarter(draft, darts)
    turn_deg = 0.0 if side is Side.FRONT else 180.0
    allowance = {"hem": HEM_MM if not draft.arc_rad else 10.0, "opening": 20.0}
    marks = _vent(body, draft) if side is Side.BACK and not draft.arc_rad else {}
    return Part(str(side), half, side, _wrap(body, draft, turn_deg), opens_mm, allowance, marks)


def _vent(body: Dimensions, draft: SkirtDraft) -> dict[str, Points]:
    """Up the centre back as far as walking needs, if the hem is too narrow for a step."""
    slit = hem_to_walk_in(body, body.waist_height_mm - draft.hem_down, 4 * draft.hem).slit_mm
    return {"vent": line((0.0, -draft.hem_down), (0.0, slit - draft.hem_down))} if slit else {}


def _quarter(draft: SkirtDraft, darts: tuple[Dart, ...]) -> dict[str, Points]:
    """From the centre at the hem: a hem square to the side seam, straight to the hip, rounded to the waist."""
    top = (draft.hip - draft.at_side, SIDE_RISE_MM)
    hip = np.array([draft.hip, -draft.hip_down])
    below = draft.hem_down - draft.hip_down
    down = np.array([draft.hem - draft.hip, -below]) / math.hypot(draft.hem - draft.hip, below)
    end = hip + below * down
    half_rise = (draft.hip_down + SIDE_RISE_MM) / 2
    control = (float(hip[0] - min(down[0], 0.3) / -down[1] * half_rise), float(hip[1] + half_rise))
    corner = end[0] - (draft.hem_down + end[1]) * -down[1] / max(abs(down[0]), 1e-9) * math.copysign(1, down[0])
    middle = (min(max(float(corner), 0.4 * end[0]), 0.95 * end[0]), -draft.hem_down)
    return {
        "hem": bezier((0.0, -draft.hem_down), middle, (float(end[0]), float(end[1]))),
        "side": joined(np.stack([end, hip]), bezier((hip[0], hip[1]), control, top)),
        **darted_edge(top, (0.0, 0.0), darts),
    }


def _sector(draft: SkirtDraft) -> dict[str, Points]:
    """A quarter of the garment as part of a ring round (0, apex)."""
    apex, turn = draft.apex, draft.arc_rad / 4
    hem, waist = arc(apex + draft.hem_down, 0.0, turn, apex), arc(apex, turn, 0.0, apex)
    return {"hem": hem, "side": np.stack([hem[-1], waist[0]]), "waist_0": waist}


def _wrap(body: Dimensions, draft: SkirtDraft, turn_deg: float) -> Wrap:
    level = body.waist_height_mm
    if draft.arc_rad:
        cloth = ((0.0, 4 * draft.waist), (-draft.hem_down, draft.arc_rad * (draft.apex + draft.hem_down)))
        hanging = ((0.0, 4 * draft.waist), (-draft.hem_down, 4 * draft.waist + HANGING_FLARE * draft.hem_down))
        return Wrap(Limb.TRUNK, turn_deg, level, cloth, apex_mm=draft.apex, folded_mm=hanging)
    top, hip, hem = draft.hip - draft.at_side, draft.hip, draft.hem
    girths = ((0.0, 4 * top), (-draft.hip_down, 4 * hip), (-draft.hem_down, 4 * hem))
    return Wrap(Limb.TRUNK, turn_deg, level, girths)


def _band(body: Dimensions, style: Style, in_front: bool) -> Band:
    return Band(body.waist_mm + WAIST_EASE_MM[style.ease], BAND_MM, body.waist_height_mm, in_front, "buttons")


def _round_the_waist(fronts: dict[str, Panel], backs: dict[str, Panel], in_front: bool) -> list[Panel]:
    """From the opening round to the left, as a waistband runs."""
    if in_front:
        return [fronts["front_left"], backs["back"], fronts["front_right"]]
    return [backs["back_right"], fronts["front"], backs["back_left"]]


def _dart_seams(part: Part, darts: tuple[Dart, ...]) -> list[Seam]:
    ends = [(f"dart_{number}_outer", f"dart_{number}_inner") for number in range(len(darts))]
    return [Seam(part.end(outer, side), part.end(inner, side)) for outer, inner in ends for side in SIDES]
