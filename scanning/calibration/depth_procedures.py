"""From captured frames to a calibrated camera and a report: what needs depth alone."""

from collections.abc import Sequence
from dataclasses import asdict, replace

import numpy as np

from fashiongan.errors import CalibrationError
from scanning.averaging import median_depth_mm
from scanning.calibration.calibration import Calibration, CameraCalibration
from scanning.calibration.depth_scale import NO_CORRECTION, DepthCorrection, fit_depth_correction
from scanning.calibration.floor import Floor, find_floor
from scanning.calibration.poses import moved
from scanning.calibration.report import Report, Row
from scanning.calibration.verify import LIMIT_MM, SizeCheck
from scanning.capture import Capture
from scanning.depth_quality import depth_quality
from scanning.depth_verdict import Verdict, verdicts
from scanning.frame import DepthCamera, Floats, Intrinsics, RgbdFrame, depth_in_mm, matrix_of, points_from_depth


def corrected(capture: Capture, correction: DepthCorrection) -> Capture:
    """The same frames with the depth corrected, in the camera's own steps."""
    if correction == NO_CORRECTION:
        return capture
    step_mm = capture.camera.depth_unit_mm

    def right(frame: RgbdFrame) -> RgbdFrame:
        steps = np.rint(correction.applied(depth_in_mm(frame, capture.camera)) / step_mm)
        return replace(frame, depth=np.clip(steps, 0, np.iinfo(np.uint16).max).astype(np.uint16))

    return replace(capture, frames=tuple(right(frame) for frame in capture.frames))


def check_depth(capture: Capture, true_distance_mm: float | None) -> Report:
    """Intel's depth-quality figures on a wall.

    Raises
    ------
    CalibrationError : as in `depth_quality`
    """
    quality = depth_quality(capture.frames, capture.camera, true_distance_mm)
    rows = [
        Row("distance to the wall", f"{quality.distance_mm:.1f} mm"),
        Row("tilt of the wall", f"{quality.tilt_deg:.1f} deg"),
        Row("frames", str(quality.frames)),
        *map(_verdict_row, verdicts(quality)),
        Row("plane-fit RMS in mm", f"{quality.plane_rms_mm:.2f} mm"),
    ]
    if quality.z_accuracy_mm is not None:
        rows.append(Row("Z accuracy in mm", f"{quality.z_accuracy_mm:+.1f} mm"))
    return Report(f"Depth check of {_title(capture.camera)}", tuple(rows), asdict(quality))


def calibrate_wall(
    captures: Sequence[Capture], true_mm: Sequence[float], known: Calibration
) -> tuple[CameraCalibration, Report]:
    """The depth correction of one camera, from a wall at several known distances.

    Raises
    ------
    CalibrationError : the recordings are of different cameras, one shows no wall, or as in `fit_depth_correction`
    """
    serials = sorted({capture.camera.serial for capture in captures})
    if len(serials) != 1:
        raise CalibrationError(f"the walls were seen by the cameras {serials}; calibrate one camera at a time.")
    measured = [depth_quality(capture.frames, capture.camera).distance_mm for capture in captures]
    fit = fit_depth_correction(true_mm, measured)
    rows = [
        Row(f"wall at {true:g} mm", f"{before:+.1f} mm before, {after:+.2f} mm after")
        for true, before, after in zip(fit.true_mm, fit.before_mm, fit.after_mm, strict=True)
    ]
    rows.append(Row("1/z = a/measured + c", f"a = {fit.correction.a:.5f}, c = {fit.correction.c_per_mm:.3e} per mm"))
    camera = replace(known.camera(serials[0]), correction=fit.correction)
    return camera, Report(f"Depth correction of {_title(captures[0].camera)}", tuple(rows), asdict(fit))


