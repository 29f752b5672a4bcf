"""A linear space of adult shapes, for fitting bodies to scans: the principal components of many random bodies.

The phenotypes of the body model multiply each other and have kinks; a scan has so many points that a linear space with
a normal prior fits it better and much faster.
"""

import numpy as np

from fashiongan.body.model import PHENOTYPES, BodyModel, Floats
from fashiongan.body.posing import Skeleton

SAMPLES = 1500
CHANGE_SPREAD = 0.45
# Beyond this many, a component moves no vertex by a millimetre.
COMPONENTS = 48


class ShapeSpace:
    """Bodies as `mean + c · components`, c (K,) standard normal."""

    def __init__(self, model: BodyModel, skeleton: Skeleton, components: int = COMPONENTS, seed: int = 0) -> None:
        samples = _random_coefficients(model, np.random.default_rng(seed))
        mean = samples.mean(0)
        axes = _principal(samples - mean, model, components)
        flat = model.shapes_mm.reshape(len(mean), -1)
        joints = model.bone_head_shapes_mm[:, skeleton.joints]
        self.mean_mm = model.template_mm + (mean.astype(np.float32) @ flat).reshape(-1, 3)
        self.components_mm = (axes.astype(np.float32) @ flat).reshape(components, -1, 3)
        self.mean_joints_mm = model.bone_heads_mm[skeleton.joints] + np.tensordot(mean, joints, axes=1)
        self.component_joints_mm = np.tensordot(axes, joints, axes=1)

    def vertices_mm(self, shape: Floats) -> Floats:
        """(V, 3) in the A pose, for (K,) components."""
        return np.asarray(self.mean_mm + np.tensordot(shape.astype(np.float32), self.components_mm, axes=1))

    def joints_mm(self, shape: Floats) -> Floats:
        """(parts, 3) in the A pose, for (K,) components."""
        return np.asarray(self.mean_joints_mm + np.tensordot(shape, self.component_joints_mm, axes=1))


def _random_coefficients(model: BodyModel, random: np.random.Generator) -> Floats:
    """(samples, blend shapes) of adults more varied than any population."""
    rows = []
    for _ in range(SAMPLES):
        phenotypes = random.uniform(0.05, 0.95, len(PHENOTYPES))
        phenotypes[0] = np.clip(random.integers(2) + 0.1 * random.standard_normal(), 0, 1)
        changes = np.clip(CHANGE_SPREAD * random.standard_normal(len(model.changes)), -1, 1)
        unmeasured = {"cupsize": random.uniform(), "firmness": random.uniform()}
        rows.append(model.coefficients(np.concatenate([phenotypes, changes]), unmeasured))
    return np.array(rows)


def _principal(samples: Floats, model: BodyModel, components: int) -> Floats:
    """(components, blend shapes): the main axes of the vertices' spread, each one standard deviation long."""
    flat = model.shapes_mm.reshape(len(model.shapes_mm), -1)
    gram = (flat @ flat.T).astype(np.float64)
    values, vectors = np.linalg.eigh(gram)
    root = vectors * np.sqrt(values.clip(0))
    inverse = np.where(values > values.max() * 1e-9, 1 / np.sqrt(np.abs(values)), 0.0)
    _, spread, axes = np.linalg.svd(samples @ root / np.sqrt(len(samples)), full_matrices=False)
    # An axis of the vertices' spread, brought back to blend-shape weights.
    return np.asarray((spread[:components, None] * axes[:components]) @ (vectors * inverse).T)
