"""What is on the page as text, for autosave and inside saved pictures: the drawing, and what is traced."""

import json
import math
from dataclasses import dataclass
from typing import Any

from fashiongan.errors import ImageError
from fashiongan.json_files import parsed_json
from gui.sketch.drawing import PAGE_PX, Drawing, stroke_from_dict, stroke_to_dict

FORMAT = 1
LEAST_SCALE, MOST_SCALE = 0.02, 50.0


@dataclass(frozen=True, slots=True)
class Trace:
    """A picture under the drawing. file : where it lies; its middle in pixels of the page, and how it is shown.

    scale : 1 where the picture just fits into the page; opacity : 0-1
    """

    file: str
    x: float = PAGE_PX / 2
    y: float = PAGE_PX / 2
    scale: float = 1.0
    opacity: float = 0.4

    def __post_init__(self) -> None:
        if not all(map(math.isfinite, (self.x, self.y))):
            raise ImageError(f"The traced picture lies at {self.x}, {self.y}; trace it again.")
        if not LEAST_SCALE <= self.scale <= MOST_SCALE:
            raise ImageError(f"The traced picture has the scale {self.scale:g}; it is {LEAST_SCALE} to {MOST_SCALE:g}.")
        if not 0 <= self.opacity <= 1:
            raise ImageError(f"The traced picture has the opacity {self.opacity:g}, but it is 0 to 1.")


def to_text(drawing: Drawing, trace: Trace | None) -> str:
    """JSON in one line."""
    known: dict[str, Any] = {"format": FORMAT, "strokes": [stroke_to_dict(one) for one in drawing]}
    if trace:
        known["trace"] = {name: getattr(trace, name) for name in Trace.__dataclass_fields__}
    return json.dumps(known, separators=(",", ":"))


def from_text(text: str) -> tuple[Drawing, Trace | None]:
    """Read back `to_text`.

    Raises
    ------
    ImageError : it is something else, or of a newer program
    """
    try:
        known = parsed_json(text)
        if known["format"] > FORMAT:
            raise ImageError(
                f"The drawing is of a newer program (format {known['format']}); update this one to open it."
            )
        traced = known.get("trace")
        return tuple(map(stroke_from_dict, known["strokes"])), Trace(**traced) if traced else None
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError) as error:
        raise ImageError(f"The saved drawing cannot be read ({error}); begin a new one.") from error
