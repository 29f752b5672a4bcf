"""A photo and where in it a garment is to go."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image

from fashiongan.ideas.reworked import OtherPicture
from fashiongan.image import open_picture
from fashiongan.nameless import nameless
from fashiongan.tools.region import Region

# A picture holds the photo that it was made of, so the photo is no larger than this.
LARGEST_PX = 2048


@dataclass(frozen=True, eq=False)
class Place:
    """A photo and where in it a garment is to go. photo : (H, W, 4), opaque; region : in its pixels"""

    photo: OtherPicture
    region: Region

    def __post_init__(self) -> None:
        height, width = self.photo.rgba.shape[:2]
        self.region.refuse_outside(width, height)

    @property
    def sha256(self) -> str:
        """Of the photo's pixels."""
        return hashlib.sha256(self.photo.rgba.tobytes()).hexdigest()

    @classmethod
    def read(cls, path: Path, region: Region) -> "Place":
        """Read any picture, turned as its EXIF says; `region` in its own pixels. What is longer than 2048 px is shrunk.

        Raises
        ------
        ImageError : not a picture
        RequestError : the region is not inside it, or is all of it
        """
        picture = open_picture(path)
        region.refuse_outside(*picture.size)
        photo = Image.alpha_composite(Image.new("RGBA", picture.size, "white"), picture)
        scale = min(1.0, LARGEST_PX / max(photo.size))
        if scale < 1:
            width, height = (max(1, round(side * scale)) for side in photo.size)
            photo, region = photo.resize((width, height), Image.Resampling.LANCZOS), region.scaled(scale)
        return cls(OtherPicture(np.array(photo), nameless(path), path.name), region)
