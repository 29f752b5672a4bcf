"""`fashiongan-scan calibrate`: everything that has to be known before a scan can be trusted."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from fashiongan.errors import CalibrationError
from scanning.calibration import procedures
from scanning.calibration.board import BoardSpec
from scanning.calibration.inputs import Edge, parse_box, parse_cylinder
from scanning.cli_options import (
    DEFAULT_FILE,
    AsJson,
    CalibrationPath,
    Family,
    Picture,
    Recording,
    Recordings,
    Serial,
    frame_bar,
    only_recordings,
    show,
    source_of,
)

app = typer.Typer(help=__doc__, rich_markup_mode=None, no_args_is_help=True)

Square = Annotated[float, typer.Option("--square", help="Side of a square of the board, mm.")]
Marker = Annotated[float, typer.Option("--marker", help="Side of a marker of the board, mm.")]
Columns = Annotated[int, typer.Option(help="Squares across the board.")]
Rows = Annotated[int, typer.Option(help="Squares down the board.")]


@app.command()
def board(
    out: Annotated[Path, typer.Argument(help="Where to write it: .pdf or .png.")],
    square: Square = 25.0,
    marker: Marker = 18.0,
    columns: Columns = 7,
    rows: Rows = 10,
) -> None:
    """Make a ChArUco board to print in true size."""
    show(procedures.make_board(BoardSpec(columns, rows, square, marker), out), False, None)


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
    walls = [source_of(one, camera, serial) for one in recordings]
    watch = frame_bar if from_recording else _after_enter
    show(procedures.correct_on_walls(walls, distance, calibration, watch), as_json, report)


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
    source, spec = source_of(from_recording, camera, serial, color=True), BoardSpec(columns, rows, square, marker)
    show(procedures.calibrate_lens(source, spec, calibration, frame_bar), as_json, report)


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
    sources = [source_of(one, "", None) for one in only_recordings(from_recording)]
    spec = BoardSpec(columns, rows, square, marker)
    show(procedures.place_cameras(sources, spec, refine, calibration, frame_bar), as_json, report)


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
    source, spec = source_of(from_recording, camera, serial, color=True), BoardSpec(columns, rows, square, marker)
    show(procedures.locate_turntable(source, spec, calibration, frame_bar), as_json, report)


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
    source = source_of(from_recording, camera, serial)
    show(procedures.locate_floor(source, up, calibration, frame_bar), as_json, report)


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
    size = parse_box(box) if box is not None else parse_cylinder(str(cylinder))
    recordings: list[Path | None] = [*from_recording] if from_recording else [None]
    sources = [source_of(one, camera, serial) for one in recordings]
    show(procedures.verify_size(sources, size, calibration, frame_bar), as_json, report)


@contextmanager
def _after_enter(words: str, most: int) -> Iterator[Callable[[int], None]]:
    """Let the user move the camera before each capture."""
    if most:
        typer.prompt(f"Place the camera for: {words}; then press Enter", "", False, err=True)
    with frame_bar(words, most) as on_frame:
        yield on_frame
