"""Vectors of normal random numbers, and the way from one to another."""

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float16]
MAX_SEED = 2**31 - 1


def normal(seed: int, width: int) -> Vector:
    """(width,) normal random numbers of a seed."""
    import torch  # The window opens sooner without.

    numbers = torch.randn(width, generator=torch.Generator().manual_seed(seed))
    return np.asarray(numbers.numpy(), np.float16)


def turned(start: Vector, end: Vector, share: float) -> Vector:
    """Turn one vector some share of the way towards another on the sphere, its length going along.

    Source: Shoemake, Animating Rotation with Quaternion Curves (1985).
    """
    first, second = (vector.astype(np.float64) for vector in (start, end))
    lengths = [max(float(np.linalg.norm(vector)), 1e-9) for vector in (first, second)]
    angle = np.arccos(np.clip(first @ second / (lengths[0] * lengths[1]), -1, 1))
    length = (1 - share) * lengths[0] + share * lengths[1]
    if angle < 1e-4:
        return np.asarray(first / lengths[0] * length, np.float16)
    on_sphere = np.sin((1 - share) * angle) * first / lengths[0] + np.sin(share * angle) * second / lengths[1]
    return np.asarray(on_sphere / np.sin(angle) * length, np.float16)
