"""Sewing and draping: pull the seams shut without weight, weld them, then let the cloth fall until it rests."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from fashiongan.body.model import BodyMesh, Floats
from fashiongan.errors import GarmentError
from fashiongan.garment.arrangement import arrange, part_legs
from fashiongan.garment.body_field import BodySurface, WornSurface, distance_field
from fashiongan.garment.cloth_model import cloth_model
from fashiongan.garment.fabrics import FABRICS, Fabric, FabricName
from fashiongan.garment.folding import fold_back, folded, outwards, pressed
from fashiongan.garment.meshing import FlatMesh
from fashiongan.garment.motion import Motion
from fashiongan.garment.pattern import Pattern
from fashiongan.garment.placing import Wrap
from fashiongan.garment.self_intersection import intersecting_faces
from fashiongan.garment.untangling import FIRM, GENTLE, untangled

if TYPE_CHECKING:
    # Only for its name: the window opens sooner without warp.
    from fashiongan.garment.cloth import Cloth

logger = logging.getLogger(__name__)

GAP_MM = 4.0
APART_MM = 4.0
BELOW_MM = 150.0
SEW_FRAMES, SETTLE_FRAMES, FALL_FRAMES, CALM_FRAMES = 160, 20, 75, 120
TIDYINGS = 4
# Cloth rests when nearly all of it is slower than this.
REST_MM_S = 8.0
SEWN_WITHIN_MM = 1.5
# A crease may hold a few stitches apart; what is welded cannot open any more.
WELDABLE_MM = 3.0
MAX_INSIDE_MM = 1.0

_SEW = Motion(gravity=0.0, damping=0.96, top_speed=1500.0, friction=0.0, stitch_reach=1.0)
# Some weight keeps a collar that was laid back from swinging up again; without friction, legs and sleeves untwist.
_SETTLE = Motion(gravity=9810.0 / 3, damping=0.95, top_speed=800.0, friction=0.0)
_FALL = Motion(gravity=9810.0, damping=0.998, top_speed=2500.0, friction=1.0)
_CALM = Motion(gravity=9810.0 / 6, damping=0.98, top_speed=1000.0, friction=1.2, bending=1 / 6)

# While seams are pulled shut the cloth gives, or a crease at the elbow would hold a seam open.
_GIVING = replace(FABRICS[FabricName.JERSEY], stretch_n_m=0.4, bending_un_m=0.02)

Progress = Callable[[float, str], None]


@dataclass(frozen=True)
class GarmentMesh:
    """A garment as it hangs on a body.

    vertices_mm : (V, 3) welded; faces : (F, 3); flat : the panels, still apart, whose faces run in the same order;
    welded : (flat vertices,) index of each in `vertices_mm`;
    seam_gap_mm : largest gap just before welding, which closes every seam;
    deepest_inside_mm : how far the worst vertex is inside the body, 0 if none is
    """

    vertices_mm: Floats
    faces: NDArray[np.int64]
    flat: FlatMesh
    welded: NDArray[np.int64]
    seam_gap_mm: float
    deepest_inside_mm: float

    @property
    def corners_mm(self) -> Floats:
        """(flat vertices, 3): positions with seam vertices repeated, one for each panel, as texturing needs them."""
        return self.vertices_mm[self.welded]


def drape(
    pattern: Pattern,
    flat: FlatMesh,
    body: BodyMesh,
    fabric: Fabric,
    device: str = "cpu",
    progress: Progress = lambda share, what: None,
    under: Sequence["GarmentMesh"] = (),
) -> GarmentMesh:
    """Sew the panels round a body and let them hang, over what it wears already, which stays as it is.

    Raises
    ------
    GarmentError : a seam could not be pulled shut, or cloth ended more than 1 mm inside the body
    """
    from fashiongan.garment.cloth import Cloth

    start = arrange(pattern, flat, body)
    worn = [WornSurface(one.vertices_mm, one.faces) for one in under]
    field = distance_field(body, max(0.0, float(start[:, 1].min()) - BELOW_MM), worn)
    progress(0.1, "sewing")
    apart = cloth_model(flat, np.arange(len(start)), _GIVING)
    flatly = flat.stitches[~folded(pattern, flat)[flat.stitches].any(1)]
    sewn, gap_mm = _sew(flatly, Cloth(start, apart, flatly, field, GAP_MM, device), progress)
    welded, positions = _weld(flat.stitches, fold_back(pattern, flat, part_legs(pattern, flat, sewn)))
    model = pressed(pattern, flat, welded, cloth_model(flat, welded, fabric))
    laid = np.unique(welded[folded(pattern, flat)])
    ironed = untangled(positions, model.faces, laid, FIRM)
    cloth = Cloth(ironed, model, np.zeros((0, 2), np.int64), field, GAP_MM, device)
    facing, layers = outwards(pattern, flat, welded, model.faces)
    cloth.keep_apart(replace(model, faces=facing), layers, APART_MM)
    cloth.hold_up(np.unique(welded[_held(pattern, flat)]))
    _fall(cloth, fabric, progress)
    return _checked(flat, body, welded, model.faces, _tidied(cloth, model.faces, laid), gap_mm)


def _held(pattern: Pattern, flat: FlatMesh) -> NDArray[np.int64]:
    """(H,) vertices of waistbands and the like."""
    panels = [panel.name for panel in pattern.draped if isinstance(panel.placing, Wrap) and panel.placing.held]
    return np.concatenate([np.zeros(0, np.int64), *(flat.vertices_of(name) for name in panels)])


def _fall(cloth: "Cloth", fabric: Fabric, progress: Progress) -> None:
    done, whole = 0, SETTLE_FRAMES + FALL_FRAMES + CALM_FRAMES
    for motion, frames in ((_SETTLE, SETTLE_FRAMES), (_FALL, FALL_FRAMES), (_CALM, CALM_FRAMES)):
        rubbing = replace(motion, friction=motion.friction * fabric.friction)
        for _ in range(frames):
            cloth.advance(rubbing)
            done += 1
            progress(0.45 + 0.5 * done / whole, "draping")
            if motion is _CALM and np.percentile(cloth.speeds_mm_s, 95) < REST_MM_S:
                break
    logger.info("at rest after %d frames: 95 of 100 vertices below %.0f mm/s", done, REST_MM_S)


def _tidied(cloth: "Cloth", faces: NDArray[np.int64], laid: NDArray[np.int64]) -> Floats:
    """Where the cloth lies, ironed where sharp folds went through each other: of some tries the least tangled.

    What is laid back is ironed only if nothing else helps.
    """
    least, kept = len(intersecting_faces(cloth.positions_mm, faces)), cloth.positions_mm
    for fixed in (*[laid] * TIDYINGS, *[np.zeros(0, np.int64)] * TIDYINGS):
        if least == 0:
            break
        cloth.lay(untangled(cloth.positions_mm, faces, fixed, GENTLE))
        tangled = len(intersecting_faces(cloth.positions_mm, faces))
        if tangled < least:
            least, kept = tangled, cloth.positions_mm
    return kept


def _sew(stitches: NDArray[np.int64], cloth: "Cloth", progress: Progress) -> tuple[Floats, float]:
    gap_mm = np.inf
    for frame in range(SEW_FRAMES):
        cloth.advance(_SEW)
        progress(0.1 + 0.35 * frame / SEW_FRAMES, "sewing")
        positions = cloth.positions_mm
        ends = positions[stitches]
        gap_mm = float(np.linalg.norm(ends[:, 0] - ends[:, 1], axis=1).max())
        if gap_mm < SEWN_WITHIN_MM:
            break
    logger.info("sewn after %d frames, widest gap %.2f mm", frame + 1, gap_mm)
    if gap_mm > WELDABLE_MM:
        raise GarmentError(f"A seam stays open by {gap_mm:.0f} mm on this body; choose more ease.")
    return positions, gap_mm


def _weld(stitches: NDArray[np.int64], positions: Floats) -> tuple[NDArray[np.int64], Floats]:
    """Make one vertex of all that are sewn together: the index map, and the mean positions."""
    count = len(positions)
    graph = coo_array((np.ones(len(stitches)), (stitches[:, 0], stitches[:, 1])), shape=(count, count))
    groups, welded = connected_components(graph, directed=False)
    sums = np.zeros((groups, 3))
    np.add.at(sums, welded, positions)
    return welded.astype(np.int64), sums / np.bincount(welded)[:, None]


def _checked(
    flat: FlatMesh,
    body: BodyMesh,
    welded: NDArray[np.int64],
    faces: NDArray[np.int64],
    positions: Floats,
    gap_mm: float,
) -> GarmentMesh:
    if not np.isfinite(positions).all():
        raise GarmentError("The cloth simulation came apart; choose more ease, or report this with the measurements.")
    surface = BodySurface(body)
    inside_mm = max(0.0, -float(surface.signed_distance_mm(positions).min()))
    if inside_mm > MAX_INSIDE_MM:
        raise GarmentError(f"The cloth ended {inside_mm:.1f} mm inside the body; choose more ease.")
    return GarmentMesh(positions, faces, flat, welded, gap_mm, inside_mm)
