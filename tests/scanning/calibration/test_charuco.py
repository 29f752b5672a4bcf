from dataclasses import replace
from functools import cache
from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image
from scipy.spatial.transform import Rotation

from fashiongan.errors import CalibrationError
from scanning.calibration.board import BoardSpec, board_picture, write_board
from scanning.calibration.charuco import (
    BoardView,
    board_finder,
    board_pose,
    fit_intrinsics,
    fit_stereo,
    reprojection_rms_px,
)
from scanning.calibration.poses import angle_deg, inverse, pose_of
from scanning.frame import Intrinsics
from tests.scanning.rooms import Floats, board_seen

SPEC = BoardSpec(square_mm=60, marker_mm=45)
LENS = Intrinsics(640, 480, 480.0, 478.0, 322.0, 238.0)
FIRST_TO_SECOND = pose_of(Rotation.from_euler("y", 25, degrees=True).as_matrix(), np.array([-450.0, 20, 120]))
FIND = board_finder(SPEC)
# Of the size of a wide colour lens: strong terms above and below the line of the quotient that all but cancel.
RATIONAL_LENS = replace(LENS, distortion=(0.45, -2.6, 0.0006, -0.0002, 1.5, 0.33, -2.4, 1.45))


def view_of(board_to_camera: Floats) -> BoardView:
    picture = np.asarray(board_picture(SPEC).resize((840, 1200), Image.Resampling.BOX))
    view = FIND(board_seen(picture, SPEC.size_mm, board_to_camera, LENS))
    assert view is not None
    return view


def drawn(board_to_camera: Floats) -> BoardView:
    """The corners of a board as OpenCV projects them through `RATIONAL_LENS`, without noise."""
    points_mm = SPEC.opencv_board().getChessboardCorners()
    turn = cv2.Rodrigues(board_to_camera[:3, :3])[0]
    terms = np.array(RATIONAL_LENS.distortion)
    pixels, _ = cv2.projectPoints(points_mm, turn, board_to_camera[:3, 3], RATIONAL_LENS.matrix, terms)
    return BoardView(np.arange(len(points_mm), dtype=np.int32), points_mm, pixels.reshape(-1, 2).astype(np.float32))


def board_at(random: np.random.Generator, away_mm: float, beside_mm: Floats) -> Floats:
    turn = Rotation.from_euler("xyz", random.uniform(-0.4, 0.4, 3)).as_matrix()
    middle = np.array([*SPEC.size_mm, 0]) / 2
    return pose_of(turn, np.array([*beside_mm, away_mm]) - turn @ middle)


@cache
def views() -> list[BoardView]:
    random = np.random.default_rng(0)
    places = [np.array([x, y]) for x in (-220.0, 0, 220) for y in (-90.0, 90)]
    return [view_of(board_at(random, 900, place)) for place in places]


def test_a_lens_is_found_from_six_views_of_a_board() -> None:
    fit = fit_intrinsics(views(), (640, 480))
    assert fit.rms_px < 0.3
    assert fit.intrinsics.fx_px == pytest.approx(480, rel=0.01)
    assert (fit.intrinsics.cx_px, fit.intrinsics.cy_px) == pytest.approx((322, 238), abs=4)


def test_the_pose_of_a_board_is_found_to_a_millimetre_or_two() -> None:
    truth = board_at(np.random.default_rng(5), 900, np.zeros(2))
    view = view_of(truth)
    found = board_pose(view, LENS)
    assert np.linalg.norm((found - truth)[:3, 3]) < 2
    assert angle_deg(found @ inverse(truth)) < 0.2
    assert reprojection_rms_px(view, LENS, found) < 0.5


def test_two_cameras_are_placed_to_three_millimetres() -> None:
    random = np.random.default_rng(3)
    pairs = []
    for _ in range(5):
        pose = board_at(random, 1000, random.uniform(-60, 60, 2) + np.array([140, 0]))
        pairs.append((view_of(pose), view_of(FIRST_TO_SECOND @ pose)))
    fit = fit_stereo(pairs, LENS, LENS)
    assert np.linalg.norm((fit.first_to_second - FIRST_TO_SECOND)[:3, 3]) < 3
    assert angle_deg(fit.first_to_second @ inverse(FIRST_TO_SECOND)) < 0.15


def test_two_lenses_of_eight_terms_keep_them_all() -> None:
    random = np.random.default_rng(4)
    pairs = []
    for _ in range(6):
        pose = board_at(random, 1000, random.uniform(-60, 60, 2) + np.array([140, 0]))
        pairs.append((drawn(pose), drawn(FIRST_TO_SECOND @ pose)))
    fit = fit_stereo(pairs, RATIONAL_LENS, RATIONAL_LENS)
    assert fit.rms_px < 0.01
    assert fit.first_to_second == pytest.approx(FIRST_TO_SECOND, abs=0.05)


def test_a_picture_without_a_board_gives_no_view() -> None:
    assert FIND(np.full((480, 640, 3), 128, dtype=np.uint8)) is None


def test_too_few_or_crowded_views_are_refused() -> None:
    with pytest.raises(CalibrationError, match="in 1 pictures, 6 are needed"):
        fit_intrinsics(views()[:1], (640, 480))
    with pytest.raises(CalibrationError, match="every corner"):
        fit_intrinsics([views()[0]] * 6, (1920, 1440))
    with pytest.raises(CalibrationError, match="0 times"):
        fit_stereo([], LENS, LENS)


def test_a_printed_board_has_its_true_size(tmp_path: Path) -> None:
    assert write_board(BoardSpec(), tmp_path / "board.pdf") == "A4"
    assert write_board(BoardSpec(square_mm=60, marker_mm=45), tmp_path / "board.png") == "A1"
    content = (tmp_path / "board.pdf").read_bytes()
    # A4 in points, and the matrix that places the picture: 175 x 250 mm.
    assert b"/MediaBox [ 0 0 595.2756 841.8898 ]" in content
    with Image.open(tmp_path / "board.png") as picture:
        inches = np.array(picture.size) / picture.info["dpi"][0]
    assert inches * 25.4 == pytest.approx([420, 600], abs=0.1)


@pytest.mark.parametrize("wrong", [{"columns": 2}, {"square_mm": 0}, {"marker_mm": 30}, {"rows": 99}])
def test_a_board_that_cannot_be_is_refused(wrong: dict[str, int]) -> None:
    with pytest.raises(CalibrationError, match="not work; take"):
        BoardSpec(**wrong)


def test_a_board_of_another_type_of_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CalibrationError, match=r"neither \.pdf nor \.png"):
        write_board(BoardSpec(), tmp_path / "board.docx")
