"""Pictures of patterns that lie flat, drawn without any code that reads pictures."""

from collections.abc import Mapping

import cv2
import numpy as np
from numpy.typing import NDArray

from fashiongan.attributes import GarmentAttributes
from fashiongan.garment.pattern import Pattern
from fashiongan.ideas.idea import DesignCode, Idea
from fashiongan.image import GarmentImage

FRONT, INSIDE = (60, 90, 150), (150, 160, 170)
Polygons = list[tuple[NDArray[np.float64], tuple[int, int, int]]]


def as_image(rgba: NDArray[np.uint8], words: Mapping[str, str | None]) -> GarmentImage:
    attributes = GarmentAttributes.parse(words)
    code = DesignCode(*(np.zeros(width, np.float16) for width in (8, 8, 6)))
    return GarmentImage(rgba, Idea(attributes, attributes, code, "drawn"), "drawn", "")


def flat_top(pattern: Pattern, arm_deg: float = 40.0) -> Polygons:
    """The inside of the back, the front on it, and sleeves that point down by an angle."""
    polygons: Polygons = [(pattern.panels["back"].outline * [-1, 1], INSIDE)]
    for side, sign in (("left", 1), ("right", -1)):
        if f"sleeve_{side}" in pattern.panels:
            sleeve = sleeve_outline(pattern, arm_deg) * [sign, 1]
            polygons.append((np.concatenate([sleeve, sleeve[[3, 0]] * [0.3, 1]]), FRONT))
    return [*polygons, (pattern.panels["front"].outline, FRONT)]


def sleeve_outline(pattern: Pattern, arm_deg: float) -> NDArray[np.float64]:
    """(4, 2) shoulder tip, outer and inner end of the cuff, armpit."""
    front, sleeve = pattern.panels["front"], pattern.panels["sleeve_left"]
    length, cuff = -sleeve.outline[:, 1].min(), sleeve.edges["hem"][:, 0].max()
    angle = np.deg2rad(arm_deg)
    along, inwards = np.array([np.cos(angle), -np.sin(angle)]), np.array([-np.sin(angle), -np.cos(angle)])
    armpit, tip = front.edges["armhole_left"][[0, -1]]
    return np.stack([tip, tip + length * along, tip + length * along + cuff * inwards, armpit])


def draw(polygons: Polygons, size_px: int = 256, turn_deg: float = 0.0) -> NDArray[np.uint8]:
    """(S, S, 4) polygons in mm, y up, centred and as large as fits."""
    angle = np.deg2rad(turn_deg)
    turn = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    turned = [(points @ turn, color) for points, color in polygons]
    everything = np.concatenate([points for points, _ in turned])
    low, high = everything.min(0), everything.max(0)
    scale = 0.94 * size_px / (high - low).max()
    rgba = np.zeros((size_px, size_px, 4), np.uint8)
    for points, color in turned:
        places = (points - (low + high) / 2) * [scale, -scale] + size_px / 2
        cv2.fillPoly(rgba, [np.rint((places - 0.5) * 16).astype(np.int32)], (*color, 255), cv2.LINE_8, 4)
    return rgba
