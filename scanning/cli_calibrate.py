"""`fashiongan-scan calibrate`: everything that has to be known before a scan can be trusted."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from fashiongan.errors import CalibrationError
from scanning.calibration.board import BoardSpec, write_board
from scanning.calibration.board_procedures import (
    calibrate_cameras,
    calibrate_color,
    calibrate_turntable,
    calibrate_turntable_by_depth,
)
from scanning.calibration.calibration import read_or_start, write_calibration
from scanning.calibration.depth_procedures import calibrate_floor, calibrate_wall, verified, world_points
from scanning.calibration.verify import verify_box, verify_cylinder
from scanning.cli_options import (
    AsJson,
    CalibrationPath,
    Family,
    Picture,
    Recording,
    Recordings,
    Serial,
    at_rest,
    moving,
    only_recordings,
    same_moments,
    show,
    source_of,
)

app = typer.Typer(help=__doc__, rich_markup_mode=None, no_args_is_help=True)

DEFAULT_FILE = Path("calibration.json")
Square = Annotated[float, typer.Option("--square", help="Side of a square of the board, mm.")]
Marker = Annotated[float, typer.Option("--marker", help="Side of a marker of the board, mm.")]
Columns = Annotated[int, typer.Option(help="Squares across the board.")]
Rows = Annotated[int, typer.Option(help="Squares down the board.")]


class Edge(StrEnum):
    """An edge of the depth image."""

    TOP = "top"
    BOTTOM = "bottom"
    LEFT = "left"
    RIGHT = "right"


_UP = {
    Edge.TOP: (0.0, -1.0, 0.0),
    Edge.BOTTOM: (0.0, 1.0, 0.0),
    Edge.LEFT: (-1.0, 0.0, 0.0),
    Edge.RIGHT: (1.0, 0.0, 0.0),
}


@app.command()
def board(
    out: Annotated[Path, typer.Argument(help="Where to write it: .pdf or .png.")],
    square: Square = 25.0,
    marker: Marker = 18.0,
    columns: Columns = 7,
    rows: Rows = 10,
) -> None:
    """Make a ChArUco board to print in true size."""
    paper = write_board(BoardSpec(columns, rows, square, marker), out)
    typer.echo(f"{out}: print it on {paper} at 100 %, measure a square, and glue it to a flat stiff plate.")


@app.command()
def wall(
    distance: Annotated[list[float], typer.Option("--distance", help="True distance, mm; repeat it for every wall.")],
    from_recording: Recordings = None,
    camera: Family = "realsense",
    serial: Serial = None,
    calibration: CalibrationPath = DEFAULT_FILE,
    report: Picture = None,
    as_json: AsJson = False,
) -> None:
    """Correct the depth on a bare wall at three or more known distances, such as 800, 1300 and 2000 mm."""
    recordings: list[Path | None] = [*from_recording] if from_recording else [None] * len(distance)
    if len(recordings) != len(distance):
        raise CalibrationError(
            f"{len(recordings)} recordings but {len(distance)} distances; give --distance once for each recording."
        )
    captures = []
    for recording, true_mm in zip(recordings, distance, strict=True):
        if recording is None:
            typer.prompt(f"Place the camera {true_mm:g} mm from the wall, then press Enter", "", False, err=True)
        captures.append(at_rest(source_of(recording, camera, serial), f"wall at {true_mm:g} mm"))
    known = read_or_start(calibration)
    found, result = calibrate_wall(captures, distance, known)
    write_calibration(known.with_camera(found), calibration)
    show(result, as_json, report)


@app.command()
def charuco(
    from_recording: Recording = None,
    camera: Family = "realsense",
    serial: Serial = None,
    square: Square = 25.0,
    marker: Marker = 18.0,
    columns: Columns = 7,
    rows: Rows = 10,
    calibration: CalibrationPath = DEFAULT_FILE,
    report: Picture = None,
    as_json: AsJson = False,
) -> None:
    """Calibrate the colour camera's lens on a board that is shown from many sides, in every corner of the image."""
    known = read_or_start(calibration)
    capture = moving(source_of(from_recording, camera, serial, color=True), "board")
    found, result = calibrate_color(capture, BoardSpec(columns, rows, square, marker), known)
    write_calibration(known.with_camera(found), calibration)
    show(result, as_json, report)


