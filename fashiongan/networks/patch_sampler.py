"""Codes of patches for contrastive translation: a small network for each compared feature map.

Source: Park et al., Contrastive Learning for Unpaired Image-to-Image Translation (2020), section 3, whose positions are
drawn evenly; ours lie on the garment, because patches of plain ground are all alike and cannot be told apart.
"""

import torch
from torch import Tensor, nn
from torch.nn import functional

from fashiongan.networks.patch_discriminator import INITIAL_DEVIATION

CODE_WIDTH = 256
# So little weight lies on the ground that its patches are drawn only where there is too little garment.
_FAINT = 1e-4


class PatchSampler(nn.Module):
    """Feature maps (B, C, h, w) and positions (P,) in each to codes (B, P, CODE_WIDTH) of length 1."""

    def __init__(self, channels: tuple[int, ...], width: int = CODE_WIDTH) -> None:
        super().__init__()
        self.coders = nn.ModuleList(
            [nn.Sequential(nn.Linear(one, width), nn.ReLU(), nn.Linear(width, width)) for one in channels]
        )
        for module in self.modules():
            if isinstance(module, nn.Linear):
                nn.init.normal_(module.weight, 0.0, INITIAL_DEVIATION)
                nn.init.zeros_(module.bias)

    def forward(self, maps: list[Tensor], positions: list[Tensor]) -> list[Tensor]:
        codes = []
        for coder, feature, chosen in zip(self.coders, maps, positions, strict=True):
            patches = feature.flatten(2)[:, :, chosen].transpose(1, 2)  # (B, P, C)
            codes.append(functional.normalize(coder(patches).float(), dim=-1))
        return codes


def garment_positions(alpha: Tensor, sizes: list[tuple[int, int]], count: int, random: torch.Generator) -> list[Tensor]:
    """Draw up to `count` different positions on the garment in feature maps of some sizes (h, w).

    Parameters
    ----------
    alpha : (B, 1, H, W) 0 to 1 on the CPU; the pictures of a batch share the positions, so their mean is taken
    """
    chosen = []
    for height, width in sizes:
        weight = functional.interpolate(alpha, (height, width), mode="area").mean((0, 1)).flatten() + _FAINT
        chosen.append(torch.multinomial(weight, min(count, height * width), generator=random))
    return chosen
