"""From recordings of a person to a body with measurements: the one function that `measure` and the window call."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import open3d as o3d

from fashiongan.body.measurements import Figure
from fashiongan.body.measuring import BodyMeasurer
from fashiongan.body.model import BodyMesh, BodyModel
from fashiongan.body.posing import PARTS
from fashiongan.body.tailoring import tape_all, tape_body
from fashiongan.errors import ScanError
from fashiongan.one_blas_thread import one_blas_thread
from scanning.body_fit import ScanFit, fit_body, head_of
from scanning.calibration.calibration import Calibration
from scanning.doubts import doubts_about
from scanning.frame import Floats
from scanning.hair import hair_doubts, hair_notes
from scanning.measurement_set import MeasurementSet, measurement_set
from scanning.model_error import model_error_mm
from scanning.posed_body import PosableBody
from scanning.scan_checks import (
    refuse_floating,
    refuse_short,
    refuse_unexplained,
)
from scanning.seen_views import Progress, SeenView, placed_view, seen_views
from scanning.sources.source import Source
from scanning.stance import ViewCloud, turning_axis
from scanning.surface_fit import SkinLayer, arms_out_deg, posed_mm, standing_joints_mm, standing_mm
from scanning.uncertainty import half_intervals_mm
from scanning.views import MOST_VIEWS

FUSED_GRID_MM = 4.0
LEAST_VIEWS = 2
# Progress: how much of the whole is done when all is read, and when the body is fitted.
READ, FITTED, WHOLE = 40, 60, 100
NOTE = "scanned; trunk and head as the person stood, limbs straightened; limbs measured on the right"


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
        return self.measured(fitted, figure, on_progress)

    @one_blas_thread
    def fit(self, sources: Sequence[Source], calibration: Calibration, on_progress: Progress) -> FittedScan:
        """As `scan`, up to the body in its standing stance."""
        recordings = []
        for index, source in enumerate(sources):
            share = _part_of(on_progress, READ * index // len(sources), READ * (index + 1) // len(sources))
            recordings.append(seen_views(source, calibration, share))
        turning = len({views[0].serial for views in recordings}) == 1
        seen = (
            [view for views in recordings for view in views]
            if turning
            else [placed_view(views, calibration) for views in recordings]
        )
        _refuse_unusable(seen)
        whole, *halves = (_clouds(seen, images) for images in ("depth_mm", "even_mm", "odd_mm"))
        fit = self.layer.fitted(fit_body(whole, self.body, turning), whole)
        refuse_unexplained(fit, whole, posed_mm(fit, self.body), self.body.faces)
        on_progress(FITTED, WHOLE)
        return FittedScan(fit, standing_mm(fit, self.body), whole, (halves[0], halves[1]))

    @one_blas_thread
    def measured(self, fitted: FittedScan, figure: Figure, on_progress: Progress = lambda done, of: None) -> BodyScan:
        """The measurements of a fitted body, with what is to be doubted."""
        fit, views = fitted.fit, fitted.views
        taped = tape_body(fitted.standing_mm, self.measurer)
        refits = _part_of(on_progress, FITTED, WHOLE)
        resampled = half_intervals_mm(fit, views, fitted.halves, self.layer, self.tape, refits)
        spread = {name: float(np.hypot(half, model_error_mm(name))) for name, half in resampled.items()}
        posed, points = posed_mm(fit, self.body), _placed(fit, views)
        arms_out = arms_out_deg(fit, self.body)
        hair = head_of(fit, views, self.body).hair_mm if fit.haired else 0.0
        doubts = doubts_about(taped, spread, fitted.standing_mm, posed, points, arms_out) | hair_doubts(hair)
        notes = (NOTE, f"{len(views)} views", *hair_notes(hair))
        measured = measurement_set(figure, taped.values_mm, spread, doubts, notes)
        joints = standing_joints_mm(fit, self.body)
        mesh = BodyMesh(
            fitted.standing_mm, self.body.faces, dict(zip((part.joint for part in PARTS), joints, strict=True))
        )
        on_progress(WHOLE, WHOLE)
        return BodyScan(mesh, posed, _fused(points), measured, taped.lines_mm)

    def tape(self, standing: Floats) -> dict[str, float]:
        """Every measurement by name, of (V, 3) standing vertices."""
        return tape_all(standing, self.measurer)


def _clouds(seen: list[SeenView], image: str) -> list[ViewCloud]:
    """The person's points in one kind of image of all views, about the axis on which the person turns."""
    axis = turning_axis([one.cloud(one.view.depth_mm) for one in seen])
    return [one.cloud(getattr(one.view, image)).about(axis) for one in seen]


def _part_of(on_progress: Progress, begin: int, end: int) -> Progress:
    """Progress within a stretch of the whole."""
    return lambda done, of: on_progress(begin + (end - begin) * min(done, of) // max(of, 1), WHOLE)


def _refuse_unusable(seen: list[SeenView]) -> None:
    if len(seen) < LEAST_VIEWS:
        raise ScanError(f"{len(seen)} view was found; stand still, turn on by an eighth, and so on all around.")
    if len(seen) > MOST_VIEWS:
        raise ScanError(f"{len(seen)} views were given, {MOST_VIEWS} are the most; leave some recordings out.")
    refuse_short([one.person for one in seen])
    refuse_floating([one.person for one in seen])


def _placed(fit: ScanFit, views: list[ViewCloud]) -> Floats:
    """(N, 3) the points of all views in the body's frame."""
    return np.concatenate([place.apply(view.points_mm) for view, place in zip(views, fit.placements, strict=True)])


def _fused(points: Floats) -> Floats:
    """(N, 3) the same points, averaged over a fine grid."""
    cloud = o3d.geometry.PointCloud(o3d.utility.Vector3dVector(points))
    return np.asarray(cloud.voxel_down_sample(FUSED_GRID_MM).points)
