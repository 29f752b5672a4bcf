"""Building a network whose shape a file says, without believing it: a few bytes can claim a billion channels."""

import math
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import torch
from torch import Tensor
from torch.overrides import TorchFunctionMode

# Some parts of a network are made anew and not stored, and batch norms count for themselves.
ALLOWANCE, FREE_NUMBERS = 4, 4_000_000
# A layer takes memory and time however small it is.
FREE_TENSORS = 10_000
# What building or filling a network ends with whose file says something wrong of it.
MISFITS = (LookupError, TypeError, ValueError, ArithmeticError, RuntimeError, AttributeError)
_MAKING = (torch.empty, torch.zeros, torch.ones, torch.rand, torch.randn, torch.full)


@contextmanager
def no_larger_than(tensors: Mapping[str, Tensor]) -> Iterator[None]:
    """While a network for some tensors is built inside, it may not take much more memory than they do.

    Raises
    ------
    ValueError : it would; nothing of it was allocated
    """
    stored = sum(one.numel() for one in tensors.values())
    with _Counting(ALLOWANCE * stored + FREE_NUMBERS, ALLOWANCE * len(tensors) + FREE_TENSORS):
        yield


def misfit(error: Exception) -> str:
    """What a misfit is, in one line."""
    return (str(error).splitlines() or [type(error).__name__])[0]


class _Counting(TorchFunctionMode):
    def __init__(self, most_numbers: int, most_tensors: int) -> None:
        super().__init__()
        self._left, self._tensors_left = most_numbers, most_tensors

    def __torch_function__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        if func in _MAKING:
            sizes = args[0] if args and isinstance(args[0], tuple | list) else args
            self._left -= math.prod(one for one in sizes if isinstance(one, int))
            self._tensors_left -= 1
            if min(self._left, self._tensors_left) < 0:
                raise ValueError("its shape is of a network far larger than the file")
        return func(*args, **(kwargs or {}))
