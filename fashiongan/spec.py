"""What a batch is asked to make: requests, body and ease, from options or from a YAML list."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fashiongan.attributes import VOCABULARY, GarmentAttributes
from fashiongan.body.measurements import BodyMeasurements
from fashiongan.errors import FashionGanError, RequestError
from fashiongan.garment.tshirt import Ease
from fashiongan.generation import GenerationRequest
from fashiongan.image import GarmentImage
from fashiongan.yaml_files import read_yaml

EXAMPLE = "examples/lookbook.yaml"
_KEYS = (*VOCABULARY, "color", "colors", "count", "seed")


@dataclass(frozen=True, slots=True)
class Variations:
    """So many pictures like one: the same again at distance 0, another garment of the same description at 1."""

    liked: GarmentImage
    count: int = 1
    distance: float = 0.0
    seed: int = 0

    def __post_init__(self) -> None:
        GenerationRequest(self.liked.asked, self.count, self.seed)  # The same limits hold.

    def to_dict(self) -> dict[str, Any]:
        """Plain values; the liked picture by what it says of itself."""
        return {
            "liked": self.liked.provenance(),
            "count": self.count,
            "distance": self.distance,
            "seed": self.seed,
        }


@dataclass(frozen=True, slots=True)
class BatchOrder:
    """Everything that one batch run makes: requests in order, and the body that each picture is fitted on, if any."""

    requests: tuple[GenerationRequest, ...]
    body: BodyMeasurements | None = None
    ease: Ease = Ease.REGULAR
    variations: Variations | None = None

    @property
    def count(self) -> int:
        return sum(request.count for request in self.requests) + (self.variations.count if self.variations else 0)

    def to_dict(self) -> dict[str, Any]:
        """Plain values, to tell whether a folder belongs to this order."""
        requests = [
            {"attributes": one.attributes.to_dict(), "count": one.count, "seed": one.seed} for one in self.requests
        ]
        body = {"figure": str(self.body.figure), **self.body.given()} if self.body else None
        liked = self.variations.to_dict() if self.variations else None
        return {"requests": requests, "variations": liked, "body": body, "ease": str(self.ease)}


def read_spec(path: Path) -> tuple[GenerationRequest, ...]:
    """Read a YAML list of requests: attribute words, `colors` or `color`, `count`, `seed`.

    Raises
    ------
    RequestError : unreadable, not a list of requests, or a wrong key or number
    VocabularyError : an unknown word or colour
    """
    content = read_yaml(path, RequestError, EXAMPLE)
    if not isinstance(content, list) or not content or not all(isinstance(one, dict) for one in content):
        raise RequestError(f"{path} is not a list of requests; see {EXAMPLE}.")
    return tuple(_request(one, f"{path}, request {number}") for number, one in enumerate(content, start=1))


def _request(content: dict[Any, Any], place: str) -> GenerationRequest:
    unknown = sorted(str(key) for key in content if key not in _KEYS)
    if unknown:
        raise RequestError(f'{place}: "{unknown[0]}" is not known. Known: {", ".join(_KEYS)}.')
    try:
        attributes = GarmentAttributes.parse(_words(content), _colors(content))
        return GenerationRequest(attributes, _whole_number(content, "count", 1), _whole_number(content, "seed", 0))
    except FashionGanError as error:
        raise type(error)(f"{place}: {error}") from error


def _words(content: dict[Any, Any]) -> dict[str, str]:
    words = {name: content[name] for name in VOCABULARY if content.get(name) is not None}
    for name, word in words.items():
        if not isinstance(word, str):
            raise RequestError(f"{name} is {word!r}, but it is one word.")
    return words


def _colors(content: dict[Any, Any]) -> tuple[str, ...]:
    if "color" in content and "colors" in content:
        raise RequestError("color and colors are both given; give one of them.")
    key = "color" if "color" in content else "colors"
    given = content.get(key, [])
    colors = [given] if isinstance(given, str) else given
    if not isinstance(colors, list) or not all(isinstance(color, str) for color in colors):
        raise RequestError(f'{key} is {given!r}, but it is a name, or hex in quotes such as "#1f3a5f".')
    return tuple(colors)


def _whole_number(content: dict[Any, Any], name: str, default: int) -> int:
    number = content.get(name, default)
    if not isinstance(number, int) or isinstance(number, bool):
        raise RequestError(f"{name} is {number!r}, but it is a whole number.")
    return number
