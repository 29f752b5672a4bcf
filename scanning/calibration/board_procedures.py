"""From captured frames to calibrated cameras and reports: what needs a ChArUco board in colour, or many views."""

from collections.abc import Sequence
from dataclasses import asdict, replace

import numpy as np

from fashiongan.errors import CalibrationError
from scanning.calibration.board import BoardSpec
from scanning.calibration.calibration import Calibration, CameraCalibration
from scanning.calibration.charuco import (
    BoardView,
    board_finder,
    board_pose,
    depth_extrinsics,
    fit_intrinsics,
    fit_stereo,
)
from scanning.calibration.depth_procedures import color_lens, points_of
from scanning.calibration.floor import Floor, find_floor
from scanning.calibration.poses import inverse, moved
from scanning.calibration.registration import LEAST_POINTS, register, tracked_poses
from scanning.calibration.report import Report, Row
from scanning.calibration.turntable import find_turntable
from scanning.calibration.verify import floor_pieces
from scanning.capture import SAME_MOMENT_US, Capture
from scanning.frame import DepthCamera, Floats, matrix_of

# Arms held away show as pieces of their own, so close to the body.
_ARM_REACH_MM = 500.0


def calibrate_color(capture: Capture, spec: BoardSpec, known: Calibration) -> tuple[CameraCalibration, Report]:
    """The intrinsics of a colour camera.

    Raises
    ------
    CalibrationError : no colour, or as in `fit_intrinsics`
    """
    views = [view for _, view in _views(capture, spec)]
    own = color_lens(capture.camera, known.camera(capture.camera.serial))
    fit = fit_intrinsics(views, (own.width_px, own.height_px))
    lens = fit.intrinsics
    rows = (
        Row("pictures with the board", f"{fit.views} of {len(capture.frames)}"),
        Row("reprojection RMS", f"{fit.rms_px:.3f} px"),
        Row("focal length", f"{lens.fx_px:.1f}, {lens.fy_px:.1f} px"),
        Row("principal point", f"{lens.cx_px:.1f}, {lens.cy_px:.1f} px"),
    )
    camera = replace(known.camera(capture.camera.serial), color=lens)
    return camera, Report(f"Colour camera of {capture.camera.name} {capture.camera.serial}", rows, asdict(fit))


def calibrate_cameras(
    captures: Sequence[Capture], spec: BoardSpec, known: Calibration, refine: bool
) -> tuple[Calibration, Report]:
    """Where several cameras stand, by a board that each saw together with the first; refine : also by their depth.

    Raises
    ------
    CalibrationError : no pair of pictures of the same moment, no floor in view of the first camera, or as in
        `fit_stereo` and `register`
    """
    serials = [capture.camera.serial for capture in captures]
    if len(serials) < 2 or len(set(serials)) < len(serials):
        raise CalibrationError(f"recordings of the cameras {serials} were given; give one each of two or more cameras.")
    first = captures[0]
    first_known = _placed(first, known)
    first_points = points_of(first, first_known)
    first_views = _views(first, spec)
    calibration, rows = known.with_camera(first_known), [Row(f"camera {serials[0]}", "is the first")]
    for capture in captures[1:]:
        own = known.camera(capture.camera.serial)
        pairs = _pairs(first_views, _views(capture, spec))
        fit = fit_stereo(pairs, color_lens(first.camera, first_known), color_lens(capture.camera, own))
        shift = depth_extrinsics(fit.first_to_second, _to_color(first.camera), _to_color(capture.camera))
        to_first = inverse(shift)
        words = f"{np.linalg.norm(to_first[:3, 3]):.0f} mm away, {fit.pairs} pairs, {fit.rms_px:.2f} px"
        if refine:
            found = register(_seen(points_of(capture, own)), _seen(first_points), to_first)
            to_first = found.source_to_target
            words += f", moved {found.shift_mm:.1f} mm by depth ({found.rmse_mm:.1f} mm RMS)"
        pose = np.array(first_known.camera_to_world) @ to_first
        calibration = calibration.with_camera(replace(own, camera_to_world=matrix_of(_rigid(pose))))
        rows.append(Row(f"camera {own.serial}", words))
    poses = {one.serial: one.camera_to_world for one in calibration.cameras}
    return calibration, Report("Places of the cameras", tuple(rows), {"camera_to_world": poses})


def calibrate_turntable(capture: Capture, spec: BoardSpec, known: Calibration) -> tuple[CameraCalibration, Report]:
    """The axis of a turntable in the depth camera's frame, by a board that stands on it.

    Raises
    ------
    CalibrationError : no colour, or as in `find_turntable`
    """
    own = known.camera(capture.camera.serial)
    lens = color_lens(capture.camera, own)
    to_depth = inverse(_to_color(capture.camera))
    poses = [to_depth @ board_pose(view, lens) for _, view in _views(capture, spec)]
    return _turntable(capture, own, poses, "pictures with the board")


