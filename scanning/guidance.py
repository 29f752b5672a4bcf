"""What to tell somebody before a depth camera: nearer, back, sideways, whole in the picture, still.

Quick enough for every frame: the image is looked at coarsely, and people are told apart from above, on the floor.
"""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import label, maximum_filter

from scanning.calibration.floor import Floor
from scanning.calibration.inputs import Edge
from scanning.frame import Floats, Intrinsics, points_from_depth
from scanning.upright import box_of, up_in_image, upright

# The longer side of the image as it is looked at.
COARSE_PX = 160
NEAREST_MM, FARTHEST_MM = 300.0, 4500.0
# Of the skin; a body's axis lies some 12 cm behind it.
TOO_NEAR_MM, TOO_FAR_MM = 1050.0, 2500.0
# Lower is floor, higher is ceiling. Of feet on the floor something is seen below the third.
FLOOR_MM, CEILING_MM, SOLES_MM = 35.0, 2400.0, 160.0
# Cells of the floor, and how many points stand on one that counts.
CELL_MM, LEAST_IN_CELL = 60.0, 4
LEAST_POINTS, LEAST_TALL_MM, TALLEST_MM, WIDEST_MM = 60, 700.0, 2250.0, 1600.0
# A wall is flatter than a person; a stereo camera roughens it with the square of the distance.
FLAT_MM, ROUGH_PER_MM = 18.0, 5e-6
LOWEST_FOOT_MM, LOWEST_SHARE = 900.0, 0.01
# Of a thing, every so manieth point tells enough of its size.
SOME = 3
# So many coarse pixels at an edge: the picture ends before the person does.
CUT_PX = 3
OFF_CENTRE_SHARE = 0.2
# One over the depth changes less by noise, and of the person's pixels fewer change while they stand still.
MOVED_INVERSE_MM, MOVED_SHARE = 3.5e-5, 0.13


class Advice(StrEnum):
    """What to change, in the order in which it is to be said; `left` and `right` are of the upright picture."""

    SHOW_FLOOR = "show the floor"
    COME = "come"
    OTHERS_LEAVE = "others leave"
    STEP_BACK = "step back"
    COME_NEARER = "come nearer"
    SHOW_HEAD = "show the head"
    SHOW_FEET = "show the feet"
    MOVE_RIGHT = "move right"
    MOVE_LEFT = "move left"
    HOLD_STILL = "hold still"


@dataclass(frozen=True, slots=True)
class Box:
    """Pixels of the depth image; right and bottom do not belong to it."""

    left: int
    top: int
    right: int
    bottom: int


@dataclass(frozen=True, slots=True)
class Guidance:
    """What one frame shows.

    advices : most urgent first, none where all is well; up : the image's edge that is up, None where no floor is known;
    distance_mm : to the middle of what is seen of the person; box : around them; moved_share : of their pixels, 0-1;
    person, coarse_mm : (h, w) the person and the depth, coarsely
    """

    advices: tuple[Advice, ...]
    up: Edge | None
    distance_mm: float | None
    box: Box | None
    moved_share: float
    person: NDArray[np.bool_]
    coarse_mm: NDArray[np.float32]

    @property
    def ok(self) -> bool:
        """The person can be recorded as they stand."""
        return not self.advices

    @property
    def still(self) -> bool:
        """Somebody is there and does not move."""
        return self.box is not None and Advice.HOLD_STILL not in self.advices


@dataclass(frozen=True, slots=True)
class _Thing:
    """Something that stands on the floor: its (h, w) pixels, its extent over the floor, and how far away it is."""

    mask: NDArray[np.bool_]
    bottom_mm: float
    top_mm: float
    distance_mm: float


def guide(
    depth_mm: NDArray[np.float32], camera: Intrinsics, floor: Floor | None, before: Guidance | None = None
) -> Guidance:
    """Look at one depth image.

    Parameters
    ----------
    depth_mm : (H, W) millimetres, 0 where nothing was seen; camera : of the same image
    floor : in the camera's frame (`scanning.calibration.floor.find_floor`), None where none was found
    before : of a third of a second or so ago, to tell whether the person moves
    """
    step = coarse_step(camera)
    coarse = depth_mm[::step, ::step]
    nobody = np.zeros(coarse.shape, bool)
    if floor is None:
        return Guidance((Advice.SHOW_FLOOR,), None, None, None, 0.0, nobody, coarse)
    points = points_from_depth(coarse, _coarser(camera, step, coarse.shape))
    up, heights = up_in_image(floor), floor.heights_mm(points)
    people = _people(points, heights, floor)
    if not people:
        return Guidance((Advice.COME,), up, None, None, 0.0, nobody, coarse)
    person = min(people, key=lambda one: one.distance_mm)
    moved = _moved_share(person.mask, coarse, before)
    advices = _advices(person, upright(person.mask, up))
    others = (Advice.OTHERS_LEAVE,) if len(people) > 1 else ()
    still = () if before is not None and moved < MOVED_SHARE else (Advice.HOLD_STILL,)
    box = Box(*(step * edge for edge in box_of(person.mask)))
    return Guidance((*others, *advices, *still), up, person.distance_mm, box, moved, person.mask, coarse)


