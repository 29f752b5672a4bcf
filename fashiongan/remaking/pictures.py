"""A picture made again from what it says of itself."""

import numpy as np

from fashiongan.errors import ImageError
from fashiongan.ideas.reworked import Reworked, idea_from
from fashiongan.image import GarmentImage
from fashiongan.studio import Studio
from fashiongan.tasks import Variations

# A picture is made again from what it says; its pixels are not looked at.
_UNSEEN = np.zeros((1, 1, 4), np.uint8)


def made_again(image: GarmentImage, studio: Studio) -> GarmentImage:
    """The picture once more, and before it whatever it was made of.

    Raises
    ------
    CheckpointError : its weights are not here
    RequestError, ImageError : it says wrongly how it was made
    """
    try:
        return studio.picture(Variations(image), 0)
    except (ValueError, KeyError) as error:
        raise ImageError(f"It says wrongly how it was made ({error}); take it from another copy.") from error


def enlarged_from(image: GarmentImage, studio: Studio) -> GarmentImage:
    """The picture of ours that this one was enlarged from, made again.

    Raises
    ------
    ImageError : it was not made of a picture of ours
    CheckpointError, RequestError : as in `made_again`
    """
    source = image.idea.source if isinstance(image.idea, Reworked) else {}
    if "checkpoint" not in source:
        raise ImageError("The picture was not enlarged from one of ours; take it from another copy.")
    weights = str(source["checkpoint"]), str(source["checkpoint_sha256"])
    return made_again(GarmentImage(_UNSEEN, idea_from(source), *weights), studio)
