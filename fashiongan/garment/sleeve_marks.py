"""A sleeve in a picture of a garment's front: the four corners of its outline, where it lies open."""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from fashiongan.body.model import Floats
from fashiongan.garment.top_marks import SHOULDER_SHARE, TopMarks
from fashiongan.garment.upright import Mask, Upright

# Less than this share of the trunk's square is no sleeve; one less solid than this is bent or folded.
MIN_AREA, MIN_SOLIDITY, MIN_CLOTH_SHARE = 0.015, 0.9, 0.88
# As shares of the width.
SHORTEST, CUFFS = 0.1, (0.08, 0.6)
_CORNER_SHARES = (0.03, 0.045, 0.06, 0.08)


@dataclass(frozen=True)
class SleeveMarks:
    """(2,) pixel places: shoulder tip and outer cuff, armpit and inner cuff."""

    shoulder: Floats
    cuff_outside: Floats
    armpit: Floats
    cuff_inside: Floats

    @property
    def length(self) -> float:
        """From the shoulder tip to the cuff, along the sleeve."""
        return float(np.linalg.norm(self.cuff_outside - self.shoulder))

    @property
    def cuff(self) -> float:
        """Its width."""
        return float(np.linalg.norm(self.cuff_outside - self.cuff_inside))


def sleeve_marks(picture: Upright, marks: TopMarks, wearers_left: bool) -> SleeveMarks | None:
    """Find a sleeve; None where there is none, or it is bent, folded, or lies on the trunk. The wearer's left is on the
    right of the picture."""
    sign = 1 if wearers_left else -1
    if not marks.sides_seen:
        return None
    shoulder, armpit = _armhole(picture, marks, sign)
    if shoulder[1] >= armpit[1] - 2:
        return None
    piece = _beyond(picture, marks, sign)
    contours, _ = cv2.findContours(piece.astype(np.uint8), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    if not contours:
        return None
    outline = max(contours, key=cv2.contourArea)
    hull = cv2.convexHull(outline)
    area = cv2.contourArea(outline)
    if area < MIN_AREA * marks.width**2 or area < MIN_SOLIDITY * cv2.contourArea(hull):
        return None
    found = _with_cuff(hull, shoulder, armpit, marks.width, sign)
    return found if found and _cloth_share(found, picture.mask) >= MIN_CLOTH_SHARE else None


def _cloth_share(found: SleeveMarks, mask: Mask) -> float:
    """How much of what lies between the corners is cloth."""
    corners = np.stack([found.shoulder, found.cuff_outside, found.cuff_inside, found.armpit])
    inside = np.zeros(mask.shape, np.uint8)
    cv2.fillPoly(inside, [np.rint(corners).astype(np.int32)], 1)
    return float(mask[inside > 0].mean()) if inside.any() else 0.0


def without_sleeves(picture: Upright, marks: TopMarks) -> Mask:
    """(H, W) the trunk alone."""
    return picture.mask & ~_beyond(picture, marks, 1) & ~_beyond(picture, marks, -1)


def _armhole(picture: Upright, marks: TopMarks, sign: int) -> tuple[Floats, Floats]:
    """Shoulder tip and armpit."""
    side = marks.right if sign > 0 else marks.left
    armpit = np.array([side[int(marks.arm_y)], marks.arm_y])
    shoulder_x = marks.axis + SHOULDER_SHARE * (armpit[0] - marks.axis)
    tops = picture.column_tops()
    return np.array([shoulder_x, tops[min(max(int(shoulder_x), 0), len(tops) - 1)]]), armpit


def _beyond(picture: Upright, marks: TopMarks, sign: int) -> Mask:
    """What lies outside the line from the shoulder tip to the armpit, and outside the trunk below it."""
    shoulder, armpit = _armhole(picture, marks, sign)
    side = marks.right if sign > 0 else marks.left
    rows, columns = np.indices(picture.mask.shape)
    share = np.clip((rows - shoulder[1]) / max(armpit[1] - shoulder[1], 1), 0, 1)
    line = shoulder[0] + share * (armpit[0] - shoulder[0])
    trunk = np.where(rows <= armpit[1], line, side[:, None] + sign)
    outside: Mask = picture.mask & (sign * (columns + 0.5 - trunk) > 0)
    return outside


def _with_cuff(
    hull: NDArray[np.int32], shoulder: Floats, armpit: Floats, width: float, sign: int
) -> SleeveMarks | None:
    """The cuff is the side of the outline that is farthest from where the sleeve begins."""
    root = (shoulder + armpit) / 2
    for share in _CORNER_SHARES:
        corners = cv2.approxPolyDP(hull, share * width, True)[:, 0].astype(np.float64) + 0.5
        if 3 <= len(corners) <= 5:
            break
    else:
        return None
    if len(corners) == 3:  # The cuff begins at the armpit.
        top, second = (int(np.linalg.norm(corners - end, axis=1).argmin()) for end in (shoulder, armpit))
        cuff = corners[(3 - top - second) % 3], corners[second]
    else:
        sides = [(corners[n - 1], corners[n]) for n in range(len(corners))]
        cuff = max(sides, key=lambda ends: min(np.linalg.norm(end - root) for end in ends))
    first, second = cuff
    along = (first + second) / 2 - root
    upwards = sign * np.array([along[1], -along[0]])
    outside, inside = (first, second) if (first - second) @ upwards > 0 else (second, first)
    found = SleeveMarks(shoulder, outside, armpit, inside)
    return found if found.length >= SHORTEST * width and CUFFS[0] <= found.cuff / width <= CUFFS[1] else None
