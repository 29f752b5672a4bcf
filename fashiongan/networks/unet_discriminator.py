"""A U-Net that judges every pixel of a picture: the discriminator of Real-ESRGAN.

Source: Wang et al., Real-ESRGAN (2021), https://arxiv.org/abs/2107.10833, section 3.4; spectral norms after Miyato et
al. (2018), https://arxiv.org/abs/1802.05957. Any size does, where ESRGAN's own judge, in VGG's form, is bound to one.
"""

from torch import Tensor, nn
from torch.nn import functional
from torch.nn.utils.parametrizations import spectral_norm

SLOPE = 0.2
DOWNS = 3


class UnetDiscriminator(nn.Module):
    """(B, 3, H, W), H and W multiples of 8, to (B, 1, H, W) logits."""

    def __init__(self, width: int = 64) -> None:
        super().__init__()
        widths = [width * 2**level for level in range(DOWNS + 1)]
        self.first = nn.Conv2d(3, width, 3, padding=1)
        self.downs = nn.ModuleList(
            spectral_norm(nn.Conv2d(wide // 2, wide, 4, stride=2, padding=1, bias=False)) for wide in widths[1:]
        )
        self.ups = nn.ModuleList(
            spectral_norm(nn.Conv2d(wide, wide // 2, 3, padding=1, bias=False)) for wide in reversed(widths[1:])
        )
        self.heads = nn.ModuleList(spectral_norm(nn.Conv2d(width, width, 3, padding=1, bias=False)) for _ in range(2))
        self.last = nn.Conv2d(width, 1, 3, padding=1)

    def forward(self, rgb: Tensor) -> Tensor:
        feature = functional.leaky_relu(self.first(rgb), SLOPE)
        skips = []
        for down in self.downs:
            skips.append(feature)
            feature = functional.leaky_relu(down(feature), SLOPE)  # (B, 2C, H / 2, W / 2)
        for up, skip in zip(self.ups, reversed(skips), strict=True):
            wider = functional.interpolate(feature, scale_factor=2.0, mode="bilinear", align_corners=False)
            feature = functional.leaky_relu(up(wider), SLOPE) + skip  # (B, C / 2, 2H, 2W)
        for head in self.heads:
            feature = functional.leaky_relu(head(feature), SLOPE)
        logits: Tensor = self.last(feature)
        return logits
