"""What is slow to load, loaded ahead by whoever has time: a window does it behind its first picture."""

import gc
import importlib
import threading

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


def warm_up(stop: threading.Event) -> None:
    """Load them one by one, until all are there or somebody says stop.

    What is there then stays, so the collector of what is not needed leaves it out: to look through it each time takes a
    quarter of a second, in which no thread runs.
    """
    for name in SLOW_MODULES:
        if stop.is_set():
            return
        importlib.import_module(name)
    gc.freeze()
