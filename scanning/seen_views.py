"""The views of one recording: stands found, room measured, person cut out, each with its place in the world."""

from collections.abc import Callable, Generator, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from fashiongan.errors import CalibrationError, ScanError
from scanning.calibration.calibration import Calibration, CameraCalibration
from scanning.calibration.depth_procedures import depth_lens
from scanning.calibration.floor import find_floor
from scanning.frame import Floats, Intrinsics, RgbdFrame, points_from_depth
from scanning.scan_checks import refuse_bad_view, refuse_moved_camera
from scanning.segmentation import Silhouette, cloud_of, person_in
from scanning.sources.source import Skimmable, Source, opened
from scanning.stance import ViewCloud
from scanning.views import View, stood_views

# What sways does not become less with more frames than these.
ENOUGH_FRAMES = 800
# A recording that does not say how long it is moves the progress as if it had this many frames.
FRAMES_UNKNOWN = 3000
# A floor that lies so much otherwise than calibrated means a camera that was moved; much lower, a platform on it.
FLOOR_MOVED_MM, FLOOR_TILTED_DEG, PLATFORM_MM = 15.0, 1.0, 90.0
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class SeenView:
    """One view with everything that places it."""

    serial: str
    view: View
    person: Silhouette
    intrinsics: Intrinsics
    camera_to_world: Floats

    def cloud(self, depth_mm: NDArray[np.float32]) -> ViewCloud:
        return cloud_of(depth_mm, self.person, self.intrinsics, self.camera_to_world)


def seen_views(source: Source, calibration: Calibration, on_progress: Progress) -> list[SeenView]:
    """The views of one recording, with the person cut out of each."""
    with opened(source) as frames_of:
        camera = frames_of.camera
        known = calibration.camera(camera.serial)
        lens = depth_lens(camera, known)
        # Closed before the source, which must not be closed while a frame is read.
        enough, count = _enough(frames_of)
        with closing(_read_ahead(enough)) as frames:
            stood = stood_views(_counted(frames, count, on_progress), camera)
    views = [_corrected(view, known.correction.applied) for view in stood]
    pose = _pose(views, lens, known)
    people = _people_in([view.depth_mm for view in views], lens, pose)
    for number, (view, person) in enumerate(zip(views, people, strict=True), start=1):
        heights = points_from_depth(view.depth_mm, lens) @ pose[1, :3] + pose[1, 3]
        refuse_bad_view(person, heights, number)
    return [SeenView(camera.serial, view, person, lens, pose) for view, person in zip(views, people, strict=True)]


def _enough(source: Source) -> tuple[Iterator[RgbdFrame], int | None]:
    """All frames of a recording, or of a long one every other, third, ... if that saves work; and how many they are."""
    count = source.frame_count
    step = max(1, (count or 0) // ENOUGH_FRAMES)
    if count is None or step == 1 or not isinstance(source, Skimmable):
        return source.frames(), count
    return source.skimmed(step), -(-count // step)


def _read_ahead(frames: Iterator[RgbdFrame]) -> Generator[RgbdFrame]:
    """The same frames, each read while the one before it is worked on."""
    with ThreadPoolExecutor(1) as reader:
        coming = reader.submit(next, frames, None)
        while (frame := coming.result()) is not None:
            coming = reader.submit(next, frames, None)
            yield frame


def _counted(frames: Iterator[RgbdFrame], of: int | None, on_progress: Progress) -> Iterator[RgbdFrame]:
    """The frames, telling how far they are read where anybody knows."""
    for number, frame in enumerate(frames):
        on_progress(number, of or FRAMES_UNKNOWN)
        yield frame


def placed_view(views: list[SeenView], calibration: Calibration) -> SeenView:
    """The longest stand that one of several cameras saw.

    Raises
    ------
    CalibrationError : nobody knows where the camera stands
    """
    serial = views[0].serial
    if calibration.camera(serial).world_pose is None:
        raise CalibrationError(
            f"several cameras, but where {serial} stands is not known; run `calibrate cameras` and pass --calibration."
        )
    return max(views, key=lambda one: one.view.frames)


def _people_in(images_mm: list[NDArray[np.float32]], camera: Intrinsics, pose: Floats) -> list[Silhouette]:
    """The person in every view of one camera, which stood still."""
    try:
        people = [person_in(image, camera, pose) for image in images_mm]
    except ScanError:
        # Nobody stands on the floor either if the floor moves.
        refuse_moved_camera(images_mm, np.zeros(images_mm[0].shape, bool))
        raise
    refuse_moved_camera(images_mm, people[0].mask)
    return people


def _corrected(view: View, applied: Callable[[NDArray[np.float32]], NDArray[np.float32]]) -> View:
    return View(applied(view.depth_mm), applied(view.even_mm), applied(view.odd_mm), view.frames, view.first)


def _pose(views: list[View], camera: Intrinsics, known: CameraCalibration) -> Floats:
    """(4, 4) camera to world, as calibrated or else from the floor in all views together.

    Raises
    ------
    ScanError : no floor is in view, or not where it was when the camera was calibrated
    """
    calibrated = known.world_pose
    up = None if calibrated is None else (calibrated[1, 0], calibrated[1, 1], calibrated[1, 2])
    try:
        floor = find_floor(points_from_depth(_room_mm(views), camera), up)
    except CalibrationError as error:
        if calibrated is not None:
            return calibrated
        raise ScanError(str(error)) from error
    if calibrated is None:
        return floor.camera_to_world
    lower_mm = floor.camera_height_mm - calibrated[1, 3]
    tilt_deg = np.degrees(np.arccos(np.clip(np.dot(floor.normal, calibrated[1, :3]), -1, 1)))
    if tilt_deg > FLOOR_TILTED_DEG or (abs(lower_mm) > FLOOR_MOVED_MM and lower_mm < PLATFORM_MM):
        raise ScanError("the camera moved since it was calibrated; run `calibrate floor` or `calibrate cameras` again.")
    return calibrated


def _room_mm(views: list[View]) -> NDArray[np.float32]:
    """(H, W) the median of all views, in which the one who turns partly vanishes."""
    stack = np.stack([view.depth_mm for view in views])
    stack[stack == 0] = np.nan
    some = np.isfinite(stack).any(0)
    room = np.zeros(stack.shape[1:], np.float32)
    room[some] = np.nanmedian(stack[:, some], axis=0)
    return room
