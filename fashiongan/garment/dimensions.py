"""What blocks are drafted from: one body's measurements, all of them, taken on its mesh."""

import math
from dataclasses import dataclass, fields

from fashiongan.body.measuring import BodyMeasurer
from fashiongan.body.model import Floats
from fashiongan.body.tailoring import Side, tape_all
from fashiongan.errors import MeasurementError


@dataclass(frozen=True, slots=True)
class Dimensions:
    """Millimetres, as `fashiongan.body.definitions` defines them; limbs are the left ones.

    Raises
    ------
    MeasurementError : one is not a length
    """

    height_mm: float
    side_neck_height_mm: float
    cervicale_height_mm: float
    shoulder_height_mm: float
    armpit_height_mm: float
    bust_height_mm: float
    waist_height_mm: float
    hip_height_mm: float
    inseam_mm: float
    knee_height_mm: float
    ankle_height_mm: float
    head_mm: float
    neck_mm: float
    neck_base_mm: float
    neck_breadth_mm: float
    bust_mm: float
    bust_back_mm: float
    underbust_mm: float
    waist_mm: float
    waist_back_mm: float
    top_hip_mm: float
    hip_mm: float
    seat_mm: float
    hip_back_mm: float
    armscye_mm: float
    upper_arm_mm: float
    elbow_mm: float
    forearm_mm: float
    wrist_mm: float
    thigh_mm: float
    mid_thigh_mm: float
    knee_mm: float
    calf_mm: float
    ankle_mm: float
    shoulder_mm: float
    shoulder_length_mm: float
    across_front_mm: float
    across_back_mm: float
    bust_point_width_mm: float
    scye_depth_mm: float
    back_waist_mm: float
    front_neck_to_waist_mm: float
    neck_to_bust_point_mm: float
    neck_to_waist_over_bust_mm: float
    arm_length_mm: float
    upper_arm_length_mm: float
    outside_leg_mm: float
    front_rise_mm: float
    back_rise_mm: float
    total_crotch_mm: float
    body_rise_mm: float
    waist_to_hip_mm: float

    def __post_init__(self) -> None:
        for field in fields(self):
            value = getattr(self, field.name)
            if not 0 < value < math.inf:
                raise MeasurementError(f"{field.name} is {value:g}, which is no length; measure the body again.")

    @property
    def hips_mm(self) -> float:
        """The longest girth below the waist, which everything that is pulled over the hips has to go round."""
        return max(self.hip_mm, self.seat_mm, self.top_hip_mm)


def take_dimensions(vertices: Floats, measurer: BodyMeasurer) -> Dimensions:
    """Measure (V, 3) vertices, millimetres, of the measurer's model in A pose."""
    taped = tape_all(vertices, measurer, Side.LEFT)
    return Dimensions(**{field.name: taped[field.name] for field in fields(Dimensions)})
