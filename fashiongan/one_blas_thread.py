"""Linear algebra that gives the same last digits on any number of processors."""

from collections.abc import Callable
from typing import ParamSpec, TypeVar

from threadpoolctl import threadpool_limits

Given = ParamSpec("Given")
Made = TypeVar("Made")


def one_blas_thread(work: Callable[Given, Made]) -> Callable[Given, Made]:
    """A second thread gains nothing on matrices of this size, loses much on a busy machine, and changes last digits."""
    limited: Callable[Given, Made] = threadpool_limits.wrap(limits=1, user_api="blas")(work)
    return limited
