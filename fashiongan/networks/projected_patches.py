"""Projected discriminator of places: at four scales of a frozen image network, each cell is judged by itself.

Source: Sauer et al., Projected GANs Converge Faster (2021), with heads that keep their cells apart, as those of a
PatchGAN do: what differs between two styles is cloth, which is judged best without the whole. Image networks hardly
mind how light a picture is, so a fifth head judges colour itself, averaged over cells.
"""

from torch import Tensor, nn
from torch.nn import functional
from torch.nn.utils.parametrizations import spectral_norm

from fashiongan.networks.image_features import OUTPUTS, ImageFeatures
from fashiongan.networks.projected_discriminator import MIXED, FeatureMixer

_HEAD = 64
COLOR_CELL_PX = 8


class ProjectedPatchDiscriminator(nn.Module):
    """(B, 3, S, S) RGB in [-1, 1], S a multiple of 32, to maps of logits (B, 1, S / 4, S / 4) to S / 32, and colour."""

    def __init__(self, features: ImageFeatures) -> None:
        super().__init__()
        self.features = features
        self.mixer = FeatureMixer(tuple(OUTPUTS.values()))
        self.heads = nn.ModuleList([_head(channels) for channels in MIXED])
        self.color_head = _head(3)

    def forward(self, picture: Tensor) -> list[Tensor]:
        mixed = self.mixer(self.features(picture))
        cells = functional.avg_pool2d(picture, COLOR_CELL_PX)
        return [*(head(feature) for head, feature in zip(self.heads, mixed, strict=True)), self.color_head(cells)]


def _head(channels: int) -> nn.Module:
    return nn.Sequential(
        spectral_norm(nn.Conv2d(channels, _HEAD, 1)),
        nn.LeakyReLU(0.2),
        spectral_norm(nn.Conv2d(_HEAD, _HEAD, 3, padding=1)),
        nn.LeakyReLU(0.2),
        spectral_norm(nn.Conv2d(_HEAD, 1, 1)),
    )