@app.command()
def cameras(
    from_recording: Recordings = None,
    refine: Annotated[bool, typer.Option(help="Refine the places on the depth images, too.")] = False,
    square: Square = 25.0,
    marker: Marker = 18.0,
    columns: Columns = 7,
    rows: Rows = 10,
    calibration: CalibrationPath = DEFAULT_FILE,
    report: Picture = None,
    as_json: AsJson = False,
) -> None:
    """Find where several cameras stand, from recordings of one board made at the same time; the first sees floor."""
    known = read_or_start(calibration)
    first, *others = only_recordings(from_recording)
    captures = [moving(source_of(first, "", None), first.name)]
    moments_us = [frame.timestamp_us for frame in captures[0].frames]
    captures += [same_moments(source_of(one, "", None), one.name, moments_us) for one in others]
    found, result = calibrate_cameras(captures, BoardSpec(columns, rows, square, marker), known, refine)
    write_calibration(found, calibration)
    show(result, as_json, report)


@app.command()
def turntable(
    from_recording: Recording = None,
    camera: Family = "realsense",
    serial: Serial = None,
    square: Square = 25.0,
    marker: Marker = 18.0,
    columns: Columns = 7,
    rows: Rows = 10,
    calibration: CalibrationPath = DEFAULT_FILE,
    report: Picture = None,
    as_json: AsJson = False,
) -> None:
    """Find the axis of a turntable by a board that turns on it, or without colour by the shape of what turns."""
    known = read_or_start(calibration)
    capture = moving(source_of(from_recording, camera, serial, color=True), "turntable", most=120)
    if any(frame.rgb is not None for frame in capture.frames):
        found, result = calibrate_turntable(capture, BoardSpec(columns, rows, square, marker), known)
    else:
        found, result = calibrate_turntable_by_depth(capture, known)
    write_calibration(known.with_camera(found), calibration)
    show(result, as_json, report)


@app.command()
def floor(
    from_recording: Recording = None,
    camera: Family = "realsense",
    serial: Serial = None,
    up: Annotated[Edge | None, typer.Option(help="The edge of the image that is up; found out if not given.")] = None,
    calibration: CalibrationPath = DEFAULT_FILE,
    report: Picture = None,
    as_json: AsJson = False,
) -> None:
    """Find the floor, and with it the camera's height and tilt; somebody may stand on it."""
    known = read_or_start(calibration)
    capture = at_rest(source_of(from_recording, camera, serial), "floor")
    found, result = calibrate_floor(capture, known, None if up is None else _UP[up])
    write_calibration(known.with_camera(found), calibration)
    show(result, as_json, report)


@app.command()
def verify(
    from_recording: Recordings = None,
    camera: Family = "realsense",
    serial: Serial = None,
    box: Annotated[str | None, typer.Option(help="Width x depth x height of a box, mm, such as 400x250x600.")] = None,
    cylinder: Annotated[str | None, typer.Option(help="Diameter x height of a cylinder, mm, such as 300x700.")] = None,
    calibration: CalibrationPath = DEFAULT_FILE,
    report: Picture = None,
    as_json: AsJson = False,
) -> None:
    """Measure a box or cylinder of known size that stands on the floor, and say how far off that is."""
    if (box is None) == (cylinder is None):
        raise CalibrationError("give either --box 400x250x600 or --cylinder 300x700, in millimetres.")
    size = _sizes(box, 3) if box is not None else _sizes(str(cylinder), 2)
    sources: list[Path | None] = [*from_recording] if from_recording else [None]
    captures = [at_rest(source_of(one, camera, serial), "object") for one in sources]
    points = world_points(captures, read_or_start(calibration))
    checks = verify_box(points, *size) if box is not None else verify_cylinder(points, *size)
    show(verified(checks, "cylinder" if box is None else "box"), as_json, report)


def _sizes(text: str, count: int) -> list[float]:
    parts = text.lower().replace("×", "x").split("x")
    try:
        sizes = [float(part) for part in parts]
    except ValueError:
        sizes = []
    if len(sizes) != count or not all(50 <= size <= 3000 for size in sizes):
        example = "400x250x600" if count == 3 else "300x700"
        raise CalibrationError(f"{text!r} is no size; give {count} lengths of 50 to 3000 mm, such as {example}.")
    return sizes
