"""Reading folders in the layout of the TUM RGB-D benchmark: lists of times and PNG files.

Source: Sturm and others, A Benchmark for the Evaluation of RGB-D SLAM Systems, IROS 2012, and its file formats page.
"""

import logging
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from fashiongan.errors import CalibrationError, RecordingError
from scanning.camera_json import LONGEST_JSON, camera_from_json
from scanning.frame import DepthCamera, Intrinsics, RgbdFrame
from scanning.sources.described import Described
from scanning.sources.png import read_depth_png, read_rgb_png

logger = logging.getLogger(__name__)

DEPTH_LIST, COLOR_LIST, BOTH_LIST = "depth.txt", "rgb.txt", "associations.txt"
CAMERA_FILE, INTRINSICS_FILE = "camera.json", "intrinsics.txt"
# 5000 steps a metre.
DEPTH_UNIT_MM = 0.2
SAME_MOMENT_US = 20_000
# The benchmark's default for its freiburg cameras.
FREIBURG = Intrinsics(640, 480, 525.0, 525.0, 319.5, 239.5)
MOST_LIST_BYTES = 20_000_000
# An hour of 30 frames a second; of each line it is looked up where it leads.
MOST_LINES = 110_000
LATEST_S = 1e11


@dataclass(frozen=True, slots=True)
class _Moment:
    time_us: int
    depth: Path
    rgb: Path | None


