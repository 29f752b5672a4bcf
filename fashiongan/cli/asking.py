"""The options that say what to make, as tasks: each way to begin, with the other options that it takes."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fashiongan.attributes import VOCABULARY, GarmentAttributes
from fashiongan.cli.like import TOOL_OPTIONS, option, task_from_picture
from fashiongan.errors import ImageError, RequestError
from fashiongan.generator.request import Controls, GenerationRequest
from fashiongan.generator.style_picture import read_style_picture
from fashiongan.ideas.reworked import OtherPicture
from fashiongan.image import GarmentImage, open_picture, read_garment_image
from fashiongan.nameless import nameless
from fashiongan.orders.spec import SpecFile, Tasks, read_spec
from fashiongan.tasks import FromPhoto, FromSketch, IntoPhoto, Restyling, Task, Upscaling
from fashiongan.taste.board import read_liked
from fashiongan.taste.for_taste import ForTaste
from fashiongan.tools.dressing_up import Redressing, read_person
from fashiongan.tools.filling import FillSilhouette
from fashiongan.tools.place import Place
from fashiongan.tools.realism import DEFAULT_REALISM
from fashiongan.tools.region import Region
from fashiongan.tools.restyling import read_garment
from fashiongan.tools.silhouette_picture import read_silhouette
from fashiongan.tools.sketch_picture import read_sketch

Options = dict[str, Any]
UPSCALE = 4
_WORDS, _LOOK, _NUMBERS = (*VOCABULARY, "color"), ("style", "truncation", "creativity"), ("count", "seed")


def tasks_from(options: Options) -> Tasks:
    """What is asked for. `options` : by name, None where not given

    Raises
    ------
    RequestError : options that exclude each other, or a wrong number
    VocabularyError : an unknown word or colour
    ImageError : a picture that cannot be read
    """
    given = {name: value for name, value in options.items() if value is not None}
    way = next((name for name in _WAYS if name in given), "")
    takes, tasks = _WAYS.get(way, ((*_WORDS, *_LOOK, *_NUMBERS), _requested))
    other = next((name for name in given if name != way and name not in takes), "")
    if other and way:
        raise RequestError(f"--{way} says what to make, so --{option(other)} cannot be given beside it.")
    if other == "region":
        raise RequestError("--region is a place in a photo; add --compose PHOTO.")
    if other:
        raise RequestError(f"--{option(other)} needs a picture to work on; give --like PICTURE.")
    return tasks(given)


def realism_of(upscale: int | None, realism: float | None) -> float | None:
    """How real pictures are to look that are enlarged, or None if none are.

    Raises
    ------
    RequestError : another factor than the network's, or realism without it
    """
    if upscale is None and realism is not None:
        raise RequestError(f"--realism says how to enlarge; add --upscale {UPSCALE}.")
    if realism is not None and not 0 <= realism <= 1:
        raise RequestError(f"--realism is {realism:g}, but it is 0 (nothing made up) to 1 (most detail).")
    if upscale not in (None, UPSCALE):
        raise RequestError(f"--upscale is {upscale}, but pictures are made {UPSCALE} times larger; give {UPSCALE}.")
    return None if upscale is None else DEFAULT_REALISM if realism is None else realism


def _requested(given: Options) -> tuple[Task, ...]:
    return _requests(given)


def _requests(given: Options) -> tuple[GenerationRequest, ...]:
    style = given.get("style")
    picture = read_style_picture(style) if style else None
    controls = Controls(given.get("truncation", 1.0), given.get("creativity", 0.0), picture)
    return (GenerationRequest(_asked(given), given.get("count", 1), given.get("seed", 0), controls),)


def _listed(given: Options) -> SpecFile:
    return read_spec(given["spec"])


def _sketched(given: Options) -> tuple[Task, ...]:
    sketch = read_sketch(given["sketch"])
    return (FromSketch(sketch, _asked(given), given.get("count", 1), given.get("seed", 0)),)


def _composed(given: Options) -> tuple[Task, ...]:
    if "region" not in given:
        raise RequestError("--compose is a photo to put garments into; say where with --region x,y,w,h, in its pixels.")
    place = Place.read(given["compose"], Region.parse(given["region"]))
    return (IntoPhoto(place, _asked(given), given.get("count", 1), given.get("seed", 0)),)


def _filled(given: Options) -> tuple[Task, ...]:
    silhouette = _source(given["mask"], lambda path: read_silhouette(path).rgba)
    return tuple(FillSilhouette(silhouette, request) for request in _requests(given))


def _redressed(given: Options) -> tuple[Task, ...]:
    person = _source(given["redress"], lambda path: read_person(path).rgba)
    return tuple(Redressing(person, request) for request in _requests(given))


def _restyled(given: Options) -> tuple[Task, ...]:
    style, path = given["restyle"]
    return (Restyling(_source(path, read_garment), style),)


def _enlarged(given: Options) -> tuple[Task, ...]:
    if "realism" not in given:
        raise RequestError(f"--picture is only made larger; add --upscale {UPSCALE}.")
    return (Upscaling(_source(given["picture"], lambda path: np.array(open_picture(path))), given["realism"]),)


def _photographed(given: Options) -> tuple[Task, ...]:
    return (FromPhoto(read_style_picture(given["photo"]), _asked(given)),)


def _designed(given: Options) -> tuple[Task, ...]:
    liked = read_liked(given["taste"])
    return tuple(ForTaste(liked, request) for request in _requests(given))


def _liked(given: Options) -> tuple[Task, ...]:
    colors = {"color": _asked(given).colors} if "color" in given else {}
    return (task_from_picture(read_garment_image(given["like"]), given | colors),)


_WAYS: dict[str, tuple[tuple[str, ...], Callable[[Options], Tasks]]] = {
    "spec": ((), _listed),
    "sketch": ((*_WORDS, *_NUMBERS), _sketched),
    "compose": ((*_WORDS, *_NUMBERS, "region"), _composed),
    "mask": ((*_WORDS, "style", "truncation", *_NUMBERS), _filled),
    "redress": ((*_WORDS, "style", "truncation", *_NUMBERS), _redressed),
    "restyle": ((), _restyled),
    "picture": (("realism",), _enlarged),
    "photo": (_WORDS, _photographed),
    "taste": ((*_WORDS, *_NUMBERS), _designed),
    "like": ((*TOOL_OPTIONS, *_NUMBERS, "color"), _liked),
}


def _asked(given: Options) -> GarmentAttributes:
    return GarmentAttributes.parse({name: given.get(name) for name in VOCABULARY}, tuple(given.get("color", ())))


def _source(path: Path, read: Callable[[Path], NDArray[np.uint8]]) -> GarmentImage | OtherPicture:
    """One of our pictures with what it says of itself, or any other."""
    try:
        return read_garment_image(path)
    except ImageError:
        return OtherPicture(read(path), nameless(path), path.name)
