"""Who is dressed, as a project keeps it, and back. No Qt here."""

from collections.abc import Callable

import numpy as np

from fashiongan.body.model import BodyModel, Floats
from fashiongan.errors import ProjectError
from fashiongan.project.kept_scan import BODY, JOINT, arrays_named, scanned_mesh
from fashiongan.project.project import Arrays, KeptBody
from gui.wearer import Wearer
from scanning.measurement_set import measurement_set

_POSED, _POINTS, _LINE = "posed_mm", "points_mm", "line:"
_DOUBTFUL = "doubtful"


def kept_body(wearer: Wearer) -> KeptBody:
    """Everything that is known of somebody; of a scan also the body, its points and its tapes, exact."""
    rows = wearer.measured.measurements
    unsure = {one.name: one.uncertainty_mm for one in rows if one.uncertainty_mm is not None}
    doubts = {one.name: one.reason or _DOUBTFUL for one in rows if not one.confident}
    measured = wearer.measured
    return KeptBody(measured.figure, measured.values_mm, unsure, doubts, measured.notes, _arrays(wearer))


def wearer_of(kept: KeptBody, model: Callable[[], BodyModel]) -> Wearer:
    """Who was kept.

    Raises
    ------
    MeasurementError : measurements that no body has
    ProjectError : a scanned body of another body model
    """
    measured = measurement_set(kept.figure, kept.values_mm, kept.uncertainties_mm, kept.doubts, kept.notes)
    measured.to_body_measurements()
    if not kept.arrays:
        return Wearer(measured)
    from scanning.body_scan import BodyScan

    arrays = kept.arrays
    body = scanned_mesh(arrays, model())
    if not {_POSED, _POINTS} <= set(arrays) or arrays[_POSED].shape != body.vertices_mm.shape:
        raise ProjectError("The scanned body in the project is of another body model; measure its recording again.")
    return Wearer(measured, BodyScan(body, arrays[_POSED], arrays[_POINTS], measured, arrays_named(arrays, _LINE)))


def _arrays(wearer: Wearer) -> Arrays:
    scan = wearer.scan
    if scan is None:
        return {}
    arrays: dict[str, Floats] = {BODY: scan.body.vertices_mm, _POSED: scan.posed_mm, _POINTS: scan.points_mm}
    arrays |= {f"{JOINT}{name}": place for name, place in scan.body.joints_mm.items()}
    arrays |= {f"{_LINE}{name}": line for name, line in scan.lines_mm.items()}
    return {name: np.asarray(array, np.float64) for name, array in arrays.items()}
