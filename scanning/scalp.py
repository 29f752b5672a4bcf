"""Where hair may grow on a body, and how much of it lies over a scanned head."""

import numpy as np
from scipy.spatial import cKDTree

from fashiongan.body.posing import NAMES, Skeleton
from scanning.frame import Floats
from scanning.mesh import unit_vectors

# How far the way from the middle of the head goes up and back where hair may begin, and where it surely grows.
HAIRLINE = (0.1, 0.4)
# Points within this reach of the scalp may be hair; so thin, it is the noise of the points.
REACH_MM, THIN_MM = 120.0, 4.0


def scalp_shares(vertices: Floats, skeleton: Skeleton) -> Floats:
    """(V,) how surely hair may grow there, 0 to 1, of (V, 3) vertices facing +Z."""
    head = skeleton.weights[:, NAMES.index("head")]
    skull = vertices[head > 0.5]
    ways = unit_vectors(vertices - (skull.min(0) + skull.max(0)) / 2)
    begin, sure = HAIRLINE
    share = (((ways[:, 1] - ways[:, 2]) / 2**0.5 - begin) / (sure - begin)).clip(0, 1)
    return np.asarray(head * share)


def hair_mm(points: Floats, skin: Floats, normals: Floats, scalp: Floats) -> float:
    """How far (N, 3) points lie outside the scalp of (V, 3) skin in the middle; 0 where that may be noise."""
    distance, nearest = (np.asarray(one) for one in cKDTree(skin).query(points))
    near = (distance < REACH_MM) & (scalp[nearest] > scalp.max() / 2)
    vertex = nearest[near]
    outside = np.einsum("ni,ni->n", points[near] - skin[vertex], normals[vertex])
    thick = float(np.median(outside)) if len(outside) else 0.0
    return thick if thick > THIN_MM else 0.0


def hair_doubts(hair: float) -> dict[str, str]:
    """The reason by name, of measurements that hair makes doubtful."""
    return {"head_mm": "hair covers the head; measure it by tape, or wear a tight cap"} if hair else {}


def hair_notes(hair: float) -> tuple[str, ...]:
    """What to say of hair that was seen."""
    return (f"hair stands about {hair:.0f} mm off the head; heights are those of the head under it",) if hair else ()
