"""What JPEG does to pictures, in tensors: many at once, on any device, each at a quality of its own.

Source: ITU-T T.81 (1992), annex A.3.3 for the transform and annex K.1 for the tables; JFIF for the colours. Qualities
scale the tables as in the Independent JPEG Group's library.
"""

import math

import torch
from torch import Tensor
from torch.nn import functional

BLOCK = 8
_LUMA = (
    (16, 11, 10, 16, 24, 40, 51, 61),
    (12, 12, 14, 19, 26, 58, 60, 55),
    (14, 13, 16, 24, 40, 57, 69, 56),
    (14, 17, 22, 29, 51, 87, 80, 62),
    (18, 22, 37, 56, 68, 109, 103, 77),
    (24, 35, 55, 64, 81, 104, 113, 92),
    (49, 64, 78, 87, 103, 121, 120, 101),
    (72, 92, 95, 98, 112, 100, 103, 99),
)
_CHROMA = (
    (17, 18, 24, 47, 99, 99, 99, 99),
    (18, 21, 26, 66, 99, 99, 99, 99),
    (24, 26, 56, 99, 99, 99, 99, 99),
    (47, 66, 99, 99, 99, 99, 99, 99),
    *((99,) * 8 for _ in range(4)),
)
_TO_YCC = ((0.299, 0.587, 0.114), (-0.168736, -0.331264, 0.5), (0.5, -0.418688, -0.081312))


def jpeg(rgb: Tensor, quality: Tensor) -> Tensor:
    """(B, 3, H, W) RGB in [0, 1], H and W multiples of 16, as JPEG of (B,) qualities 1 to 100 gives it back."""
    to_ycc = rgb.new_tensor(_TO_YCC)
    ycc = torch.einsum("kc,bchw->bkhw", to_ycc, rgb * 255)
    small = functional.avg_pool2d(ycc[:, 1:], 2)
    luma = _coded(ycc[:, :1] - 128, _table(_LUMA, quality)) + 128
    chroma = functional.interpolate(
        _coded(small, _table(_CHROMA, quality)), scale_factor=2.0, mode="bilinear", align_corners=False
    )
    back = torch.einsum("ck,bkhw->bchw", torch.linalg.inv(to_ycc), torch.cat([luma, chroma], dim=1))
    return (back.round() / 255).clamp(0, 1)


def _table(table: tuple[tuple[int, ...], ...], quality: Tensor) -> Tensor:
    """(B, 8, 8) steps of each coefficient."""
    percent = torch.where(quality < 50, 5000 / quality, 200 - 2 * quality)
    return ((quality.new_tensor(table) * percent[:, None, None] + 50) / 100).floor().clamp(1, 255)


def _coded(plane: Tensor, table: Tensor) -> Tensor:
    """(B, C, H, W) with the cosine coefficients of each block rounded to multiples of (B, 8, 8) steps."""
    count, channels, height, width = plane.shape
    blocks = plane.view(count, channels, height // BLOCK, BLOCK, width // BLOCK, BLOCK)
    cosines, steps = _cosines().to(plane.device), table[:, None, None, :, None, :]
    coefficients = torch.einsum("ui,bcyixj,vj->bcyuxv", cosines, blocks, cosines)
    rounded = (coefficients / steps).round() * steps
    return torch.einsum("ui,bcyuxv,vj->bcyixj", cosines, rounded, cosines).reshape(plane.shape)


def _cosines() -> Tensor:
    """(8, 8) orthonormal cosine transform: frequency by place."""
    frequency, place = torch.arange(BLOCK)[:, None], torch.arange(BLOCK)[None]
    waves = torch.cos((2 * place + 1) * frequency * math.pi / (2 * BLOCK)) / 2
    waves[0] /= math.sqrt(2)
    return waves
