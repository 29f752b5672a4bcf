"""What is wrong with a scan before anything is measured, each in one line that says what to change."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from fashiongan.errors import ScanError
from scanning.body_fit import ScanFit
from scanning.frame import Floats
from scanning.pairing import along_rays
from scanning.segmentation import Silhouette
from scanning.stance import ViewCloud

NEAREST_MM, FARTHEST_MM = 700.0, 3500.0
# So many pixels at an edge of the image mean that the picture ends before the person does.
CUT_PX = 12
# A hand that leaves the picture crosses its edge in a short stretch, a trunk or a leg in a long one.
FEET_MM, HEAD_SHARE, TRUNK_MM = 250.0, 0.85, 400.0
SHORTEST_MM = 1300.0
# Lower than this something is seen of everybody whose feet are on the floor.
SOLES_MM = 90.0
# The room is looked at in tiles. A fifth of them moved by this share of their depth: the camera was pushed.
TILES, MOVED_TILES, MOVED_SHARE, LEAST_TILE_PX = 8, 0.8, 0.006, 200
# What changes by more than this share is no wall that moved, but somebody before it.
OTHER_SHARE = 0.1
# Farther from the fitted body than this, and so many times the sensor's noise, are at most four of a hundred points
# of somebody in tight clothes, even 2.4 m from a stereo camera; of a wide skirt eight, of a coat thirty.
EXPLAINED_MM, EXPLAINED_MISFITS, MOST_UNEXPLAINED = 25.0, 6.0, 0.07


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


def refuse_floating(silhouettes: Sequence[Silhouette]) -> None:
    """Refuse somebody whose feet are not on the floor, or not in any picture.

    Raises
    ------
    ScanError : nothing is seen of the person near the floor
    """
    lowest = min(person.bottom_mm for person in silhouettes)
    if lowest > SOLES_MM:
        raise ScanError(
            f"nothing of the person is seen below {lowest:.0f} mm; stand on the floor itself, feet in the picture."
        )


def refuse_moved_camera(images_mm: Sequence[NDArray[np.float32]], person: NDArray[np.bool_]) -> None:
    """Refuse a recording in which the room moves.

    images_mm : (H, W) of one camera, one a view; person : (H, W) the person in the first of them

    Raises
    ------
    ScanError : the camera did not stand still
    """
    room = ~_surrounded(person)
    for number, image in enumerate(images_mm[1:], start=2):
        if _room_moved(np.where(room, images_mm[0], 0), image) > MOVED_SHARE:
            raise ScanError(f"the camera moved before view {number}; fix it on a stand, and only the person turns.")


def refuse_unexplained(fit: ScanFit, views: list[ViewCloud], posed_mm: Floats, faces: NDArray[np.int32]) -> None:
    """Refuse what no body explains: loose clothes, furniture, mannequins, views that do not belong together.

    posed_mm, faces : (V, 3) and (F, 3) the body as fitted

    Raises
    ------
    ScanError : too much of what was seen is not on the body
    """
    reach_mm = max(EXPLAINED_MM, EXPLAINED_MISFITS * fit.misfit_mm)
    explained = len(along_rays(views, list(fit.placements), posed_mm, faces, reach_mm).view)
    share = 1 - explained / max(sum(len(view.points_mm) for view in views), 1)
    if share > MOST_UNEXPLAINED:
        raise ScanError(
            f"{share:.0%} of what was seen is no part of a standing body; wear tight clothes, stand alone on the bare "
            "floor, arms and legs a little apart, and hold the pose."
        )


def _room_moved(before: NDArray[np.float32], now: NDArray[np.float32]) -> float:
    """By which share of its depth most of the room moved."""
    change = np.full(now.shape, np.nan)
    both = (before > 0) & (now > 0)
    change[both] = now[both] / before[both] - 1
    change[np.abs(change) > OTHER_SHARE] = np.nan
    tiles = [tile for rows in np.array_split(change, TILES) for tile in np.array_split(rows, TILES, axis=1)]
    known = [tile[np.isfinite(tile)] for tile in tiles]
    # Noise has no preferred sign, so the median of many pixels tells a small move.
    moves = [abs(float(np.median(tile))) for tile in known if len(tile) >= LEAST_TILE_PX]
    return float(np.quantile(moves, MOVED_TILES)) if moves else 0.0


def _surrounded(mask: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """The smallest upright rectangle around a mask."""
    around = np.zeros_like(mask)
    if mask.any():
        rows, columns = np.flatnonzero(mask.any(1)), np.flatnonzero(mask.any(0))
        around[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1] = True
    return around


def _cut(person: Silhouette, heights_mm: NDArray[np.float64]) -> str:
    """What the picture's edges cut off, or nothing; toes and hands may be."""
    if person.bottom_mm > FEET_MM:
        return "the feet"
    for edge in (np.s_[:, :2], np.s_[:, -2:], np.s_[:2], np.s_[-2:]):
        crossing = heights_mm[edge][person.mask[edge]]
        if len(crossing) < 2 * CUT_PX or np.median(crossing) < FEET_MM:
            continue
        if np.median(crossing) > HEAD_SHARE * person.top_mm:
            return "the head"
        if np.ptp(np.quantile(crossing, (0.05, 0.95))) > TRUNK_MM:
            return "a side of the body"
    return ""
