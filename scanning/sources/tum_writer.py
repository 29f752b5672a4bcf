"""Writing folders in the layout of the TUM RGB-D benchmark."""

from collections.abc import Iterable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from fashiongan.errors import OutputError
from fashiongan.files import write_atomically
from scanning.camera_json import camera_to_json
from scanning.frame import NO_DEPTH, DepthCamera, RgbdFrame
from scanning.sources.tum_folder import CAMERA_FILE, COLOR_LIST, DEPTH_LIST, DEPTH_UNIT_MM

DEEPEST_STEP = 65535


def write_tum(folder: Path, camera: DepthCamera, frames: Iterable[RgbdFrame]) -> int:
    """Write depth, colour where there is any, and camera.json; give the number of frames.

    Steps of the depth become 0.2 mm, as the layout asks; what is deeper than 13.1 m becomes nothing.

    Raises
    ------
    OutputError : the folder is there already, or cannot be written to
    """
    if folder.exists():
        raise OutputError(f"{folder} exists already; choose another name, a recording is never replaced.")
    write_atomically(folder / CAMERA_FILE, camera_to_json(replace(camera, depth_unit_mm=DEPTH_UNIT_MM)).encode())
    depths, colors = ["# timestamp filename"], ["# timestamp filename"]
    for frame in frames:
        time_s = f"{frame.timestamp_us // 1_000_000}.{frame.timestamp_us % 1_000_000:06}"
        depths.append(f"{time_s} {_written(folder, f'depth/{time_s}.png', _in_steps(frame.depth, camera))}")
        if frame.rgb is not None:
            colors.append(f"{time_s} {_written(folder, f'rgb/{time_s}.png', frame.rgb)}")
    for name, lines in ((DEPTH_LIST, depths), (COLOR_LIST, colors)):
        write_atomically(folder / name, ("\n".join(lines) + "\n").encode())
    return len(depths) - 1


def _in_steps(depth: NDArray[np.uint16], camera: DepthCamera) -> NDArray[np.uint16]:
    steps = np.rint(depth * (camera.depth_unit_mm / DEPTH_UNIT_MM))
    return np.where(steps <= DEEPEST_STEP, steps, NO_DEPTH).astype(np.uint16)


def _written(folder: Path, name: str, image: NDArray[np.uint16] | NDArray[np.uint8]) -> str:
    content = BytesIO()
    Image.fromarray(image).save(content, "PNG")
    write_atomically(folder / name, content.getvalue())
    return name
