"""How long a garment of 256 px takes to be put into another style, beside the papers' translator in the same process.

`python -m benchmarks.translators_restyle [RUNS] [THREADS]`. Medians in milliseconds, as JSON. The weights are
untrained, as speed does not depend on what was learnt.
"""

import json
import sys
from functools import partial
from pathlib import Path

import numpy as np
import torch

from benchmarks.budgets import median_s
from fashiongan.checkpoints import Checkpoint
from fashiongan.networks.resnet_generator import ResnetGenerator, ResnetShape
from fashiongan.tools.restyling import Restyler
from fashiongan.training.translators.translation import TranslationSettings

SHAPES = {
    "ours": TranslationSettings(width=16).shape,
    "papers_9_blocks_width_64": ResnetShape(width=64, blocks=9),
    "papers_6_blocks_width_64": ResnetShape(width=64, blocks=6),
}
BUDGET_MS = 250


def measure(runs: int, threads: int) -> dict[str, dict[str, float]]:
    """Of each shape: a whole restyling, from RGBA to RGBA, and its number of weights."""
    torch.set_num_threads(threads)
    rgba = np.full((256, 256, 4), 200, np.uint8)
    rgba[..., 3] = 0
    rgba[8:248, 40:216, 3] = 255
    report = {}
    for name, shape in SHAPES.items():
        network = ResnetGenerator(shape)
        restyler = Restyler(name, network, torch.device("cpu"), Checkpoint(name, Path(name), "", "restyle"))
        seconds = median_s(partial(restyler.restyle, rgba), runs)
        weights = sum(parameter.numel() for parameter in network.parameters()) / 1e6
        report[name] = {"restyle_ms": round(1000 * seconds, 1), "million_weights": round(weights, 2)}
    return report


if __name__ == "__main__":
    asked = [int(text) for text in sys.argv[1:3]]
    runs, threads = asked + [9, 2][len(asked) :]
    print(json.dumps({"budget_ms": BUDGET_MS, "threads": threads} | measure(runs, threads), indent=1))
