"""The budgets of the design, measured on this machine: `python -m benchmarks.budgets [RUNS]`. Medians, as JSON."""

import json
import resource
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from fashiongan.attributes import Category, GarmentAttributes
from fashiongan.body.measurements import read_measurements
from fashiongan.generator.request import GenerationRequest
from fashiongan.studio import Studio
from fashiongan.tasks import Moulding

BODY = Path(__file__).resolve().parent.parent / "examples" / "body.yaml"


def median_s(work: Callable[[], object], runs: int) -> float:
    """Median of wall-clock seconds, after one run that is not counted."""
    work()
    seconds = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - start)
    return round(statistics.median(seconds), 3)


def measure(runs: int) -> dict[str, float]:
    """Every budget that exists so far, in seconds and megabytes."""
    studio = Studio()
    request = GenerationRequest(GarmentAttributes(Category.TSHIRT), count=16, seed=1)
    measurements = read_measurements(BODY)
    image = studio.picture(request, 0)
    body = studio.body(measurements)
    look = studio.fit(image, body)
    slide = Moulding(image, ((studio.generator.directions[0], 0.5),))
    return {
        "16_pictures_s": median_s(lambda: list(studio.make(request)), runs),
        "slider_move_s": median_s(lambda: studio.picture(slide, 0), 3 * runs),
        "fit_body_s": median_s(lambda: studio.body(measurements), runs),
        "cut_sew_drape_texture_s": median_s(lambda: studio.fit(image, body), runs),
        "picture_of_look_s": median_s(look.picture, runs),
        "peak_memory_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }


if __name__ == "__main__":
    print(json.dumps(measure(int(sys.argv[1]) if len(sys.argv) > 1 else 5), indent=1))
