"""What holds cloth together: masses, threads that resist stretch, hinges that resist bending, all at rest when flat.

Grams, millimetres and seconds. Sources: springs on a triangle lattice as a membrane, Ostoja-Starzewski, Lattice Models
in Micromechanics (2002); Bergou et al., A Quadratic Bending Model for Inextensible Surfaces (2006).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from fashiongan.body.model import Floats
from fashiongan.garment.fabrics import Fabric
from fashiongan.garment.meshing import FlatMesh

Indices = NDArray[np.int64]
G_MM2_S2_PER_UN_M = 1e3
G_S2_PER_N_M = 1e3


@dataclass(frozen=True, slots=True)
class ClothModel:
    """Particles and what is between them.

    mass_g : (V,); threads : (C, 2), held at rest_mm with stiffness thread_g_s2 : (C,); hinges : (H, 4), whose
    weighted sum, hinge_weights : (H, 4), is zero when flat, with stiffness hinge_g_s2 : (H,); faces : (F, 3)
    """

    mass_g: Floats
    threads: Indices
    rest_mm: Floats
    thread_g_s2: Floats
    hinges: Indices
    hinge_weights: Floats
    hinge_g_s2: Floats
    faces: Indices


def cloth_model(flat: FlatMesh, welded: Indices, fabric: Fabric) -> ClothModel:
    """`welded` : (flat vertices,) index of each after welding, so that cloth also bends across seams."""
    faces = welded[flat.faces]
    corners = flat.flat_mm[flat.faces]
    areas = _cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]) / 2
    mass = np.bincount(faces.ravel(), np.repeat(areas, 3) / 3, welded.max() + 1) * fabric.weight_g_m2 * 1e-6
    edges, opposite, cotangents, lengths = _half_edges(faces, corners)
    threads, twin = np.unique(edges, axis=0, return_inverse=True)
    rest = np.bincount(twin.ravel(), lengths) / np.bincount(twin.ravel())
    stiffness = np.full(len(threads), np.sqrt(3) / 2 * fabric.stretch_n_m * G_S2_PER_N_M)
    hinges, weights, hinge_area = _hinges(edges, opposite, cotangents, np.tile(areas, 3))
    bending = 3 * fabric.bending_un_m * G_MM2_S2_PER_UN_M / hinge_area
    return ClothModel(mass.astype(np.float64), threads, rest, stiffness, hinges, weights, bending, faces)


def _half_edges(faces: Indices, corners: Floats) -> tuple[Indices, Indices, Floats, Floats]:
    """Every face's edges, lower vertex first, (3F, 2); the vertex opposite; the cotangents of the face's angles at
    both ends, (3F, 2); and the flat lengths."""
    turns = ((1, 2, 0), (2, 0, 1), (0, 1, 2))
    edges = np.concatenate([faces[:, [a, b]] for a, b, _ in turns])
    opposite = np.concatenate([faces[:, c] for _, _, c in turns])
    start, end, apex = (np.concatenate([corners[:, turn[which]] for turn in turns]) for which in range(3))
    at_start = _cotangent(end - start, apex - start)
    at_end = _cotangent(start - end, apex - end)
    cotangents = np.stack([at_start, at_end], axis=1)
    turned = edges[:, 0] > edges[:, 1]
    edges[turned], cotangents[turned] = edges[turned][:, ::-1], cotangents[turned][:, ::-1]
    return edges, opposite, cotangents, np.linalg.norm(end - start, axis=1)


def _hinges(edges: Indices, opposite: Indices, cotangents: Floats, areas: Floats) -> tuple[Indices, Floats, Floats]:
    """Both faces of every inner edge as four vertices with their weights, and the area of the two."""
    order = np.lexsort((edges[:, 1], edges[:, 0]))
    same = np.flatnonzero((edges[order][1:] == edges[order][:-1]).all(1))
    one, other = order[same], order[same + 1]
    distinct = opposite[one] != opposite[other]
    one, other = one[distinct], other[distinct]
    hinges = np.column_stack([edges[one], opposite[one], opposite[other]])
    (start_one, end_one), (start_other, end_other) = cotangents[one].T, cotangents[other].T
    weights = np.column_stack(
        [end_one + end_other, start_one + start_other, -start_one - end_one, -start_other - end_other]
    )
    return hinges, weights, areas[one] + areas[other]


def _cotangent(first: Floats, second: Floats) -> Floats:
    return np.asarray((first * second).sum(1) / np.maximum(np.abs(_cross(first, second)), 1e-9))


def _cross(first: Floats, second: Floats) -> Floats:
    return np.asarray(first[:, 0] * second[:, 1] - first[:, 1] * second[:, 0])
