"""VGG16 as frozen eyes: what perceptual losses and LPIPS compare pictures by.

Source: Simonyan and Zisserman, Very Deep Convolutional Networks (2015), https://arxiv.org/abs/1409.1556, configuration
D without its classifier.
"""

import torch
from torch import Tensor, nn
from torch.nn import functional

# Output channels of the convolutions of each stage; stages are parted by a 2 x 2 maximum.
STAGES = ((64, 64), (128, 128), (256, 256, 256), (512, 512, 512), (512, 512, 512))
LEAST_PX = 2 ** (len(STAGES) - 1)
_MEAN = (0.485, 0.456, 0.406)
_STD = (0.229, 0.224, 0.225)


class VggFeatures(nn.Module):
    """(B, 3, S, S) RGB in [-1, 1] to the last convolution of each stage, before its activation. Never trains.

    The five maps are conv1_2, conv2_2, conv3_3, conv4_3 and conv5_3, of strides 1, 2, 4, 8 and 16.
    """

    mean: Tensor
    std: Tensor

    def __init__(self) -> None:
        super().__init__()
        self.register_buffer("mean", torch.tensor(_MEAN)[None, :, None, None], persistent=False)
        self.register_buffer("std", torch.tensor(_STD)[None, :, None, None], persistent=False)
        channels = 3
        stages = []
        for widths in STAGES:
            stage = nn.ModuleList()
            for width in widths:
                stage.append(nn.Conv2d(channels, width, 3, padding=1))
                channels = width
            stages.append(stage)
        self.stages = nn.ModuleList(stages)
        self.requires_grad_(False)

    def forward(self, rgb: Tensor) -> list[Tensor]:
        feature = ((rgb + 1) / 2 - self.mean) / self.std
        maps: list[Tensor] = []
        for stage in self.stages:
            if maps:
                feature = functional.max_pool2d(functional.relu(maps[-1]), 2)
            assert isinstance(stage, nn.ModuleList)
            for index, convolution in enumerate(stage):
                feature = convolution(functional.relu(feature) if index else feature)
            maps.append(feature)
        return maps
