"""Cameras calibrated on views of a ChArUco board.

Source: Zhang 2000, by OpenCV. OpenCV 5 keeps of its older board functions only CharucoDetector and matchImagePoints.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fashiongan.errors import CalibrationError
from scanning.calibration.board import BoardSpec
from scanning.calibration.poses import inverse, pose_of
from scanning.frame import Floats, Intrinsics

LEAST_CORNERS = 8
LEAST_VIEWS = 6
LEAST_PAIRS = 3
MOST_RMS_PX = 1.5
# Corners must spread over this share of the image's width and height, or the lens stays unknown at its rim.
LEAST_COVERAGE = 0.5


@dataclass(frozen=True, slots=True)
class BoardView:
    """A board in one picture. ids : (N,); points_mm : (N, 3) in the board's frame; pixels : (N, 2)"""

    ids: NDArray[np.int32]
    points_mm: NDArray[np.float32]
    pixels: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class IntrinsicsFit:
    """A camera, and by how many pixels it misses the corners that it came from."""

    intrinsics: Intrinsics
    rms_px: float
    views: int


@dataclass(frozen=True, slots=True)
class StereoFit:
    """first_to_second : (4, 4) between two cameras, millimetres."""

    first_to_second: Floats
    rms_px: float
    pairs: int


def board_finder(spec: BoardSpec) -> Callable[[NDArray[np.uint8]], BoardView | None]:
    """A function that finds the board in an (H, W, 3) sRGB picture, or gives None where too little of it shows."""
    import cv2

    board = spec.opencv_board()
    detector = cv2.aruco.CharucoDetector(board)

    def find(rgb: NDArray[np.uint8]) -> BoardView | None:
        corners, ids, _, _ = detector.detectBoard(cv2.cvtColor(rgb, cv2.COLOR_RGB2GRAY))
        if ids is None or len(ids) < LEAST_CORNERS:
            return None
        points, pixels = board.matchImagePoints(corners, ids)
        return BoardView(np.ravel(ids), np.reshape(points, (-1, 3)), np.reshape(pixels, (-1, 2)))

    return find


def fit_intrinsics(views: Sequence[BoardView], size_px: tuple[int, int]) -> IntrinsicsFit:
    """A pinhole camera with distortion from views of a board at different slants; size_px : (width, height).

    Raises
    ------
    CalibrationError : too few views, all in one corner of the image, or they do not fit one camera
    """
    import cv2

    if len(views) < LEAST_VIEWS:
        raise CalibrationError(
            f"the board was seen whole enough in {len(views)} pictures, {LEAST_VIEWS} are needed; show it closer, "
            "flat, well lit, from several sides."
        )
    _refuse_narrow(views, size_px)
    fitted = _run_opencv(cv2, lambda: cv2.calibrateCamera(*_columns(views, "points_mm", "pixels"), size_px, None, None))
    rms_px, matrix, distortion = float(fitted[0]), fitted[1], np.ravel(fitted[2])
    _refuse_loose(rms_px)
    terms = tuple(float(value) for value in np.pad(distortion[:8], (0, max(0, 8 - len(distortion)))))
    focal = float(matrix[0, 0]), float(matrix[1, 1])
    return IntrinsicsFit(
        Intrinsics(*size_px, *focal, float(matrix[0, 2]), float(matrix[1, 2]), terms), rms_px, len(views)
    )


def board_pose(view: BoardView, camera: Intrinsics) -> Floats:
    """(4, 4) from the board's frame to the camera's.

    Raises
    ------
    CalibrationError : the corners fit no pose
    """
    import cv2

    found = _run_opencv(
        cv2, lambda: cv2.solvePnP(view.points_mm, view.pixels, camera.matrix, np.array(camera.distortion))
    )
    if not found[0]:
        raise CalibrationError("the corners of the board fit no pose; show it larger and less slanted.")
    return pose_of(cv2.Rodrigues(found[1])[0], found[2])


def fit_stereo(pairs: Sequence[tuple[BoardView, BoardView]], first: Intrinsics, second: Intrinsics) -> StereoFit:
    """Where two cameras are to each other, from pictures of one board taken at the same moments.

    Raises
    ------
    CalibrationError : too few pairs with corners that both saw, or they do not fit
    """
    import cv2

    common = [both for pair in pairs if (both := _common(*pair)) is not None]
    if len(common) < LEAST_PAIRS:
        raise CalibrationError(
            f"both cameras saw the board at the same moment {len(common)} times, {LEAST_PAIRS} are needed; move it "
            "slowly where both see it."
        )
    points, pixels, other = zip(*common, strict=True)
    size_px = (first.width_px, first.height_px)
    lenses = (first.matrix, np.array(first.distortion), second.matrix, np.array(second.distortion))
    # Without the rational model OpenCV drops k4, k5 and k6, also of lenses that it is told to keep.
    flags = cv2.CALIB_FIX_INTRINSIC | cv2.CALIB_RATIONAL_MODEL
    fitted = _run_opencv(cv2, lambda: cv2.stereoCalibrate(points, pixels, other, *lenses, size_px, flags=flags))
    _refuse_loose(float(fitted[0]))
    return StereoFit(pose_of(fitted[5], fitted[6]), float(fitted[0]), len(common))


def reprojection_rms_px(view: BoardView, camera: Intrinsics, board_to_camera: Floats) -> float:
    """By how many pixels a pose misses the corners of a view."""
    import cv2

    turn = cv2.Rodrigues(board_to_camera[:3, :3])[0]
    drawn = cv2.projectPoints(view.points_mm, turn, board_to_camera[:3, 3], camera.matrix, np.array(camera.distortion))
    return float(np.sqrt(np.mean(np.sum(np.square(drawn[0].reshape(-1, 2) - view.pixels), axis=1))))


def depth_extrinsics(color_to_color: Floats, first_depth_to_color: Floats, second_depth_to_color: Floats) -> Floats:
    """(4, 4) between two depth cameras, from where their colour cameras are."""
    return inverse(second_depth_to_color) @ color_to_color @ first_depth_to_color


def _common(first: BoardView, second: BoardView) -> tuple[Any, Any, Any] | None:
    _, of_first, of_second = np.intersect1d(first.ids, second.ids, return_indices=True)
    if len(of_first) < LEAST_CORNERS:
        return None
    return first.points_mm[of_first], first.pixels[of_first], second.pixels[of_second]


def _columns(views: Sequence[BoardView], *names: str) -> list[list[Any]]:
    return [[getattr(view, name) for view in views] for name in names]


def _run_opencv(cv2: Any, call: Callable[[], Any]) -> Any:
    try:
        return call()
    except cv2.error as error:
        reason = str(error).strip().splitlines()[-1][:120]
        raise CalibrationError(f"the views of the board cannot be solved ({reason}); take others.") from error


def _refuse_narrow(views: Sequence[BoardView], size_px: tuple[int, int]) -> None:
    spread = np.ptp(np.vstack([view.pixels for view in views]), axis=0) / np.array(size_px)
    if spread.min() < LEAST_COVERAGE:
        raise CalibrationError(
            f"the board covered {spread[0]:.0%} of the width and {spread[1]:.0%} of the height of the picture, "
            f"{LEAST_COVERAGE:.0%} are needed; show it in every corner."
        )


def _refuse_loose(rms_px: float) -> None:
    if not rms_px <= MOST_RMS_PX:
        raise CalibrationError(
            f"the corners miss by {rms_px:.2f} pixels, more than {MOST_RMS_PX:g}; use a flat board, good light, slow "
            "movement, and the right size of its squares."
        )