def calibrate_floor(
    capture: Capture, known: Calibration, up: tuple[float, float, float] | None
) -> tuple[CameraCalibration, Report]:
    """Where the floor is, and with it the camera in a world of its own.

    Raises
    ------
    CalibrationError : as in `find_floor`
    """
    before = known.camera(capture.camera.serial)
    floor = find_floor(points_of(capture, before), up)
    camera = replace(before, floor=floor, camera_to_world=matrix_of(floor.camera_to_world))
    rows = (
        Row("height of the camera", f"{floor.camera_height_mm:.0f} mm"),
        Row("looks down by", f"{floor.tilt_deg:.1f} deg"),
        Row("up in the image", edge_of(floor)),
        Row("points on the floor", str(floor.inliers)),
    )
    figures = {"height_mm": floor.camera_height_mm, "tilt_deg": floor.tilt_deg, "up": edge_of(floor), **asdict(floor)}
    return camera, Report(f"Floor under {_title(capture.camera)}", rows, figures)


def world_points(captures: Sequence[Capture], known: Calibration) -> Floats:
    """(N, 3) millimetres of the world from all cameras; one that was never placed stands where its floor says.

    Raises
    ------
    CalibrationError : several cameras of which one was never placed, or no floor is in view
    """
    clouds = []
    for capture in captures:
        camera = known.camera(capture.camera.serial)
        points = points_of(capture, camera)
        seen = points[points[..., 2] > 0]
        pose = camera.world_pose
        if pose is None and len(captures) > 1:
            raise CalibrationError(
                f"camera {camera.serial} was never placed; run fashiongan-scan calibrate cameras first."
            )
        clouds.append(moved(find_floor(seen).camera_to_world if pose is None else pose, seen))
    return np.vstack(clouds)


def verified(checks: Sequence[SizeCheck], thing: str) -> Report:
    """How far the measured sizes of a known thing are from the true ones."""
    rows = tuple(_size_row(check) for check in checks)
    figures = {"checks": [asdict(one) | {"error_mm": one.error_mm} for one in checks], "limit_mm": LIMIT_MM}
    return Report(f"Verification on a {thing}", rows, figures)


def points_of(capture: Capture, known: CameraCalibration) -> Floats:
    """(H, W, 3) millimetres: the median of the frames, with what calibration knows of the camera."""
    depth_mm = known.correction.applied(median_depth_mm(capture.frames, capture.camera))
    return points_from_depth(depth_mm, depth_lens(capture.camera, known))


def depth_lens(camera: DepthCamera, known: CameraCalibration) -> Intrinsics:
    """The calibrated depth camera if there is one of this image size, else what the camera says."""
    return _of_same_size(known.depth, camera.depth)


def color_lens(camera: DepthCamera, known: CameraCalibration) -> Intrinsics:
    """The calibrated colour camera if there is one of this image size, else what the camera says.

    Raises
    ------
    CalibrationError : the camera has no colour
    """
    if camera.color is None:
        raise CalibrationError(f"camera {camera.serial} gave no colour, in which a board shows; record with --color.")
    return _of_same_size(known.color, camera.color)


def edge_of(floor: Floor) -> str:
    """Which edge of the image is up: top, bottom, left or right."""
    x, y, _ = floor.normal
    if abs(y) >= abs(x):
        return "top" if y < 0 else "bottom"
    return "left" if x < 0 else "right"


def _of_same_size(calibrated: Intrinsics | None, own: Intrinsics) -> Intrinsics:
    if calibrated is None or (calibrated.width_px, calibrated.height_px) != (own.width_px, own.height_px):
        return own
    return calibrated


def _verdict_row(verdict: Verdict) -> Row:
    limit = f"{'>=' if verdict.is_least else '<='} {verdict.limit:g} {verdict.unit}"
    if verdict.measured is None:
        return Row(verdict.name, "not known", limit)
    return Row(verdict.name, f"{verdict.measured:.2f} {verdict.unit}", limit, verdict.passed, verdict.advice)


def _size_row(check: SizeCheck) -> Row:
    advice = "" if check.passed else "show every side, turn it 30 degrees to a single camera, or calibrate again"
    value = f"{check.measured_mm:.1f} of {check.true_mm:g} mm ({check.error_mm:+.1f})"
    return Row(check.name, value, f"<= {LIMIT_MM:g} mm off", check.passed, advice)


def _title(camera: DepthCamera) -> str:
    return f"{camera.name} {camera.serial}".strip()
