"""What a discriminator is shown of a large picture: the whole at half its size, and a piece at full size.

Two views of 128 px cost half of one of 256 px, and what was learnt on 128 px pictures goes on being true of the first.
"""

from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional

VIEW_PX = 128


@dataclass(frozen=True, slots=True)
class View:
    """rgb : (B, 3, V, V) in [-1, 1]; alpha : (B, 1, V, V) 0 to 1 where it is garment"""

    rgb: Tensor
    alpha: Tensor


def view_names(size_px: int) -> tuple[str, ...]:
    """The views of pictures of a size; the last one is at full size."""
    return ("whole",) if size_px <= VIEW_PX else ("whole", "piece")


def views_of(rgb: Tensor, alpha: Tensor, corners: Tensor) -> list[View]:
    """The views of (B, 3, S, S) pictures and their (B, 1, S, S) alpha; pieces begin at (B, 2) corners, 0 to 1."""
    size = rgb.shape[-1]
    if size <= VIEW_PX:
        return [View(rgb, alpha)]
    whole = functional.avg_pool2d(torch.cat([rgb, alpha], dim=1), size // VIEW_PX)
    starts = (corners * (size - VIEW_PX)).long().tolist()
    both = torch.cat([rgb, alpha], dim=1).unbind()
    piece = torch.stack([one[:, y : y + VIEW_PX, x : x + VIEW_PX] for one, (y, x) in zip(both, starts, strict=True)])
    return [View(seen[:, :3], seen[:, 3:]) for seen in (whole, piece)]
