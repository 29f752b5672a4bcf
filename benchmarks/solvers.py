"""Our cloth beside newton's Style3D: `python -m benchmarks.solvers [--garment tshirt,trousers] [--sheet FILE]`.

Both solvers get the same start: our own sewing pulls the seams shut and welds them, as Style3D has no such stage. Then
each lets the cloth fall until it rests. Ours is the project's `drape`, also with other substeps a frame; of Style3D,
its example's 10 steps of 4 iterations, and fewer steps. Each fall has a process to itself. Trousers are worn by a
large man (99th percentile of ANSUR II), the rest by an average woman. A table on standard error, JSON on standard
output.

newton 1.8 takes the same warp as the project: `.venv/bin/pip install -c constraints.txt -e ".[compare]"`. It needs no
network and no graphics card; its kernels take a minute to compile once, which is counted apart.
"""

import argparse
import importlib.util
import json
import sys
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import open3d as o3d
from PIL import Image, ImageDraw

from benchmarks.drape import edge_strain
from benchmarks.solvers_fall import Case, Cost, fall_ours
from fashiongan.attributes import Category, GarmentAttributes
from fashiongan.body.fitting import fit_body
from fashiongan.body.measurements import BodyMeasurements, Figure
from fashiongan.body.measuring import BodyMeasurer
from fashiongan.body.model import Floats
from fashiongan.body.population import ANSUR, corner_adults
from fashiongan.errors import FashionGanError
from fashiongan.garment.body_field import BodySurface
from fashiongan.garment.dimensions import take_dimensions
from fashiongan.garment.drape import MAX_INSIDE_MM, GarmentMesh
from fashiongan.garment.fabrics import fabric_of
from fashiongan.garment.meshing import mesh_pattern
from fashiongan.garment.picture import Surface, View, render, skin_of, vertex_normals
from fashiongan.garment.self_intersection import intersecting_faces
from fashiongan.garment.style import Ease, Style
from fashiongan.garment.wardrobe import BLOCKS, draft
from fashiongan.studio import Studio

OURS, STYLE3D = "ours, 20 substeps", "Style3D, 10 x 4"
SUBSTEPS = (20, 10, 15, 30, 60)
STYLE3D_STEPS = ((10, 4), (5, 4), (2, 4))
CELL_PX, TURNS_DEG, CLOTH_COLOR = (360, 540), (20.0, 180.0), (96, 124, 158)
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Score:
    """One fall: what it cost, and how the cloth came out. Distances are means over vertices, to Style3D's default."""

    solver: str
    cost: Cost
    inside: int
    deepest_mm: float
    gap_mm: float
    strain_p95: float
    strain_worst: float
    intersecting: float
    vertices_apart_mm: float
    surfaces_apart_mm: float


def main() -> None:
    """Let every garment fall in every solver, and print what it came to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words, sheet = _asked(parser)
    report, rows = {}, []
    for word in words:
        try:
            report[word], row = _compared(_case(Category(word), Studio().measurer))
        except FashionGanError as error:
            parser.exit(1, f"{word}: {error}\n")
        rows.append(row)
    _stacked(rows).save(sheet)
    print(json.dumps(report, indent=1))


def _asked(parser: argparse.ArgumentParser) -> tuple[list[str], Path]:
    """The garments, and where the picture goes; what cannot be done is answered in one line."""
    parser.add_argument("--garment", default="tshirt,trousers", help=f"some of {', '.join(BLOCKS)}")
    parser.add_argument("--sheet", type=Path, default=Path("solvers.png"))
    asked = parser.parse_args()
    words = asked.garment.split(",")
    unknown = [word for word in words if word not in set(BLOCKS)]
    if unknown:
        parser.exit(2, f"--garment {', '.join(unknown)} is not known; choose of {', '.join(BLOCKS)}.\n")
    if not asked.sheet.parent.is_dir():
        parser.exit(2, f"--sheet {asked.sheet}: there is no folder {asked.sheet.parent}; make it first.\n")
    if importlib.util.find_spec("newton") is None:
        parser.exit(1, 'newton is not installed; run: .venv/bin/pip install -c constraints.txt -e ".[compare]"\n')
    return words, asked.sheet


def _case(category: Category, measurer: BodyMeasurer) -> Case:
    average = BodyMeasurements(Figure.WOMAN, *ANSUR[Figure.WOMAN].means_mm)
    men = [one for one in corner_adults() if one.figure is Figure.MAN]
    large = max(men, key=lambda one: one.height_mm + one.waist_mm)
    body = fit_body(large if category is Category.TROUSERS else average, measurer).mesh
    style = Style(GarmentAttributes(category), Ease.REGULAR)
    pattern = draft(take_dimensions(body.vertices_mm, measurer), style)
    return Case(pattern, mesh_pattern(pattern), body, fabric_of(None, category))


def _compared(case: Case) -> tuple[dict[str, Any], Image.Image]:
    sewn, ours, cost = _apart(fall_ours, case, SUBSTEPS[0])
    falls = {OURS: (ours.vertices_mm, cost)}
    from benchmarks.solvers_style3d import fall_style3d  # It needs newton, which is optional.

    for steps, iterations in STYLE3D_STEPS:
        falls[f"Style3D, {steps} x {iterations}"] = _apart(fall_style3d, case, sewn, steps, iterations)
    for substeps in SUBSTEPS[1:]:
        _, mesh, cost = _apart(fall_ours, case, substeps)
        falls[f"ours, {substeps} substeps"] = mesh.vertices_mm, cost
    meshes = {name: _with_vertices(ours, vertices) for name, (vertices, _) in falls.items()}
    scores = [_score(name, falls[name][1], mesh, meshes[STYLE3D], case) for name, mesh in meshes.items()]
    for score in scores:
        print(_line(score), file=sys.stderr, flush=True)
    about = {
        "vertices": len(ours.vertices_mm),
        "triangles": len(ours.faces),
        "fabric": case.fabric.name,
        "intersecting_at_start": round(_intersecting(_with_vertices(ours, sewn.positions_mm)), 3),
    }
    return about | {"falls": [_plain(one) for one in scores]}, _row(case, meshes)


def _apart(call: Callable[..., Result], *arguments: Any) -> Result:
    """Call in a process of its own, so that memory and warm caches of one do not count for another."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(call, *arguments).result()


