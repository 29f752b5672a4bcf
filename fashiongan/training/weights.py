"""What is done to a network's weights before and after training."""

from collections.abc import Mapping

import torch
from torch import Tensor, nn
from torch.nn.utils.parametrizations import spectral_norm
from torch.nn.utils.parametrize import is_parametrized


def take_over(network: nn.Module, weights: Mapping[str, Tensor]) -> int:
    """Copy every weight that the network has too; returns how many.

    Where the network has more inputs than the weights know, it ignores them at first.
    """
    own = network.state_dict()
    fitting = {name: _widened(value, own[name]) for name, value in weights.items() if name in own}
    taken = {name: value for name, value in fitting.items() if value is not None}
    network.load_state_dict(taken, strict=False)
    return len(taken)


def _widened(value: Tensor, wanted: Tensor) -> Tensor | None:
    """The value with columns of zeros up to the wanted shape; None where another dimension differs."""
    if value.shape == wanted.shape:
        return value
    if value.ndim != 2 or value.shape[0] != wanted.shape[0] or value.shape[1] > wanted.shape[1]:
        return None
    widened = torch.zeros_like(wanted)
    widened[:, : value.shape[1]] = value
    return widened


def with_spectral_norm(network: nn.Module) -> nn.Module:
    """Normalise every convolution but those that begin as zero, which have no norm; returns the network."""
    for module in network.modules():
        if isinstance(module, nn.Conv2d | nn.ConvTranspose2d) and bool(module.weight.any()):
            spectral_norm(module)
    return network


def folded(network: nn.Module) -> dict[str, Tensor]:
    """The state of the same network without spectral norms: each weight as it acts."""
    state = {name: value for name, value in network.state_dict().items() if "parametrizations" not in name}
    normalised = {name: module for name, module in network.named_modules() if is_parametrized(module)}
    return state | {f"{name}.weight": module.weight.detach() for name, module in normalised.items()}
