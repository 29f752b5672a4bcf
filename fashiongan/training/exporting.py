"""Writing trained networks for use: half precision, with everything in the header that a reader must know."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from safetensors.torch import save_file
from torch import Tensor

from fashiongan.files import replacing

# Batch norms count their batches, which matters to nobody who uses them.
COUNTED = "num_batches"


def write_weights(path: Path, system: str, tensors: Mapping[str, Tensor], facts: Mapping[str, Any]) -> None:
    """Write tensors as safetensors; `facts` (shape, training, options: plain values) go into the header.

    Raises
    ------
    OutputError : the place cannot be written to
    """
    kept = {name: _halved(tensor).contiguous() for name, tensor in tensors.items() if COUNTED not in name}
    header = {"system": system} | {name: json.dumps(fact) for name, fact in facts.items()}
    with replacing(path) as partial:
        save_file(kept, partial, metadata=header)


def _halved(tensor: Tensor) -> Tensor:
    return tensor.half() if tensor.is_floating_point() else tensor
