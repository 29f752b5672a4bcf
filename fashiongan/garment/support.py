"""What stays up although cloth hangs from it: a fastened waistband, stiff with interfacing, does not slide down.

Friction alone cannot show this, as the cloth of a model stretches where a real band does not.
"""

from typing import Any

import numpy as np
import warp as wp

from fashiongan.garment import cloth_kernels as kernels
from fashiongan.garment.cloth_model import Indices


class Support:
    """Some particles that do not sink below where they are now, on one device."""

    def __init__(self, x: Any, held: Indices, device: str) -> None:
        self._x, self._device = x, device
        self._held = wp.array(held.astype(np.int32), dtype=int, device=device)
        self._lowest = wp.array(x.numpy()[held, 1], dtype=float, device=device)

    def keep_up(self) -> None:
        """Lift what has sunk."""
        wp.launch(kernels.keep_up, dim=len(self._held), inputs=[self._x, self._held, self._lowest], device=self._device)
