"""What stops a run before hours are lost: too little memory, a collapse."""

from collections.abc import Callable, Iterable

import psutil
import torch
from torch import Tensor, nn

from fashiongan.errors import TrainingError

# Weights, gradients, two moments of Adam, the average: five numbers of four bytes.
BYTES_A_WEIGHT = 20
# What the system and the libraries need beside.
SPARE_BYTES = 400_000_000
# Fakes this much less spread than real garments are all alike; a discriminator with so little loss teaches nothing.
LEAST_VARIETY, LEAST_LOSS = 0.25, 0.005
PATIENCE_STEPS = 150
SUSPICIOUS_STEPS = 25


def kept_bytes(forward: Callable[[], object]) -> int:
    """How much a forward pass keeps for the backward pass, each storage counted once."""
    kept: dict[int, int] = {}

    def count(tensor: Tensor) -> Tensor:
        kept[tensor.untyped_storage().data_ptr()] = tensor.untyped_storage().nbytes()
        return tensor

    with torch.autograd.graph.saved_tensors_hooks(count, lambda tensor: tensor):
        forward()
    return sum(kept.values())


def weight_bytes(networks: Iterable[nn.Module]) -> int:
    """What networks in training need, without the pictures."""
    return BYTES_A_WEIGHT * sum(parameter.numel() for network in networks for parameter in network.parameters())


def refuse_too_large(needed: int, device: torch.device, available: int | None = None) -> None:
    """Compare what a run needs with what there is.

    Raises
    ------
    TrainingError : too little memory, with how much and what to change
    """
    if available is None:
        available = torch.cuda.mem_get_info(device)[0] if device.type == "cuda" else psutil.virtual_memory().available
    if needed + SPARE_BYTES > available:
        raise TrainingError(
            f"The run needs about {(needed + SPARE_BYTES) / 1e9:.1f} GB of memory and {available / 1e9:.1f} GB are "
            "free; choose a smaller --batch, --size or --width."
        )


class CollapseAlarm:
    """Counts steps in a row on which a run looks collapsed; a recipe without these losses never does."""

    def __init__(self) -> None:
        self.steps = 0

    @property
    def suspicious(self) -> bool:
        """Whether the state had better not be kept."""
        return self.steps > SUSPICIOUS_STEPS

    def look(self, losses: dict[str, float]) -> None:
        """Look at the losses of one step.

        Raises
        ------
        TrainingError : the run has collapsed
        """
        alike = losses.get("variety", 1.0) < LEAST_VARIETY
        beaten = losses.get("discriminator", 1.0) < LEAST_LOSS
        self.steps = self.steps + 1 if alike or beaten else 0
        if self.steps > PATIENCE_STEPS:
            what = "all fakes look alike" if alike else "the discriminator cannot be fooled any more"
            raise TrainingError(
                f"The run has collapsed: for {PATIENCE_STEPS} steps {what}. The last good state is kept; begin again "
                "with another --seed, or with a larger --batch."
            )
