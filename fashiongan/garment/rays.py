"""Meshes that rays are cast at. Open3D is loaded with the first one: the window opens sooner without."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from fashiongan.body.model import Floats

if TYPE_CHECKING:
    import open3d as o3d


def scene_of(meshes: Iterable[tuple[Floats, NDArray[Any]]]) -> "o3d.t.geometry.RaycastingScene":
    """A scene of meshes: (V, 3) vertices and (F, 3) faces of each, numbered in their order."""
    import open3d as o3d

    scene = o3d.t.geometry.RaycastingScene()
    for vertices, faces in meshes:
        scene.add_triangles(tensor_of(vertices), o3d.core.Tensor(faces.astype(np.uint32)))
    return scene


def tensor_of(numbers: NDArray[Any]) -> "o3d.core.Tensor":
    """Rays or points as Open3D takes them."""
    import open3d as o3d

    return o3d.core.Tensor(np.ascontiguousarray(numbers, np.float32))
