"""Tensors of a file that torch.save wrote, read so that nothing in it can run."""

import pickle
import struct
import warnings
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from fashiongan.errors import CheckpointError
from fashiongan.torch_files import refuse_packed

Tensors = dict[str, Tensor]

# A zip archive, which torch writes since 1.6, or a pickle.
_STARTS = (b"PK\x03\x04", b"\x80")
# Real-ESRGAN keeps its weights, and their running average, one level down.
_WRAPPINGS = ("params_ema", "params")
_PARALLEL = "module."
# The largest network that we read has 17 million weights. A few bytes can claim to be a tensor of terabytes.
MAX_WEIGHTS = 60_000_000
_BROKEN = (
    OSError,
    RuntimeError,
    EOFError,
    KeyError,
    IndexError,
    ValueError,
    TypeError,
    AttributeError,
    AssertionError,
    OverflowError,
    MemoryError,
    struct.error,
)


def read_state_dict(path: Path) -> Tensors:
    """Read the tensors of a checkpoint in float32, by the names that they have there.

    Raises
    ------
    CheckpointError : not of torch.save, damaged, with code in it, or something else than named tensors
    """
    content = _unwrapped(_loaded(path))
    if not isinstance(content, Mapping) or not content:
        raise CheckpointError(f"{path} holds no named tensors; give the state dict of a generator.")
    other = next((name for name, value in content.items() if not _is_named_tensor(name, value)), None)
    if other is not None:
        raise CheckpointError(f'{path} holds "{other}", which is no tensor; give the state dict of a generator.')
    if sum(value.numel() for value in content.values()) > MAX_WEIGHTS:
        raise CheckpointError(f"{path} claims to hold more than {MAX_WEIGHTS:,} weights; no generator is so large.")
    tensors = {name: value.float().contiguous() for name, value in content.items()}
    if not all(bool(torch.isfinite(value).all()) for value in tensors.values()):
        raise CheckpointError(f"{path} holds weights that are not finite; give an earlier checkpoint.")
    parallel = all(name.startswith(_PARALLEL) for name in tensors)
    return {name.removeprefix(_PARALLEL) if parallel else name: value for name, value in tensors.items()}


def _loaded(path: Path) -> Any:
    try:
        with path.open("rb") as file:
            start = file.read(4)
        refuse_packed(path)
    except OSError as error:
        raise CheckpointError(f"{path} cannot be read ({error.strerror}); give a .pth file.") from error
    except ValueError as error:
        raise _damaged(path) from error
    if not start.startswith(_STARTS):
        raise CheckpointError(f"{path} is no checkpoint of PyTorch; give a .pth file.")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Of pickles in another version than torch writes.
            return torch.load(path, map_location="cpu", weights_only=True)
    except pickle.UnpicklingError as error:
        if "GLOBAL" in str(error) or "global" in str(error):
            raise CheckpointError(
                f"{path} is a pickle with code in it, and none of it was run; give a plain state dict of tensors."
            ) from error
        raise _damaged(path) from error
    except _BROKEN as error:
        raise _damaged(path) from error


def _damaged(path: Path) -> CheckpointError:
    return CheckpointError(f"{path} is damaged or cut short; download it again.")


def _unwrapped(content: Any) -> Any:
    if not isinstance(content, Mapping):
        return content
    return next((content[name] for name in _WRAPPINGS if name in content), content)


def _is_named_tensor(name: Any, value: Any) -> bool:
    return isinstance(name, str) and isinstance(value, Tensor) and value.layout is torch.strided
