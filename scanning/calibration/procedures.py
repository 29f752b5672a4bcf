"""From sources to a report, what was found kept in the calibration file: what the program and the window both call.

Sources are not yet open. `watch` is entered around each capture with what is captured and how many frames at most, and
gives what is called with the number of frames so far. It is entered once more, with no frames to come, around keeping
what was found: what raises there keeps nothing.
"""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path

from fashiongan.errors import CalibrationError
from scanning.calibration.board import BoardSpec, write_board
from scanning.calibration.board_procedures import (
    calibrate_cameras,
    calibrate_color,
    calibrate_turntable,
    calibrate_turntable_by_depth,
)
from scanning.calibration.calibration import Calibration, read_or_start, write_calibration
from scanning.calibration.depth_procedures import (
    calibrate_floor,
    calibrate_wall,
    check_depth,
    corrected,
    verified,
    world_points,
)
from scanning.calibration.inputs import Edge
from scanning.calibration.report import Report, Row
from scanning.calibration.verify import verify_box, verify_cylinder
from scanning.capture import Capture, capture_first, capture_moments, capture_spread
from scanning.sources.source import Source

Watch = Callable[[str, int], AbstractContextManager[Callable[[int], None]]]
AT_REST_FRAMES = 40
_MOVING_FRAMES = 60
_TURNTABLE_FRAMES = 120


def check_on_wall(source: Source, true_distance_mm: float | None, file: Path | None, watch: Watch) -> Report:
    """Judge a depth camera on a bare flat wall, with its depth corrected if the calibration file knows how.

    Raises
    ------
    CalibrationError : as in `check_depth`, or the file is damaged
    CameraError, RecordingError : of the source
    """
    known = read_or_start(file) if file else Calibration()
    capture = _at_rest(source, "wall", watch)
    return check_depth(corrected(capture, known.camera(capture.camera.serial).correction), true_distance_mm)


def correct_on_walls(walls: Sequence[Source], true_mm: Sequence[float], file: Path, watch: Watch) -> Report:
    """Correct the depth on a wall at known distances, one source each.

    Raises
    ------
    CalibrationError : not as many distances as walls, or as in `calibrate_wall`
    CameraError, RecordingError, OutputError : of the sources and the file
    """
    if len(walls) != len(true_mm):
        raise CalibrationError(
            f"{len(walls)} recordings but {len(true_mm)} distances; give one distance for each recording."
        )
    known = read_or_start(file)
    captures = [_at_rest(wall, f"wall at {true:g} mm", watch) for wall, true in zip(walls, true_mm, strict=True)]
    found, report = calibrate_wall(captures, true_mm, known)
    return _kept(known.with_camera(found), report, file, watch)


def calibrate_lens(source: Source, board: BoardSpec, file: Path, watch: Watch) -> Report:
    """Calibrate a colour camera's lens on a board that moves.

    Raises
    ------
    CalibrationError : as in `calibrate_color`
    CameraError, RecordingError, OutputError : of the source and the file
    """
    known = read_or_start(file)
    found, report = calibrate_color(_moving(source, "board", watch, _MOVING_FRAMES), board, known)
    return _kept(known.with_camera(found), report, file, watch)


def place_cameras(sources: Sequence[Source], board: BoardSpec, refine: bool, file: Path, watch: Watch) -> Report:
    """Find where cameras stand, from recordings of one board made at the same time; the first sees floor.

    Raises
    ------
    CalibrationError : as in `calibrate_cameras`
    RecordingError, OutputError : of the sources and the file; not recorded at the same time
    """
    known = read_or_start(file)
    first, *others = sources
    captures = [_moving(first, "first camera", watch, _MOVING_FRAMES)]
    moments_us = [frame.timestamp_us for frame in captures[0].frames]
    for number, source in enumerate(others, start=2):
        with watch(f"camera {number} of {len(sources)}", len(moments_us)) as on_frame:
            captures.append(capture_moments(source, moments_us, on_frame))
    found, report = calibrate_cameras(captures, board, known, refine)
    return _kept(found, report, file, watch)


def locate_turntable(source: Source, board: BoardSpec, file: Path, watch: Watch) -> Report:
    """Find the axis of a turntable by a board that turns on it, or without colour by the shape of what turns.

    Raises
    ------
    CalibrationError : as in `calibrate_turntable` and `calibrate_turntable_by_depth`
    CameraError, RecordingError, OutputError : of the source and the file
    """
    known = read_or_start(file)
    capture = _moving(source, "turntable", watch, _TURNTABLE_FRAMES)
    if any(frame.rgb is not None for frame in capture.frames):
        found, report = calibrate_turntable(capture, board, known)
    else:
        found, report = calibrate_turntable_by_depth(capture, known)
    return _kept(known.with_camera(found), report, file, watch)


def locate_floor(source: Source, up: Edge | None, file: Path, watch: Watch) -> Report:
    """Find the floor and so the camera's height and tilt; up : the edge of the image that is up, if that is known.

    Raises
    ------
    CalibrationError : as in `calibrate_floor`
    CameraError, RecordingError, OutputError : of the source and the file
    """
    known = read_or_start(file)
    found, report = calibrate_floor(_at_rest(source, "floor", watch), known, None if up is None else up.direction)
    return _kept(known.with_camera(found), report, file, watch)


def verify_size(sources: Sequence[Source], size_mm: Sequence[float], file: Path | None, watch: Watch) -> Report:
    """Measure a thing that stands on the floor; size_mm : width, depth, height of a box, or diameter, height.

    Raises
    ------
    CalibrationError : as in `world_points`, `verify_box` and `verify_cylinder`
    CameraError, RecordingError : of the sources
    """
    known = Calibration() if file is None else read_or_start(file)
    points_mm = world_points([_at_rest(source, "object", watch) for source in sources], known)
    if len(size_mm) == 3:
        return verified(verify_box(points_mm, *size_mm), "box")
    return verified(verify_cylinder(points_mm, *size_mm), "cylinder")


def make_board(board: BoardSpec, out: Path) -> Report:
    """Write a ChArUco board to print, as .pdf or .png.

    Raises
    ------
    CalibrationError, OutputError : as in `write_board`
    """
    paper = write_board(board, out)
    rows = (
        Row("written to", str(out)),
        Row("print it on", f"{paper} at 100 %"),
        Row("then", "measure a square, and glue it to a flat stiff plate"),
    )
    return Report(f"Board of {board.columns} x {board.rows} squares", rows, {"paper": paper})


def _at_rest(source: Source, words: str, watch: Watch) -> Capture:
    with watch(words, AT_REST_FRAMES) as on_frame:
        return capture_first(source, AT_REST_FRAMES, on_frame)


def _moving(source: Source, words: str, watch: Watch, most: int) -> Capture:
    with watch(words, most) as on_frame:
        return capture_spread(source, most, on_frame)


def _kept(calibration: Calibration, report: Report, file: Path, watch: Watch) -> Report:
    with watch("keeping it", 0):
        write_calibration(calibration, file)
    return replace(report, rows=(*report.rows, Row("kept in", str(file))))
