"""FreeSewing's measurements: JSON or YAML, millimetres, angles in degrees, as its pattern settings hold them.

Names: those of the package @freesewing/models, version 4.
"""

from collections.abc import Mapping
from pathlib import Path

from fashiongan.body.measurements import Figure
from fashiongan.body.measuring import THIGH_BELOW_CROTCH_MM
from fashiongan.errors import MeasurementError
from scanning.formats.doubt_notes import doubt_notes, doubts_in
from scanning.formats.parsing import Derive, derived, figure_of, shoulder_slope_deg, tenths, values_in_mm
from scanning.measurement_set import MeasurementSet, measurement_set

NAMES = {
    "ankle": "ankle_mm",
    "biceps": "upper_arm_mm",
    "bustSpan": "bust_point_width_mm",
    "chest": "bust_mm",
    "crossSeam": "total_crotch_mm",
    "crossSeamFront": "front_rise_mm",
    "crotchDepth": "body_rise_mm",
    "head": "head_mm",
    "highBust": "chest_mm",
    "hips": "top_hip_mm",
    "hpsToBust": "neck_to_bust_point_mm",
    "hpsToWaistFront": "neck_to_waist_over_bust_mm",
    "inseam": "inseam_mm",
    "knee": "knee_mm",
    "neck": "neck_mm",
    "seat": "hip_mm",
    "seatBack": "hip_back_mm",
    "shoulderToElbow": "upper_arm_length_mm",
    "shoulderToShoulder": "across_shoulder_mm",
    "shoulderToWrist": "arm_length_mm",
    "underbust": "underbust_mm",
    "upperLeg": "thigh_mm",
    "waist": "waist_mm",
    "waistBack": "waist_back_mm",
    "waistToFloor": "outside_leg_mm",
    "waistToSeat": "waist_to_hip_mm",
    "wrist": "wrist_mm",
}
# Not of FreeSewing, but every body of ours needs it; FreeSewing passes over what it does not know.
HEIGHT = "height"
WRITTEN = NAMES | {HEIGHT: "height_mm"}

DERIVED: dict[str, Derive] = {
    "bustFront": lambda mm: mm["bust_mm"] - mm["bust_back_mm"],
    "bustPointToUnderbust": lambda mm: mm["bust_height_mm"] - mm["underbust_height_mm"],
    "shoulderSlope": shoulder_slope_deg,
    "waistToArmpit": lambda mm: mm["armpit_height_mm"] - mm["waist_height_mm"],
    "waistToHips": lambda mm: mm["waist_to_hip_mm"] / 2,
    "waistToKnee": lambda mm: mm["waist_height_mm"] - mm["knee_height_mm"],
    "waistToUnderbust": lambda mm: mm["underbust_height_mm"] - mm["waist_height_mm"],
    "waistToUpperLeg": lambda mm: mm["body_rise_mm"] + THIGH_BELOW_CROTCH_MM,
}
# What FreeSewing has and we do not measure: read past.
OTHERS = frozenset({"heel", "highBustFront", "hpsToWaistBack", *DERIVED})


def from_freesewing(content: Mapping[str, object], path: Path, figure: Figure | None) -> MeasurementSet:
    """Read `{"measurements": {...}}`; the figure stands beside it, or is given.

    Raises
    ------
    MeasurementError : an unknown name, no number, no figure
    """
    measurements = content.get("measurements")
    if not isinstance(measurements, Mapping):
        raise MeasurementError(f"{path}: measurements is no list of names and values; export it again.")
    values = values_in_mm(path, measurements, WRITTEN, 1.0, OTHERS)
    doubts = doubts_in(content.get("notes"), WRITTEN)
    whose = figure_of(path, content.get("figure"), figure)
    return measurement_set(whose, values, doubts=doubts, notes=("FreeSewing file",))


def to_freesewing(measured: MeasurementSet) -> dict[str, object]:
    """The content of a file that FreeSewing's editor takes as settings; `notes` tell what is in doubt."""
    mm = measured.usable_mm
    own = {theirs: mm[ours] for theirs, ours in WRITTEN.items() if ours in mm}
    return {
        "figure": str(measured.figure),
        "units": "metric",
        "notes": doubt_notes(measured, WRITTEN),
        "measurements": tenths(own | derived(DERIVED, measured.certain_mm)),
    }
