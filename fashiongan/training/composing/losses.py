"""What holds a garment in a photo to the photo."""

from torch import Tensor
from torch.nn import functional

# The background is eroded so far, as in the paper, so that edges are free.
ERODED_PX = 5


def background_loss(made: Tensor, ground: Tensor, alpha: Tensor) -> Tensor:
    """Mean L1 of (B, 3, S, S) pictures to their grounds, well outside the (B, 1, S, S) garment of 0 to 1.

    Source: Park et al., MC-GAN (2018), equation 6.
    """
    outside = (functional.max_pool2d(alpha.detach(), ERODED_PX, stride=1, padding=ERODED_PX // 2) < 0.5).float()
    return ((made - ground).abs() * outside).sum() / (3 * outside.sum()).clamp(min=1)
