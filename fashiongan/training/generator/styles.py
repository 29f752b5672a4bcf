"""Style codes of the garments that a generator is trained on."""

import torch
from torch import Tensor

from fashiongan.networks.style_encoder import StyleEncoder
from fashiongan.training.features import frozen_features

# Beside the whole garment, so many swatches of half its width: a piece of cloth has a code like its garment's.
SWATCHES = 3
_PART = 32


def pretrained_style_encoder(width: int) -> StyleEncoder:
    """An encoder that looks through the frozen image network; its axes are not fitted yet."""
    encoder = StyleEncoder(width)
    state = {k: v for k, v in frozen_features().state_dict().items() if k in encoder.features.state_dict()}
    encoder.features.load_state_dict(state)
    return encoder.eval().to(memory_format=torch.channels_last)  # type: ignore[call-overload, no-any-return]


@torch.inference_mode()
def style_statistics(encoder: StyleEncoder, rgba: Tensor, seed: int) -> Tensor:
    """Statistics of (N, 4, S, S) uint8 garments, whole and as swatches: (N, 1 + SWATCHES, STATISTICS)."""
    random = torch.Generator().manual_seed(seed)
    device = encoder.centre.device
    rows = []
    for part in torch.split(rgba, _PART):
        whole = (part.float() / 127.5 - 1).to(device)
        views = [whole, *(_swatches(whole, random) for _ in range(SWATCHES))]
        with torch.autocast(device.type, torch.bfloat16):
            looked = [encoder.statistics(view.contiguous(memory_format=torch.channels_last)) for view in views]
        rows.append(torch.stack(looked, dim=1).float())
    return torch.cat(rows)


def _swatches(rgba: Tensor, random: torch.Generator) -> Tensor:
    """One square of each garment, half as wide, where the garment covers most of it: of eight draws the fullest."""
    size = rgba.shape[-1]
    corners = torch.randint(0, size // 2 + 1, (8, 2), generator=random).tolist()
    crops = torch.stack([rgba[..., y : y + size // 2, x : x + size // 2] for y, x in corners])  # (8, N, 4, S/2, S/2)
    fullest = crops[:, :, 3].mean((2, 3)).argmax(0)
    return crops[fullest, torch.arange(len(rgba), device=rgba.device)]
