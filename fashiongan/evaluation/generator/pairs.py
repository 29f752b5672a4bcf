"""The fakes that come nearest to a training picture, beside it: what a copy would look like."""

import numpy as np
import torch
from PIL import Image
from scipy.spatial.distance import cdist
from torch import Tensor

from fashiongan.dataset.training_set import TrainingSet
from fashiongan.evaluation.kid import Features
from fashiongan.training.grid import picture_grid

PAIRS = 12
COLUMNS = 6


def nearest_pairs(fakes: Tensor, made: Features, train: TrainingSet, seen: Features) -> Image.Image:
    """Fakes in the odd rows, each above the training picture that it is nearest to; lettering is left out if it can be.

    Parameters
    ----------
    fakes : (M, 4, S, S) uint8; made : (M, D) their features; seen : (N, D) those of the training pictures
    """
    distance = cdist(made, seen)
    nearest = distance.argmin(1)
    closest = [row for row in np.argsort(distance.min(1)) if bool(train.may_flip[nearest[row]])][:PAIRS]
    closest = closest or [int(distance.min(1).argmin())]
    columns = min(COLUMNS, len(closest))
    strips = []
    for start in range(0, len(closest) - columns + 1, columns):
        some = closest[start : start + columns]
        strips += [fakes[some], train.rgba[nearest[some]]]
    return picture_grid(torch.cat(strips).float() / 127.5 - 1, columns)
