"""What is slow to load, loaded ahead by whoever has time: a window does it behind its first picture."""

import ctypes
import gc
import importlib
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

# In the order in which they are wanted.
SLOW_MODULES = (
    "fashiongan.generator.generation",
    "open3d",
    "scipy.cluster.vq",
    "fashiongan.workshop",
    "fashiongan.garment.cloth",
    "fashiongan.generator.reader",
    "fashiongan.taste.design",
    "fashiongan.originality.check",
    "fashiongan.garment.export",
)
# The large machine code of those, and of others when they first work. Python stands still while it loads such a file
# itself; what is loaded already, it finds at once.
LARGE_LIBRARIES = (("torch", "lib/libtorch_cpu.*"), ("open3d", "libOpen3D*"), ("warp", "bin/warp*"))


def warm_up(stop: threading.Event) -> None:
    """Load them one by one, until all are there or somebody says stop; other threads go on meanwhile."""
    with _uncollected():
        for library in large_libraries():
            if not stop.is_set():
                _load_library(library)
        for name in SLOW_MODULES:
            if not stop.is_set():
                importlib.import_module(name)


def large_libraries() -> list[Path]:
    """The files of machine code that are there."""
    found = ((find_spec(package), pattern) for package, pattern in LARGE_LIBRARIES)
    return [path for spec, pattern in found if spec and spec.origin for path in Path(spec.origin).parent.glob(pattern)]


def _load_library(path: Path) -> None:
    """A call of C's own, during which Python runs on. What cannot be loaded says so when it is imported."""
    if os.name == "posix":
        ctypes.CDLL(None).dlopen(os.fsencode(path), os.RTLD_NOW)


@contextmanager
def _uncollected() -> Iterator[None]:
    """What comes meanwhile stays, so the collector of what is not needed leaves it out for good: to look through it
    takes a third of a second each time, in which no thread runs."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
