"""Pictures that were made of other pictures: of a sketch, in another style, larger, inside a photo, on somebody."""

import base64
import io
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from fashiongan.attributes import GarmentAttributes
from fashiongan.ideas.idea import DesignCode, Idea, attributes_from, whole_attributes_from

PNG = "png"


class Tool(StrEnum):
    """What a picture was made with."""

    SKETCH = "sketch"
    RESTYLE = "restyle"
    UPSCALE = "upscale"
    COMPOSE = "compose"
    FILL = "fill"
    REDRESS = "redress"


# What each tool is told beside the picture, and its type.
SETTINGS: dict[Tool, tuple[str, type[str] | type[int] | type[float]]] = {
    Tool.SKETCH: ("seed", int),
    Tool.RESTYLE: ("style", str),
    Tool.UPSCALE: ("realism", float),
    Tool.COMPOSE: ("place", str),
    Tool.FILL: ("cloth", str),
    Tool.REDRESS: ("cloth", str),
}


@dataclass(frozen=True, eq=False)
class OtherPicture:
    """A picture that is not one of ours.

    rgba : (H, W, 4) sRGB with straight alpha; name : written into what is made of it; file : its own name, only said
    """

    rgba: NDArray[np.uint8]
    name: str
    file: str = ""

    def provenance(self) -> dict[str, Any]:
        """The picture itself, ready for JSON: nobody else could give it again."""
        buffer = io.BytesIO()
        Image.fromarray(self.rgba).save(buffer, "PNG")
        return {PNG: base64.b64encode(buffer.getvalue()).decode("ascii"), "name": self.name}

    @classmethod
    def from_dict(cls, known: dict[str, Any]) -> "OtherPicture":
        """Read back `provenance`; KeyError, TypeError or ValueError where it is something else."""
        try:
            with Image.open(io.BytesIO(base64.b64decode(known[PNG])), formats=["PNG"]) as picture:
                return cls(np.array(picture.convert("RGBA")), str(known["name"]))
        except (OSError, SyntaxError, Image.DecompressionBombError) as error:
            raise ValueError(f"the picture in it is damaged: {error}") from error


@dataclass(frozen=True, eq=False)
class Reworked:
    """How a picture was made of another one; with the same weights it can be made again.

    asked, attributes, origin : as of an Idea; setting : what the tool was told, see SETTINGS; source : what the other
    picture says of itself
    """

    asked: GarmentAttributes
    attributes: GarmentAttributes
    tool: Tool
    setting: str | float
    source: dict[str, Any]
    origin: str

    def to_dict(self) -> dict[str, Any]:
        """Plain values, ready for JSON."""
        return {
            "asked": self.asked.to_dict(),
            "attributes": self.attributes.to_dict(),
            "tool": str(self.tool),
            SETTINGS[self.tool][0]: self.setting,
            "source": self.source,
            "origin": self.origin,
        }

    @classmethod
    def from_dict(cls, known: dict[str, Any]) -> "Reworked":
        """Read back `to_dict`; KeyError, TypeError or ValueError where it is something else."""
        asked, attributes = attributes_from(known["asked"]), whole_attributes_from(known["attributes"])
        tool, source = Tool(known["tool"]), dict(known["source"])
        name, kind = SETTINGS[tool]
        source_of(source)
        setting = kind(known[name])
        if tool in (Tool.FILL, Tool.REDRESS):
            DesignCode.from_text(str(setting))
        return cls(asked, attributes, tool, setting, source, str(known["origin"]))


def idea_from(known: dict[str, Any]) -> Idea | Reworked:
    """What a picture of ours says of itself; KeyError, TypeError or ValueError where it is something else."""
    return Reworked.from_dict(known) if "tool" in known else Idea.from_dict(known)


def source_of(known: dict[str, Any]) -> OtherPicture | Idea | Reworked:
    """What a picture was made of: another's pixels, or how ours comes about; errors as of `idea_from`."""
    return OtherPicture.from_dict(known) if PNG in known else idea_from(known)
