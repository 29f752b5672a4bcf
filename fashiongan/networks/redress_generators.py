"""The networks of redressing: what a picture shows of a person, then new regions, then new cloth.

Source: Zhu et al., Be Your Own Prada: Fashion Synthesis with Structural Coherence (2017),
https://arxiv.org/abs/1710.07346: two stages, and one picture a region, summed by the regions' masks.
"""

from dataclasses import asdict, dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from fashiongan.networks.person_unet import PersonUnet, PersonUnetShape
from fashiongan.networks.sketch_generator import WordMaps

REGIONS, BODY_PARTS, PIECES = 7, 5, 3
LATENT = 16
# Hair, head and the other piece.
KEPT_REGIONS = 3
LAB, SKIN = 6, 3
_WORDS = 32
# What the cloth is drawn for: the piece, the other piece, bare skin, all else.
LAYERS = 4
# Of the regions: GROUND, HAIR, HEAD, TOP, BOTTOM, LEGS, ARMS.
_SKIN_REGIONS, _OTHER_REGIONS, _TOP, _BOTTOM = (2, 5, 6), (0, 1), 3, 4
_BLUR_PX = 5


@dataclass(frozen=True, slots=True)
class RedressShape:
    """Everything that must be known to build the three networks."""

    vocabulary_sizes: tuple[int, ...]
    style_width: int
    width: int = 32
    downs: int = 5

    @property
    def parser(self) -> PersonUnetShape:
        """RGB to what is seen and what of the body is there."""
        return self._unet(3, REGIONS + BODY_PARTS, 0)

    @property
    def regions(self) -> PersonUnetShape:
        """Body parts and what is kept to regions."""
        return self._unet(BODY_PARTS + KEPT_REGIONS, REGIONS, LATENT + PIECES + _WORDS)

    @property
    def textures(self) -> PersonUnetShape:
        """Regions and kept pixels with their mask to a picture a layer."""
        told = LATENT + PIECES + _WORDS + LAB + self.style_width + SKIN
        return self._unet(REGIONS + 3 + 1, 3 * LAYERS, told)

    def _unet(self, channels_in: int, channels_out: int, told: int) -> PersonUnetShape:
        return PersonUnetShape(channels_in, channels_out, told, self.width, self.downs)

    def to_dict(self) -> dict[str, object]:
        return asdict(self)


class PersonParser(nn.Module):
    """(B, 3, H, W) RGB in [-1, 1] to logits of regions and of body parts under the clothes: (B, 7 + 5, H, W)."""

    def __init__(self, shape: RedressShape) -> None:
        super().__init__()
        self.shape = shape
        self.unet = PersonUnet(shape.parser)

    def forward(self, rgb: Tensor) -> Tensor:
        logits: Tensor = self.unet(rgb, rgb.new_zeros(len(rgb), 0))
        return logits


class RegionGenerator(nn.Module):
    """Stage 1: logits of the regions of somebody in another piece.

    latent : (B, 16); words : (B, A) int64, the vocabulary's size where open; piece : (B, 3), one of top, bottom and
    dress; body : (B, 5, H, W) of 0 and 1; kept : (B, 3, H, W) hair, head and the other piece. Returns (B, 7, H, W)
    """

    def __init__(self, shape: RedressShape) -> None:
        super().__init__()
        self.shape = shape
        self.words = WordMaps(shape.vocabulary_sizes, _WORDS)
        self.unet = PersonUnet(shape.regions)

    def forward(self, latent: Tensor, words: Tensor, piece: Tensor, body: Tensor, kept: Tensor) -> Tensor:
        told = torch.cat([latent, piece, self.words(words).flatten(1)], dim=1)
        logits: Tensor = self.unet(torch.cat([body, kept], dim=1), told)
        return logits


class TextureGenerator(nn.Module):
    """Stage 2: a picture of somebody from regions.

    latent, words, piece : as in stage 1; lab : (B, 6) CIELAB of the main and second colour; style : (B, W) code; skin :
    (B, 3) RGB in [-1, 1]; regions : (B, 7, H, W) of 0 and 1; kept : (B, 4, H, W) RGB in [-1, 1] times a mask, and the
    mask of 0 and 1. Returns (B, 3, H, W) in [-1, 1], which says nothing new where it is kept.
    """

    def __init__(self, shape: RedressShape) -> None:
        super().__init__()
        self.shape = shape
        self.words = WordMaps(shape.vocabulary_sizes, _WORDS)
        self.unet = PersonUnet(shape.textures)

    def forward(
        self,
        latent: Tensor,
        words: Tensor,
        piece: Tensor,
        lab: Tensor,
        style: Tensor,
        skin: Tensor,
        regions: Tensor,
        kept: Tensor,
    ) -> Tensor:
        told = torch.cat([latent, piece, self.words(words).flatten(1), lab / 50, style, skin], dim=1)
        soft = blurred(regions)
        layers = torch.tanh(self.unet(torch.cat([soft, kept], dim=1), told))  # (B, 12, H, W)
        pictures = torch.stack(layers.chunk(LAYERS, dim=1), dim=1)  # (B, 4, 3, H, W)
        summed: Tensor = (pictures * layer_shares(soft, piece)[:, :, None]).sum(1)
        return summed


def layer_shares(regions: Tensor, piece: Tensor) -> Tensor:
    """(B, 4, H, W) how much each layer counts where, from (B, 7, H, W) regions: the piece, the other piece, skin, all
    else; they sum to 1."""
    top, bottom = regions[:, _TOP : _TOP + 1], regions[:, _BOTTOM : _BOTTOM + 1]
    is_bottom = piece[:, 1, None, None, None]
    own, other = top + (bottom - top) * is_bottom, bottom + (top - bottom) * is_bottom
    skin, rest = (regions[:, list(which)].sum(1, keepdim=True) for which in (_SKIN_REGIONS, _OTHER_REGIONS))
    return torch.cat([own, other, skin, rest], dim=1)


def blurred(regions: Tensor) -> Tensor:
    """(B, K, H, W) averaged over 5 x 5 pixels, as the paper does, so that borders are soft."""
    around = functional.pad(regions, (_BLUR_PX // 2,) * 4, mode="replicate")
    return functional.avg_pool2d(around, _BLUR_PX, stride=1)
