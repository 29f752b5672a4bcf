"""The Azure Kinect, live, through a process of its own."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from threading import Timer

import numpy as np
from numpy.typing import NDArray

from fashiongan.errors import CameraError
from scanning.devices import AZURE_PYTHON_VARIABLE, driver_for
from scanning.frame import RgbdFrame
from scanning.sources import k4a_camera_process as child
from scanning.sources.described import Described
from scanning.sources.k4a_calibration import read_calibration
from scanning.sources.undistortion import Undistorter

DEPTH_SIZE, COLOR_SIZE = (640, 576), (1280, 720)
LONGEST_MESSAGE = 4 * COLOR_SIZE[0] * COLOR_SIZE[1] + 1024
# Opening takes a few seconds; the child itself gives up sooner.
LONGEST_WAIT_S = 30.0


class K4aCamera(Described):
    """An Azure Kinect in its narrow mode without binning; a `Source`. `serial` None takes the first that answers."""

    def __init__(self, serial: str | None = None, color: bool = False) -> None:
        self._serial = serial or ""
        self._color = color
        self._process: subprocess.Popen[bytes] | None = None

    def open(self) -> None:
        """Start the process and wait for the calibration.

        Raises
        ------
        CameraError : the driver is missing, or no camera answers
        """
        python = os.environ.get(AZURE_PYTHON_VARIABLE) or sys.executable
        command = [python, str(Path(child.__file__)), self._serial, "color" if self._color else "depth"]
        try:
            # A session of its own, as Ctrl-C is for us; it ends when its input is closed.
            self._process = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True
            )
        except OSError as error:
            raise CameraError(
                f"{python} cannot be started ({error.strerror}); set {AZURE_PYTHON_VARIABLE} right."
            ) from error
        kind, content = self._message()
        said = json.loads(content) if kind == child.CALIBRATION else {}
        color_size = COLOR_SIZE if self._color else None
        calibration = read_calibration(said.get("calibration", ""), DEPTH_SIZE, color_size, said.get("serial", ""))
        self._undistorter = Undistorter(calibration.camera.depth, calibration.widest_radius)
        self._camera = replace(calibration.camera, depth=self._undistorter.pinhole)

    @property
    def frame_count(self) -> int | None:
        """A camera goes on."""
        return None

    def frames(self) -> Iterator[RgbdFrame]:
        """Every frame until the camera is closed.

        Raises
        ------
        CameraError : the camera went away
        """
        rgb: NDArray[np.uint8] | None = None
        while True:
            kind, content = self._message()
            if kind == child.COLOR:
                bgra = np.frombuffer(content, np.uint8).reshape(COLOR_SIZE[1], COLOR_SIZE[0], 4)
                rgb = np.ascontiguousarray(bgra[..., 2::-1])
            elif kind == child.DEPTH:
                timestamp_us, sequence = child.MOMENT.unpack_from(content)
                depth = np.frombuffer(content, "<u2", offset=child.MOMENT.size).reshape(DEPTH_SIZE[::-1])
                yield RgbdFrame(self._undistorter.apply(depth.astype(np.uint16)), timestamp_us, sequence, rgb)
                rgb = None

    def close(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.kill()
            with self._process:
                self._process = None

    def _message(self) -> tuple[bytes, bytes]:
        assert self._process is not None, "open it first"
        assert self._process.stdout is not None
        # A driver that hangs is ended; then reading ends too.
        patience = Timer(LONGEST_WAIT_S, self._process.kill)
        try:
            patience.start()
            header = self._process.stdout.read(child.HEADER.size)
            kind, length = child.HEADER.unpack(header) if len(header) == child.HEADER.size else (b"", 0)
            content = self._process.stdout.read(min(length, LONGEST_MESSAGE))
        finally:
            patience.cancel()
        if kind == child.FAILURE:
            raise CameraError(f"{content.decode(errors='replace')}; {driver_for('azure').install}.")
        if not kind or len(content) < length:
            raise CameraError("The Azure Kinect went away; plug it in again, its own power too.")
        return kind, content
