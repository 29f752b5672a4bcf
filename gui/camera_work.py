"""What the window can do to a camera, as values, and the slow work behind it; no Qt here."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING

from fashiongan.errors import CalibrationError
from gui.scan_order import LiveCamera, Progress
from scanning.calibration.board import BoardSpec
from scanning.calibration.inputs import Edge
from scanning.calibration.report import Report, Row

if TYPE_CHECKING:
    # Only for their names: the window opens sooner without.
    from scanning.calibration.procedures import Watch
    from scanning.sources.source import Source


class Use(Enum):
    """What a procedure asks for. KEPT is a calibration file to write, KNOWN one to read, if there is any."""

    CAMERA = auto()
    DISTANCE = auto()
    DISTANCES = auto()
    SIZE = auto()
    BOARD = auto()
    UP = auto()
    REFINE = auto()
    KEPT = auto()
    KNOWN = auto()
    RECORDING_OUT = auto()
    BOARD_OUT = auto()


@dataclass(frozen=True, slots=True)
class CameraInputs:
    """What was given; a procedure takes what it uses. `camera` is live, instead of recordings."""

    recordings: tuple[Path, ...] = ()
    camera: LiveCamera | None = None
    distances_mm: tuple[float, ...] = ()
    size_mm: tuple[float, ...] = ()
    board: BoardSpec = field(default_factory=BoardSpec)
    up: Edge | None = None
    refine: bool = False
    calibration: Path | None = None
    out: Path | None = None


@dataclass(frozen=True, slots=True)
class Procedure:
    """One thing to do, in words for the user, and what it uses; `recordings` says which, if it takes any."""

    title: str
    words: str
    recordings: str
    uses: frozenset[Use]
    run: Callable[[CameraInputs, "Watch"], Report]

    def misses(self, given: CameraInputs) -> bool:
        """Whether a file or camera is still to be chosen."""
        frames = (bool(self.recordings) or Use.CAMERA in self.uses) and not given.recordings and given.camera is None
        kept = Use.KEPT in self.uses and given.calibration is None
        out = bool(self.uses & {Use.RECORDING_OUT, Use.BOARD_OUT}) and given.out is None
        return frames or kept or out


@dataclass(frozen=True, slots=True)
class CameraOrder:
    """A procedure with all that it needs."""

    procedure: Procedure
    given: CameraInputs


def carry_out(order: CameraOrder, progress: Progress) -> Report:
    """Do it. Raising from `progress` stops; the calibration file is then as it was.

    Raises
    ------
    CameraError, RecordingError, CalibrationError, OutputError : as `scanning` raises them
    """

    @contextmanager
    def watch(words: str, most: int) -> Iterator[Callable[[int], None]]:
        progress(0.0 if most else 1.0, words)
        yield lambda count: progress(count / most, f"{words}, {count} frames")
        # What is kept already can no longer be stopped.
        if most:
            progress(1.0, f"{words}: working it out")

    return order.procedure.run(order.given, watch)


def _check(given: CameraInputs, watch: "Watch") -> Report:
    from scanning.calibration.procedures import check_on_wall

    if len(given.distances_mm) > 1:
        raise CalibrationError(f"{len(given.distances_mm)} distances were given; a check takes one.")
    return check_on_wall(_source(given), next(iter(given.distances_mm), None), given.calibration, watch)


def _record(given: CameraInputs, watch: "Watch") -> Report:
    from scanning.calibration.procedures import AT_REST_FRAMES
    from scanning.record import record

    out = _chosen(given.out)
    with watch("recording", AT_REST_FRAMES) as on_frame:
        count = record(_source(given), out, frames=AT_REST_FRAMES, on_frame=on_frame)
    return Report("Recording", (Row("written to", str(out)), Row("frames", str(count))), {})


def _correct(given: CameraInputs, watch: "Watch") -> Report:
    from scanning.calibration.procedures import correct_on_walls

    return correct_on_walls(_sources(given), given.distances_mm, _chosen(given.calibration), watch)


def _board(given: CameraInputs, watch: "Watch") -> Report:
    from scanning.calibration.procedures import make_board

    return make_board(given.board, _chosen(given.out))


def _lens(given: CameraInputs, watch: "Watch") -> Report:
    from scanning.calibration.procedures import calibrate_lens

    return calibrate_lens(_source(given, color=True), given.board, _chosen(given.calibration), watch)


def _floor(given: CameraInputs, watch: "Watch") -> Report:
    from scanning.calibration.procedures import locate_floor

    return locate_floor(_source(given), given.up, _chosen(given.calibration), watch)


def _turntable(given: CameraInputs, watch: "Watch") -> Report:
    from scanning.calibration.procedures import locate_turntable

    return locate_turntable(_source(given, color=True), given.board, _chosen(given.calibration), watch)


def _cameras(given: CameraInputs, watch: "Watch") -> Report:
    from scanning.calibration.procedures import place_cameras

    return place_cameras(_sources(given), given.board, given.refine, _chosen(given.calibration), watch)


def _verify(given: CameraInputs, watch: "Watch") -> Report:
    from scanning.calibration.procedures import verify_size

    sources = [_source(given)] if given.camera else _sources(given)
    return verify_size(sources, given.size_mm, given.calibration, watch)


def _source(given: CameraInputs, color: bool = False) -> "Source":
    from scanning.sources.cameras import open_camera

    if given.camera is not None:
        return open_camera(given.camera.family, given.camera.serial, color)
    if len(given.recordings) != 1:
        raise CalibrationError(f"{len(given.recordings)} recordings were given; this takes one.")
    return _sources(given)[0]


def _sources(given: CameraInputs) -> list["Source"]:
    from scanning.sources.recorded import open_recording

    return [open_recording(path) for path in given.recordings]


def _chosen(path: Path | None) -> Path:
    if path is None:
        raise CalibrationError("no file was chosen; choose one.")
    return path


_ONE = "One recording."
PROCEDURES = (
    Procedure(
        "Check the depth",
        "Before a bare wall, looking straight at it: is the camera good enough?",
        _ONE,
        frozenset({Use.CAMERA, Use.DISTANCE, Use.KNOWN}),
        _check,
    ),
    Procedure(
        "Record a still scene",
        "Some 40 depth images of a wall or a floor, to use below.",
        "",
        frozenset({Use.CAMERA, Use.RECORDING_OUT}),
        _record,
    ),
    Procedure(
        "Correct the depth",
        "On a bare wall, from three or more measured distances.",
        "One recording of each distance, in the order of the distances.",
        frozenset({Use.DISTANCES, Use.KEPT}),
        _correct,
    ),
    Procedure(
        "Print a board",
        "A chessboard for what needs colour, in true size.",
        "",
        frozenset({Use.BOARD, Use.BOARD_OUT}),
        _board,
    ),
    Procedure(
        "Colour camera",
        "Show the board from many sides, in every corner of the picture.",
        _ONE,
        frozenset({Use.CAMERA, Use.BOARD, Use.KEPT}),
        _lens,
    ),
    Procedure(
        "Floor",
        "How high the camera stands and how it looks down. It must stay there.",
        _ONE,
        frozenset({Use.CAMERA, Use.UP, Use.KEPT}),
        _floor,
    ),
    Procedure(
        "Turntable",
        "Its axis, by a board that turns on it, or by the shape of what turns.",
        _ONE,
        frozenset({Use.CAMERA, Use.BOARD, Use.KEPT}),
        _turntable,
    ),
    Procedure(
        "Several cameras",
        "Where they stand: all record one board at the same time, in colour; the first sees the floor.",
        "One recording of each camera.",
        frozenset({Use.BOARD, Use.REFINE, Use.KEPT}),
        _cameras,
    ),
    Procedure(
        "Verify",
        "Measure a box or cylinder of known size that stands on the floor.",
        "One recording, or one of each camera.",
        frozenset({Use.CAMERA, Use.SIZE, Use.KNOWN}),
        _verify,
    ),
)
