"""Panels to triangles: even rows inside, seam edges cut into the same number of segments on both sides."""

from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from scipy.spatial import Delaunay, cKDTree

from fashiongan.garment.curves import Points, evenly, length_mm
from fashiongan.garment.pattern import Panel, Pattern

EDGE_MM, VERTICES = 15.0, 7_000
# What a polyline of chords may lose against the curve.
SHORTER_MM = 0.3


@dataclass(frozen=True)
class FlatMesh:
    """All panels as triangles, still flat and apart.

    flat_mm : (V, 2) in each panel's own coordinates; panel_of_vertex : (V,) index into `panel_names`;
    faces : (F, 3) counter-clockwise seen from outside; stitches : (S, 2) vertices that are sewn together
    """

    panel_names: tuple[str, ...]
    flat_mm: Points
    panel_of_vertex: NDArray[np.int64]
    faces: NDArray[np.int64]
    stitches: NDArray[np.int64]

    @property
    def panel_of_face(self) -> NDArray[np.int64]:
        """(F,) index into `panel_names`: no triangle lies on two panels."""
        return self.panel_of_vertex[self.faces[:, 0]]

    def vertices_of(self, panel: str) -> NDArray[np.int64]:
        """Indices of one panel's vertices."""
        return np.flatnonzero(self.panel_of_vertex == self.panel_names.index(panel))


def mesh_pattern(pattern: Pattern, finest_mm: float = EDGE_MM) -> FlatMesh:
    """Cut every panel into triangles of about `finest_mm`, larger where that would be too many for so much cloth."""
    area_mm2 = sum(float(shapely.Polygon(panel.outline).area) for panel in pattern.draped)
    edge_mm = max(finest_mm, float(np.sqrt(area_mm2 / VERTICES / (np.sqrt(3) / 2))))
    segments = _segments(pattern, edge_mm)
    flats, faces, owners = [], [], []
    boundary: dict[tuple[str, str], NDArray[np.int64]] = {}
    offset = 0
    for index, panel in enumerate(pattern.draped):
        points, triangles, edges = _mesh_panel(panel, segments, edge_mm)
        flats.append(points)
        faces.append(triangles + offset)
        owners.append(np.full(len(points), index))
        boundary |= {(panel.name, name): ids + offset for name, ids in edges.items()}
        offset += len(points)
    stitches = [np.stack([boundary[seam.first], boundary[seam.second][::-1]], axis=1) for seam in pattern.sewn]
    return FlatMesh(
        tuple(panel.name for panel in pattern.draped),
        np.concatenate(flats),
        np.concatenate(owners),
        np.concatenate(faces),
        np.concatenate(stitches),
    )


def _segments(pattern: Pattern, edge_mm: float) -> dict[tuple[str, str], int]:
    """Segments of every edge; both sides of a seam have as many, so that vertices pair up."""
    count = {
        (panel.name, name): _segments_of(edge, edge_mm)
        for panel in pattern.draped
        for name, edge in panel.edges.items()
    }
    for seam in pattern.sewn:
        count[seam.first] = count[seam.second] = max(count[seam.first], count[seam.second])
    return count


def _segments_of(edge: Points, edge_mm: float) -> int:
    """So many that the mesh's edge is as long as the printed one, also where it turns sharply."""
    count = max(2, round(length_mm(edge) / edge_mm))
    while length_mm(edge) - length_mm(evenly(edge, count)) > SHORTER_MM:
        count += max(1, count // 4)
    return count


def _mesh_panel(
    panel: Panel, segments: dict[tuple[str, str], int], edge_mm: float
) -> tuple[Points, NDArray[np.int64], dict[str, NDArray[np.int64]]]:
    pieces = {name: evenly(edge, segments[panel.name, name])[:-1] for name, edge in panel.edges.items()}
    outline = np.concatenate(list(pieces.values()))
    ids, start = {}, 0
    for name, piece in pieces.items():
        ids[name] = np.arange(start, start + len(piece) + 1) % len(outline)
        start += len(piece)
    points = np.concatenate([outline, _inner_points(outline, edge_mm)])
    return points, _triangles(points, outline), ids


def _inner_points(outline: Points, edge_mm: float) -> Points:
    """A triangular lattice inside the outline, kept half an edge away from it."""
    low, high = outline.min(0), outline.max(0)
    rows = np.arange(low[1] + edge_mm / 2, high[1], edge_mm * np.sqrt(3) / 2)
    columns = np.arange(low[0], high[0] + edge_mm, edge_mm)
    x = columns[None] + (np.arange(len(rows)) % 2)[:, None] * edge_mm / 2
    lattice = np.stack([x, np.broadcast_to(rows[:, None], x.shape)], axis=-1).reshape(-1, 2)
    lattice = lattice[shapely.contains_xy(shapely.Polygon(outline), lattice[:, 0], lattice[:, 1])]
    dense = np.concatenate([outline, (outline + np.roll(outline, -1, axis=0)) / 2])
    return np.asarray(lattice[cKDTree(dense).query(lattice)[0] > 0.6 * edge_mm])


def _triangles(points: Points, outline: Points) -> NDArray[np.int64]:
    """Delaunay triangles inside the outline, counter-clockwise, without slivers along straight edges."""
    faces = Delaunay(points).simplices.astype(np.int64)
    corners = points[faces]
    centre = corners.mean(1)
    first, second = corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]
    area = first[:, 0] * second[:, 1] - first[:, 1] * second[:, 0]
    keep = shapely.contains_xy(shapely.Polygon(outline), centre[:, 0], centre[:, 1]) & (np.abs(area) > 1e-3)
    faces[area < 0] = faces[area < 0][:, ::-1]
    return np.asarray(faces[keep])
