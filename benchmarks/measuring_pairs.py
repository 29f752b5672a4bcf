"""What our measurements and clad-body's both define, and why their numbers differ."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pair:
    """One measurement by its two names; `level` names our height and clad-body's note (metres) of where it is taken."""

    ours: str
    theirs: str
    why: str
    level: tuple[str, str] | None = None


PAIRS = (
    Pair("height_mm", "height_cm", "same"),
    Pair("bust_mm", "bust_cm", "", ("bust_height_mm", "_bust_z")),
    Pair("underbust_mm", "underbust_cm", "", ("underbust_height_mm", "_underbust_z")),
    Pair("waist_mm", "waist_cm", "", ("waist_height_mm", "_waist_z")),
    Pair("hip_mm", "hip_cm", "", ("hip_height_mm", "_hip_z")),
    Pair("neck_mm", "neck_cm", ""),
    Pair("upper_arm_mm", "upperarm_cm", ""),
    Pair("wrist_mm", "wrist_cm", ""),
    Pair("thigh_mm", "thigh_cm", ""),
    Pair("knee_mm", "knee_cm", "", ("knee_height_mm", "_knee_z")),
    Pair("calf_mm", "calf_cm", ""),
    Pair("inseam_mm", "inseam_cm", ""),
    Pair("shoulder_mm", "shoulder_width_cm", ""),
    Pair("back_waist_mm", "back_neck_to_waist_cm", "", ("cervicale_height_mm", "_c7_surface_pt")),
    Pair("arm_length_mm", "sleeve_length_cm", ""),
    Pair("front_rise_mm", "front_rise_cm", ""),
    Pair("back_rise_mm", "back_rise_cm", ""),
    Pair("total_crotch_mm", "crotch_length_cm", ""),
)
