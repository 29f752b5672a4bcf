"""How long a sketch takes to become a garment, beside the paper's own U-Net-256 in the same process.

python -m benchmarks.translators [--threads 2] [--runs 20]

With an untrained network, as weights do not change the time; medians in milliseconds, as JSON.
"""

import json
from collections.abc import Callable
from pathlib import Path

import torch
import typer

from benchmarks.budgets import median_s
from fashiongan.attributes import Category
from fashiongan.checkpoints import Checkpoint
from fashiongan.dataset.drawn_garments import drawn_garment
from fashiongan.dataset.sketches import VOCABULARY_SIZES
from fashiongan.networks.sketch_generator import SketchGenerator, SketchGeneratorShape
from fashiongan.networks.unet_generator import UnetGenerator, UnetShape
from fashiongan.tools.sketch_picture import sketch_lines
from fashiongan.tools.sketch_request import SketchRequest
from fashiongan.tools.sketching import SketchParts, SketchTranslator

CPU = torch.device("cpu")


def median_ms(work: Callable[[], object], runs: int) -> float:
    """Median of wall-clock milliseconds."""
    return round(1000 * median_s(work, runs), 1)


def measure(threads: int = 2, runs: int = 20) -> None:
    """Print every time as JSON."""
    torch.set_num_threads(threads)
    network = SketchGenerator(SketchGeneratorShape(VOCABULARY_SIZES)).eval()
    parts = SketchParts(network, torch.zeros(1, 3), torch.zeros(1))
    translator = SketchTranslator(Checkpoint("pix2pix", Path(), "", "pix2pix"), parts, CPU)
    page = drawn_garment(Category.SHIRT, seed=0)
    lines = sketch_lines(page)
    paper, picture = UnetGenerator(UnetShape(3, 3)).eval(), torch.zeros(1, 3, 256, 256)
    with torch.inference_mode():
        times = {
            "read_drawing_ms": median_ms(lambda: sketch_lines(page), runs),
            "sketch_to_garment_ms": median_ms(lambda: translator.draw(SketchRequest(lines)), runs),
            "public_unet256_ngf64_ms": median_ms(lambda: paper(picture), runs),
        }
    typer.echo(json.dumps({"threads": threads} | times))


if __name__ == "__main__":
    typer.run(measure)
