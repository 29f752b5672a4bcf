"""How like its picture a draped garment is: its front view on the silhouette in the picture."""

import cv2
import numpy as np
import open3d as o3d

from fashiongan.attributes import BOTTOMS
from fashiongan.body.model import Floats
from fashiongan.garment.bottom_marks import bottom_marks
from fashiongan.garment.drape import GarmentMesh
from fashiongan.garment.fit import FittedGarment
from fashiongan.garment.pattern import Pattern, Side
from fashiongan.garment.picture import View
from fashiongan.garment.placing import Fold
from fashiongan.garment.sleeve_marks import without_sleeves
from fashiongan.garment.top_marks import rough_top_marks, top_marks
from fashiongan.garment.upright import Mask, Upright, upright
from fashiongan.image import GarmentImage

HEIGHT_PX = 200
_SLEEVES = (Side.LEFT_SLEEVE, Side.RIGHT_SLEEVE)
# Panels that stand up from a neck are folded, opened or hung in pictures, and are left out on the body.
_NECK_PANELS = ("hood", "stand", "fall")


def silhouette_iou(image: GarmentImage, fitted: FittedGarment) -> float:
    """Overlap of the picture's silhouette and the worn garment's front view, as a share of what either covers.

    Both are scaled alike, not stretched, to the same height, and laid on each other middle on middle. Of tops and
    dresses the trunk is compared: pictures lie with their sleeves spread in any way, and bodies stand with arms down.
    It does not reach 1: cloth that lies flat in the picture goes round a body, and looks about a quarter narrower.

    Raises
    ------
    GarmentError : the picture shows no garment
    """
    return _iou(_of_picture(image), front_mask(fitted.pattern, fitted.mesh))


def pattern_iou(image: GarmentImage, pattern: Pattern) -> float:
    """The same for the fronts of a pattern that lie flat, as the garment in the picture does: 1 if it is that garment.

    Raises
    ------
    GarmentError : the picture shows no garment
    """
    fronts = [one.outline for one in pattern.draped if one.side is Side.FRONT and not isinstance(one.placing, Fold)]
    low, high = np.concatenate(fronts).min(0), np.concatenate(fronts).max(0)
    scale = HEIGHT_PX / (high[1] - low[1])
    canvas = np.zeros((HEIGHT_PX, int(np.ceil(scale * (high[0] - low[0])))), np.uint8)
    for outline in fronts:
        places = (outline - [low[0], high[1]]) * [scale, -scale]
        cv2.fillPoly(canvas, [np.rint(places).astype(np.int32)], 1)
    return _iou(_of_picture(image), canvas > 0)


def _iou(seen: Mask, worn: Mask) -> float:
    first, second = _same_height(seen), _same_height(worn)
    return float((first & second).sum() / (first | second).sum())


def front_mask(pattern: Pattern, mesh: GarmentMesh) -> Mask:
    """(H, W) what covers the view from the front, without sleeves and collars."""
    names = [one.name for one in pattern.draped]
    left_out = [one.side in _SLEEVES or one.name.startswith(_NECK_PANELS) for one in pattern.draped]
    kept = ~np.array(left_out)[[names.index(name) for name in mesh.flat.panel_names]]
    faces = mesh.flat.faces[kept[mesh.flat.panel_of_vertex[mesh.flat.faces[:, 0]]]]
    corners: Floats = mesh.corners_mm[np.unique(faces)]
    low, high = corners.min(0), corners.max(0)
    width_px = int(np.ceil(HEIGHT_PX * (high[0] - low[0]) / (high[1] - low[1]))) + 2
    scene = o3d.t.geometry.RaycastingScene()
    points = o3d.core.Tensor(np.ascontiguousarray(mesh.corners_mm, np.float32))
    scene.add_triangles(points, o3d.core.Tensor(faces.astype(np.uint32)))
    rays, _, _ = View(0.0, low, high).rays(width_px, HEIGHT_PX)
    hit = scene.cast_rays(o3d.core.Tensor(rays.astype(np.float32)))["t_hit"].numpy()
    return np.asarray(np.isfinite(hit))


def _of_picture(image: GarmentImage) -> Mask:
    picture, words = upright(image.rgba), image.attributes
    if words.category in BOTTOMS:
        return _from(picture, bottom_marks(picture, words.category).waist_y)
    marks = top_marks(picture, words) or rough_top_marks(picture)
    trunk = without_sleeves(picture, marks)
    return _from(Upright(picture.rgba, trunk, picture.axis), marks.neck_y)


def _from(picture: Upright, top: float) -> Mask:
    """The silhouette below a row, on a canvas whose middle column is its middle line."""
    rows = slice(max(round(top), 0), int(np.flatnonzero(picture.mask.any(1))[-1]) + 1)
    reach = max(picture.axis, picture.mask.shape[1] - picture.axis)
    padded = np.pad(picture.mask[rows], ((0, 0), (round(reach - picture.axis), 0)))
    wide = np.pad(padded, ((0, 0), (0, max(round(2 * reach) - padded.shape[1], 0))))
    return np.asarray(wide)


def _same_height(mask: Mask) -> Mask:
    """(HEIGHT_PX, 3 HEIGHT_PX) scaled alike both ways, its middle column in the middle."""
    rows = np.flatnonzero(mask.any(1))
    cut = mask[rows[0] : rows[-1] + 1].astype(np.uint8) * 255
    scale = HEIGHT_PX / len(cut)
    sized = cv2.resize(cut, (max(1, round(cut.shape[1] * scale)), HEIGHT_PX), interpolation=cv2.INTER_AREA) > 127
    canvas = np.zeros((HEIGHT_PX, 3 * HEIGHT_PX), bool)
    start = (canvas.shape[1] - sized.shape[1]) // 2
    inside = slice(max(-start, 0), max(-start, 0) + min(sized.shape[1], canvas.shape[1]))
    part = sized[:, inside]
    canvas[:, max(start, 0) : max(start, 0) + part.shape[1]] = part
    return canvas
