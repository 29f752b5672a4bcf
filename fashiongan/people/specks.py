"""Maps of regions without specks."""

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import distance_transform_edt, label

# In pixels of a frame: a hand is larger.
LEAST_PART_PX = 40


def without_specks(regions: NDArray[np.integer]) -> NDArray[np.integer]:
    """(H, W) of classes, with parts of less than 40 pixels given to what is nearest; a map of nothing else stays."""
    specks = np.zeros(regions.shape, bool)
    for one in np.unique(regions):
        parts, count = label(regions == one)
        small = np.flatnonzero(np.bincount(parts.ravel(), minlength=count + 1) < LEAST_PART_PX)
        specks |= np.isin(parts, small[small > 0])
    if not specks.any() or specks.all():
        return regions
    nearest = distance_transform_edt(specks, return_distances=False, return_indices=True)
    return np.asarray(regions[tuple(nearest)])
