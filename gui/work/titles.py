"""What a task is called in the queue."""

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
from gui.languages.wording import in_words, translate
from gui.vocabulary import shown


def title_of(task: Task) -> str:
    """A few words, with how many pictures it makes where that is more than one."""
    words = _words(task)
    return words if task.count == 1 else f"{words} x {task.count}"


def _words(task: Task) -> str:
    match task:
        case GenerationRequest():
            category = task.attributes.category
            return shown(str(category)) if category else translate("Task", "garment")
        case Variations():
            return translate("Task", "variations")
        case Blend():
            return translate("Task", "blend")
        case Mix():
            return translate("Task", "mix")
        case Steering():
            return translate("Task", "steer: %1").replace("%1", in_words("Choice", task.direction))
        case Moulding():
            return translate("Task", "sliders")
        case Recoloring():
            return translate("Task", "recolour")
        case FromPhoto():
            return translate("Task", "from %1").replace("%1", task.photo.name)
        case FromSketch():
            return translate("Task", "sketch: %1").replace("%1", task.sketch.name)
        case IntoPhoto():
            return translate("Task", "into %1").replace("%1", task.place.photo.name)
        case Restyling():
            return translate("Task", "restyle: %1").replace("%1", in_words("Choice", task.style))
        case Upscaling():
            return translate("Task", "enlarge")
        case ForTaste():
            return translate("Task", "for my taste")
        case FillSilhouette():
            return translate("Task", "fill a silhouette")
        case Redressing():
            return translate("Task", "redress")
