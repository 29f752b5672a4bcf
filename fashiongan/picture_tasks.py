"""What can be asked of a picture that was chosen: plain functions from pictures to tasks."""

from dataclasses import replace
from pathlib import Path

from fashiongan.attributes import GarmentAttributes
from fashiongan.color import Color
from fashiongan.errors import RequestError
from fashiongan.generator.request import Controls, GenerationRequest
from fashiongan.generator.style_picture import StylePicture, style_of
from fashiongan.ideas.reworked import Reworked, Tool
from fashiongan.image import GarmentImage
from fashiongan.recolor import shown_colors
from fashiongan.tasks import IntoPhoto, Moulding
from fashiongan.tools.dressing_up import Redressing, read_person
from fashiongan.tools.filling import FillSilhouette
from fashiongan.tools.place import Place
from fashiongan.tools.silhouette_picture import read_silhouette

_WHOLE_PHOTOS = (Tool.COMPOSE, Tool.REDRESS)


def put_into(place: Place, garment: GarmentImage, count: int = 1, seed: int = 0) -> IntoPhoto:
    """A garment in a place of a photo; itself where the weights can draw it, else one of its words and colours.

    Raises
    ------
    RequestError : the picture is a photo itself
    """
    _refuse_photo(garment)
    return IntoPhoto(place, garment.attributes, count, seed, garment)


def put_on(person: Path, garment: GarmentImage, count: int = 1, seed: int = 0) -> Redressing:
    """The person of a picture in such a garment: its words, its cloth, its colours.

    Raises
    ------
    ImageError : not a picture, or the garment's shows no cloth
    RequestError : the garment's picture is a photo itself
    """
    words = replace(garment.attributes, colors=colors_of(garment))
    return Redressing(read_person(person), GenerationRequest(words, count, seed, Controls(style=_cloth_of(garment))))


def fill_in_cloth_of(silhouette: Path, garment: GarmentImage, count: int = 1, seed: int = 0) -> FillSilhouette:
    """An outline in the cloth of a garment; what kind of garment it is, the outline tells.

    Raises
    ------
    ImageError : not a silhouette, or the garment's picture shows no cloth
    RequestError : the garment's picture is a photo itself
    """
    worn = garment.attributes
    words = GarmentAttributes(pattern=worn.pattern, fabric=worn.fabric, colors=colors_of(garment))
    request = GenerationRequest(words, count, seed, Controls(style=_cloth_of(garment)))
    return FillSilhouette(read_silhouette(silhouette), request)


def colors_of(garment: GarmentImage) -> tuple[Color, ...]:
    """The colours that a picture shows: two, or one where both are the same."""
    main, second = shown_colors(garment)
    return (main,) if main == second else (main, second)


def steps_between(first: GarmentImage, second: GarmentImage, count: int) -> tuple[Moulding, ...]:
    """So many pictures between two at equal steps, for being drawn one by one.

    Raises
    ------
    RequestError : one of them was made of another picture, so nothing lies between
    """
    for one in (first, second):
        one.drawn_from  # noqa: B018 - raises where there is none
    return tuple(Moulding(first, (), second, step / (count + 1)) for step in range(1, count + 1))


def coarse_to_fine(count: int) -> list[int]:
    """0 to count - 1 with the middle first, then the quarters: so a row that is drawn one by one is seen whole soon."""
    return sorted(range(count), key=lambda place: -((place + 1) & -(place + 1)))


def _cloth_of(garment: GarmentImage) -> StylePicture:
    _refuse_photo(garment)
    return style_of(garment.rgba, garment.idea.origin)


def _refuse_photo(garment: GarmentImage) -> None:
    idea = garment.idea
    if isinstance(idea, Reworked) and idea.tool in _WHOLE_PHOTOS:
        raise RequestError(f"{idea.origin} is a whole photo, not a garment alone; choose the garment's own picture.")
