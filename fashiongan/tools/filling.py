"""Silhouettes filled with cloth, as a task, and how it is met: a garment of the designer's outline comes out."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from fashiongan.errors import RequestError
from fashiongan.generator.request import Controls, GenerationRequest
from fashiongan.generator.style_picture import style_of
from fashiongan.ideas.idea import DesignCode, Idea
from fashiongan.ideas.reworked import OtherPicture, Reworked, Tool
from fashiongan.image import GarmentImage
from fashiongan.tools.silhouette_picture import silhouette_of

if TYPE_CHECKING:
    # Only for their names: the window opens sooner without.
    from fashiongan.generator.generation import GarmentGenerator
    from fashiongan.tools.masking import SilhouetteFiller

Source = GarmentImage | OtherPicture


@dataclass(frozen=True, slots=True)
class FillSilhouette:
    """Garments of one outline; words, colours, cloth, count and seeds are those of a request."""

    silhouette: Source
    request: GenerationRequest

    def __post_init__(self) -> None:
        if self.request.controls.creativity:
            raise RequestError("Silhouettes are not filled creatively; set creativity to 0, or leave it out.")

    @property
    def count(self) -> int:
        """How many pictures."""
        return self.request.count

    def to_dict(self) -> dict[str, Any]:
        """Plain values; the silhouette by what it says of itself."""
        return {"fill": self.silhouette.provenance(), **self.request.to_dict()}


def in_other_cloth(cut: GarmentImage, cloth: GarmentImage, count: int = 1, seed: int = 0) -> FillSilhouette:
    """The outline of one picture to be filled with the cloth of another.

    Raises
    ------
    ImageError : the other picture shows no cloth
    """
    worn = cloth.attributes
    asked = replace(cut.attributes, pattern=worn.pattern, fabric=worn.fabric, colors=())
    controls = Controls(style=style_of(cloth.rgba, cloth.idea.origin))
    return FillSilhouette(cut, GenerationRequest(asked, count, seed, controls))


def filled(
    filler: "SilhouetteFiller", generator: "GarmentGenerator", source: Source, asked: GenerationRequest, index: int
) -> GarmentImage:
    """Number `index` of the garments of an outline.

    Raises
    ------
    ImageError : nothing or everything is covered
    RequestError : as in `GarmentGenerator.imagine`
    """
    silhouette = silhouette_of(source.rgba, _name(source))
    told = filler.words(silhouette, asked.attributes)
    idea = generator.imagine(told, asked.seed + index, asked.controls)
    known = replace(asked.attributes, colors=idea.asked.colors)
    return refilled(filler, source, replace(idea, asked=known, origin=f"{_name(source)}, {idea.origin}"))


def refilled(filler: "SilhouetteFiller", source: Source, idea: Idea) -> GarmentImage:
    """An outline filled as an idea says."""
    made = filler.fill(silhouette_of(source.rgba, _name(source)), idea)
    code = idea.code.to_text()
    how = Reworked(idea.asked, idea.attributes, Tool.FILL, code, source.provenance(), idea.origin)
    return GarmentImage(np.ascontiguousarray(made), how, filler.checkpoint.name, filler.checkpoint.sha256)


def idea_of(how: Reworked) -> Idea:
    """What an outline was filled with; ValueError or KeyError where it says something else."""
    return Idea(how.asked, how.attributes, DesignCode.from_text(str(how.setting)), how.origin)


def _name(source: Source) -> str:
    return source.name if isinstance(source, OtherPicture) else "silhouette"
