"""Open3D in a process of its own: the window goes on while it draws, and lives on where a graphics driver does not.

No Qt here. Scenes go there through a pipe, pixels come back through memory that both share.
"""

import ctypes
import multiprocessing
import signal
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fashiongan.errors import DisplayError
from fashiongan.garment.picture import Surface
from gui.widgets.camera import Camera
from gui.widgets.ground import Ground
from gui.widgets.stage import MOST_PX, Stage

# One that dies of a scene would die of it again.
TRIES = 2


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """What is drawn: at least one surface, with its light painted in. Each is itself, so it is sent once."""

    surfaces: Sequence[Surface]
    ground: Ground


@dataclass(frozen=True, slots=True)
class Shot:
    """How it is drawn: from where, how large, and whether it moves."""

    camera: Camera
    width_px: int
    height_px: int
    moving: bool


@dataclass(frozen=True, slots=True)
class Drawn:
    """pixels : (H, W, 3) sRGB; scale : the share of the width that is drawn of what moves"""

    pixels: NDArray[np.uint8]
    shot: Shot
    scale: float


class DrawingProcess:
    """Begins with the first call, and again should it die; ends with the program. For any thread."""

    def __init__(self) -> None:
        self._context = multiprocessing.get_context("spawn")
        self._memory = self._context.RawArray(ctypes.c_uint8, 3 * MOST_PX)
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None
        self._shown: Scene | None = None
        self._lock = threading.RLock()

    @property
    def pid(self) -> int | None:
        """Its number, while there is one."""
        return self._process.pid if self._process else None

    def begin(self) -> None:
        """Start it if there is none, so that the first picture comes sooner."""
        with self._lock:
            if self._pipe is None:
                self._pipe, there = self._context.Pipe()
                self._process = self._context.Process(target=_draw_on, args=(there, self._memory), daemon=True)
                self._process.start()
                there.close()

    def draw(self, scene: Scene, shot: Shot) -> Drawn:
        """A picture of a scene.

        Raises
        ------
        DisplayError : the machine offers no OpenGL 3.3, or its driver ends the process each time
        """
        with self._lock:
            for _ in range(TRIES):
                try:
                    return self._asked(scene, shot)
                except (EOFError, OSError):
                    self._drop()
        raise DisplayError("The 3D view ended unexpectedly; export the look and open it in another program.")

    def end(self) -> None:
        """End it; it begins again when it is needed."""
        with self._lock:
            self._drop()

    def _asked(self, scene: Scene, shot: Shot) -> Drawn:
        self.begin()
        pipe = self._pipe
        assert pipe is not None
        if scene is not self._shown:
            pipe.send((scene.surfaces, scene.ground))
            self._shown = scene
        pipe.send(shot)
        answer = pipe.recv()
        if isinstance(answer, DisplayError):
            raise answer
        (height, width), scale = answer
        pixels = np.ctypeslib.as_array(self._memory)[: height * width * 3].reshape(height, width, 3)
        return Drawn(pixels.copy(), shot, scale)

    def _drop(self) -> None:
        if self._pipe is not None and self._process is not None:
            self._pipe.close()
            self._process.kill()
            self._process.join()
        self._pipe = self._process = self._shown = None


def _draw_on(pipe: Connection, memory: Any) -> None:
    """In the process: draw until nobody asks any more."""
    # Ctrl+C in a terminal reaches both processes; the window decides what it means.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    import open3d as o3d

    o3d.utility.set_verbosity_level(o3d.utility.VerbosityLevel.Error)
    stage, pixels = Stage(), np.ctypeslib.as_array(memory)
    while True:
        try:
            asked = pipe.recv()
            if isinstance(asked, Shot):
                pipe.send(_answer(stage, asked, pixels))
            else:
                stage.show(*asked)
        except (EOFError, OSError):
            return


def _answer(stage: Stage, shot: Shot, memory: NDArray[np.uint8]) -> tuple[tuple[int, int], float] | DisplayError:
    try:
        drawn = stage.picture(shot.camera, shot.width_px, shot.height_px, shot.moving)
    except DisplayError as error:
        return error
    memory[: drawn.size] = drawn.reshape(-1)
    return (drawn.shape[0], drawn.shape[1]), stage.pace.scale
