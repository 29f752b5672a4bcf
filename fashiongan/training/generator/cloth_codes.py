"""Style codes of cut-outs, as the released generator's encoder sees them."""

from collections.abc import Callable

import torch
from torch import Tensor

from fashiongan.networks.style_encoder import StyleEncoder

_PART = 32


def cloth_codes(encoder: StyleEncoder) -> Callable[[Tensor], Tensor]:
    """(N, 4, S, S) uint8 cut-outs to (N, W) codes, some at a time."""

    @torch.inference_mode()
    def codes(rgba: Tensor) -> Tensor:
        device = encoder.centre.device
        parts = [encoder((part.float() / 127.5 - 1).to(device)).float().cpu() for part in torch.split(rgba, _PART)]
        return torch.cat(parts)

    return codes
