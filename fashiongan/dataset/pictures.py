"""Cut-out pictures of a garment set, from a tar or from a folder in the same layout (`images/<id>.webp`)."""

import io
import tarfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, UnidentifiedImageError

from fashiongan.errors import DatasetError

FORMATS = ("WEBP", "PNG")


def read_pictures(source: Path, ids: list[str], size_px: int) -> Iterator[NDArray[np.uint8]]:
    """Yield (size, size, 4) RGBA sRGB pictures in the order of `ids`, shrunk with premultiplied alpha.

    Raises
    ------
    DatasetError : the source is missing, or a picture is missing or unreadable
    """
    for name, content in _contents(source, ids):
        yield _decode(name, content, size_px)


def _contents(source: Path, ids: list[str]) -> Iterator[tuple[str, bytes]]:
    if source.is_dir():
        for name in ids:
            path = next(
                (path for end in (".webp", ".png") if (path := source / "images" / (name + end)).is_file()), None
            )
            if path is None:
                raise DatasetError(f"{source}/images has no picture of id {name}; run prepare again or drop its label.")
            yield name, path.read_bytes()
        return
    try:
        with tarfile.open(source) as archive:
            yield from ((name, _member(archive, name, source)) for name in ids)
    except (OSError, tarfile.TarError) as error:
        raise DatasetError(f"{source} is neither a folder nor a readable tar of garments ({error}).") from error


def _member(archive: tarfile.TarFile, name: str, source: Path) -> bytes:
    try:
        file = archive.extractfile(f"images/{name}.webp")
    except KeyError as error:
        raise DatasetError(f"{source} has no images/{name}.webp; the labels belong to another set.") from error
    if file is None:
        raise DatasetError(f"{source}: images/{name}.webp is not a file.")
    return file.read()


def _decode(name: str, content: bytes, size_px: int) -> NDArray[np.uint8]:
    try:
        with Image.open(io.BytesIO(content), formats=FORMATS) as picture:
            return shrink_rgba(picture.convert("RGBA"), size_px)
    except (OSError, UnidentifiedImageError, Image.DecompressionBombError) as error:
        raise DatasetError(f"picture {name} cannot be read ({error}); remove it and its label.") from error


def shrink_rgba(picture: Image.Image, size_px: int) -> NDArray[np.uint8]:
    """Resize an RGBA picture without letting colour from under transparent pixels into the edge."""
    if picture.size == (size_px, size_px):
        return np.asarray(picture)
    premultiplied = picture.convert("RGBa").resize((size_px, size_px), Image.Resampling.BOX)
    return np.asarray(premultiplied.convert("RGBA"))
