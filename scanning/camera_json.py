"""A depth camera as JSON: inside our recordings, and as `camera.json` beside a TUM folder."""

import json
from dataclasses import asdict

from fashiongan.errors import CalibrationError, RecordingError
from fashiongan.json_files import parsed_json
from scanning.frame import DepthCamera, Intrinsics, Matrix

# Readers refuse a number that is higher than theirs.
FORMAT = 1
# No camera describes itself in more; what is longer is not ours.
LONGEST_JSON = 1_000_000


def camera_to_json(camera: DepthCamera) -> str:
    """One JSON object with the format number and the fields of `DepthCamera`."""
    return json.dumps({"format": FORMAT, "camera": asdict(camera)}, indent=1)


def camera_from_json(text: str | bytes, where: str) -> DepthCamera:
    """Read what `camera_to_json` wrote; `where` names it in errors.

    Raises
    ------
    RecordingError : no such JSON, or of a newer format
    """
    try:
        if len(text) > LONGEST_JSON:
            raise ValueError(f"{len(text)} bytes long")
        content = parsed_json(text)
        if content["format"] > FORMAT:
            raise RecordingError(f"{where} has format {content['format']}, newer than {FORMAT}; update FashionGAN.")
        return _camera(content["camera"])
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, CalibrationError) as error:
        why = " ".join(str(error).split())
        raise RecordingError(f"{where} does not describe a depth camera ({why[:120]}); record again.") from error


def _camera(content: dict[str, object]) -> DepthCamera:
    depth, color, transform = content["depth"], content["color"], content["depth_to_color"]
    baseline_mm = content["baseline_mm"]
    return DepthCamera(
        name=str(content["name"]),
        serial=str(content["serial"]),
        depth=_intrinsics(depth),
        color=None if color is None else _intrinsics(color),
        depth_unit_mm=_number(content["depth_unit_mm"]),
        baseline_mm=None if baseline_mm is None else _number(baseline_mm),
        depth_to_color=None if transform is None else _transform(transform),
    )


def _intrinsics(content: object) -> Intrinsics:
    if not isinstance(content, dict):
        raise TypeError(f"intrinsics are {content!r}")
    width_px, height_px = (int(_number(content[name])) for name in ("width_px", "height_px"))
    fx_px, fy_px, cx_px, cy_px = (_number(content[name]) for name in ("fx_px", "fy_px", "cx_px", "cy_px"))
    distortion = tuple(_number(one) for one in content["distortion"])
    return Intrinsics(width_px, height_px, fx_px, fy_px, cx_px, cy_px, distortion)


def _transform(content: object) -> Matrix:
    if not isinstance(content, list) or [len(row) for row in content] != [4, 4, 4, 4]:
        raise TypeError("depth_to_color is not 4 x 4")
    return tuple(tuple(_number(one) for one in row) for row in content)


def _number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) < 1e9:
        raise TypeError(f"{value!r} is no number")
    return float(value)
