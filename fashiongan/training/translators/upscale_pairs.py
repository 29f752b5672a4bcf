"""Small and large crops of the same picture, as an upscaler learns from them."""

from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional

from fashiongan.dataset.degradation import draw_degradation
from fashiongan.errors import TrainingError

FACTOR = 4
CROP_PX = 128
# Half of the crops are taken as they are; the others cover up to the whole picture: detail of every size is met.
AS_IT_IS_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class Pairs:
    """small : (B, 3, 32, 32); large : (B, 3, 128, 128); both RGB in [0, 1]"""

    small: Tensor
    large: Tensor


def draw_pairs(pictures: Tensor, count: int, generator: torch.Generator, device: torch.device) -> Pairs:
    """Crop, turn and mirror some of (N, 3, S, S) uint8 pictures, and shrink what comes out.

    Raises
    ------
    TrainingError : the pictures are smaller than a crop
    """
    size = pictures.shape[-1]
    if size < CROP_PX:
        raise TrainingError(f"The pictures are {size} px, and crops need {CROP_PX}; give larger ones.")
    rows = torch.randint(len(pictures), (count,), generator=generator).tolist()
    spread = torch.rand(count, generator=generator)
    spread *= torch.rand(count, generator=generator) >= AS_IT_IS_SHARE
    sides = (CROP_PX + spread * (size - CROP_PX)).long()
    corners = (torch.rand(count, 2, generator=generator) * (size + 1 - sides)[:, None]).long().tolist()
    turns = torch.randint(8, (count,), generator=generator).tolist()
    degradation = draw_degradation(count, CROP_PX // FACTOR, generator)
    crops = [
        _turned(_crop(pictures[row, :, y : y + side, x : x + side].to(device)), turn)
        for row, side, (y, x), turn in zip(rows, sides.tolist(), corners, turns, strict=True)
    ]
    large = torch.stack(crops)
    return Pairs(degradation.shrink(large), large)


def _crop(piece: Tensor) -> Tensor:
    """(3, s, s) uint8 to (3, 128, 128) in [0, 1]."""
    scaled = piece[None].float() / 255
    if piece.shape[-1] > CROP_PX:
        scaled = functional.interpolate(scaled, (CROP_PX,) * 2, mode="bicubic", antialias=True, align_corners=False)
    return scaled[0].clamp(0, 1)


def _turned(crop: Tensor, turn: int) -> Tensor:
    """One of the eight ways to lay a square down."""
    quarter = torch.rot90(crop, turn % 4, (1, 2))
    return quarter.flip(2) if turn >= 4 else quarter
