"""Sample grids: what a training run makes, side by side."""

import torch
from PIL import Image
from torch import Tensor

from fashiongan.dataset.augment import composite


def picture_grid(rgba: Tensor, columns: int) -> Image.Image:
    """Lay (N, 4, S, S) RGBA in [-1, 1] on white, `columns` a row."""
    rgb = composite(rgba, torch.ones(len(rgba), 3, 1, 1))
    pixels = ((rgb + 1) * 127.5).round().clamp(0, 255).byte()
    rows = [torch.cat(list(row), dim=2) for row in torch.split(pixels, columns)]
    blank = torch.full((3, pixels.shape[2], columns * pixels.shape[3]), 255, dtype=torch.uint8)
    for index, row in enumerate(rows):
        padded = blank.clone()
        padded[:, :, : row.shape[2]] = row
        rows[index] = padded
    return Image.fromarray(torch.cat(rows, dim=1).permute(1, 2, 0).numpy())