class TumFolder(Described):
    """A folder with depth.txt and perhaps rgb.txt, or with associations.txt; a `Source`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._moments: list[_Moment] = []

    def open(self) -> None:
        """Read the lists, and see that there is at least one whole depth image.

        Raises
        ------
        RecordingError : no such folder, a list that cannot be read or leads out of it, no whole depth image
        """
        self._moments = _read_moments(self._folder)
        first = next((depth for one in self._moments if (depth := _depth_or_none(one)) is not None), None)
        if first is None:
            raise RecordingError(f"{self._folder} has no readable depth image; copy the whole recording again.")
        self._camera = _read_camera(self._folder, first.shape[1], first.shape[0])

    @property
    def frame_count(self) -> int | None:
        """How many depth images the lists name."""
        return len(self._moments)

    def frames(self) -> Iterator[RgbdFrame]:
        """Every whole frame in order of time; colour is the image nearest in time, within 20 ms.

        Raises
        ------
        RecordingError : after the last one, if depth images are missing or damaged
        """
        size, count = (self.intrinsics.height_px, self.intrinsics.width_px), 0
        for sequence, moment in enumerate(self._moments):
            depth = _depth_or_none(moment)
            if depth is not None and depth.shape == size:
                count += 1
                yield RgbdFrame(depth, moment.time_us, sequence, _rgb_or_none(moment))
        if count != len(self._moments):
            total = len(self._moments)
            raise RecordingError(
                f"{self._folder} has only {count} of {total} depth images whole; use these or copy it again."
            )

    def close(self) -> None:
        """Nothing stays open."""


def _depth_or_none(moment: _Moment) -> NDArray[np.uint16] | None:
    try:
        return read_depth_png(moment.depth)
    except RecordingError as error:
        logger.warning("%s", error)
        return None


def _rgb_or_none(moment: _Moment) -> NDArray[np.uint8] | None:
    try:
        return None if moment.rgb is None else read_rgb_png(moment.rgb)
    except RecordingError as error:
        logger.warning("%s", error)
        return None


def _read_moments(folder: Path) -> list[_Moment]:
    if (folder / DEPTH_LIST).is_file():
        depths = _read_list(folder, DEPTH_LIST)
        colors = _read_list(folder, COLOR_LIST) if (folder / COLOR_LIST).is_file() else []
    else:
        depths, colors = _read_associations(folder)
    times_us = [time_us for time_us, _ in colors]
    return [_Moment(time_us, path, _nearest(time_us, times_us, colors)) for time_us, path in depths]


def _nearest(time_us: int, times_us: list[int], colors: list[tuple[int, Path]]) -> Path | None:
    after = bisect_left(times_us, time_us)
    close = colors[max(after - 1, 0) : after + 1]
    apart_us, path = min(((abs(one - time_us), path) for one, path in close), default=(SAME_MOMENT_US + 1, None))
    return path if apart_us <= SAME_MOMENT_US else None


def _read_list(folder: Path, name: str) -> list[tuple[int, Path]]:
    """Times and files, sorted by time."""
    return sorted(_timed(folder, name, words[:2]) for words in _lines(folder, name))


def _read_associations(folder: Path) -> tuple[list[tuple[int, Path]], list[tuple[int, Path]]]:
    """Depth and colour of associations.txt, in which either may stand first."""
    rows = [
        (_timed(folder, BOTH_LIST, words[:2]), _timed(folder, BOTH_LIST, words[2:4]))
        for words in _lines(folder, BOTH_LIST)
    ]
    if rows and "depth" not in rows[0][0][1].relative_to(folder.resolve()).parts[0]:
        rows = [(second, first) for first, second in rows]
    return sorted(depth for depth, _ in rows), sorted(color for _, color in rows)


def _lines(folder: Path, name: str) -> list[list[str]]:
    text = _text(folder / name, MOST_LIST_BYTES)
    if text.count("\n") > MOST_LINES:
        raise RecordingError(f"{folder / name} names more than {MOST_LINES:,} images; cut the recording into parts.")
    return [line.split() for line in text.splitlines() if line.strip() and not line.startswith("#")]


def _text(path: Path, most_bytes: int) -> str:
    try:
        if path.stat().st_size > most_bytes:
            size = f"{path.stat().st_size} bytes, more than {most_bytes}"
            raise RecordingError(f"{path} is too long ({size}); copy the recording again.")
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise RecordingError(f"{path} cannot be read ({error}); give a folder with {DEPTH_LIST}.") from error


def _timed(folder: Path, name: str, words: list[str]) -> tuple[int, Path]:
    try:
        time_s, inside = float(words[0]), folder.resolve()
        if not 0 <= time_s < LATEST_S:
            raise ValueError(f"time {words[0]}")
        path = (inside / words[1]).resolve()
    except (ValueError, IndexError, OSError, RuntimeError) as error:
        raise RecordingError(
            f"{folder / name} has a line that is no time and file ({error}); export it again."
        ) from error
    if not path.is_relative_to(inside):
        raise RecordingError(f"{folder / name} names {words[1]}, which is outside the folder; copy the files into it.")
    return round(time_s * 1e6), path


def _read_camera(folder: Path, width_px: int, height_px: int) -> DepthCamera:
    """Of camera.json, else of intrinsics.txt, else the benchmark's default."""
    if (folder / CAMERA_FILE).is_file():
        camera = camera_from_json(_text(folder / CAMERA_FILE, LONGEST_JSON), str(folder / CAMERA_FILE))
        if (camera.depth.width_px, camera.depth.height_px) != (width_px, height_px):
            raise RecordingError(f"{folder / CAMERA_FILE} is not for {width_px} x {height_px} pixels; copy it again.")
        return camera
    if (folder / INTRINSICS_FILE).is_file():
        lens = _read_intrinsics(folder / INTRINSICS_FILE, width_px, height_px)
    elif (width_px, height_px) == (FREIBURG.width_px, FREIBURG.height_px):
        logger.warning("%s says nothing of its camera; taking fx = fy = 525. Add %s.", folder, INTRINSICS_FILE)
        lens = FREIBURG
    else:
        raise RecordingError(f"{folder} says nothing of its camera; add {INTRINSICS_FILE} with fx fy cx cy.")
    # In this layout the depth is already seen from the colour camera.
    return DepthCamera("TUM RGB-D", "", lens, color=lens, depth_unit_mm=DEPTH_UNIT_MM)


def _read_intrinsics(path: Path, width_px: int, height_px: int) -> Intrinsics:
    """fx fy cx cy, or the rows of the 3 x 3 camera matrix."""
    try:
        numbers = [float(word) for line in _lines(path.parent, path.name) for word in line]
        if len(numbers) == 9:
            numbers = [numbers[place] for place in (0, 4, 2, 5)]
        fx_px, fy_px, cx_px, cy_px = numbers
        return Intrinsics(width_px, height_px, fx_px, fy_px, cx_px, cy_px)
    except (ValueError, CalibrationError) as error:
        raise RecordingError(f"{path} is not fx fy cx cy nor a 3 x 3 matrix ({error}); write those.") from error
