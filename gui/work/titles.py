"""What a task is called in the queue."""

from PySide6.QtCore import QCoreApplication

from fashiongan.generator.request import GenerationRequest
from fashiongan.tasks import (
    Blend,
    FromPhoto,
    FromSketch,
    IntoPhoto,
    Mix,
    Moulding,
    Recoloring,
    Restyling,
    Steering,
    Task,
    Upscaling,
    Variations,
)
from fashiongan.taste.for_taste import ForTaste
from fashiongan.tools.dressing_up import Redressing
from fashiongan.tools.filling import FillSilhouette


def title_of(task: Task) -> str:
    """A few words, with how many pictures it makes where that is more than one."""
    words = _words(task)
    return words if task.count == 1 else f"{words} x {task.count}"


def _words(task: Task) -> str:
    match task:
        case GenerationRequest():
            return str(task.attributes.category or _tr("garment"))
        case Variations():
            return _tr("variations")
        case Blend():
            return _tr("blend")
        case Mix():
            return _tr("mix")
        case Steering():
            return _tr("steer: %1").replace("%1", task.direction)
        case Moulding():
            return _tr("sliders")
        case Recoloring():
            return _tr("recolour")
        case FromPhoto():
            return _tr("from %1").replace("%1", task.photo.name)
        case FromSketch():
            return _tr("sketch: %1").replace("%1", task.sketch.name)
        case IntoPhoto():
            return _tr("into %1").replace("%1", task.place.photo.name)
        case Restyling():
            return _tr("restyle: %1").replace("%1", task.style)
        case Upscaling():
            return _tr("enlarge")
        case ForTaste():
            return _tr("for my taste")
        case FillSilhouette():
            return _tr("fill a silhouette")
        case Redressing():
            return _tr("redress")


def _tr(text: str) -> str:
    return QCoreApplication.translate("Task", text)