def calibrate_turntable_by_depth(capture: Capture, known: Calibration) -> tuple[CameraCalibration, Report]:
    """The axis of a turntable from the shape of what turns on it, where there is neither colour nor a board.

    Raises
    ------
    CalibrationError : no floor is in view, nothing stands on it, or as in `tracked_poses` and `find_turntable`
    """
    own = known.camera(capture.camera.serial)
    frames = [Capture(capture.camera, (frame,)) for frame in capture.frames]
    floor = own.floor or find_floor(points_of(capture, own))
    clouds = [_standing(_seen(points_of(frame, own)), floor) for frame in frames]
    return _turntable(capture, replace(own, floor=floor), tracked_poses(clouds), "depth images registered")


def _turntable(
    capture: Capture, own: CameraCalibration, poses: list[Floats], what: str
) -> tuple[CameraCalibration, Report]:
    up = (0.0, -1.0, 0.0) if own.floor is None else own.floor.normal
    table = find_turntable(poses, up)
    turned = max(table.angles_deg) - min(table.angles_deg)
    rows = [
        Row(what, f"{len(poses)} of {len(capture.frames)}"),
        Row("turned by", f"{turned:.0f} deg"),
        Row("axis passes", "({:.1f}, {:.1f}, {:.1f}) mm".format(*table.point_mm)),
        Row("axis points along", "({:.4f}, {:.4f}, {:.4f})".format(*table.direction)),
        Row("residual 300 mm from the axis", f"{table.residual_mm:.2f} mm"),
    ]
    title = f"Turntable before {capture.camera.name} {capture.camera.serial}"
    return replace(own, turntable=table), Report(title, tuple(rows), asdict(table))


def _views(capture: Capture, spec: BoardSpec) -> list[tuple[int, BoardView]]:
    """Moments in microseconds, and the board where it was found."""
    if capture.camera.color is None or all(frame.rgb is None for frame in capture.frames):
        raise CalibrationError(
            f"the recording of camera {capture.camera.serial} holds no colour, in which a board shows; "
            "record with --color."
        )
    find = board_finder(spec)
    found = [(frame.timestamp_us, find(frame.rgb)) for frame in capture.frames if frame.rgb is not None]
    return [(moment, view) for moment, view in found if view is not None]


def _pairs(
    first: list[tuple[int, BoardView]], second: list[tuple[int, BoardView]]
) -> list[tuple[BoardView, BoardView]]:
    if not first or not second:
        return []
    moments = np.array([moment for moment, _ in second])
    nearest = [int(np.argmin(np.abs(moments - moment))) for moment, _ in first]
    return [
        (view, second[index][1])
        for (moment, view), index in zip(first, nearest, strict=True)
        if abs(int(moments[index]) - moment) <= SAME_MOMENT_US
    ]


def _placed(capture: Capture, known: Calibration) -> CameraCalibration:
    """The first camera makes the world, by its floor if it was not placed before."""
    own = known.camera(capture.camera.serial)
    if own.camera_to_world is not None:
        return own
    floor = find_floor(points_of(capture, own))
    return replace(own, floor=floor, camera_to_world=matrix_of(floor.camera_to_world))


def _to_color(camera: DepthCamera) -> Floats:
    if camera.depth_to_color is None:
        raise CalibrationError(
            f"camera {camera.serial} does not say where its colour camera is; record again with its own driver."
        )
    return np.array(camera.depth_to_color)


def _standing(points_mm: Floats, floor: Floor) -> Floats:
    """The nearest thing on the floor, with what is close beside it."""
    pose = floor.camera_to_world
    pieces = [piece for piece in floor_pieces(moved(pose, points_mm)) if len(piece) >= LEAST_POINTS]
    if not pieces:
        raise CalibrationError("nothing stands on the turntable; put a person or a figure on it.")
    middles = np.array([np.median(piece[:, [0, 2]], axis=0) for piece in pieces])
    # The camera is over the origin, so what is nearest to that is what it looks at; an arm may be a piece of its own.
    main = np.argmin(np.linalg.norm(middles, axis=1))
    near = np.linalg.norm(middles - middles[main], axis=1) < _ARM_REACH_MM
    return moved(inverse(pose), np.vstack([piece for piece, is_near in zip(pieces, near, strict=True) if is_near]))


def _seen(points_mm: Floats) -> Floats:
    return points_mm[points_mm[..., 2] > 0]


def _rigid(pose: Floats) -> Floats:
    """The nearest rotation, for rounding adds up where poses are multiplied."""
    left, _, right = np.linalg.svd(pose[:3, :3])
    near = pose.copy()
    near[:3, :3] = left @ right
    return near
