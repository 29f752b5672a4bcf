"""Changes that leave every label true: shifts, cut-outs, plain grounds. Never a new colour on the garment.

The shifts and cut-outs are those of Zhao et al., Differentiable Augmentation (2020); its colour jitter is left out,
because colour is a label here.
"""

from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional

MAX_SHIFT = 1 / 8
MAX_TURN_RAD = 0.2
SCALES = (0.85, 1.15)
CUT_OUT = 1 / 2
WHITE_SHARE = 0.5


def flip_some(rgba: Tensor, may_flip: Tensor, generator: torch.Generator) -> Tensor:
    """Mirror half of the pictures that may be mirrored: (B, 4, S, S) and (B,) bool."""
    flip = may_flip & (torch.rand(len(rgba), generator=generator) < 0.5)
    return torch.where(flip[:, None, None, None], rgba.flip(3), rgba)


def turn_and_scale(rgba: Tensor, generator: torch.Generator) -> Tensor:
    """Turn, scale and shift each of (B, 4, S, S) a little; what comes in is transparent."""
    turn, size = (
        (torch.rand(2, len(rgba), generator=generator) * 2 - 1) * torch.tensor([[MAX_TURN_RAD], [1.0]])
    ).unbind()
    scale = (SCALES[0] + SCALES[1]) / 2 + size * (SCALES[1] - SCALES[0]) / 2
    move = (torch.rand(2, len(rgba), generator=generator) * 2 - 1) * MAX_SHIFT
    rows = (scale * turn.cos(), -scale * turn.sin(), move[0], scale * turn.sin(), scale * turn.cos(), move[1])
    grid = functional.affine_grid(torch.stack(rows, dim=1).view(-1, 2, 3), list(rgba.shape), align_corners=False)
    return functional.grid_sample(rgba + 1, grid, align_corners=False) - 1


def composite(rgba: Tensor, ground: Tensor) -> Tensor:
    """Lay (B, 4, S, S) RGBA in [-1, 1] on (B, 3, 1, 1) grounds: (B, 3, S, S)."""
    alpha = (rgba[:, 3:] + 1) / 2
    return rgba[:, :3] * alpha + ground * (1 - alpha)


@dataclass(frozen=True, slots=True)
class Augmentation:
    """How each of B pictures is to be changed: drawn apart from the pictures, so that processes can share a draw.

    corners : (B, 2) int64 shifts in pixels, 0 to twice the reach; grounds : (B, 3, 1, 1) plain colours in [-1, 1];
    kept : (B, 1, S, S) ones, with a square of zeros; pieces : (B, 2) where a piece begins, 0 to 1
    """

    corners: Tensor
    grounds: Tensor
    kept: Tensor
    pieces: Tensor

    def rows(self, chosen: slice) -> "Augmentation":
        """The same changes to some of the pictures."""
        return Augmentation(self.corners[chosen], self.grounds[chosen], self.kept[chosen], self.pieces[chosen])

    def apply(self, rgba: Tensor) -> tuple[Tensor, Tensor]:
        """(B, 4, S, S) to what a discriminator is shown, (B, 3, S, S), and where it is garment, (B, 1, S, S) 0 to 1."""
        kept = self.kept.to(rgba.device)
        moved = shift(rgba, self.corners)
        return composite(moved, self.grounds.to(rgba.device)) * kept, (moved[:, 3:] + 1) / 2 * kept


def draw_augmentation(count: int, size: int, generator: torch.Generator) -> Augmentation:
    """Draw changes for so many pictures of a size: shifted, on a plain ground, with a part cut out."""
    corners = torch.randint(0, 2 * _reach(size) + 1, (count, 2), generator=generator)
    kept = cut_out_mask(count, size, generator)
    return Augmentation(corners, random_grounds(count, generator), kept, torch.rand(count, 2, generator=generator))


def random_grounds(count: int, generator: torch.Generator) -> Tensor:
    """(B, 3, 1, 1) plain grounds in [-1, 1]: half white, half of any colour, so that alpha itself is judged."""
    colors = torch.rand(count, 3, 1, 1, generator=generator) * 2 - 1
    white = torch.rand(count, 1, 1, 1, generator=generator) < WHITE_SHARE
    return torch.where(white, torch.ones_like(colors), colors)


def shift(rgba: Tensor, corners: Tensor) -> Tensor:
    """Move each picture by up to an eighth of its size; what comes in is transparent. Differentiable."""
    size = rgba.shape[-1]
    padded = functional.pad(rgba, (_reach(size),) * 4, value=-1.0).unbind()
    return torch.stack(
        [one[:, y : y + size, x : x + size] for one, (y, x) in zip(padded, corners.tolist(), strict=True)]
    )


def cut_out_mask(count: int, size: int, generator: torch.Generator) -> Tensor:
    """(B, 1, S, S) of ones with one square of zeros, half as wide as the picture and partly outside it."""
    half = int(size * CUT_OUT) // 2
    centre = torch.randint(0, size, (count, 2, 1), generator=generator)
    near = (torch.arange(size)[None, None] - centre).abs() < half  # (B, 2, S)
    return (~(near[:, 0, :, None] & near[:, 1, None, :]))[:, None].float()


def _reach(size: int) -> int:
    return int(size * MAX_SHIFT)
