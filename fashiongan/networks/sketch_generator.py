"""Sketch to garment: a U-Net that also sees colour hints and words, any of which may be open."""

from dataclasses import asdict, dataclass

import torch
from torch import Tensor, nn

from fashiongan.networks.unet_generator import UnetGenerator, UnetShape

# Words as large as embeddings usually begin would drown the lines, which are thin, for thousands of steps.
WORD_DEVIATION = 0.05
# Pure white and black would leave no room for light and shade.
MOST_DYE = 0.9
INK_CHANNELS, HINT_CHANNELS, RGBA_CHANNELS = 1, 4, 4


@dataclass(frozen=True, slots=True)
class SketchGeneratorShape:
    """Everything that must be known to build the network that some weights belong to."""

    vocabulary_sizes: tuple[int, ...]
    width: int = 32
    downs: int = 8
    word_channels: int = 16

    @property
    def size_px(self) -> int:
        """Side of the pictures that the network is trained on: those that end in one pixel."""
        return int(2**self.downs)

    @property
    def unet(self) -> UnetShape:
        """The U-Net inside."""
        return UnetShape(
            INK_CHANNELS + HINT_CHANNELS + self.word_channels, RGBA_CHANNELS, width=self.width, downs=self.downs
        )

    def to_dict(self) -> dict[str, object]:
        return asdict(self)


class WordMaps(nn.Module):
    """Words as maps that are the same everywhere: (B, A) int64 to (B, channels, 1, 1). The last row means open."""

    def __init__(self, vocabulary_sizes: tuple[int, ...], channels: int) -> None:
        super().__init__()
        self.tables = nn.ModuleList([nn.Embedding(size + 1, channels) for size in vocabulary_sizes])
        for parameter in self.parameters():
            nn.init.normal_(parameter, 0.0, WORD_DEVIATION)

    def forward(self, words: Tensor) -> Tensor:
        codes = [table(words[:, column]) for column, table in enumerate(self.tables)]
        return torch.stack(codes).sum(0)[:, :, None, None]


class SketchGenerator(nn.Module):
    """Ink, hints and words to RGBA.

    ink : (B, 1, S, S), 0 paper to 1 line; hints : (B, 4, S, S), RGB in [-1, 1] times a mask, and the mask of 0 and 1;
    words : (B, A) int64, the vocabulary's size where open. Returns (B, 4, S, S) in [-1, 1].
    """

    def __init__(self, shape: SketchGeneratorShape) -> None:
        super().__init__()
        self.shape = shape
        self.words = WordMaps(shape.vocabulary_sizes, shape.word_channels)
        self.unet = UnetGenerator(shape.unet)

    def forward(self, ink: Tensor, hints: Tensor, words: Tensor) -> Tensor:
        maps = self.words(words).expand(-1, -1, *ink.shape[-2:])
        # A sum of 0 in the padding is paper without hints; words are the only maps that are cut off at the border.
        made: Tensor = self.unet(torch.cat([ink, hints, maps], dim=1))
        return torch.cat([_dyed(made[:, :3], hints), made[:, 3:]], dim=1)


def _dyed(rgb: Tensor, hints: Tensor) -> Tensor:
    """(B, 3, S, S) as a change of the colour that is hinted at in the mean, so that light, shade and pattern are all
    that has to be learnt. Both lie in (-1, 1), and so does the result: the tangents' arguments are added."""
    hinted = hints[:, 3:].sum((2, 3), keepdim=True)
    dye = MOST_DYE * hints[:, :3].sum((2, 3), keepdim=True) / hinted.clamp(min=1)
    return (rgb + dye) / (1 + rgb * dye)
