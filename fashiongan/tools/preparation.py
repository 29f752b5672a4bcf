"""What is done to cloth before a translator sees it, where a network could find no way from what is there."""

from enum import StrEnum

import torch
from torch import Tensor

from fashiongan.tools.motif import with_motifs
from fashiongan.tools.plain import plained


class Preparation(StrEnum):
    """Print a motif on it, to make a pattern of; or take the pattern off roughly."""

    PRINT = "print"
    PLAIN = "plain"


def prepared(rgb: Tensor, alpha: Tensor, how: Preparation, random: torch.Generator) -> Tensor:
    """(B, 3, H, W) cloth in [-1, 1] and its alpha, 0 to 1, to the same cloth prepared; grounds stay as they are."""
    made = with_motifs(rgb, random) if how is Preparation.PRINT else plained(rgb, alpha)
    return made * alpha + rgb * (1 - alpha)
