"""A tape around an upright cylinder, well and badly seen."""

import numpy as np
import pytest

from fashiongan.body.tailoring import TapedBody
from scanning.doubts import doubts_about
from tests.scanning.people import shell

RADIUS_MM = 120.0
SKIN = shell([(float(height), RADIUS_MM, RADIUS_MM) for height in range(0, 1601, 20)]).vertices_mm
ROUND = np.linspace(0, 2 * np.pi, 60)
WAIST = np.stack([RADIUS_MM * np.sin(ROUND), np.full(60, 1000.0), RADIUS_MM * np.cos(ROUND)], axis=1)
# As long as the ring around it.
WAIST_MM = 2 * np.pi * RADIUS_MM
ARMS_OUT_DEG = 40.0


def points_on_skin(share: float = 1.0, off_mm: float = 0.0) -> np.ndarray:
    """As a camera sees them, over a share of the way around."""
    random = np.random.default_rng(0)
    angle, height = random.uniform(0, 2 * np.pi * share, 100_000), random.uniform(0, 1600, 100_000)
    radius = RADIUS_MM + off_mm
    return np.stack([radius * np.sin(angle), height, radius * np.cos(angle)], axis=1)


def doubts(
    points: np.ndarray,
    half_interval_mm: float = 2.0,
    arms_out: float = ARMS_OUT_DEG,
    value_mm: float = WAIST_MM,
    arm_mm: float = 300.0,
) -> dict[str, str]:
    values_mm = {"waist_mm": value_mm, "upper_arm_mm": arm_mm, "calf_mm": 380.0}
    taped = TapedBody(values_mm, {"waist_mm": WAIST})
    return doubts_about(taped, {"waist_mm": half_interval_mm}, SKIN, SKIN, points, arms_out)


def test_a_tape_that_was_seen_all_around_is_not_doubted() -> None:
    assert doubts(points_on_skin()) == {}


def test_a_tape_of_which_a_quarter_was_seen_is_doubted() -> None:
    reason = doubts(points_on_skin(0.25))["waist_mm"]
    assert "was seen" in reason


def test_a_tape_over_loose_clothes_is_doubted() -> None:
    loose = np.concatenate([points_on_skin(), points_on_skin(0.4, off_mm=60)])
    assert "tight clothes" in doubts(loose)["waist_mm"]


def test_single_flying_pixels_raise_no_doubt() -> None:
    flying = points_on_skin(off_mm=60)[::200]
    assert doubts(np.concatenate([points_on_skin(), flying])) == {}


@pytest.mark.parametrize(("half_interval_mm", "doubted"), [(17.9, False), (18.1, True)])
def test_a_large_girth_may_be_uncertain_by_twice_nine_millimetres(half_interval_mm: float, doubted: bool) -> None:
    assert bool(doubts(points_on_skin(), half_interval_mm)) == doubted


def test_hanging_arms_put_the_waist_in_doubt() -> None:
    assert "arms hung 6 degrees" in doubts(points_on_skin(), arms_out=6.0)["waist_mm"]


def test_a_value_that_no_adult_has_is_doubted() -> None:
    assert "by tape" in doubts(points_on_skin(), value_mm=300.0)["waist_mm"]


def test_arms_thicker_than_the_calves_put_what_a_jacket_covers_in_doubt() -> None:
    assert doubts(points_on_skin(), arm_mm=375.0) == {}
    assert "440 mm on a calf of 380 looks like a jacket" in doubts(points_on_skin(), arm_mm=440.0)["waist_mm"]
