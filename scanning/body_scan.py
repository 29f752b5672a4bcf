"""From recordings of a person to a body with measurements: the one function that `measure` and the window call."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import open3d as o3d
from numpy.typing import NDArray

from fashiongan.body.measurements import Figure
from fashiongan.body.measuring import BodyMeasurer
from fashiongan.body.model import BodyMesh, BodyModel
from fashiongan.body.posing import PARTS
from fashiongan.body.tailoring import tape_all, tape_body
from fashiongan.errors import CalibrationError, ScanError
from scanning.body_fit import ScanFit, fit_body
from scanning.calibration.calibration import Calibration
from scanning.calibration.floor import find_floor
from scanning.doubts import doubts_about
from scanning.frame import Floats, Intrinsics, points_from_depth
from scanning.measurement_set import MeasurementSet, measurement_set
from scanning.posed_body import PosableBody
from scanning.scan_checks import (
    refuse_bad_view,
    refuse_floating,
    refuse_moved_camera,
    refuse_short,
    refuse_unexplained,
)
from scanning.segmentation import Silhouette, cloud_of, person_in
from scanning.sources.source import Source, opened
from scanning.stance import ViewCloud, turning_axis
from scanning.surface_fit import SkinLayer, arms_out_deg, posed_mm, standing_joints_mm, standing_mm
from scanning.uncertainty import half_intervals_mm
from scanning.views import MOST_VIEWS, View, stood_views

FUSED_GRID_MM = 4.0
LEAST_VIEWS = 2
STEPS = 10
NOTE = "scanned; trunk and head as the person stood, limbs straightened; limbs measured on the right"
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class BodyScan:
    """A scanned person.

    body : standing, as measured; posed_mm : (V, 3) the same body as it stood in the first view; points_mm : (N, 3) what
    all views saw of it, in that frame; measured : with uncertainties; lines_mm : (N, 3) way of each tape on `body`
    """

    body: BodyMesh
    posed_mm: Floats
    points_mm: Floats
    measured: MeasurementSet
    lines_mm: dict[str, Floats]


@dataclass(frozen=True, slots=True)
class _SeenView:
    """One view with everything that places it."""

    view: View
    person: Silhouette
    intrinsics: Intrinsics
    camera_to_world: Floats

    def cloud(self, depth_mm: NDArray[np.float32]) -> ViewCloud:
        return cloud_of(depth_mm, self.person, self.intrinsics, self.camera_to_world)


@dataclass(frozen=True, slots=True)
class FittedScan:
    """The body behind the views, before anything is measured. `halves` : the points of either half of the frames."""

    fit: ScanFit
    standing_mm: Floats
    views: list[ViewCloud]
    halves: tuple[list[ViewCloud], list[ViewCloud]]


class BodyScanner:
    """Measures scans with one body model; what is costly to prepare is prepared once."""

    def __init__(self, model: BodyModel) -> None:
        self.measurer = BodyMeasurer(model)
        self.body = PosableBody(model)
        self.layer = SkinLayer(self.body)

    def scan(
        self,
        sources: Sequence[Source],
        figure: Figure,
        calibration: Calibration | None = None,
        on_progress: Progress = lambda done, of: None,
    ) -> BodyScan:
        """Measure the person in one or several recordings.

        sources : of one camera before which the person turns, or, if `calibration` says where each stands, of several
        cameras that saw one moment; not yet open

        Raises
        ------
        RecordingError, CameraError : a source cannot be read
        ScanError, CalibrationError : what it shows cannot be measured; the message says what to change
        """
        fitted = self.fit(sources, calibration or Calibration(), on_progress)
        scan = self.measured(fitted, figure)
        on_progress(STEPS, STEPS)
        return scan

    def fit(self, sources: Sequence[Source], calibration: Calibration, on_progress: Progress) -> FittedScan:
        """As `scan`, up to the body in its standing stance."""
        seen: list[_SeenView] = []
        for index, source in enumerate(sources):
            on_progress(index * (STEPS - 2) // len(sources), STEPS)
            seen += _seen_views(source, calibration)
        _refuse_unusable(seen)
        on_progress(STEPS - 2, STEPS)
        whole, *halves = (_clouds(seen, images) for images in ("depth_mm", "even_mm", "odd_mm"))
        fit = fit_body(whole, self.body, turning=not _same_world(sources, seen, calibration))
        fit = self.layer.fitted(fit, whole)
        refuse_unexplained(fit, whole, posed_mm(fit, self.body), self.body.faces)
        on_progress(STEPS - 1, STEPS)
        return FittedScan(fit, standing_mm(fit, self.body), whole, (halves[0], halves[1]))

    def measured(self, fitted: FittedScan, figure: Figure) -> BodyScan:
        """The measurements of a fitted body, with what is to be doubted."""
        fit, views = fitted.fit, fitted.views
        taped = tape_body(fitted.standing_mm, self.measurer)
        spread = half_intervals_mm(fit, views, fitted.halves, self.layer, self.tape)
        posed, points = posed_mm(fit, self.body), _placed(fit, views)
        arms_out = arms_out_deg(fit, self.body)
        doubts = doubts_about(taped, spread, fitted.standing_mm, posed, points, arms_out)
        measured = measurement_set(figure, taped.values_mm, spread, doubts, (NOTE, f"{len(views)} views"))
        joints = standing_joints_mm(fit, self.body)
        mesh = BodyMesh(
            fitted.standing_mm, self.body.faces, dict(zip((part.joint for part in PARTS), joints, strict=True))
        )
        return BodyScan(mesh, posed, _fused(points), measured, taped.lines_mm)

    def tape(self, standing: Floats) -> dict[str, float]:
        """Every measurement by name, of (V, 3) standing vertices."""
        return tape_all(standing, self.measurer)


def _clouds(seen: list[_SeenView], image: str) -> list[ViewCloud]:
    """The person's points in one kind of image of all views, about the axis on which the person turns."""
    axis = turning_axis([one.cloud(one.view.depth_mm) for one in seen])
    return [one.cloud(getattr(one.view, image)).about(axis) for one in seen]


