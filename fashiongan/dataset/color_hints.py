"""Colour hints as a designer gives them: one colour for all, a few dabs, or none."""

import torch
from torch import Tensor
from torch.nn import functional

DABS = 8
RADII_PX, LENGTH_PX = (2.0, 9.0), 40.0
# No hint, one colour for all; the rest are dabs.
NONE_SHARE, WHOLE_SHARE = 0.25, 0.4
# A dab has the mean colour around its middle.
AROUND_PX = 9


def color_hints(cloth: Tensor, main: Tensor, random: torch.Generator) -> Tensor:
    """Draw hints for garments.

    Parameters
    ----------
    cloth : (B, 4, S, S) premultiplied RGB and alpha, 0 to 1
    main : (B, 3) main colours in [-1, 1]

    Returns
    -------
    (B, 4, S, S) RGB in [-1, 1] times a mask, and the mask of 0 and 1
    """
    kind = torch.rand(len(cloth), 1, 1, 1, generator=random)
    dabs = _dabs(cloth, random)
    none, whole = (kind < NONE_SHARE).to(cloth.device), (kind < NONE_SHARE + WHOLE_SHARE).to(cloth.device)
    hints = torch.where(whole, one_color(main, cloth.shape[-1]), dabs)
    return torch.where(none, torch.zeros_like(dabs), hints)


def one_color(main: Tensor, size: int) -> Tensor:
    """(B, 3) colours in [-1, 1] as hints for everything: (B, 4, S, S)."""
    hint = torch.cat([main, torch.ones_like(main[:, :1])], dim=1)
    return hint[:, :, None, None].expand(-1, -1, size, size)


def _dabs(cloth: Tensor, random: torch.Generator) -> Tensor:
    """One to eight short strokes, each of the colour that the garment has where it begins."""
    count, size = len(cloth), cloth.shape[-1]
    start = _places(cloth, random)  # (B, D, 2) x and y
    angle, length, radius, number = torch.rand(4, count, DABS, generator=random)
    along = torch.stack([(angle * 6.2832).cos(), (angle * 6.2832).sin()], dim=-1)
    end = start + (along * (length**2 * LENGTH_PX)[..., None]).to(cloth.device)
    radius = (RADII_PX[0] + radius**2 * (RADII_PX[1] - RADII_PX[0])).to(cloth.device)
    # The first dab is always there; each further one less often.
    there = number[:, :1] > (torch.arange(DABS) / DABS)[None]
    colors = _colors_at(cloth, start)  # (B, D, 3)
    near = _distance(start, end, size) < radius[..., None, None]  # (B, D, S, S)
    near &= there.to(cloth.device)[..., None, None]
    hints = cloth.new_zeros(count, 4, size, size)
    for index in range(DABS):
        dab = torch.cat([colors[:, index], torch.ones_like(colors[:, index, :1])], dim=1)[:, :, None, None]
        hints = torch.where(near[:, index : index + 1], dab, hints)
    return hints


def _places(cloth: Tensor, random: torch.Generator) -> Tensor:
    """(B, D, 2) pixels well inside each garment."""
    step = cloth.shape[-1] // 32
    inside = functional.avg_pool2d(cloth[:, 3:], step).flatten(1).cpu() ** 4 + 1e-6
    cells = torch.multinomial(inside, DABS, replacement=True, generator=random)
    corner = torch.stack([cells % 32, cells // 32], dim=-1) * step
    return (corner + torch.rand(*cells.shape, 2, generator=random) * step).to(cloth.device)


def _colors_at(cloth: Tensor, places: Tensor) -> Tensor:
    """(B, D, 3) mean colours in [-1, 1] around places of each garment."""
    mean = functional.avg_pool2d(cloth, AROUND_PX, stride=1, padding=AROUND_PX // 2)
    grid = (places + 0.5) / cloth.shape[-1] * 2 - 1
    seen = functional.grid_sample(mean, grid[:, None], align_corners=False)[:, :, 0].transpose(1, 2)  # (B, D, 4)
    return (seen[..., :3] / seen[..., 3:].clamp(min=1e-3)).clamp(0, 1) * 2 - 1


def _distance(start: Tensor, end: Tensor, size: int) -> Tensor:
    """(B, D, S, S) pixels from each pixel to the segments between (B, D, 2) ends."""
    pixels = torch.arange(size, device=start.device) + 0.5
    x, y = (
        pixels[None, None, None, :] - start[..., 0, None, None],
        pixels[None, None, :, None] - start[..., 1, None, None],
    )
    dx, dy = ((end - start)[..., axis, None, None] for axis in (0, 1))
    share = ((x * dx + y * dy) / (dx**2 + dy**2).clamp(min=1e-6)).clamp(0, 1)
    return ((x - share * dx) ** 2 + (y - share * dy) ** 2).sqrt()
