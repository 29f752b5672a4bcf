"""An idea as the tensors that a generator is given."""

import numpy as np
import torch
from torch import Tensor

from fashiongan.dataset.labels import label_indices
from fashiongan.errors import CheckpointError
from fashiongan.ideas.idea import Idea
from fashiongan.networks.conditional_generator import GeneratorShape
from fashiongan.networks.conditioning import Conditions


def inputs_of(idea: Idea, shape: GeneratorShape, device: torch.device) -> tuple[Tensor, Conditions]:
    """What a network of a shape is given for an idea, as a batch of one.

    Raises
    ------
    CheckpointError : the idea is of a network with other latents
    """
    code = idea.code
    if len(code.latent) != shape.total_latent_width or len(code.style) != shape.style_width:
        raise CheckpointError("The idea was made for a generator of another shape; give --checkpoints its weights.")
    labels = torch.from_numpy(label_indices([idea.attributes])).to(device)
    latent, style, lab = (
        torch.from_numpy(part.astype(np.float32))[None].to(device) for part in (code.latent, code.style, code.lab)
    )
    return latent, Conditions(labels, lab, style)