def _seen_views(source: Source, calibration: Calibration) -> list[_SeenView]:
    """The views of one recording, with the person cut out of each."""
    with opened(source) as frames_of:
        camera = frames_of.camera
        known = calibration.camera(camera.serial)
        views = [_corrected(view, known.correction.applied) for view in stood_views(frames_of.frames(), camera)]
    intrinsics = known.depth or camera.depth
    pose = known.world_pose if known.world_pose is not None else _pose_over_floor(views, intrinsics)
    people = _people_in([view.depth_mm for view in views], intrinsics, pose)
    for number, (view, person) in enumerate(zip(views, people, strict=True), start=1):
        heights = points_from_depth(view.depth_mm, intrinsics) @ pose[1, :3] + pose[1, 3]
        refuse_bad_view(person, heights, number)
    return [_SeenView(view, person, intrinsics, pose) for view, person in zip(views, people, strict=True)]


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


def _pose_over_floor(views: list[View], camera: Intrinsics) -> Floats:
    """(4, 4) camera to world, from the floor in all views together."""
    stack = np.stack([view.depth_mm for view in views])
    stack[stack == 0] = np.nan
    some = np.isfinite(stack).any(0)
    room = np.zeros(stack.shape[1:], np.float32)
    room[some] = np.nanmedian(stack[:, some], axis=0)
    try:
        return find_floor(points_from_depth(room, camera)).camera_to_world
    except CalibrationError as error:
        raise ScanError(str(error)) from error


def _refuse_unusable(seen: list[_SeenView]) -> None:
    if len(seen) < LEAST_VIEWS:
        raise ScanError(f"{len(seen)} view was found; stand still, turn on by an eighth, and so on all around.")
    if len(seen) > MOST_VIEWS:
        raise ScanError(f"{len(seen)} views were given, {MOST_VIEWS} are the most; leave some recordings out.")
    refuse_short([one.person for one in seen])
    refuse_floating([one.person for one in seen])


def _same_world(sources: Sequence[Source], seen: list[_SeenView], calibration: Calibration) -> bool:
    """Whether the views are of cameras whose places are known, one each."""
    known = [one for one in calibration.cameras if one.camera_to_world is not None]
    return len(sources) > 1 and len(seen) == len(sources) and len(known) >= len(sources)


def _placed(fit: ScanFit, views: list[ViewCloud]) -> Floats:
    """(N, 3) the points of all views in the body's frame."""
    return np.concatenate([place.apply(view.points_mm) for view, place in zip(views, fit.placements, strict=True)])


def _fused(points: Floats) -> Floats:
    """(N, 3) the same points, averaged over a fine grid."""
    cloud = o3d.geometry.PointCloud(o3d.utility.Vector3dVector(points))
    return np.asarray(cloud.voxel_down_sample(FUSED_GRID_MM).points)
