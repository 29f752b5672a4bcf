"""`fashiongan-scan` as tests run it, and recordings for it."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from typer.testing import CliRunner

from fashiongan.errors import FashionGanError
from scanning.cli import app
from scanning.frame import DepthCamera, RgbdFrame
from scanning.recording import RecordingWriter
from tests.scanning.rooms import (
    Floats,
    frame_of,
    noisy,
    stereo_camera,
)

RUNNER = CliRunner()
CAMERA = stereo_camera("817")


def saved(path: Path, camera: DepthCamera, frames: Iterable[RgbdFrame], keep_color: bool = False) -> str:
    with RecordingWriter(path, camera, keep_color) as writer:
        for frame in frames:
            writer.write(frame)
    return str(path)


def recorded(path: Path, depth_mm: Floats, count: int = 3, camera: DepthCamera = CAMERA) -> str:
    random = np.random.default_rng(0)
    return saved(path, camera, (frame_of(noisy(depth_mm, 2.0, random), camera, n) for n in range(count)))


def run(*arguments: object) -> dict[str, Any]:
    result = RUNNER.invoke(app, [*map(str, arguments), "--json"], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    found: dict[str, Any] = json.loads(result.stdout)
    return found


def refused(error: type[FashionGanError], *arguments: object) -> str:
    with pytest.raises(error) as caught:
        RUNNER.invoke(app, [*map(str, arguments)], catch_exceptions=False)
    return str(caught.value)
