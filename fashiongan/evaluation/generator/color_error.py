"""How far plain garments are from the colour that they were asked in: Delta E 2000 inside the mask."""

from dataclasses import dataclass

import numpy as np
import torch

from fashiongan.attributes import VOCABULARY, Pattern
from fashiongan.color import Color, delta_e_2000
from fashiongan.dataset.colors import cloth_lab
from fashiongan.errors import DatasetError
from fashiongan.generator.generation import rgba_from_network
from fashiongan.networks.conditional_generator import ConditionalGenerator
from fashiongan.networks.conditioning import Conditions
from fashiongan.recolor import match_colors

_PATTERN_COLUMN = list(VOCABULARY).index("pattern")
_SOLID = list(Pattern).index(Pattern.SOLID)


@dataclass(frozen=True, slots=True)
class ColorError:
    """Median Delta E 2000 of solid garments: as the network draws them, and as they leave the program."""

    network: float
    finished: float


@torch.inference_mode()
def color_error(network: ConditionalGenerator, asked: Conditions, seed: int) -> ColorError:
    """Draw one garment for each request of solid cloth, and measure its median colour.

    Raises
    ------
    DatasetError : there is no such request
    """
    random = torch.Generator().manual_seed(seed)
    errors = []
    for row in torch.nonzero(asked.labels[:, _PATTERN_COLUMN] == _SOLID).flatten().tolist():
        latent = torch.randn(1, network.shape.total_latent_width, generator=random)
        one = Conditions(*(part[row : row + 1] for part in asked))
        made = rgba_from_network(network(latent, one)[0].numpy())
        color = Color.from_lab(one.lab[0, :3].double().numpy())
        finished = match_colors(made, Pattern.SOLID, color, color)
        try:
            errors.append(
                [float(delta_e_2000(np.median(cloth_lab(one), axis=0), color.lab)) for one in (made, finished)]
            )
        except DatasetError:  # An untrained network may draw nothing.
            errors.append([100.0, 100.0])
    if not errors:
        raise DatasetError("No garment of the split is of solid cloth, so the colour error cannot be measured.")
    network_error, finished_error = np.median(errors, axis=0)
    return ColorError(float(network_error), float(finished_error))
