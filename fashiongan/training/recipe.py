"""What the training loop asks of a system."""

from pathlib import Path
from typing import Any, Protocol

from PIL import Image


class Recipe(Protocol):
    """One system in training. Everything random comes from generators that are part of the state."""

    images_per_step: int

    def step(self) -> dict[str, float]:
        """Take one optimiser step and return its losses."""

    def sample_grid(self) -> Image.Image:
        """The same requests and latents each time, drawn with the averaged weights."""

    def state(self) -> dict[str, Any]:
        """Everything that a later run needs to go on as if it had never stopped, every option included."""

    def restore(self, state: dict[str, Any]) -> None:
        """Take up a state."""

    def export(self, path: Path, training: dict[str, Any]) -> None:
        """Write the averaged weights for use."""
