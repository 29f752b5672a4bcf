"""Moving average of a network's weights: what is shown, measured and shipped."""

import copy

import torch
from torch import nn

HALF_WARM_STEPS = 10
DECAY = 0.999


class MovingAverage:
    """Follows a network; `network` holds the averaged weights, in evaluation mode."""

    def __init__(self, source: nn.Module) -> None:
        self.source = source
        self.network = copy.deepcopy(source).eval().requires_grad_(False)
        self.steps = 0

    @torch.no_grad()
    def update(self) -> None:
        decay = min(DECAY, (1 + self.steps) / (HALF_WARM_STEPS + self.steps))
        for average, current in zip(self.network.parameters(), self.source.parameters(), strict=True):
            average.lerp_(current, 1 - decay)
        for kept, latest in zip(self.network.buffers(), self.source.buffers(), strict=True):
            kept.copy_(latest)
        self.steps += 1
