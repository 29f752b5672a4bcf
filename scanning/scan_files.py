"""The files that a scan leaves: measurements of any kind, everything in JSON, a report, the body and the points."""

from pathlib import Path

import numpy as np
import trimesh

from fashiongan.errors import OutputError
from fashiongan.files import replacing
from scanning.body_scan import BodyScan
from scanning.formats.files import ENDINGS, write_measurement_file
from scanning.report import ReportedBody, write_report

MM_A_METRE = 1000.0
BESIDE = (".json", ".pdf", ".glb", ".ply")


def scan_paths(out: Path) -> tuple[Path, ...]:
    """The files that `write_scan` writes: `out` itself, and beside it all details, report, body and points."""
    return (out, *(path for path in (_beside(out, ending) for ending in BESIDE) if path != out))


def _beside(out: Path, ending: str) -> Path:
    """`me.json` beside `me.freesewing.yaml`."""
    own = next((one for one in sorted(ENDINGS, key=len, reverse=True) if out.name.lower().endswith(one)), out.suffix)
    return out.with_name(out.name[: len(out.name) - len(own)] + ending)


def refuse_existing(out: Path) -> None:
    """Refuse to replace a scan.

    Raises
    ------
    OutputError : one of its files is there
    """
    there = [path for path in scan_paths(out) if path.exists()]
    if there:
        raise OutputError(f"{there[0]} is there already; choose another name, or add --overwrite.")


def write_scan(scan: BodyScan, out: Path) -> None:
    """Write every file of a scan; the ending of `out` chooses the kind of measurement file.

    Body and points are in metres, Y up; the body stands as measured, the points lie as in the first view.

    Raises
    ------
    MeasurementError : an ending that means no measurement file, or values that no body has together
    OutputError : the place cannot be written to
    """
    write_measurement_file(scan.measured, out)
    write_measurement_file(scan.measured, _beside(out, ".json"))
    body = ReportedBody(scan.body.vertices_mm, scan.body.faces, scan.lines_mm)
    write_report(scan.measured, body, _beside(out, ".pdf"))
    mesh = trimesh.Trimesh(scan.body.vertices_mm / MM_A_METRE, scan.body.faces, process=False)
    points = trimesh.PointCloud((scan.points_mm / MM_A_METRE).astype(np.float32))
    for shape, path in ((mesh, _beside(out, ".glb")), (points, _beside(out, ".ply"))):
        with replacing(path) as partial:
            shape.export(partial)
