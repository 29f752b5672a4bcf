"""A folder of pictures that somebody likes, as a taste for one order: nothing is kept of it."""

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fashiongan.errors import ImageError, RequestError
from fashiongan.generator.style_picture import StylePicture, read_style_picture
from fashiongan.image import GarmentImage, read_garment_image
from fashiongan.taste.profile import TasteProfile, picture_sha256, read_profile

ENDINGS = (".png", ".jpg", ".jpeg", ".webp", ".bmp", ".tif", ".tiff")
MOST_PICTURES = 500


@dataclass(frozen=True, eq=False)
class MoodBoard:
    """Liked pictures: ours, and photos of garments."""

    pictures: tuple[GarmentImage | StylePicture, ...]

    @property
    def sha256(self) -> str:
        """Of all that is seen, in order."""
        return hashlib.sha256("".join(picture_sha256(one.rgba) for one in self.pictures).encode()).hexdigest()


Liked = TasteProfile | MoodBoard


def read_liked(path: Path) -> Liked:
    """Read a taste profile, or a folder of liked pictures.

    Raises
    ------
    RequestError : a damaged profile, or a folder without pictures, or with far too many
    ImageError : a picture that cannot be read, or that shows no garment on a plain ground
    """
    return read_board(path) if path.is_dir() else read_profile(path)


def read_board(folder: Path) -> MoodBoard:
    """Read all pictures of a folder, by name.

    Raises
    ------
    RequestError, ImageError : as in `read_liked`
    """
    paths = sorted(path for path in folder.iterdir() if path.suffix.lower() in ENDINGS)
    if not 1 <= len(paths) <= MOST_PICTURES:
        raise RequestError(
            f"{folder} holds {len(paths)} pictures; give a folder of 1 to {MOST_PICTURES} that you like."
        )
    return MoodBoard(tuple(_read(path) for path in paths))


def _read(path: Path) -> GarmentImage | StylePicture:
    try:
        return read_garment_image(path)
    except ImageError:
        photo = read_style_picture(path)
    if not photo.cut_out:
        raise ImageError(f"No garment stands out in {path}; photograph it on a plain ground, or cut it out first.")
    return photo


def described(liked: Liked) -> dict[str, Any]:
    """What a taste is told by: its hash and how many pictures are behind it."""
    count = len(liked.stars) if isinstance(liked, TasteProfile) else len(liked.pictures)
    return {"taste": liked.sha256, "pictures": count}