def _with_vertices(mesh: GarmentMesh, vertices_mm: Floats) -> GarmentMesh:
    return GarmentMesh(vertices_mm, mesh.faces, mesh.flat, mesh.welded, mesh.seam_gap_mm, mesh.deepest_inside_mm)


def _score(name: str, cost: Cost, mesh: GarmentMesh, other: GarmentMesh, case: Case) -> Score:
    depth = -BodySurface(case.body).signed_distance_mm(mesh.vertices_mm)
    strain = edge_strain(mesh)
    return Score(
        name,
        cost,
        int((depth > MAX_INSIDE_MM).sum()),
        max(0.0, float(depth.max())),
        mesh.seam_gap_mm,
        float(np.percentile(strain, 95)),
        float(strain.max()),
        _intersecting(mesh),
        float(np.linalg.norm(mesh.vertices_mm - other.vertices_mm, axis=1).mean()),
        _surfaces_apart_mm(mesh, other),
    )


def _intersecting(mesh: GarmentMesh) -> float:
    """Percent of its triangles."""
    return 100 * len(intersecting_faces(mesh.vertices_mm, mesh.faces)) / len(mesh.faces)


def _surfaces_apart_mm(one: GarmentMesh, other: GarmentMesh) -> float:
    scene = o3d.t.geometry.RaycastingScene()
    scene.add_triangles(o3d.core.Tensor(other.vertices_mm.astype("f4")), o3d.core.Tensor(other.faces.astype("u4")))
    return float(scene.compute_distance(o3d.core.Tensor(one.vertices_mm.astype("f4"))).numpy().mean())


def _plain(score: Score) -> dict[str, Any]:
    numbers = asdict(score)
    numbers |= numbers.pop("cost")
    return {name: round(one, 3) if isinstance(one, float) else one for name, one in numbers.items()}


def _line(score: Score) -> str:
    cost = score.cost
    return (
        f"{score.solver:18} {cost.seconds:6.1f} s, {cost.cpu_s:5.1f} s of the processor; inside {score.inside:3d}; "
        f"strain {score.strain_p95:.3f} (worst {score.strain_worst:.2f}); intersecting {score.intersecting:.2f} %; "
        f"from Style3D {score.vertices_apart_mm:.1f} mm, surface {score.surfaces_apart_mm:.1f} mm"
    )


def _row(case: Case, meshes: dict[str, GarmentMesh]) -> Image.Image:
    """Ours and Style3D's beside each other, from every side."""
    shown = [(turn, name) for turn in TURNS_DEG for name in (OURS, STYLE3D)]
    row = Image.new("RGB", (CELL_PX[0] * len(shown), CELL_PX[1]))
    lowest = min(float(meshes[name].vertices_mm[:, 1].min()) for name in (OURS, STYLE3D))
    low, high = np.array([0.0, lowest - 60, 0.0]), np.array([0.0, case.body.height_mm + 40, 0.0])
    for column, (turn, name) in enumerate(shown):
        mesh = meshes[name]
        normals = vertex_normals(mesh.vertices_mm, mesh.faces)
        cloth = Surface(mesh.vertices_mm, mesh.faces, normals, CLOTH_COLOR)
        row.paste(render([skin_of(case.body), cloth], View(turn, low, high), *CELL_PX), (column * CELL_PX[0], 0))
        ImageDraw.Draw(row).text((column * CELL_PX[0] + 6, 6), name, fill="black")
    return row


def _stacked(rows: list[Image.Image]) -> Image.Image:
    sheet = Image.new("RGB", (rows[0].width, sum(row.height for row in rows)))
    for index, row in enumerate(rows):
        sheet.paste(row, (0, index * CELL_PX[1]))
    return sheet


if __name__ == "__main__":
    main()
