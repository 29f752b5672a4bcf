"""How well bodies and garments come out on many people: `python -m benchmarks.bodies [PEOPLE]`. JSON out."""

import json
import sys
import time
from typing import Any

import numpy as np

from fashiongan.attributes import Category, GarmentAttributes, Length, Neckline
from fashiongan.body.fitting import FittedBody, fit_body
from fashiongan.body.measuring import BodyMeasurer
from fashiongan.body.population import random_adult
from fashiongan.errors import FashionGanError
from fashiongan.garment.dimensions import take_dimensions
from fashiongan.garment.drape import GarmentMesh, drape
from fashiongan.garment.fabrics import FABRICS, FabricName
from fashiongan.garment.meshing import mesh_pattern
from fashiongan.garment.style import Ease, Style
from fashiongan.garment.wardrobe import draft
from fashiongan.studio import Studio

DRESSED_PEOPLE = 8
GARMENTS = (
    GarmentAttributes(Category.TSHIRT),
    GarmentAttributes(Category.LONGSLEEVE, length=Length.LONG),
    GarmentAttributes(Category.TANK, neckline=Neckline.STRAP),
)


def measure_bodies(measurer: BodyMeasurer, people: int) -> tuple[list[FittedBody], dict[str, Any]]:
    """Fit random adults; returns the bodies and how far they are from the tape."""
    random = np.random.default_rng(0)
    bodies, seconds, refused = [], [], 0
    for _ in range(people):
        asked = random_adult(random)
        start = time.perf_counter()
        try:
            bodies.append(fit_body(asked, measurer))
        except FashionGanError:
            refused += 1
        seconds.append(time.perf_counter() - start)
    worst = [body.worst_mm for body in bodies]
    return bodies, {
        "people": people,
        "within_3_mm": sum(one <= 3 for one in worst),
        "worst_mm": round(max(worst), 2),
        "refused": refused,
        "median_s": round(float(np.median(seconds)), 3),
        "worst_s": round(max(seconds), 3),
    }


def measure_garments(bodies: list[FittedBody], measurer: BodyMeasurer) -> dict[str, Any]:
    """Sew and drape every garment in every ease on every body."""
    made, seconds, failed = [], [], []
    for body in bodies:
        for garment in GARMENTS:
            for ease in Ease:
                start = time.perf_counter()
                try:
                    made.append(_worn(body, measurer, Style(garment, ease)))
                except FashionGanError as error:
                    failed.append(f"{garment.category} {ease}: {error}")
                seconds.append(time.perf_counter() - start)
    return {
        "garments": len(made),
        "failed": failed,
        "widest_seam_gap_mm": round(max(one.seam_gap_mm for one in made), 2),
        "deepest_inside_mm": round(max(one.deepest_inside_mm for one in made), 2),
        "median_s": round(float(np.median(seconds)), 2),
        "worst_s": round(max(seconds), 2),
    }


def _worn(body: FittedBody, measurer: BodyMeasurer, style: Style) -> GarmentMesh:
    pattern = draft(take_dimensions(body.mesh.vertices_mm, measurer), style)
    return drape(pattern, mesh_pattern(pattern), body.mesh, FABRICS[FabricName.JERSEY])


if __name__ == "__main__":
    measurer = Studio().measurer
    bodies, report = measure_bodies(measurer, int(sys.argv[1]) if len(sys.argv) > 1 else 80)
    print(json.dumps({"bodies": report, "garments": measure_garments(bodies[:DRESSED_PEOPLE], measurer)}, indent=1))
