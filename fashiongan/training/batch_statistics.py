"""Statistics of batch norms for weights that no batch was ever seen with.

Averaged weights have none of their own, and those of small batches are noisy: pictures come out paler or darker in use
than in training. Source: Wu and Johnson, Rethinking "Batch" in BatchNorm (2021), section 3, "precise batch norm".
"""

from collections.abc import Iterable

import torch
from torch import Tensor, nn


@torch.no_grad()
def settle_batch_norms(network: nn.Module, batches: Iterable[tuple[Tensor, ...]]) -> None:
    """Give each batch norm the mean statistics of some batches of inputs; everything else stays in evaluation mode."""
    norms = [module for module in network.modules() if isinstance(module, nn.BatchNorm2d)]
    network.eval()
    for norm in norms:
        norm.reset_running_stats()
        norm.train()
        norm.momentum = None  # How torch says: the mean of all batches.
    for inputs in batches:
        network(*inputs)
    network.eval()
