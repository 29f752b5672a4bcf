"""The options that begin with a picture of ours, as a task."""

from typing import Any

from fashiongan.errors import RequestError
from fashiongan.ideas.tools import Change
from fashiongan.image import GarmentImage, read_garment_image
from fashiongan.tasks import Blend, Mix, Recoloring, Steering, Task, Variations

# Each tool with the other options that it takes.
_TOOLS = {
    "vary": {"change", "count", "seed"},
    "toward": {"count"},
    "cloth_of": set(),
    "steer": {"by", "count"},
    "color": set(),
}
TOOL_OPTIONS = tuple(dict.fromkeys([*_TOOLS, *(name for takes in _TOOLS.values() for name in sorted(takes))]))


def task_from_picture(liked: GarmentImage, options: dict[str, Any]) -> Task:
    """The one task that is asked for. `options` : TOOL_OPTIONS, each None if not given; others are left alone.

    Raises
    ------
    RequestError : two tools at once, or an option that the tool does not take
    ImageError : a second picture cannot be read
    """
    given = {name: options[name] for name in TOOL_OPTIONS if options.get(name) is not None}
    tools = [name for name in _TOOLS if name in given]
    if len(tools) > 1:
        raise RequestError(f"--{option(tools[0])} and --{option(tools[1])} are two tools; use one after the other.")
    tool = tools[0] if tools else "vary"
    unused = sorted(set(given) - set(_TOOLS) - _TOOLS[tool])
    if unused:
        takes = f"--{option(tool)}" if tools else "--like alone"
        raise RequestError(f"{takes} does not take --{option(unused[0])}; leave it out.")
    return _task(tool, liked, given)


def _task(tool: str, liked: GarmentImage, given: dict[str, Any]) -> Task:
    count = given.get("count", 1)
    match tool:
        case "toward":
            return Blend(liked, read_garment_image(given["toward"]), count)
        case "cloth_of":
            return Mix(liked, read_garment_image(given["cloth_of"]))
        case "steer":
            return Steering(liked, given["steer"], given.get("by", 2.0), count)
        case "color":
            return Recoloring(liked, given["color"])
        case _:
            change = given.get("change", Change.LOOK)
            return Variations(liked, count, given.get("vary", 0.0), given.get("seed", 0), change)


def option(name: str) -> str:
    """How an option is written."""
    return name.replace("_", "-")
