from dataclasses import replace

import numpy as np
import pytest

from fashiongan.errors import ScanError
from scanning.scan_checks import refuse_bad_view, refuse_floating, refuse_moved_camera, refuse_short
from scanning.segmentation import Silhouette

SIZE = (240, 320)
MIDDLE = np.zeros(SIZE, bool)
MIDDLE[40:200, 130:190] = True
HEIGHTS_MM = np.broadcast_to(np.linspace(1800, 0, SIZE[0])[:, None], SIZE)
SOMEBODY = Silhouette(MIDDLE, MIDDLE, np.zeros((*SIZE, 3)), 1700.0, 20.0, 1500.0, 0)


def room(scale: float = 1.0, seed: int = 0) -> np.ndarray:
    """A wall that is farther on the right, with a stereo camera's noise."""
    wall = np.broadcast_to(np.linspace(2300, 2900, SIZE[1]), SIZE)
    return (scale * wall + np.random.default_rng(seed).normal(0, 25, SIZE)).astype(np.float32)


def test_somebody_whole_and_alone_is_not_refused() -> None:
    refuse_bad_view(SOMEBODY, HEIGHTS_MM, 1)
    refuse_short([SOMEBODY])
    refuse_floating([SOMEBODY])


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"others": 1}, "2 people"),
        ({"distance_mm": 500.0}, "too near"),
        ({"distance_mm": 4000.0}, "too far"),
        ({"bottom_mm": 400.0}, "feet"),
    ],
)
def test_a_bad_view_is_named_with_its_number(change: dict[str, float], says: str) -> None:
    with pytest.raises(ScanError, match=f"{says}.*view 3|view 3.*{says}"):
        refuse_bad_view(replace(SOMEBODY, **change), HEIGHTS_MM, 3)  # type: ignore[arg-type]


def test_a_head_beyond_the_edge_is_refused() -> None:
    over = MIDDLE.copy()
    over[:40, 130:190] = True
    with pytest.raises(ScanError, match="head"):
        refuse_bad_view(replace(SOMEBODY, mask=over), HEIGHTS_MM, 1)


def test_somebody_short_in_all_views_is_refused() -> None:
    with pytest.raises(ScanError, match="1100 mm tall"):
        refuse_short([replace(SOMEBODY, top_mm=1100.0), replace(SOMEBODY, top_mm=900.0)])


def test_feet_seen_in_one_view_are_enough() -> None:
    refuse_floating([replace(SOMEBODY, bottom_mm=150.0), SOMEBODY])
    with pytest.raises(ScanError, match="150 mm"):
        refuse_floating([replace(SOMEBODY, bottom_mm=150.0)])


def test_noise_is_no_motion_of_the_camera() -> None:
    refuse_moved_camera([room(seed=1), room(seed=2), room(seed=3)], MIDDLE)


@pytest.mark.parametrize("scale", [0.985, 1.015])
def test_a_room_that_comes_nearer_or_goes_is_refused(scale: float) -> None:
    with pytest.raises(ScanError, match="camera moved before view 3"):
        refuse_moved_camera([room(seed=1), room(seed=2), room(scale, seed=3)], MIDDLE)


def test_a_room_that_turns_is_refused() -> None:
    turned = np.broadcast_to(np.linspace(2250, 2950, SIZE[1]), SIZE).astype(np.float32)
    with pytest.raises(ScanError, match="camera moved before view 2"):
        refuse_moved_camera([room(), turned], MIDDLE)


def test_somebody_who_turns_before_the_wall_is_no_motion_of_the_camera() -> None:
    before, after = room(seed=1), room(seed=2)
    before[MIDDLE], after[MIDDLE] = 1400, 1450
    # An arm that the first view did not show.
    after[80:120, 190:260] = 1300
    refuse_moved_camera([before, after], MIDDLE)


def test_without_a_room_in_view_nothing_is_said() -> None:
    nothing = np.zeros(SIZE, np.float32)
    refuse_moved_camera([nothing, nothing], MIDDLE)