def coarse_step(camera: Intrinsics) -> int:
    """Every how manieth pixel is looked at."""
    return max(1, round(max(camera.width_px, camera.height_px) / COARSE_PX))


def _coarser(camera: Intrinsics, step: int, shape: tuple[int, ...]) -> Intrinsics:
    """The camera that has only every `step`-th pixel."""
    focal, centre = (camera.fx_px / step, camera.fy_px / step), (camera.cx_px / step, camera.cy_px / step)
    return Intrinsics(shape[1], shape[0], *focal, *centre)


def _people(points: Floats, heights: Floats, floor: Floor) -> list[_Thing]:
    """Everybody who stands on the floor, told apart from above: (h, w, 3) points and their (h, w) heights."""
    depth = points[..., 2]
    used = (depth > NEAREST_MM) & (depth < FARTHEST_MM) & (heights > FLOOR_MM) & (heights < CEILING_MM)
    plan = (points[used] @ floor.camera_to_world[:3, :3].T)[:, [0, 2]]  # (N, 2) as seen from above
    if not len(plan):
        return []
    cells = np.floor((plan - plan.min(0)) / CELL_MM).astype(np.int64)
    counts = np.zeros(cells.max(0) + 1, np.int64)
    np.add.at(counts, tuple(cells.T), 1)
    found, _ = label(counts >= LEAST_IN_CELL, structure=np.ones((3, 3)))
    # Fingers and toes are sparse.
    found = np.where(found > 0, found, maximum_filter(found, 3))
    labels = found[tuple(cells.T)]  # (N,)
    sizes = np.bincount(labels)
    people = []
    for one in np.flatnonzero(sizes >= LEAST_POINTS):
        inside = labels == one
        some = np.flatnonzero(inside)[::SOME]
        if one and _person_like(plan[some], heights[used][some], depth[used][some]):
            mask = np.zeros(used.shape, bool)
            mask[used] = inside
            bottom, top = np.quantile(heights[mask], (LOWEST_SHARE, 1 - LOWEST_SHARE))
            people.append(_Thing(mask, float(bottom), float(top), float(np.median(depth[mask]))))
    return people


def _person_like(plan: Floats, heights: Floats, depth: Floats) -> bool:
    """Tall, no wider than outstretched arms, from near the floor upwards, and no piece of a wall."""
    bottom, top = np.quantile(heights, (LOWEST_SHARE, 1 - LOWEST_SHARE))
    wide = float(np.ptp(np.quantile(plan, (LOWEST_SHARE, 1 - LOWEST_SHARE), axis=0), axis=0).max())
    deep = float(np.sqrt(max(np.linalg.eigvalsh(np.cov(plan.T))[0], 0.0)))
    flat = max(FLAT_MM, ROUGH_PER_MM * float(np.median(depth)) ** 2)
    in_size = top - bottom > LEAST_TALL_MM and top < TALLEST_MM and wide < WIDEST_MM
    return bool(in_size and bottom < LOWEST_FOOT_MM and deep > flat)


def _advices(person: _Thing, seen: NDArray[np.bool_]) -> tuple[Advice, ...]:
    """What is wrong with where somebody stands; `seen` is their mask in the upright picture."""
    middle = float(np.flatnonzero(seen.any(0)).mean()) / seen.shape[1] - 0.5
    at_left, at_right = (np.count_nonzero(seen[:, edge]) >= CUT_PX for edge in (0, -1))
    wrong = {
        Advice.STEP_BACK: person.distance_mm < TOO_NEAR_MM or (at_left and at_right),
        Advice.COME_NEARER: person.distance_mm > TOO_FAR_MM,
        Advice.SHOW_HEAD: np.count_nonzero(seen[0]) >= CUT_PX,
        Advice.SHOW_FEET: person.bottom_mm > SOLES_MM,
        Advice.MOVE_RIGHT: middle < -OFF_CENTRE_SHARE or (at_left and not at_right),
        Advice.MOVE_LEFT: middle > OFF_CENTRE_SHARE or (at_right and not at_left),
    }
    return tuple(advice for advice, holds in wrong.items() if holds)


def _moved_share(mask: NDArray[np.bool_], coarse_mm: NDArray[np.float32], before: Guidance | None) -> float:
    """How many of the person's pixels, now or before, are another's or at another depth; 1 without a before."""
    if before is None or before.person.shape != mask.shape:
        return 1.0
    both = mask & before.person
    moved = np.abs(1 / coarse_mm[both] - 1 / before.coarse_mm[both]) > MOVED_INVERSE_MM
    changed = int(np.count_nonzero(mask ^ before.person)) + int(np.count_nonzero(moved))
    return changed / max(int(np.count_nonzero(mask | before.person)), 1)
