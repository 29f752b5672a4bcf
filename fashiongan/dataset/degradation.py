"""Small pictures as people have them: some exactly shrunk, some also blurred, noisy and compressed.

Source: a mild and single round of what Wang et al., Real-ESRGAN (2021), section 3, do twice and harshly.
"""

from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional

from fashiongan.dataset.jpeg import jpeg

CLEAN_SHARE = 0.6
# Of the rest, so many have each fault.
FAULT_SHARE = 0.6
BLUR_PX = (0.6, 2.4)
NOISE = (0.004, 0.025)
QUALITY = (45.0, 95.0)
_REACH = 6


@dataclass(frozen=True, slots=True)
class Degradation:
    """What is wrong with each of B small pictures, 0 where nothing is.

    blur_px : (B,) deviation of the blur, in pixels of the large picture; noise : (B, 3, h, w) to add; quality : (B,) of
    JPEG
    """

    blur_px: Tensor
    noise: Tensor
    quality: Tensor

    def shrink(self, sharp: Tensor) -> Tensor:
        """(B, 3, H, W) in [0, 1] to (B, 3, h, w) in [0, 1], h and w multiples of 16, in steps of 1/255."""
        blur_px, noise, quality = (one.to(sharp.device) for one in (self.blur_px, self.noise, self.quality))
        small = shrunk(_blurred(sharp, blur_px), noise.shape[-2:])
        noisy = _in_steps(small + noise)
        compressed = jpeg(noisy, quality.clamp(min=1))
        return torch.where(quality[:, None, None, None] > 0, compressed, noisy)


def draw_degradation(count: int, size: int, generator: torch.Generator) -> Degradation:
    """Draw what is wrong with so many small pictures of a size."""
    faulty = torch.rand(count, generator=generator) >= CLEAN_SHARE
    has = faulty[:, None] & (torch.rand(count, 3, generator=generator) < FAULT_SHARE)
    low, high = torch.tensor([BLUR_PX, NOISE, QUALITY]).unbind(1)
    blur_px, level, quality = ((low + (high - low) * torch.rand(count, 3, generator=generator)) * has).unbind(1)
    noise = torch.randn(count, 3, size, size, generator=generator) * level[:, None, None, None]
    return Degradation(blur_px, noise, quality)


def shrunk(sharp: Tensor, size: tuple[int, int] | torch.Size) -> Tensor:
    """(B, 3, H, W) in [0, 1] to (B, 3, h, w), bicubic over all pixels that count."""
    return functional.interpolate(sharp, tuple(size), mode="bicubic", antialias=True, align_corners=False).clamp(0, 1)


def _in_steps(rgb: Tensor) -> Tensor:
    return (rgb * 255).round().clamp(0, 255) / 255


def _blurred(sharp: Tensor, blur_px: Tensor) -> Tensor:
    """Each picture under its own Gaussian, down and across."""
    place = torch.arange(-_REACH, _REACH + 1, device=sharp.device)
    # A deviation this small leaves a picture as it is.
    bell = torch.exp(-(place**2) / (2 * blur_px.clamp(min=0.05)[:, None] ** 2))
    kernel = (bell / bell.sum(1, keepdim=True)).repeat_interleave(3, dim=0)  # (3B, 13)
    count, channels, height, _ = sharp.shape
    flat = functional.pad(sharp, (_REACH,) * 4, mode="replicate").view(1, count * channels, height + 2 * _REACH, -1)
    across = functional.conv2d(flat, kernel[:, None, None, :], groups=count * channels)
    down = functional.conv2d(across, kernel[:, None, :, None], groups=count * channels)
    return down.view(sharp.shape)
