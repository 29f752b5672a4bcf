import json
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from fashiongan.errors import RecordingError
from scanning.frame import DepthCamera, Intrinsics, RgbdFrame, depth_in_mm, points_from_depth
from scanning.sources.k4a_calibration import read_calibration
from scanning.sources.k4a_recording import K4aRecording
from scanning.sources.k4a_writer import write_k4a
from scanning.sources.source import opened
from scanning.sources.undistortion import Undistorter, distorted

# The lens of a real device, as the tests of pyk4a (MIT) ship it: k1, k2, p1, p2, k3, k4, k5, k6.
REAL_LENS = (0.54794, -0.02097, 2.0557e-5, -7.2104e-5, -0.00265, 0.88968, 0.08613, -0.01391)
REAL_PARAMETERS = [0.51297, 0.516923, 0.492781, 0.492903, 0.54794, -0.02097, -0.00265, 0.88968, 0.08613, -0.01391]
PINHOLE = Intrinsics(320, 288, 252.0, 252.5, 160.25, 145.75)
CAMERA = DepthCamera(
    "Azure Kinect",
    "000123",
    PINHOLE,
    color=Intrinsics(1280, 720, 610.0, 611.0, 639.0, 365.0),
    depth_to_color=((1.0, 0.0, 0.0, -32.0), (0.0, 1.0, 0.0, -2.0), (0.0, 0.0, 1.0, 4.0), (0.0, 0.0, 0.0, 1.0)),
)


def frames_of(depth: NDArray[np.uint16], count: int = 3) -> list[RgbdFrame]:
    rgb = [np.full((720, 1280, 3), 40 * number + 20, np.uint8) for number in range(count)]
    return [RgbdFrame(depth + np.uint16(n), 5_000_000 + n * 33_333, n, rgb[n]) for n in range(count)]


def calibration_json(model: str = "CALIBRATION_LensDistortionModelBrownConrady") -> str:
    parameters = [*REAL_PARAMETERS, 0, 0, -7.2104e-5, 2.0557e-5]
    depth = {
        "Location": "CALIBRATION_CameraLocationD0",
        "Intrinsics": {"ModelType": model, "ModelParameters": parameters},
        "Rt": {"Rotation": [1, 0, 0, 0, 1, 0, 0, 0, 1], "Translation": [0, 0, 0]},
    }
    return json.dumps({"CalibrationInformation": {"Cameras": [depth]}})


@pytest.fixture(scope="module")
def tilted_plane_mm() -> NDArray[np.uint16]:
    """(H, W) depth of the plane z = 2000 + 0.3 x + 0.1 y as the real lens sees it, by OpenCV."""
    pixels = np.stack(np.meshgrid(np.arange(320.0), np.arange(288.0)), axis=-1).reshape(-1, 1, 2)
    matrix, terms = PINHOLE.matrix, np.array(REAL_LENS)
    rays = cv2.undistortPoints(pixels, matrix, terms, criteria=(3, 100, 1e-10)).reshape(288, 320, 2)
    return np.rint(2000 / (1 - 0.3 * rays[..., 0] - 0.1 * rays[..., 1])).astype(np.uint16)


def test_a_lens_without_distortion_gives_every_pixel_back_exactly(tmp_path: Path) -> None:
    depth = np.random.default_rng(1).integers(0, 60_000, (288, 320), dtype=np.uint16)
    assert write_k4a(tmp_path / "exact.mkv", CAMERA, frames_of(depth)) == 3
    with opened(K4aRecording(tmp_path / "exact.mkv")) as source:
        frames = list(source.frames())
        assert source.camera.serial == "000123"
        assert source.camera.color == CAMERA.color
        assert np.allclose(source.extrinsics, CAMERA.depth_to_color)
        read = source.intrinsics
        assert (read.width_px, read.height_px) == (320, 288)
        assert (read.fx_px, read.fy_px, read.cx_px, read.cy_px) == pytest.approx((252.0, 252.5, 160.25, 145.75))
    assert all(np.array_equal(one.depth, depth + np.uint16(n)) for n, one in enumerate(frames))
    assert [one.timestamp_us for one in frames] == [5_000_000, 5_033_333, 5_066_666]


def test_color_goes_with_the_depth_of_its_moment(tmp_path: Path) -> None:
    write_k4a(tmp_path / "color.mkv", CAMERA, frames_of(np.ones((288, 320), np.uint16)))
    with opened(K4aRecording(tmp_path / "color.mkv")) as source:
        shades = [one.rgb.mean() for one in source.frames() if one.rgb is not None]
    assert shades == pytest.approx([20, 60, 100], abs=2)


def test_a_plane_seen_through_a_real_lens_is_flat_again(tmp_path: Path, tilted_plane_mm: NDArray[np.uint16]) -> None:
    bent = replace(CAMERA, depth=replace(PINHOLE, distortion=REAL_LENS), color=None)
    write_k4a(tmp_path / "plane.mkv", bent, frames_of(tilted_plane_mm, 1))
    with opened(K4aRecording(tmp_path / "plane.mkv")) as source:
        frame = next(iter(source.frames()))
        assert not source.intrinsics.distortion
        x, y, z = np.moveaxis(points_from_depth(depth_in_mm(frame, source.camera), source.intrinsics), -1, 0)
    seen = frame.depth > 0
    off_mm = np.abs(z - 2000 - 0.3 * x - 0.1 * y)[seen]
    # Half a pixel at 2 m is 4 mm, times the slope of 0.3.
    assert off_mm.max() < 4.5
    assert off_mm.mean() < 1
    assert set(np.unique(frame.depth)) <= set(np.unique(tilted_plane_mm)) | {0}


