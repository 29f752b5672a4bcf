"""Smooths cloth where sewing left it going through itself: contact would hold it tangled for good."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array, csr_array, diags_array

from fashiongan.body.model import Floats
from fashiongan.garment.self_intersection import intersecting_faces


@dataclass(frozen=True, slots=True)
class Ironing:
    """How often what is tangled is looked for, how many rings round it are smoothed, and how often each time."""

    rounds: int
    rings: int
    smoothings: int


# What sewing crumpled may be pressed flat; folds of cloth that hangs should stay.
FIRM, GENTLE = Ironing(4, 2, 12), Ironing(8, 1, 4)


def untangled(positions: Floats, faces: NDArray[np.int64], fixed: NDArray[np.int64], ironing: Ironing) -> Floats:
    """(V, 3) the same positions, ironed where triangles go through each other; `fixed` vertices stay."""
    beside = _mean_of_neighbours(faces, len(positions))
    moved = positions.copy()
    for _ in range(ironing.rounds):
        tangled = np.zeros(len(positions), bool)
        tangled[faces[intersecting_faces(moved, faces)]] = True
        if not tangled.any():
            break
        for _ in range(ironing.rings):
            tangled |= beside @ tangled.astype(float) > 0
        tangled[fixed] = False
        for _ in range(ironing.smoothings):
            moved[tangled] = (beside @ moved)[tangled]
    return moved


def _mean_of_neighbours(faces: NDArray[np.int64], count: int) -> csr_array:
    """(V, V): the mean of each vertex's neighbours."""
    edges = np.concatenate([faces[:, [0, 1]], faces[:, [1, 2]], faces[:, [2, 0]]])
    both = np.unique(np.concatenate([edges, edges[:, ::-1]]), axis=0)
    matrix = coo_array((np.ones(len(both)), (both[:, 0], both[:, 1])), shape=(count, count)).tocsr()
    return csr_array(diags_array(1 / np.maximum(matrix.sum(1), 1)) @ matrix)
