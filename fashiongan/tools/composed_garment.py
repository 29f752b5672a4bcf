"""A garment that was chosen, inside a photo: itself where the composer knows how to draw it, else one like it.

A composer changes the light of what one generator draws, so it can place every picture of that generator stitch for
stitch. Of any other picture it knows the words and colours, and draws another garment of them.
"""

from dataclasses import replace

from fashiongan.generator.generation import GarmentGenerator
from fashiongan.ideas.idea import DesignCode, Idea
from fashiongan.ideas.reworked import OtherPicture, Reworked, Tool
from fashiongan.image import GarmentImage
from fashiongan.recolor import shown_colors
from fashiongan.tools.composing import Composed, Composer
from fashiongan.tools.place import Place
from fashiongan.tools.region import Region, region_and_seed

_CODE = " code "


def composed_garment(composer: Composer, place: Place, garment: GarmentImage, seed: int) -> GarmentImage:
    """A chosen garment in a place of a photo; the caption begins with "like it" where it is not the garment itself.

    Raises
    ------
    RequestError : the weights know no such garment, or it came out empty
    """
    photo, idea = place.photo.name, garment.idea
    if isinstance(idea, Idea) and draws(composer, garment):
        return _composed(composer, place, replace(idea, origin=f"{idea.origin} in {photo}"), _by_code(place, idea))
    asked = replace(garment.attributes, colors=shown_colors(garment))
    alike = replace(composer.generator.imagine(asked, seed), origin=f"like it, seed {seed} in {photo}")
    return _composed(composer, place, alike, place.region.with_seed(seed))


def composed_again(composer: Composer, photo: OtherPicture, how: Reworked) -> GarmentImage:
    """What a composed picture tells of, once more; ValueError where it says something else."""
    region, idea = _told(how, composer.generator)
    return _composed(composer, Place(photo, region), replace(idea, origin=how.origin), str(how.setting))


def draws(composer: Composer, garment: GarmentImage) -> bool:
    """Whether a garment is of the generator that a composer was trained on, and not by its creative twin."""
    idea = garment.idea
    own = garment.checkpoint_sha256 == composer.foreground_sha256
    return own and isinstance(idea, Idea) and idea.boldness is None


def _composed(composer: Composer, place: Place, idea: Idea, setting: str) -> GarmentImage:
    made: Composed = composer.compose_on(composer.cleared(place), place.region, idea)
    how = Reworked(idea.asked, idea.attributes, Tool.COMPOSE, setting, place.photo.provenance(), idea.origin)
    return GarmentImage(made.rgba, how, composer.checkpoint.name, composer.checkpoint.sha256)


def _by_code(place: Place, idea: Idea) -> str:
    return f"{place.region}{_CODE}{idea.code.to_text()}"


def _told(how: Reworked, generator: GarmentGenerator) -> tuple[Region, Idea]:
    where, _, code = str(how.setting).partition(_CODE)
    if code:
        return Region.parse(where), Idea(how.asked, how.attributes, DesignCode.from_text(code), how.origin)
    region, seed = region_and_seed(where)
    return region, generator.imagine(how.asked, seed)
