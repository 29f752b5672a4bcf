"""A preset: what is asked for a garment, under a name, as values and as JSON."""

import base64
import io
from dataclasses import dataclass
from typing import Any

import numpy as np
from PIL import Image

from fashiongan.attributes import GarmentAttributes
from fashiongan.errors import RequestError
from fashiongan.generator.request import Controls, GenerationRequest
from fashiongan.generator.style_picture import SIZE_PX, StylePicture

FORMAT, VERSION, LONGEST_NAME = "fashiongan preset", 1, 60


@dataclass(frozen=True, slots=True)
class Preset:
    """seed_locked : the seed belongs to it; else each drawing takes a fresh one"""

    name: str
    request: GenerationRequest
    seed_locked: bool = False

    def __post_init__(self) -> None:
        if not self.name.strip() or len(self.name) > LONGEST_NAME or not self.name.isprintable():
            raise RequestError(
                f'"{self.name[:LONGEST_NAME]}" is no name; give one line of 1 to {LONGEST_NAME} letters.'
            )

    def asks_the_same(self, other: "Preset") -> bool:
        """Whether two presets draw alike, whatever their names; a seed that is not locked does not count."""
        return self._asked() == other._asked()

    def _asked(self) -> dict[str, Any]:
        asked = self.request.to_dict() | {"locked": self.seed_locked}
        return asked if self.seed_locked else asked | {"seed": None}


def to_json(preset: Preset) -> dict[str, Any]:
    """Plain values, the style picture as a PNG in base64."""
    words = preset.request.attributes.to_dict()
    colors = words.pop("colors", [])
    controls = preset.request.controls
    return {
        "format": FORMAT,
        "version": VERSION,
        "name": preset.name,
        "words": words,
        "colors": colors,
        "count": preset.request.count,
        "seed": preset.request.seed,
        "seed_locked": preset.seed_locked,
        "varied": controls.truncation,
        "creative": controls.creativity,
        "style": None if controls.style is None else _style_to_json(controls.style),
    }


def _style_to_json(style: StylePicture) -> dict[str, Any]:
    buffer = io.BytesIO()
    Image.fromarray(style.rgba).save(buffer, "PNG")
    packed = base64.b64encode(buffer.getvalue()).decode("ascii")
    return {"name": style.name, "sha256": style.sha256, "cut_out": style.cut_out, "png": packed}


def from_json(kept: dict[str, Any]) -> Preset:
    """Read back `to_json`.

    Raises
    ------
    KeyError, ValueError, TypeError, AttributeError : it was changed into something that is no preset
    VocabularyError, RequestError : words or numbers that no garment can be asked with
    """
    if kept["format"] != FORMAT or kept["version"] != VERSION:
        raise ValueError(f"it is not a {FORMAT} of version {VERSION}")
    attributes = GarmentAttributes.parse(dict(kept["words"]), tuple(kept["colors"]))
    style = None if kept["style"] is None else _style_from_json(kept["style"])
    controls = Controls(_number(kept["varied"]), _number(kept["creative"]), style)
    request = GenerationRequest(attributes, _whole(kept["count"]), _whole(kept["seed"]), controls)
    return Preset(str(kept["name"]), request, kept["seed_locked"] is True)


def _style_from_json(kept: dict[str, Any]) -> StylePicture:
    try:
        with Image.open(io.BytesIO(base64.b64decode(kept["png"], validate=True)), formats=("PNG",)) as picture:
            if picture.size != (SIZE_PX, SIZE_PX):
                raise ValueError(f"{picture.width} x {picture.height} px")
            rgba = np.array(picture.convert("RGBA"))
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise ValueError(f"its style picture is damaged: {error}") from error
    return StylePicture(rgba, kept["cut_out"] is True, str(kept["name"]), str(kept["sha256"]))


def _number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError(f"{value!r} is no number")
    return float(value)


def _whole(value: object) -> int:
    if type(value) is not int:
        raise TypeError(f"{value!r} is no whole number")
    return value
