"""How well maps of classes agree: intersection over union."""

import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]


class RegionScore:
    """Counts pixels of many pairs of maps; classes that neither has do not count."""

    def __init__(self, classes: int) -> None:
        self._pairs = np.zeros((classes, classes), np.int64)

    def add(self, read: Pixels, true: Pixels) -> None:
        """One pair of maps of the same size."""
        classes = len(self._pairs)
        pairs = true.astype(np.int64).ravel() * classes + read.astype(np.int64).ravel()
        self._pairs += np.bincount(pairs, minlength=classes**2).reshape(classes, classes)

    def each(self) -> list[float]:
        """Intersection over union of every class; NaN where there is none."""
        both = np.diag(self._pairs)
        either = self._pairs.sum(0) + self._pairs.sum(1) - both
        return [float(a / b) if b else float("nan") for a, b in zip(both, either, strict=True)]

    def mean(self) -> float:
        """Their mean."""
        return float(np.nanmean(self.each()))
