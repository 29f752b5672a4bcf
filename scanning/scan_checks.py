"""What is wrong with a scan before anything is measured, each in one line that says what to change."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from fashiongan.errors import ScanError
from scanning.segmentation import Silhouette

NEAREST_MM, FARTHEST_MM = 700.0, 3500.0
# So many pixels at an edge of the image mean that the picture ends before the person does.
CUT_PX = 12
FEET_MM, HEAD_SHARE = 250.0, 0.85
SHORTEST_MM = 1300.0
# The room may seem to move by this share of its depth; beyond it the camera was pushed.
MOVED_SHARE, LEAST_ROOM_PX = 0.02, 2000


def refuse_bad_view(person: Silhouette, heights_mm: NDArray[np.float64], number: int) -> None:
    """Refuse a view in which the person is too near, too far, cut off, or not alone.

    heights_mm : (H, W) over the floor; number : of the view, from 1, for the message

    Raises
    ------
    ScanError : the view cannot be measured
    """
    where = f"in view {number}"
    if person.others:
        raise ScanError(f"{person.others + 1} people are seen {where}; let the others leave the picture.")
    if person.distance_mm < NEAREST_MM:
        raise ScanError(f"the person is {person.distance_mm:.0f} mm away {where}, too near; stand 1.2 to 2.5 m away.")
    if person.distance_mm > FARTHEST_MM:
        raise ScanError(f"the person is {person.distance_mm:.0f} mm away {where}, too far; stand 1.2 to 2.5 m away.")
    cut = _cut(person, heights_mm)
    if cut:
        raise ScanError(f"the picture cuts off {cut} {where}; step back, or turn the camera upright.")


def refuse_short(silhouettes: Sequence[Silhouette]) -> None:
    """Refuse somebody who does not stand.

    Raises
    ------
    ScanError : the highest point of all views is lower than any adult's
    """
    stature = max(person.top_mm for person in silhouettes)
    if stature < SHORTEST_MM:
        raise ScanError(f"the person is {stature:.0f} mm tall; stand upright, scans are of standing adults.")


def refuse_moved_camera(images_mm: Sequence[NDArray[np.float32]], silhouettes: Sequence[Silhouette]) -> None:
    """Refuse a recording in which the room moves: (H, W) images of one camera.

    Raises
    ------
    ScanError : the camera did not stand still
    """
    first, person = images_mm[0], silhouettes[0].mask
    for number, (image, silhouette) in enumerate(zip(images_mm[1:], silhouettes[1:], strict=True), start=2):
        room = (first > 0) & (image > 0) & ~person & ~silhouette.mask
        if np.count_nonzero(room) < LEAST_ROOM_PX:
            continue
        moved = float(np.median(np.abs(image[room] - first[room]) / first[room]))
        if moved > MOVED_SHARE:
            raise ScanError(f"the camera moved before view {number}; fix it on a stand, and only the person turns.")


def _cut(person: Silhouette, heights_mm: NDArray[np.float64]) -> str:
    """What the picture's edges cut off, or nothing; toes may be."""
    if person.bottom_mm > FEET_MM:
        return "the feet"
    for edge in (np.s_[:, :2], np.s_[:, -2:], np.s_[:2], np.s_[-2:]):
        crossing = heights_mm[edge][person.mask[edge]]
        if len(crossing) > 2 * CUT_PX and np.median(crossing) > FEET_MM:
            return "the head" if np.median(crossing) > HEAD_SHARE * person.top_mm else "the arms"
    return ""
