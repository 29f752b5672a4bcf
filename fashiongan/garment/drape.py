"""Sewing and draping: pull the seams shut without weight, weld them, then let the cloth fall until it rests."""

import logging
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from fashiongan.body.model import BodyMesh, Floats
from fashiongan.errors import GarmentError
from fashiongan.garment.arrangement import arrange
from fashiongan.garment.body_field import BodySurface, distance_field
from fashiongan.garment.cloth import Cloth, Constraints, Motion
from fashiongan.garment.meshing import FlatMesh
from fashiongan.garment.pattern import Pattern

logger = logging.getLogger(__name__)

GAP_MM = 4.0
BEND_COMPLIANCE = 3e-5
# While seams are pulled shut the cloth gives a little, or a crease at the elbow would hold a seam open.
SEWING_COMPLIANCE = 1e-4
SEW_FRAMES, SETTLE_FRAMES, FALL_FRAMES, CALM_FRAMES = 90, 20, 75, 60
SEWN_WITHIN_MM = 1.5
# A crease may hold a few stitches apart; what is welded cannot open any more.
WELDABLE_MM = 3.0
MAX_INSIDE_MM = 1.0

_SEW = Motion(gravity=0.0, damping=0.96, top_speed=1500.0, friction=0.0, stitch_reach=1.0)
_SETTLE = Motion(gravity=0.0, damping=0.95, top_speed=800.0, friction=0.1)
_FALL = Motion(gravity=9810.0, damping=0.998, top_speed=2500.0, friction=0.5)
_CALM = Motion(gravity=9810.0, damping=0.98, top_speed=1000.0, friction=0.6)

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
    pattern: Pattern, flat: FlatMesh, body: BodyMesh, device: str = "cpu", progress: Progress = lambda share, what: None
) -> GarmentMesh:
    """Sew the panels round a body and let them hang.

    Raises
    ------
    GarmentError : a seam could not be pulled shut, or cloth ended more than 1 mm inside the body
    """
    field = distance_field(body, low_y_mm=_lowest(flat, body))
    progress(0.1, "sewing")
    apart = Cloth(
        arrange(pattern, flat, body),
        _constraints(flat, flat.faces, SEWING_COMPLIANCE),
        flat.stitches,
        field,
        GAP_MM,
        device,
    )
    sewn, gap_mm = _sew(flat, apart, progress)
    welded, positions = _weld(flat.stitches, sewn)
    faces = welded[flat.faces]
    cloth = Cloth(positions, _constraints(flat, faces, 0.0), np.zeros((0, 2), np.int64), field, GAP_MM, device)
    for motion, frames in ((_SETTLE, SETTLE_FRAMES), (_FALL, FALL_FRAMES), (_CALM, CALM_FRAMES)):
        for frame in range(frames):
            cloth.advance(motion)
            progress(0.45 + 0.5 * frame / frames, "draping")
        logger.debug("speed after %s: %.1f mm/s", motion, cloth.speeds_mm_s.mean())
    return _checked(flat, body, welded, faces, cloth.positions_mm, gap_mm)


def _lowest(flat: FlatMesh, body: BodyMesh) -> float:
    hanging = flat.flat_mm[:, 1].min()
    return max(0.0, float(body.joints_mm["neck01"][1] + hanging - 150))


def _sew(flat: FlatMesh, cloth: Cloth, progress: Progress) -> tuple[Floats, float]:
    gap_mm = np.inf
    for frame in range(SEW_FRAMES):
        cloth.advance(_SEW)
        progress(0.1 + 0.35 * frame / SEW_FRAMES, "sewing")
        positions = cloth.positions_mm
        ends = positions[flat.stitches]
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


def _edges_with_opposites(faces: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Every face corner as (edge start, edge end) and the vertex opposite: (3F, 2), (3F,)."""
    edges = np.concatenate([faces[:, [1, 2]], faces[:, [2, 0]], faces[:, [0, 1]]])
    return edges, np.concatenate([faces[:, 0], faces[:, 1], faces[:, 2]])


def _constraints(flat: FlatMesh, faces: NDArray[np.int64], stretch_compliance: float) -> Constraints:
    """Stretch along every edge, bending across every inner one, with rest lengths measured on the flat panels.

    `faces` are the flat faces, or the same after welding: then cloth also bends across seams, unfolded flat at rest.
    """
    edges, opposite = _edges_with_opposites(faces)
    flat_edges, flat_opposite = _edges_with_opposites(flat.faces)
    turned = edges[:, 0] > edges[:, 1]
    edges = np.where(turned[:, None], edges[:, ::-1], edges)
    flat_edges = np.where(turned[:, None], flat_edges[:, ::-1], flat_edges)
    start, end, apex = (flat.flat_mm[ids] for ids in (flat_edges[:, 0], flat_edges[:, 1], flat_opposite))
    along = end - start
    length = np.linalg.norm(along, axis=1)
    along /= length[:, None]
    foot = ((apex - start) * along).sum(1)
    height = np.abs((apex - start)[:, 0] * along[:, 1] - (apex - start)[:, 1] * along[:, 0])
    stretch, first = np.unique(edges, axis=0, return_index=True)
    order = np.lexsort((edges[:, 1], edges[:, 0]))
    same = np.flatnonzero((edges[order][1:] == edges[order][:-1]).all(1))
    one, other = order[same], order[same + 1]
    bend = np.stack([opposite[one], opposite[other]], axis=1)
    bend_rest = np.hypot(foot[one] - foot[other], height[one] + height[other])
    distinct = bend[:, 0] != bend[:, 1]
    return Constraints(
        np.concatenate([bend[distinct], stretch]),
        np.concatenate([bend_rest[distinct], length[first]]),
        np.concatenate([np.full(int(distinct.sum()), BEND_COMPLIANCE), np.full(len(stretch), stretch_compliance)]),
    )


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
