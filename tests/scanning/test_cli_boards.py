"""Calibrating with a board that is seen in colour."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from scanning.calibration.board import BoardSpec, board_picture
from scanning.calibration.calibration import read_calibration
from scanning.calibration.poses import inverse
from scanning.calibration.turntable import Turntable
from scanning.cli import app
from scanning.frame import DepthCamera, Intrinsics, RgbdFrame
from tests.scanning.program import CAMERA, RUNNER, run, saved
from tests.scanning.rooms import (
    PERSON,
    Floats,
    Room,
    board_seen,
    frame_of,
    look,
)

BOARD = BoardSpec(square_mm=60, marker_mm=45)
COLOR = Intrinsics(640, 480, 480.0, 480.0, 319.5, 239.5)
SIDE_MM = 30.0
DEPTH_TO_COLOR = ((1.0, 0, 0, SIDE_MM), (0, 1.0, 0, 0), (0, 0, 1.0, 0), (0, 0, 0, 1.0))
BARE = Room()


def color_camera(serial: str) -> DepthCamera:
    return DepthCamera("simulated", serial, CAMERA.depth, COLOR, 0.1, 50.0, DEPTH_TO_COLOR)


def film(path: Path, serial: str, camera_to_world: Floats, boards_to_world: list[Floats], room: Room = BARE) -> str:
    """A board in colour; in depth, what stands in the room."""
    camera = color_camera(serial)
    picture = np.asarray(board_picture(BOARD).resize((840, 1200), Image.Resampling.BOX))
    depth = frame_of(room.depth_mm(CAMERA.depth, camera_to_world), camera).depth
    to_color = np.array(DEPTH_TO_COLOR) @ inverse(camera_to_world)
    frames = [
        RgbdFrame(depth, 33_333 * n, n, board_seen(picture, BOARD.size_mm, to_color @ board, COLOR))
        for n, board in enumerate(boards_to_world)
    ]
    return saved(path, camera, frames, keep_color=True)


def upright_board(x_mm: float, turn_deg: float) -> Floats:
    """Facing +Z of the world, its middle 1 m over the floor; y of the board is down."""
    c, s = np.cos(np.radians(turn_deg)), np.sin(np.radians(turn_deg))
    pose = np.eye(4)
    pose[:3, :3] = np.array([[c, 0, s], [0, 1, 0], [-s, 0, c]]) @ np.diag([1.0, -1, -1])
    pose[:3, 3] = np.array([x_mm, 1000, 0]) - pose[:3, :3] @ [BOARD.size_mm[0] / 2, BOARD.size_mm[1] / 2, 0]
    return pose


BOARD_OPTIONS = ("--square", 60, "--marker", 45)


@pytest.mark.parametrize("refine", [[], ["--refine"]])
def test_two_cameras_are_placed_in_one_world_by_a_board(tmp_path: Path, refine: list[str]) -> None:
    first, second = look(1000, 1200, down_deg=14), look(1050, 1150, down_deg=14, around_deg=35)
    boards = [upright_board(x, turn) for x, turn in ((0, 15), (-60, 5), (60, 30), (0, 40), (30, 20), (-40, 25))]
    room = Room(walls=[((0, 0, 1), -900)], cylinders=PERSON)
    paths = [film(tmp_path / f"{n}.mkv", str(n), pose, boards, room) for n, pose in enumerate((first, second))]
    out = tmp_path / "calibration.json"
    films = [word for path in paths for word in ("--from-recording", path)]
    run("calibrate", "cameras", "--calibration", out, *BOARD_OPTIONS, *films, *refine)
    known = read_calibration(out)
    one, two = known.camera("0").world_pose, known.camera("1").world_pose
    assert one is not None
    assert two is not None
    apart = inverse(one) @ two
    truth = inverse(first) @ second
    assert np.linalg.norm((apart - truth)[:3, 3]) < 8
    assert two[1, 3] == pytest.approx(1050, abs=8)


def test_a_board_on_a_turntable_gives_its_axis_to_the_depth_camera(tmp_path: Path) -> None:
    pose = look(1000, 1300)
    path = film(tmp_path / "table.mkv", "5", pose, [upright_board(0, turn) for turn in range(-40, 41, 10)])
    out = tmp_path / "calibration.json"
    found = run("calibrate", "turntable", "--calibration", out, "--from-recording", path, *BOARD_OPTIONS)
    table = read_calibration(out).camera("5").turntable
    assert isinstance(table, Turntable)
    assert table.direction == pytest.approx([0, -1, 0], abs=0.01)
    assert [table.point_mm[0], table.point_mm[2]] == pytest.approx([0, 1300], abs=6)
    assert np.ptp(found["angles_deg"]) == pytest.approx(80, abs=0.7)


def test_a_lens_is_calibrated_on_a_moving_board(tmp_path: Path) -> None:
    pose = look(1000, 900)
    boards = [upright_board(x, turn) for x in (-230.0, 0.0, 230.0) for turn in (-30, 10, 35)]
    path = film(tmp_path / "board.mkv", "5", pose, boards)
    out = tmp_path / "calibration.json"
    run("calibrate", "charuco", "--calibration", out, "--from-recording", path, *BOARD_OPTIONS)
    lens = read_calibration(out).camera("5").color
    assert lens is not None
    assert lens.fx_px == pytest.approx(480, rel=0.02)


def test_a_board_is_written(tmp_path: Path) -> None:
    result = RUNNER.invoke(app, ["calibrate", "board", str(tmp_path / "board.pdf")])
    assert "A4" in result.stdout
    assert (tmp_path / "board.pdf").read_bytes().startswith(b"%PDF")
