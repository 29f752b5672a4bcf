"""GarmentCode's body file: YAML, centimetres and degrees, under the key `body`.

Source: Korosteleva and Sorkine-Hornung, GarmentCode, 2023; names and units as in its assets/bodies.
"""

import math
from collections.abc import Mapping
from pathlib import Path

from fashiongan.body.measurements import Figure
from fashiongan.errors import MeasurementError
from scanning.formats.doubt_notes import doubt_notes, doubts_in
from scanning.formats.parsing import MM_PER, Derive, derived, figure_of, shoulder_slope_deg, tenths, values_in_mm
from scanning.measurement_set import MeasurementSet, measurement_set

NAMES = {
    "height": "height_mm",
    "bust": "bust_mm",
    "underbust": "underbust_mm",
    "waist": "waist_mm",
    "hips": "hip_mm",
    "leg_circ": "thigh_mm",
    "wrist": "wrist_mm",
    "back_width": "bust_back_mm",
    "waist_back_width": "waist_back_mm",
    "hip_back_width": "hip_back_mm",
    "waist_line": "back_waist_mm",
    "waist_over_bust_line": "neck_to_waist_over_bust_mm",
    "bust_line": "neck_to_bust_point_mm",
    "arm_length": "arm_length_mm",
    "shoulder_w": "biacromial_mm",
    "neck_w": "neck_breadth_mm",
    "bust_points": "bust_point_width_mm",
    "bum_points": "seat_point_width_mm",
    "hips_line": "waist_to_hip_mm",
}
LENGTHS: dict[str, Derive] = {
    "head_l": lambda mm: mm["height_mm"] - mm["cervicale_height_mm"],
    "vert_bust_line": lambda mm: mm["cervicale_height_mm"] - mm["bust_height_mm"],
    "armscye_depth": lambda mm: mm["shoulder_height_mm"] - mm["armpit_height_mm"],
    "crotch_hip_diff": lambda mm: mm["hip_height_mm"] - mm["inseam_mm"],
}
ANGLES: dict[str, Derive] = {
    "shoulder_incl": shoulder_slope_deg,
    "hip_inclination": lambda mm: math.degrees(
        math.atan2((mm["hip_breadth_mm"] - mm["waist_breadth_mm"]) / 2, mm["waist_to_hip_mm"])
    ),
    # Of our body model's pose, not of the person: its upper arms hang this far below the horizontal.
    "arm_pose_angle": lambda mm: 56.0,
}
OTHERS = frozenset({*LENGTHS, *ANGLES})


def from_garmentcode(content: Mapping[str, object], path: Path, figure: Figure | None) -> MeasurementSet:
    """Read `{"body": {...}}`; what GarmentCode works out itself (names with `_`) is passed over.

    Raises
    ------
    MeasurementError : an unknown name, no number, no figure
    """
    body = content.get("body")
    if not isinstance(body, Mapping):
        raise MeasurementError(f"{path}: body is no list of names and values; export it again.")
    base = {key: value for key, value in body.items() if not str(key).startswith("_")}
    values = values_in_mm(path, base, NAMES, MM_PER["cm"], OTHERS)
    doubts = doubts_in(content.get("notes"), NAMES)
    whose = figure_of(path, content.get("figure"), figure)
    return measurement_set(whose, values, doubts=doubts, notes=("GarmentCode file",))


def to_garmentcode(measured: MeasurementSet) -> dict[str, object]:
    """The content of a file for GarmentCode's `assets/bodies`; it reads `body` only, `notes` tell what is in doubt."""
    mm, certain_mm = measured.usable_mm, measured.certain_mm
    lengths = {theirs: mm[ours] for theirs, ours in NAMES.items() if ours in mm} | derived(LENGTHS, certain_mm)
    return {
        "figure": str(measured.figure),
        "notes": doubt_notes(measured, NAMES),
        "body": tenths(lengths, 1 / MM_PER["cm"]) | tenths(derived(ANGLES, certain_mm)),
    }
