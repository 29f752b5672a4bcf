"""Collars: a stand round the neck and a fall that is folded down outside of it, both cut as parts of a ring.

All collars are these two parts in other numbers: a shirt's, a polo's of rib, a convertible one; one that stands has no
fall; under a lapel the stand runs out towards its ends, and the ends of the fall are sewn to the lapels.
The fall is drawn as if it stood up, so its outside is the under collar. It is draped as soft as the rest of the
garment: no interfacing.
"""

from dataclasses import dataclass, replace

import numpy as np

from fashiongan.garment.blocks.bodice import SHOULDER_LEFT_MM, Bodice, half_edges
from fashiongan.garment.blocks.fronts import BUTTON_STAND_MM, Part, Top
from fashiongan.garment.curves import Points, length_mm, split
from fashiongan.garment.dimensions import Dimensions
from fashiongan.garment.pattern import SEAM_ALLOWANCE_MM, Cloth, Panel, Piece, Seam
from fashiongan.garment.placing import Fold, Limb, Wrap

# What a closed neck needs beyond the body's: cloth stands off the skin all round, and a finger shall go in.
NECK_EASE_MM = 30.0
_SLIMMEST_BASE_MM = 45.0
# Start a little below the side neck point, between the neck's edge in front and behind, and off the skin.
_DROP_MM, _OFF_MM = 32.0, 8.0


@dataclass(frozen=True, slots=True)
class Collar:
    """Numbers of a collar, mm.

    stand_mm, stand_end_mm : height behind and at its ends; fall_mm : depth behind, 0 for none; point_mm : how much
    deeper the fall is at its points; flare_mm : how much longer its outer edge is than its seam; lean_mm : how much
    shorter the top of the stand is than its foot
    """

    title: str
    stand_mm: float
    stand_end_mm: float
    fall_mm: float
    point_mm: float = 0.0
    flare_mm: float = 88.0
    lean_mm: float = 16.0
    cloth: Cloth = Cloth.SHELL


SHIRT_COLLAR = Collar("Shirt collar", 30.0, 25.0, 45.0, 18.0)
POLO_COLLAR = Collar("Polo collar", 24.0, 20.0, 42.0, 12.0, cloth=Cloth.RIB)
CONVERTIBLE_COLLAR = Collar("Convertible collar", 26.0, 18.0, 54.0, 16.0, flare_mm=105.0)
BAND_COLLAR = Collar("Band collar", 36.0, 30.0, 0.0)
FUNNEL_COLLAR = Collar("Funnel collar", 50.0, 48.0, 0.0, lean_mm=24.0)
LAPEL_COLLAR = Collar("Lapel collar", 26.0, 6.0, 50.0, flare_mm=98.0)
COLLAR_STEPS = (
    "Sew the two falls along ends and outer edge, turn and press; lay the fall between the two stands and sew.",
    "Sew the stand to the neck's edge, matching the notches, turn its inside in and stitch it down.",
)


def closed_neck(draft: Bodice, body: Dimensions, more_mm: float = 0.0) -> Bodice:
    """The same bodice with a neck that a collar closes round: as the body's and its ease, whatever a picture shows."""
    around = max(body.neck_base_mm, body.neck_mm + _SLIMMEST_BASE_MM) + NECK_EASE_MM + more_mm
    plain = replace(draft, neck_half=0.19 * around, neck_depth=0.225 * around, back_neck_depth=0.055 * around)
    plain = replace(plain, pointed_neck=False)
    scale = around / (2 * sum(length_mm(half_edges(plain, front)[-1]) for front in (True, False)))
    half = scale * plain.neck_half
    return replace(
        plain,
        neck_half=half,
        neck_depth=scale * plain.neck_depth,
        back_neck_depth=scale * plain.back_neck_depth,
        shoulder_half=max(draft.shoulder_half, half + SHOULDER_LEFT_MM),
    )


def collar(numbers: Collar, top: Top, body: Dimensions, closed_by: str) -> Part:
    """A collar for the neck of a top; where nothing closes it, its ends stay free."""
    stand = _stand(numbers, [length_mm(top.edge(end)) for end in top.neck], body, closed_by == "buttons")
    seams = [Seam(end, ("stand", f"foot_{index}")) for index, end in enumerate(top.neck)]
    if closed_by:
        seams.append(Seam(("stand", "end_left"), ("stand", "end_right"), closed_by=closed_by))
    if not numbers.fall_mm:
        return [stand], seams
    fall = _fall(numbers, length_mm(stand.edges["top"]))
    return [stand, fall], [*seams, Seam(("stand", "top"), ("fall", "seam"), notches=(0.25, 0.5, 0.75))]


def _stand(numbers: Collar, lengths: list[float], body: Dimensions, buttoned: bool) -> Panel:
    foot = sum(lengths)
    radius = foot * numbers.stand_mm / numbers.lean_mm
    low = arc(radius, radius, foot / radius)
    low *= foot / length_mm(low)
    share = np.linspace(-1, 1, len(low))[:, None] ** 2
    height = numbers.stand_mm + share * (numbers.stand_end_mm - numbers.stand_mm)
    high = low + height * (np.array([0.0, radius]) - low) / radius
    edges = {f"foot_{index}": piece for index, piece in enumerate(split(low, *lengths[:-1]))}
    edges |= {"end_right": np.stack([low[-1], high[-1]]), "top": high[::-1], "end_left": np.stack([high[0], low[0]])}
    girths = ((numbers.stand_mm, foot - numbers.lean_mm), (0.0, foot))
    level = body.side_neck_height_mm - _DROP_MM
    wrap = Wrap(Limb.NECK, 180.0, level, girths, off_mm=_OFF_MM, apex_mm=radius)
    ends = {"buttonhole": edges["end_left"].mean(0)[None], "button": edges["end_right"].mean(0)[None]}
    buttons = ends if buttoned and numbers.cloth is Cloth.SHELL else {}
    overlap = dict.fromkeys(("end_left", "end_right"), SEAM_ALLOWANCE_MM + BUTTON_STAND_MM)
    piece = Piece("Collar stand", copies=2, cloth=numbers.cloth, allowance_mm=overlap, buttons=buttons)
    return Panel("stand", edges, wrap, piece)


def _fall(numbers: Collar, seam_mm: float) -> Panel:
    """Stands up from its seam; its outer edge is the longer one, drawn out towards the points."""
    angle = numbers.flare_mm / numbers.fall_mm
    radius = seam_mm / angle
    # Upside down, so that what lies farther from the centre lies higher.
    seam = -arc(radius, radius, angle)
    seam *= seam_mm / length_mm(seam)
    share = np.abs(np.linspace(-1, 1, len(seam)))[:, None] ** 3
    outer = seam + (numbers.fall_mm + share * numbers.point_mm) * (seam + np.array([0.0, radius])) / radius
    edges = {
        "seam": seam[::-1],
        "end_right": np.stack([seam[0], outer[0]]),
        "outer": outer,
        "end_left": np.stack([outer[-1], seam[-1]]),
    }
    return Panel("fall", edges, Fold(), Piece(numbers.title, copies=2, cloth=numbers.cloth))


def arc(centre_y: float, radius: float, angle: float) -> Points:
    """Part of a circle about (0, centre_y), from x < 0 to x > 0, lowest in the middle."""
    turns = np.linspace(-angle / 2, angle / 2, 121)
    return np.stack([radius * np.sin(turns), centre_y - radius * np.cos(turns)], axis=1)
