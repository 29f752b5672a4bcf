"""What our measurements and clad-body's both define, and why their numbers differ.

clad-body counts the height of a joint from the lowest joint and not from the sole, so on its own six bodies what
hangs on a joint lies 17 to 19 mm lower than the joint itself. Ranges below are of those six, too.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pair:
    """One measurement by its two names; `level` names our height and clad-body's note (metres) of where it is taken."""

    ours: str
    theirs: str
    why: str
    level: tuple[str, str] | None = None


PAIRS = (
    Pair("height_mm", "height_cm", "The same."),
    Pair(
        "bust_mm",
        "bust_cm",
        "Both level at the bust points: ours a landmark, theirs the tip of a bone.",
        ("bust_height_mm", "_bust_z"),
    ),
    Pair(
        "underbust_mm",
        "underbust_cm",
        "Ours in the crease; theirs at the lowest skin that follows the breast.",
        ("underbust_height_mm", "_underbust_z"),
    ),
    Pair(
        "waist_mm",
        "waist_cm",
        "Ours level and taut; theirs a loop of 46 vertices that is neither.",
        ("waist_height_mm", "_waist_z"),
    ),
    Pair(
        "hip_mm",
        "hip_cm",
        "Ours at the seat's rear projection, as the clause says; theirs the longest within 30 mm of a landmark.",
        ("hip_height_mm", "_hip_z"),
    ),
    Pair("seat_mm", "hip_cm", "Our maximum hip girth, which is what theirs is."),
    Pair("neck_mm", "neck_cm", "Both square to the neck; theirs lies 6 to 9 mm lower, through a joint."),
    Pair("upper_arm_mm", "upperarm_cm", "Ours midway from shoulder to elbow; theirs where a level cut is longest."),
    Pair(
        "wrist_mm",
        "wrist_cm",
        "Ours over the bone, a landmark; theirs the thinnest of the last 15 % of the forearm.",
    ),
    Pair(
        "thigh_mm",
        "thigh_cm",
        "Ours 25 mm below the crotch; theirs the longest up to 43 % of the stature, 20 to 35 mm lower.",
    ),
    Pair(
        "knee_mm",
        "knee_cm",
        "Ours level at the kneecap; theirs square to the leg at the joint.",
        ("knee_height_mm", "_knee_z"),
    ),
    Pair(
        "calf_mm",
        "calf_cm",
        "Both the fullest: ours level, of four landmarks; theirs square to the shin.",
    ),
    Pair("inseam_mm", "inseam_cm", "Ours a landmark; theirs where a cut every 2 mm still shows two legs."),
    Pair(
        "shoulder_mm",
        "shoulder_width_cm",
        "Ours two straight runs over C7; theirs a spline, through a C7 that lies lower.",
    ),
    Pair(
        "back_waist_mm",
        "back_neck_to_waist_cm",
        "Ours straight runs from a higher C7; theirs the rearmost skin within 50 mm of the spine, every 5 mm.",
        ("cervicale_height_mm", "_c7_surface_pt"),
    ),
    Pair(
        "arm_length_mm",
        "sleeve_length_cm",
        "Ours straight runs between landmarks; theirs over the skin between points that it searches.",
    ),
    Pair("front_rise_mm", "front_rise_cm", "Ours taut; theirs follows the skin every 5 mm."),
    Pair("back_rise_mm", "back_rise_cm", "As the front rise."),
    Pair("total_crotch_mm", "crotch_length_cm", "The two rises together."),
)
