"""How far plain garments are from the colour that they were asked in: Delta E 2000 inside the mask."""

from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from fashiongan.attributes import VOCABULARY, Pattern
from fashiongan.color import Color, delta_e_2000
from fashiongan.dataset.colors import cloth_lab
from fashiongan.errors import DatasetError
from fashiongan.generation import rgba_from_network
from fashiongan.networks.conditional_generator import ConditionalGenerator
from fashiongan.recolor import match_colors

_PATTERN_COLUMN = list(VOCABULARY).index("pattern")
_SOLID = list(Pattern).index(Pattern.SOLID)


@dataclass(frozen=True, slots=True)
class ColorError:
    """Median Delta E 2000 of solid garments: as the network draws them, and as they leave the program."""

    network: float
    finished: float


@torch.inference_mode()
def color_error(network: ConditionalGenerator, labels: Tensor, lab: Tensor, seed: int) -> ColorError:
    """Draw one garment for each solid row of (N, 7) labels and (N, 6) CIELAB, and measure its median colour."""
    random = torch.Generator().manual_seed(seed)
    errors = []
    for row in torch.nonzero(labels[:, _PATTERN_COLUMN] == _SOLID).flatten().tolist():
        latent = torch.randn(1, network.shape.total_latent_width, generator=random)
        made = rgba_from_network(network(latent, labels[row : row + 1], lab[row : row + 1])[0].numpy())
        asked = Color.from_lab(lab[row, :3].double().numpy())
        finished = match_colors(made, Pattern.SOLID, asked, asked)
        try:
            errors.append(
                [float(delta_e_2000(np.median(cloth_lab(one), axis=0), asked.lab)) for one in (made, finished)]
            )
        except DatasetError:  # An untrained network may draw nothing.
            errors.append([100.0, 100.0])
    network_error, finished_error = np.median(errors, axis=0)
    return ColorError(float(network_error), float(finished_error))
