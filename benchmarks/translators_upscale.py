"""How long enlarging takes, ours beside the network of the paper: `python -m benchmarks.translators_upscale [RUNS]`.

Both run in this process, tile by tile, on the same picture: 256 px to 1024. Medians and memory, as JSON.
"""

import json
import statistics
import sys
import time
from pathlib import Path
from typing import Any

import numpy as np
import torch
from PIL import Image

from benchmarks.budgets import median_s
from fashiongan.checkpoints import Checkpoint
from fashiongan.networks.residual_dense import ResidualDenseNetwork, UpscalerShape
from fashiongan.tools.upscaling import CHECKPOINT_NAME, Ends, PictureUpscaler

SHAPES = {"ours": UpscalerShape(32, 16, 8), "paper": UpscalerShape(64, 32, 23)}
SIZE_PX = 256


def measure(runs: int) -> dict[str, Any]:
    """Seconds a picture, and million weights, of each network; weights do not change how long it takes."""
    picture = np.random.default_rng(0).integers(0, 256, (SIZE_PX, SIZE_PX, 4), np.uint8)
    picture[..., 3] = 255
    report: dict[str, Any] = {"threads": torch.get_num_threads(), "runs": runs}
    for name, shape in SHAPES.items():
        weights = ResidualDenseNetwork(shape).state_dict()
        checkpoint = Checkpoint(CHECKPOINT_NAME, Path(name), "", CHECKPOINT_NAME)
        upscaler = PictureUpscaler(checkpoint, shape, Ends(weights, weights), torch.device("cpu"))
        report[name] = {
            "shape": shape.to_dict(),
            "million_weights": round(sum(one.numel() for one in weights.values()) / 1e6, 2),
            "seconds": round(statistics.median(_seconds(upscaler, picture) for _ in range(runs)), 2),
        }
    report["bicubic"] = {"seconds": median_s(lambda: Image.fromarray(picture).resize((4 * SIZE_PX,) * 2), runs)}
    return report


def _seconds(upscaler: PictureUpscaler, picture: np.ndarray[Any, np.dtype[np.uint8]]) -> float:
    start = time.perf_counter()
    upscaler.upscale(picture, 0.5)
    return time.perf_counter() - start


if __name__ == "__main__":
    print(json.dumps(measure(int(sys.argv[1]) if len(sys.argv) > 1 else 3), indent=1))
