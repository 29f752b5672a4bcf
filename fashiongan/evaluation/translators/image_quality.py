"""How near one picture is to another, as super-resolution is reported: on luma, without a border."""

import torch
from torch import Tensor
from torch.nn import functional

BORDER_PX = 4
WINDOW_PX, WINDOW_DEVIATION = 11, 1.5
_STABLE = (0.01**2, 0.03**2)


def psnr_db(first: Tensor, second: Tensor) -> Tensor:
    """(B,) peak signal-to-noise ratio on luma of (B, 3, H, W) RGB in [0, 1]; at most 100 dB."""
    error = (_luma(first) - _luma(second)).square().mean((1, 2, 3))
    return -10 * torch.log10(error.clamp(min=1e-10))


def ssim(first: Tensor, second: Tensor) -> Tensor:
    """(B,) structural similarity on luma of (B, 3, H, W) RGB in [0, 1], H and W at least 19; 1 where they are the same.

    Source: Wang et al., Image Quality Assessment (2004): 11 x 11 Gaussian windows, wholly inside the picture.
    """
    a, b = _luma(first), _luma(second)
    mean_a, mean_b = _windowed(a), _windowed(b)
    variance_a, variance_b = _windowed(a * a) - mean_a**2, _windowed(b * b) - mean_b**2
    together = _windowed(a * b) - mean_a * mean_b
    luminance = (2 * mean_a * mean_b + _STABLE[0]) / (mean_a**2 + mean_b**2 + _STABLE[0])
    structure = (2 * together + _STABLE[1]) / (variance_a + variance_b + _STABLE[1])
    return (luminance * structure).mean((1, 2, 3))


def _luma(rgb: Tensor) -> Tensor:
    """(B, 1, h, w) Y of ITU-R BT.601 over its range from 16/255 to 235/255, the border left out."""
    inner = rgb[..., BORDER_PX:-BORDER_PX, BORDER_PX:-BORDER_PX]
    weights = rgb.new_tensor([65.481, 128.553, 24.966]) / 255
    return torch.einsum("c,bchw->bhw", weights, inner)[:, None] + 16 / 255


def _windowed(plane: Tensor) -> Tensor:
    place = torch.arange(WINDOW_PX, device=plane.device) - WINDOW_PX // 2
    bell = torch.exp(-(place**2) / (2 * WINDOW_DEVIATION**2))
    bell = (bell / bell.sum()).to(plane.dtype)
    return functional.conv2d(functional.conv2d(plane, bell[None, None, None, :]), bell[None, None, :, None])
