"""Pictures of a library as files of one's own."""

import io
from enum import StrEnum
from pathlib import Path

from fashiongan.files import write_atomically
from fashiongan.image import garment_image_from
from fashiongan.project.gathering import Chosen

JPEG_QUALITY = 95


class PictureFile(StrEnum):
    """A PNG is the very file of the library, with its settings in it; a JPEG is on white, and says nothing."""

    PNG = ".png"
    JPEG = ".jpg"


def picture_paths(folder: Path, name: str, count: int, kind: PictureFile) -> list[Path]:
    """Where so many pictures go: one has the plain name, several are numbered."""
    if count == 1:
        return [folder / f"{name}{kind}"]
    digits = len(str(count))
    return [folder / f"{name}-{index:0{digits}d}{kind}" for index in range(1, count + 1)]


def write_picture(picture: Chosen, path: Path, kind: PictureFile) -> None:
    """Write one picture.

    Raises
    ------
    ImageError : it was lost or damaged
    OutputError : the place cannot be written to
    """
    png = picture.png()
    write_atomically(path, png if kind is PictureFile.PNG else _jpeg(png, picture.path.name))


def _jpeg(png: bytes, name: str) -> bytes:
    buffer = io.BytesIO()
    garment_image_from(png, name).on_ground().save(buffer, "JPEG", quality=JPEG_QUALITY)
    return buffer.getvalue()
