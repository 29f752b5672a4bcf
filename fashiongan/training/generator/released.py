"""Going on from a generator that was released: its weights as a run would have left them."""

from typing import Any

import torch

from fashiongan.generator.parts import GeneratorParts
from fashiongan.networks.conditional_generator import ConditionalGenerator
from fashiongan.training.weights import take_over, with_spectral_norm

# Spectral norms are estimated anew, a little better at each look: after so many, outputs differ by a thousandth.
LOOKS = 40
_ADDED_LAST = "details."


def state_of(parts: GeneratorParts) -> dict[str, Any]:
    """What a recipe of the conditional GAN can begin with; the released weights have their norms folded in."""
    network = ConditionalGenerator(parts.network.shape)
    known = parts.network.state_dict()
    # Convolutions that began as zero have no norm, so they must be zero while the others get theirs.
    take_over(network, {name: value for name, value in known.items() if not name.startswith(_ADDED_LAST)})
    with_spectral_norm(network)
    take_over(network, known)
    _look(network)
    return {"average": network.state_dict(), "style_encoder": parts.style_encoder.state_dict()}


@torch.no_grad()
def _look(network: ConditionalGenerator) -> None:
    network.train()
    for _ in range(LOOKS):
        for module in network.modules():
            getattr(module, "weight", None)
