"""What each measurement means: clause of ISO 8559-1:2017, one line in our own words, and how exact a scan must be.

A clause is "-" where the standard has none for it, or where we could not check its number.
"""

from dataclasses import dataclass
from enum import Enum


class Kind(Enum):
    """What is measured, with the limit of ISO 20685-1 in mm for the mean difference of a scan from an expert."""

    HEIGHT = ("height", 4.0)
    BREADTH = ("breadth", 4.0)
    DEPTH = ("depth", 5.0)
    LARGE_GIRTH = ("large girth", 9.0)
    SMALL_GIRTH = ("small girth", 4.0)
    HEAD_GIRTH = ("head girth", 2.0)
    LENGTH = ("length", 5.0)

    def __init__(self, label: str, limit_mm: float) -> None:
        self.label = label
        self.limit_mm = limit_mm


@dataclass(frozen=True, slots=True)
class Definition:
    """One measurement: `name` is its key everywhere, `title` is for people; limbs are the right ones."""

    name: str
    title: str
    clause: str
    kind: Kind
    text: str


DEFINITIONS = (
    Definition("height_mm", "Stature", "5.1.1", Kind.HEIGHT, "Top of the head to the ground."),
    Definition(
        "cervicale_height_mm", "Back neck height", "-", Kind.HEIGHT, "Seventh neck vertebra (C7) to the ground."
    ),
    Definition("side_neck_height_mm", "Side neck height", "-", Kind.HEIGHT, "Side neck point to the ground."),
    Definition("shoulder_height_mm", "Shoulder height", "-", Kind.HEIGHT, "Shoulder point to the ground."),
    Definition("armpit_height_mm", "Armpit height", "-", Kind.HEIGHT, "Armpit to the ground."),
    Definition("bust_height_mm", "Bust point height", "-", Kind.HEIGHT, "Bust point to the ground."),
    Definition("underbust_height_mm", "Under-bust height", "-", Kind.HEIGHT, "Crease under the breast to the ground."),
    Definition("waist_height_mm", "Waist height", "5.1.10", Kind.HEIGHT, "Waist level to the ground."),
    Definition("hip_height_mm", "Hip height", "-", Kind.HEIGHT, "Greatest rear projection of the seat to the ground."),
    Definition("inseam_mm", "Inside leg height", "5.1.15", Kind.HEIGHT, "Where the legs part to the ground."),
    Definition("knee_height_mm", "Knee height", "-", Kind.HEIGHT, "Centre of the kneecap to the ground."),
    Definition("ankle_height_mm", "Ankle height", "-", Kind.HEIGHT, "Tip of the outer ankle bone to the ground."),
    Definition("head_mm", "Head girth", "-", Kind.HEAD_GIRTH, "Round the forehead and the back of the head."),
    Definition("neck_mm", "Neck girth", "5.3.2", Kind.SMALL_GIRTH, "Below the Adam's apple, square to the neck."),
    Definition(
        "neck_base_mm", "Neck base girth", "5.3.3", Kind.SMALL_GIRTH, "Over C7, side neck points and front neck point."
    ),
    Definition("bust_mm", "Bust girth", "5.3.4", Kind.LARGE_GIRTH, "Level, at the bust points; for men too."),
    Definition("chest_mm", "Chest girth", "5.3.6", Kind.LARGE_GIRTH, "Level, at the armpits."),
    Definition("underbust_mm", "Under-bust girth", "5.3.8", Kind.LARGE_GIRTH, "Level, in the crease under the breast."),
    Definition(
        "waist_mm",
        "Waist girth",
        "5.3.10",
        Kind.LARGE_GIRTH,
        "Level, midway between the lowest rib and the top of the hip bone; not the narrowest place.",
    ),
    Definition("top_hip_mm", "Top hip girth", "5.3.12", Kind.LARGE_GIRTH, "Level, midway between waist and hip."),
    Definition("hip_mm", "Hip girth", "5.3.13", Kind.LARGE_GIRTH, "Level, at the seat's greatest rear projection."),
    Definition(
        "seat_mm", "Maximum hip girth", "5.3.14", Kind.LARGE_GIRTH, "Level, the longest below the top hip; both legs."
    ),
    Definition(
        "armscye_mm",
        "Armscye girth",
        "5.3.15",
        Kind.SMALL_GIRTH,
        "Over the shoulder point, down front fold, armpit and back fold.",
    ),
    Definition(
        "upper_arm_mm", "Upper-arm girth", "5.3.16", Kind.SMALL_GIRTH, "Midway between shoulder point and elbow."
    ),
    Definition("elbow_mm", "Elbow girth", "-", Kind.SMALL_GIRTH, "Over the tip of the elbow, arm slightly bent."),
    Definition(
        "forearm_mm", "Forearm girth", "-", Kind.SMALL_GIRTH, "Square to the forearm, a quarter of the way down."
    ),
    Definition("wrist_mm", "Wrist girth", "5.3.19", Kind.SMALL_GIRTH, "Over the wrist bone, square to the forearm."),
    Definition("thigh_mm", "Thigh girth", "5.3.20", Kind.SMALL_GIRTH, "Level, 25 mm below where the legs part."),
    Definition("mid_thigh_mm", "Mid-thigh girth", "5.3.21", Kind.SMALL_GIRTH, "Level, midway from crotch to kneecap."),
    Definition("knee_mm", "Knee girth", "5.3.22", Kind.SMALL_GIRTH, "Level, at the centre of the kneecap."),
    Definition("calf_mm", "Calf girth", "5.3.24", Kind.SMALL_GIRTH, "Level, at the fullest of the calf."),
    Definition("ankle_mm", "Ankle girth", "-", Kind.SMALL_GIRTH, "Level, the thinnest of the leg above the ankle."),
    Definition("biacromial_mm", "Shoulder breadth", "-", Kind.BREADTH, "Shoulder point to shoulder point, straight."),
    Definition("bust_point_width_mm", "Bust point width", "5.2.3", Kind.BREADTH, "Bust point to bust point, straight."),
    Definition("seat_point_width_mm", "Seat point width", "-", Kind.BREADTH, "Seat point to seat point, straight."),
    Definition("neck_breadth_mm", "Neck breadth", "-", Kind.BREADTH, "Side neck point to side neck point, straight."),
    Definition("waist_breadth_mm", "Waist breadth", "-", Kind.BREADTH, "Side to side at the waist, straight."),
    Definition("hip_breadth_mm", "Hip breadth", "-", Kind.BREADTH, "Side to side at the hip, straight."),
    Definition("armscye_width_mm", "Armscye width", "5.2.4", Kind.DEPTH, "Front armpit fold to back fold, straight."),
    Definition("bust_depth_mm", "Bust depth", "-", Kind.DEPTH, "Front to back at the bust points, straight."),
    Definition("waist_depth_mm", "Waist depth", "-", Kind.DEPTH, "Front to back at the waist, straight."),
    Definition(
        "bust_back_mm", "Bust, back part", "-", Kind.LENGTH, "The bust girth's part behind the sides of the waist."
    ),
    Definition(
        "waist_back_mm", "Waist, back part", "-", Kind.LENGTH, "The waist girth's part behind the sides of the waist."
    ),
    Definition(
        "hip_back_mm", "Hip, back part", "-", Kind.LENGTH, "The hip girth's part behind the sides of the waist."
    ),
    Definition("shoulder_length_mm", "Shoulder length", "5.4.1", Kind.LENGTH, "Side neck point to shoulder point."),
    Definition(
        "across_shoulder_mm",
        "Back shoulder width",
        "5.4.2",
        Kind.LENGTH,
        "Shoulder point to shoulder point, level across the back.",
    ),
    Definition(
        "shoulder_mm",
        "Across back shoulder",
        "5.4.3",
        Kind.LENGTH,
        "Shoulder point to C7 to shoulder point, in two straight runs.",
    ),
    Definition("across_back_mm", "Across back", "-", Kind.LENGTH, "Armpit fold to armpit fold over the back."),
    Definition("back_waist_mm", "Back neck to waist", "5.4.5", Kind.LENGTH, "C7 down the spine to the waist level."),
    Definition("scye_depth_mm", "Scye depth", "5.4.6", Kind.LENGTH, "C7 down the spine to the level of the armpits."),
    Definition("across_front_mm", "Across front", "5.4.7", Kind.LENGTH, "Armpit fold to armpit fold over the chest."),
    Definition(
        "front_neck_to_waist_mm",
        "Front neck to waist",
        "5.4.8",
        Kind.LENGTH,
        "Hollow between the collarbones down the midline to the waist level.",
    ),
    Definition("neck_to_bust_point_mm", "Neck to bust point", "-", Kind.LENGTH, "Side neck point to bust point."),
    Definition(
        "neck_to_waist_over_bust_mm",
        "Side neck to waist",
        "-",
        Kind.LENGTH,
        "Side neck point over the bust point down to the waist level.",
    ),
    Definition(
        "back_neck_to_wrist_mm",
        "Back neck to wrist",
        "5.4.17",
        Kind.LENGTH,
        "C7 over shoulder point and elbow to the wrist bone.",
    ),
    Definition(
        "arm_length_mm", "Outer arm length", "5.7.8", Kind.LENGTH, "Shoulder point over the elbow to the wrist bone."
    ),
    Definition("upper_arm_length_mm", "Upper-arm length", "-", Kind.LENGTH, "Shoulder point to the tip of the elbow."),
    Definition(
        "outside_leg_mm",
        "Outside leg",
        "-",
        Kind.LENGTH,
        "Waist over the side of the hip, then straight to the ground.",
    ),
    Definition("waist_to_hip_mm", "Waist to hip", "-", Kind.LENGTH, "Waist level to hip level, straight down."),
    Definition("body_rise_mm", "Body rise", "-", Kind.LENGTH, "Waist level to where the legs part, straight down."),
    Definition("front_rise_mm", "Front rise", "-", Kind.LENGTH, "Front waist to the crotch, over the belly."),
    Definition("back_rise_mm", "Back rise", "-", Kind.LENGTH, "Crotch to the back waist, over the seat."),
    Definition("total_crotch_mm", "Total crotch length", "-", Kind.LENGTH, "Front waist through the legs to the back."),
)

BY_NAME = {definition.name: definition for definition in DEFINITIONS}