def test_undistorting_loses_no_part_of_the_view() -> None:
    undistorter = Undistorter(replace(PINHOLE, distortion=REAL_LENS))
    lens_pixels = np.arange(288 * 320, dtype=np.uint32).reshape(288, 320).astype(np.uint16)
    seen = undistorter.apply(lens_pixels)
    middle_row = seen[round(undistorter.pinhole.cy_px)]
    assert undistorter.pinhole.width_px > 320
    assert {lens_pixels[146, 0], lens_pixels[146, 319]} <= set(middle_row)


def test_the_lens_model_is_that_of_opencv() -> None:
    lens = replace(PINHOLE, distortion=REAL_LENS)
    rays = np.random.default_rng(2).uniform(-0.6, 0.6, (50, 2))
    points = np.column_stack([rays, np.ones(50)])
    expected, _ = cv2.projectPoints(points, np.zeros(3), np.zeros(3), PINHOLE.matrix, np.array(REAL_LENS))
    assert np.allclose(np.column_stack(distorted(rays[:, 0], rays[:, 1], lens)), expected[:, 0], atol=1e-6)


@pytest.mark.parametrize(
    ("size_px", "fx_px", "cx_px", "cy_px"),
    [
        ((1024, 1024), 504.61, 524.78, 528.83),
        ((640, 576), 504.61, 332.78, 348.83),
        ((512, 512), 252.30, 262.14, 264.16),
        ((320, 288), 252.30, 166.14, 174.16),
    ],
)
def test_each_depth_mode_crops_and_bins_the_sensor_as_the_sdk_says(
    size_px: tuple[int, int], fx_px: float, cx_px: float, cy_px: float
) -> None:
    lens = read_calibration(calibration_json(), size_px, None).camera.depth
    assert (lens.fx_px, lens.cx_px, lens.cy_px) == pytest.approx((fx_px, cx_px, cy_px), abs=0.01)
    assert lens.distortion == pytest.approx(REAL_LENS)


def test_another_lens_model_is_refused() -> None:
    with pytest.raises(RecordingError, match="lens model Theta"):
        read_calibration(calibration_json("Theta"), (640, 576), None)


def test_another_size_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RecordingError, match="is no mode of an Azure Kinect"):
        read_calibration(calibration_json(), (600, 500), None)
    with pytest.raises(RecordingError, match="no depth of"):
        write_k4a(tmp_path / "size.mkv", replace(CAMERA, depth=replace(PINHOLE, width_px=319)), [])


def test_a_cut_recording_says_that_it_broke_off(tmp_path: Path) -> None:
    many = [RgbdFrame(np.full((288, 320), 900, np.uint16), n * 100_000, n) for n in range(20)]
    write_k4a(tmp_path / "whole.mkv", replace(CAMERA, color=None), many)
    content = (tmp_path / "whole.mkv").read_bytes()
    (tmp_path / "cut.mkv").write_bytes(content[: len(content) // 2])
    frames: list[RgbdFrame] = []
    with opened(K4aRecording(tmp_path / "cut.mkv")) as source, pytest.raises(RecordingError, match="broke off after 9"):
        frames.extend(source.frames())
    assert len(frames) == 9


@pytest.mark.parametrize("lost", [1, 200_000])
def test_a_recording_that_lost_its_last_bytes_says_how_many(tmp_path: Path, lost: int) -> None:
    write_k4a(tmp_path / "whole.mkv", replace(CAMERA, color=None), frames_of(np.ones((288, 320), np.uint16)))
    content = (tmp_path / "whole.mkv").read_bytes()
    (tmp_path / "cut.mkv").write_bytes(content[:-lost])
    with (
        opened(K4aRecording(tmp_path / "cut.mkv")) as source,
        pytest.raises(RecordingError, match=f"its last {lost} bytes are missing"),
    ):
        list(source.frames())


def test_a_recording_that_was_never_closed_says_so(tmp_path: Path) -> None:
    write_k4a(tmp_path / "whole.mkv", replace(CAMERA, color=None), frames_of(np.ones((288, 320), np.uint16)))
    content = bytearray((tmp_path / "whole.mkv").read_bytes())
    size_at = content.index(b"\x18\x53\x80\x67") + 4
    content[size_at : size_at + 8] = b"\x01" + b"\xff" * 7
    duration_at = content.index(b"\x44\x89\x01") + 10
    content[duration_at : duration_at + 8] = bytes(8)
    (tmp_path / "open.mkv").write_bytes(content)
    with opened(K4aRecording(tmp_path / "open.mkv")) as source, pytest.raises(RecordingError, match="never closed"):
        list(source.frames())


def test_a_recording_without_depth_says_so(tmp_path: Path, small_recording: Path) -> None:
    with pytest.raises(RecordingError, match="has no calibration or no depth"):
        K4aRecording(small_recording).open()


def test_one_frame_is_a_whole_recording(tmp_path: Path) -> None:
    write_k4a(tmp_path / "one.mkv", replace(CAMERA, color=None), frames_of(np.ones((288, 320), np.uint16), 1))
    with opened(K4aRecording(tmp_path / "one.mkv")) as source:
        assert len(list(source.frames())) == 1
