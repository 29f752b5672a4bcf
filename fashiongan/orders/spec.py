"""What a batch is asked to make: requests, body and ease, from options or from a YAML list."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fashiongan.attributes import VOCABULARY, GarmentAttributes
from fashiongan.body.measurements import BodyMeasurements
from fashiongan.errors import FashionGanError, RequestError
from fashiongan.garment.style import Ease
from fashiongan.garment.texture import Texture
from fashiongan.generator.request import Controls, GenerationRequest
from fashiongan.generator.style_picture import read_style_picture
from fashiongan.tasks import Task
from fashiongan.yaml_files import read_yaml_list

EXAMPLE = "examples/lookbook.yaml"
_KEYS = (*VOCABULARY, "color", "colors", "count", "seed", "truncation", "creativity", "style")


@dataclass(frozen=True, slots=True)
class SpecFile:
    """The requests of a YAML list, read anew whenever they are gone through, so that it may be of any length.

    count : pictures of all requests; creative : whether one of them asks for creativity; sha256 : of all that is asked
    """

    path: Path
    count: int
    creative: bool
    sha256: str

    def __iter__(self) -> Iterator[GenerationRequest]:
        """The requests in order.

        Raises
        ------
        RequestError, VocabularyError, ImageError : as in `read_spec`, if the file was changed since
        """
        return _requests(self.path)

    def to_dict(self) -> dict[str, Any]:
        """Plain values, to tell whether a folder belongs to this list."""
        return {"count": self.count, "sha256": self.sha256}


Tasks = tuple[Task, ...] | SpecFile


@dataclass(frozen=True, slots=True)
class BatchOrder:
    """Everything that one batch run makes: tasks in order, and the body that each picture is fitted on, if any.

    realism : how real pictures are to look that are enlarged, or None if none are; texture : of fitted garments
    """

    tasks: Tasks
    body: BodyMeasurements | None = None
    ease: Ease = Ease.REGULAR
    realism: float | None = None
    texture: Texture = Texture.PICTURE

    @property
    def count(self) -> int:
        return self.tasks.count if isinstance(self.tasks, SpecFile) else sum(task.count for task in self.tasks)

    @property
    def kinds(self) -> set[type]:
        """The classes of all tasks."""
        return {GenerationRequest} if isinstance(self.tasks, SpecFile) else {type(task) for task in self.tasks}

    @property
    def creative(self) -> bool:
        """Whether a request asks for creativity."""
        if isinstance(self.tasks, SpecFile):
            return self.tasks.creative
        return any(task.controls.creativity for task in self.tasks if isinstance(task, GenerationRequest))

    def to_dict(self) -> dict[str, Any]:
        """Plain values, to tell whether a folder belongs to this order."""
        body = {"figure": str(self.body.figure), **self.body.given()} if self.body else None
        tasks = self.tasks
        return {
            "tasks": tasks.to_dict() if isinstance(tasks, SpecFile) else [one.to_dict() for one in tasks],
            "body": body,
            "ease": str(self.ease),
            "realism": self.realism,
            "cloth": str(self.texture),
        }


def read_spec(path: Path) -> SpecFile:
    """Check a YAML list of requests: attribute words, `colors` or `color`, `count`, `seed`, `truncation`, `creativity`,
    `style` (a picture's path, from the folder of the list).

    Raises
    ------
    RequestError : unreadable, not a list of requests, or a wrong key or number
    VocabularyError : an unknown word or colour
    ImageError : a style picture that cannot be read
    """
    count, creative, digest = 0, False, hashlib.sha256()
    for request in _requests(path):
        count += request.count
        creative = creative or bool(request.controls.creativity)
        digest.update(json.dumps(request.to_dict()).encode())
    if not count:
        raise _not_requests(path)
    return SpecFile(path, count, creative, digest.hexdigest())


def _requests(path: Path) -> Iterator[GenerationRequest]:
    for number, one in enumerate(read_yaml_list(path, RequestError, EXAMPLE), start=1):
        if not isinstance(one, dict):
            raise _not_requests(path)
        yield _request(one, path, f"{path}, request {number}")


def _not_requests(path: Path) -> RequestError:
    return RequestError(f"{path} is not a list of requests; see {EXAMPLE}.")


def _request(content: dict[Any, Any], path: Path, place: str) -> GenerationRequest:
    unknown = sorted(str(key) for key in content if key not in _KEYS)
    if unknown:
        raise RequestError(f'{place}: "{unknown[0]}" is not known. Known: {", ".join(_KEYS)}.')
    try:
        attributes = GarmentAttributes.parse(_words(content), _colors(content))
        count, seed = _whole_number(content, "count", 1), _whole_number(content, "seed", 0)
        return GenerationRequest(attributes, count, seed, _controls(content, path.parent))
    except FashionGanError as error:
        raise type(error)(f"{place}: {error}") from error


def _controls(content: dict[Any, Any], folder: Path) -> Controls:
    style = content.get("style")
    if style is not None and not isinstance(style, str):
        raise RequestError(f"style is {style!r}, but it is the path of a picture.")
    picture = read_style_picture(folder / style) if style else None
    return Controls(_share(content, "truncation", 1.0), _share(content, "creativity", 0.0), picture)


def _share(content: dict[Any, Any], name: str, default: float) -> float:
    number = content.get(name, default)
    if not isinstance(number, int | float) or isinstance(number, bool):
        raise RequestError(f"{name} is {number!r}, but it is a number from 0 to 1.")
    try:
        return float(number)
    except OverflowError as error:
        raise RequestError(f"{name} is far too large; it is a number from 0 to 1.") from error


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
