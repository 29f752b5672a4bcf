"""How garments come out on many bodies: `python -m benchmarks.drape [--bodies 20] [--only shirt,skirt] [--sheet FILE]`.

Each garment of the wardrobe is drawn once by the generator, cut, sewn, draped and textured on every body: corners of
ANSUR II and random adults. A table on standard error, JSON on standard output, and a sheet of dressed bodies.
"""

import argparse
import json
import resource
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw

from benchmarks.usual_garments import usual_picture
from fashiongan.attributes import Category
from fashiongan.body.fitting import FittedBody, fit_body
from fashiongan.body.measuring import BodyMeasurer
from fashiongan.body.population import corner_adults, random_adult
from fashiongan.errors import FashionGanError
from fashiongan.garment.dimensions import take_dimensions
from fashiongan.garment.drape import GarmentMesh
from fashiongan.garment.fit import FittedGarment, fit_garment
from fashiongan.garment.self_intersection import intersecting_faces
from fashiongan.garment.wardrobe import BLOCKS
from fashiongan.image import GarmentImage
from fashiongan.studio import Studio

SHEET_BODIES, CELL_PX = 6, (220, 330)


@dataclass(frozen=True, slots=True)
class Outcome:
    """One garment on one body; where it failed, only the message."""

    failed: str = ""
    inside_mm: float = 0.0
    gap_mm: float = 0.0
    strain_p95: float = 1.0
    intersecting: float = 0.0
    seconds: float = 0.0


def main() -> None:
    """Dress everybody, and print what it came to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bodies", type=int, default=20)
    parser.add_argument("--only", default=",".join(BLOCKS))
    parser.add_argument("--sheet", type=Path, default=Path("drape.png"))
    asked = parser.parse_args()
    studio, categories = Studio(), [Category(word) for word in asked.only.split(",")]
    people, pictures = _people(studio.measurer, asked.bodies), {one: usual_picture(studio, one) for one in categories}
    sheet = Image.new("RGB", (CELL_PX[0] * len(categories), CELL_PX[1] * SHEET_BODIES), "white")
    report = {}
    for column, category in enumerate(categories):
        outcomes = []
        for row, person in enumerate(people):
            outcome, worn = _dressed(pictures[category], person, studio.measurer)
            outcomes.append(outcome)
            if row < SHEET_BODIES:
                _show(sheet, (column * CELL_PX[0], row * CELL_PX[1]), worn, f"{category} {outcome.failed}")
        report[str(category)] = _summary(outcomes)
        print(f"{category:11} {report[str(category)]}", file=sys.stderr, flush=True)
        sheet.save(asked.sheet)
    peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"bodies": len(people), "peak_mb": round(peak_mb), "garments": report}, indent=1))


def _people(measurer: BodyMeasurer, count: int) -> list[FittedBody]:
    random = np.random.default_rng(0)
    asked = corner_adults() + [random_adult(random) for _ in range(count)]
    return [fit_body(one, measurer) for one in asked[:count]]


def _dressed(image: GarmentImage, person: FittedBody, measurer: BodyMeasurer) -> tuple[Outcome, FittedGarment | None]:
    begun = time.perf_counter()
    try:
        worn = fit_garment(image, person, take_dimensions(person.mesh.vertices_mm, measurer))
    except FashionGanError as error:
        return Outcome(failed=str(error), seconds=time.perf_counter() - begun), None
    seconds = time.perf_counter() - begun
    mesh = worn.mesh
    strain = float(np.percentile(edge_strain(mesh), 95))
    share = 100 * len(intersecting_faces(mesh.vertices_mm, mesh.faces)) / len(mesh.faces)
    return Outcome("", mesh.deepest_inside_mm, mesh.seam_gap_mm, strain, share, seconds), worn


def edge_strain(mesh: GarmentMesh) -> np.ndarray:
    """(E,) length of every edge as worn, as a share of its length on the pattern."""
    faces = mesh.flat.faces
    edges = np.concatenate([faces[:, [0, 1]], faces[:, [1, 2]], faces[:, [2, 0]]])
    worn, cut = (
        np.linalg.norm(points[edges[:, 0]] - points[edges[:, 1]], axis=1)
        for points in (mesh.corners_mm, mesh.flat.flat_mm)
    )
    return np.asarray(worn / cut)


def _summary(outcomes: list[Outcome]) -> dict[str, object]:
    made = [one for one in outcomes if not one.failed]
    worst = {name: round(max((asdict(one)[name] for one in made), default=0.0), 2) for name in _WORST}
    times = [one.seconds for one in made] or [0.0]
    failed = sorted({one.failed for one in outcomes if one.failed})
    return {
        "made": f"{len(made)} of {len(outcomes)}",
        **worst,
        "strain_p95": round(max((one.strain_p95 for one in made), default=0.0), 3),
        "median_s": round(float(np.median(times)), 1),
        "worst_s": round(max(times), 1),
        "failed": failed,
    }


_WORST = ("inside_mm", "gap_mm", "intersecting")


def _show(sheet: Image.Image, at: tuple[int, int], worn: FittedGarment | None, text: str) -> None:
    if worn is not None:
        sheet.paste(worn.picture(CELL_PX[1], (20.0,)).resize(CELL_PX), at)
    ImageDraw.Draw(sheet).text((at[0] + 4, at[1] + 4), text[:40], fill="black")


if __name__ == "__main__":
    main()
