"""What changes when somebody puts on another piece, and what stays: masks and maps for the networks of redressing."""

from enum import IntEnum

import torch
from torch import Tensor
from torch.nn import functional

from fashiongan.attributes import BOTTOMS, Category
from fashiongan.people.regions import Region

# Always as they are: hair may fall over the new piece, too.
UNTOUCHED = (Region.HAIR, Region.HEAD)


class Piece(IntEnum):
    """What is put on; a dress takes the place of a top and a bottom."""

    TOP = 0
    BOTTOM = 1
    DRESS = 2

    @property
    def replaces(self) -> tuple[Region, ...]:
        """The regions of what is taken off."""
        return ((Region.TOP,), (Region.BOTTOM,), (Region.TOP, Region.BOTTOM))[self]

    @property
    def region(self) -> Region:
        """The region of what is put on."""
        return Region.BOTTOM if self is Piece.BOTTOM else Region.TOP


def piece_of(category: Category) -> Piece:
    """Which piece a garment is."""
    if category in BOTTOMS:
        return Piece.BOTTOM
    return Piece.DRESS if category is Category.DRESS else Piece.TOP


def one_hot(classes: Tensor, count: int) -> Tensor:
    """(B, H, W) integers to (B, count, H, W) of 0 and 1."""
    return functional.one_hot(classes.long(), count).permute(0, 3, 1, 2).float()


def one_hot_pieces(pieces: Tensor) -> Tensor:
    """(B,) of Piece to (B, 3)."""
    return functional.one_hot(pieces.long(), len(Piece)).float()


def taken_off(regions: Tensor, pieces: Tensor) -> Tensor:
    """(B, 1, H, W) bool where (B, H, W) regions show what each of (B,) pieces replaces."""
    masks = [
        torch.stack([one == region for region in Piece(int(piece)).replaces]).any(0)
        for one, piece in zip(regions, pieces, strict=True)
    ]
    return torch.stack(masks)[:, None]


def grown(mask: Tensor, radius_px: Tensor) -> Tensor:
    """(B, 1, H, W) bool, each grown by its own of (B,) radii, in squares."""
    wide = [
        functional.max_pool2d(one[None].float(), (2 * radius + 1, 1), stride=1, padding=(radius, 0))
        for one, radius in zip(mask, radius_px.tolist(), strict=True)
    ]
    tall = [
        functional.max_pool2d(one, (1, 2 * radius + 1), stride=1, padding=(0, radius))
        for one, radius in zip(wide, radius_px.tolist(), strict=True)
    ]
    return torch.cat(tall) > 0.5


def may_change(regions: Tensor, mask: Tensor) -> Tensor:
    """(B, 1, H, W) a mask without what always stays as it is."""
    still = torch.stack([regions == region for region in UNTOUCHED]).any(0)
    return mask & ~still[:, None]


def kept_regions(regions: Tensor, pieces: Tensor, unknown: Tensor) -> Tensor:
    """(B, 3, H, W) of 0 and 1 that stage 1 is told: hair, head, and the other piece where it is not unknown.

    The cut of what is taken off must not be told by where the other piece begins, so `unknown` is larger than it.
    """
    other = torch.where(pieces == Piece.BOTTOM, Region.TOP, Region.BOTTOM)
    worn_on = (regions == other[:, None, None])[:, None] & ~unknown & (pieces != Piece.DRESS)[:, None, None, None]
    still = torch.stack([regions == region for region in UNTOUCHED], dim=1)
    return torch.cat([still, worn_on], dim=1).float()


def kept_pixels(rgb: Tensor, unknown: Tensor) -> Tensor:
    """(B, 3, H, W) in [-1, 1] as stage 2 is told it: (B, 4, H, W), times the mask of what is kept, and the mask."""
    kept = (~unknown).float()
    return torch.cat([rgb * kept, kept], dim=1)


def skin_color(rgb: Tensor, regions: Tensor) -> Tensor:
    """(B, 3) mean colour in [-1, 1] of the skin that is seen, 0 where none is."""
    skin = torch.stack([regions == one for one in (Region.HEAD, Region.ARMS, Region.LEGS)]).any(0)[:, None].float()
    total: Tensor = (rgb * skin).sum((2, 3)) / skin.sum((2, 3)).clamp(min=1)
    return total
