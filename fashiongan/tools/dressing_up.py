"""Redressing people, as a task, and how it is met: a picture of the same person in another garment comes out."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from PIL import Image

from fashiongan.errors import RequestError
from fashiongan.generator.request import GenerationRequest
from fashiongan.ideas.idea import DesignCode, Idea
from fashiongan.ideas.reworked import OtherPicture, Reworked, Tool
from fashiongan.image import GarmentImage, open_picture
from fashiongan.nameless import nameless

if TYPE_CHECKING:
    # Only for their names: the window opens sooner without.
    from fashiongan.generator.generation import GarmentGenerator
    from fashiongan.tools.redressing import Redresser

Source = GarmentImage | OtherPicture
# A picture holds the photo that it was made of, so the photo is no larger than this.
LARGEST_PX = 2048


@dataclass(frozen=True, slots=True)
class Redressing:
    """One person in other garments; words, colours, cloth, count and seeds are those of a request."""

    person: Source
    request: GenerationRequest

    def __post_init__(self) -> None:
        if self.request.attributes.category is None:
            raise RequestError("Nobody can be redressed before it is known what is put on; give a category.")
        if self.request.controls.creativity:
            raise RequestError("Nobody is redressed creatively; set creativity to 0, or leave it out.")

    @property
    def count(self) -> int:
        """How many pictures."""
        return self.request.count

    def to_dict(self) -> dict[str, Any]:
        """Plain values; the person by what the picture says of itself."""
        return {"redress": self.person.provenance(), **self.request.to_dict()}


def read_person(path: Path) -> OtherPicture:
    """Read any picture, on white and turned as its EXIF says; what is longer than 2048 px is shrunk.

    Raises
    ------
    ImageError : not a picture
    """
    picture = open_picture(path)
    photo = Image.alpha_composite(Image.new("RGBA", picture.size, "white"), picture)
    photo.thumbnail((LARGEST_PX,) * 2, Image.Resampling.LANCZOS)
    return OtherPicture(np.array(photo), nameless(path), path.name)


def redressed(redresser: "Redresser", generator: "GarmentGenerator", task: Redressing, index: int) -> GarmentImage:
    """Number `index` of the pictures of somebody.

    Raises
    ------
    ImageError : the picture shows nobody
    RequestError : it shows too little, or a dress is worn where a top or bottom is asked for
    """
    request = task.request
    idea = generator.imagine(request.attributes, request.seed + index, request.controls)
    origin = f"{name_of(task.person)} in a {idea.attributes.category}, {idea.origin}"
    return redressed_again(redresser, task.person, replace(idea, origin=origin))


def redressed_again(redresser: "Redresser", person: Source, idea: Idea) -> GarmentImage:
    """Somebody in the garment of an idea."""
    seen = redresser.look_at(person.rgba, name_of(person))
    made = redresser.redress(person.rgba, seen, idea)
    code = idea.code.to_text()
    how = Reworked(idea.asked, idea.attributes, Tool.REDRESS, code, person.provenance(), idea.origin)
    return GarmentImage(made.rgba, how, redresser.checkpoint.name, redresser.checkpoint.sha256)


def worn_idea(how: Reworked) -> Idea:
    """What was put on; ValueError or KeyError where it says something else."""
    return Idea(how.asked, how.attributes, DesignCode.from_text(str(how.setting)), how.origin)


def name_of(person: Source) -> str:
    """What to call a picture."""
    return person.file or person.name if isinstance(person, OtherPicture) else "the picture"
