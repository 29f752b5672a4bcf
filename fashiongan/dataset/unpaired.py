"""What translators see of the pictures of two domains: the whole at half size, or a piece at full size."""

from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional

from fashiongan.dataset.domains import Domain, DomainPair

PIECE_SHARE = 0.5
MAX_TURN_RAD = 0.15
SCALES = (0.9, 1.2)
MAX_SHIFT = 0.1
# Outside a picture: white, and transparent.
_OUTSIDE = (1.0, 1.0, 1.0, -1.0)


@dataclass(frozen=True, slots=True)
class Views:
    """rgb : (B, 3, V, V) in [-1, 1] on white; alpha : (B, 1, V, V) 0 to 1"""

    rgb: Tensor
    alpha: Tensor

    def masked(self, made: Tensor) -> Tensor:
        """Something made from these views, with the ground that they have: silhouettes stay."""
        return made * self.alpha + (1 - self.alpha)


class UnpairedSource:
    """Draws views of both domains; all that is random comes from the generator that is given.

    Pictures are drawn so that both domains show the same share of each kind, or the discriminator would learn what is
    worn more often in one of them, and the translator would draw collars on T-shirts.
    """

    def __init__(self, pair: DomainPair, view_px: int, device: torch.device) -> None:
        self._domains = (pair.first, pair.second)
        self._shown = tuple(one.shown.to(device) for one in self._domains)
        self._weights = even_weights(pair.first.kinds, pair.second.kinds)
        self._view_px = view_px
        self._device = device

    def draw(self, count: int, random: torch.Generator) -> tuple[Views, Views]:
        """(B, ...) views of the first and of the second domain."""
        first, second = (self._of(index, count, random) for index in (0, 1))
        return first, second

    def _of(self, index: int, count: int, random: torch.Generator) -> Views:
        rows = torch.multinomial(self._weights[index], count, replacement=True, generator=random)
        shown = self._shown[index][rows.to(self._device)].float() / 127.5 - 1
        flips = self._domains[index].may_flip[rows] & (torch.rand(count, generator=random) < 0.5)
        pieces = torch.rand(count, generator=random) < PIECE_SHARE
        views = []
        for one, flip, piece in zip(torch.split(shown, 1), flips.tolist(), pieces.tolist(), strict=True):
            turned = one.flip(3) if flip else one
            views.append(self._piece(turned, random) if piece else self._whole(turned, random))
        seen = torch.cat(views)
        return Views(seen[:, :3].contiguous(), (seen[:, 3:] + 1) / 2)

    def _piece(self, shown: Tensor, random: torch.Generator) -> Tensor:
        """A piece at full size around some point of the garment."""
        size, view = shown.shape[-1], self._view_px
        coarse = functional.avg_pool2d(shown[:, 3:], size // 16).flatten().cpu() + 1 + 1e-3
        cell = int(torch.multinomial(coarse, 1, generator=random))
        jitter = torch.rand(2, generator=random)
        middle = [(place + float(more)) * size / 16 for place, more in zip(divmod(cell, 16), jitter, strict=True)]
        top, left = (min(max(int(one - view / 2), 0), size - view) for one in middle)
        return shown[:, :, top : top + view, left : left + view]

    def _whole(self, shown: Tensor, random: torch.Generator) -> Tensor:
        """The whole picture, turned, scaled and shifted a little."""
        small = functional.adaptive_avg_pool2d(shown, self._view_px)
        turn, zoom, right, down = torch.rand(4, generator=random).tolist()
        angle, scale = torch.tensor((2 * turn - 1) * MAX_TURN_RAD), SCALES[0] + zoom * (SCALES[1] - SCALES[0])
        cos, sin = float(angle.cos()) * scale, float(angle.sin()) * scale
        theta = [[cos, -sin, (2 * right - 1) * MAX_SHIFT], [sin, cos, (2 * down - 1) * MAX_SHIFT]]
        grid = functional.affine_grid(
            torch.tensor([theta], device=self._device), list(small.shape), align_corners=False
        )
        outside = torch.tensor(_OUTSIDE, device=self._device).view(1, 4, 1, 1)
        return functional.grid_sample(small - outside, grid, align_corners=False) + outside


def even_weights(first: Tensor, second: Tensor) -> tuple[Tensor, Tensor]:
    """Weights of the pictures of two domains with (N,) and (M,) kinds, so that shared kinds are drawn equally often.

    A kind is drawn by the root of the smaller of its two counts; one that only one domain has is drawn seldom.
    """
    size = int(max(first.max(), second.max())) + 1
    counts = [torch.bincount(kinds, minlength=size).float() for kinds in (first, second)]
    wanted = torch.minimum(*counts).sqrt().clamp(min=0.1)
    one, other = ((wanted / count.clamp(min=1))[kinds] for kinds, count in zip((first, second), counts, strict=True))
    return one, other


def fixed_views(domain: Domain, count: int, view_px: int) -> Views:
    """Whole pictures spread over the domain, the same each time, for grids and measuring."""
    rows = torch.linspace(0, len(domain) - 1, min(count, len(domain))).long()
    small = functional.adaptive_avg_pool2d(domain.shown[rows].float() / 127.5 - 1, view_px)
    return Views(small[:, :3].contiguous(), (small[:, 3:] + 1) / 2)
