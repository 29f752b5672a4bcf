"""Cut-out pictures of a garment set, from a tar or from a folder in the same layout (`images/<id>.webp`)."""

import io
import tarfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from fashiongan.errors import DatasetError

FORMATS = ("WEBP", "PNG")


def read_pictures(source: Path, ids: list[str], size_px: int) -> Iterator[NDArray[np.uint8] | DatasetError]:
    """Yield (size, size, 4) RGBA sRGB pictures in the order of `ids`, shrunk with premultiplied alpha.

    For a picture that is missing or unreadable its error is yielded, so that the caller can count them.

    Raises
    ------
    DatasetError : the source is missing or neither a folder nor a tar
    """
    for name, content in _contents(source, ids):
        yield content if isinstance(content, DatasetError) else _decode(name, content, size_px)


def _contents(source: Path, ids: list[str]) -> Iterator[tuple[str, bytes | DatasetError]]:
    if source.is_dir():
        yield from ((name, _file(source, name)) for name in ids)
        return
    try:
        with tarfile.open(source) as archive:
            yield from ((name, _member(archive, name, source)) for name in ids)
    except (OSError, EOFError, tarfile.TarError) as error:
        raise DatasetError(f"{source} is neither a folder nor a readable tar of garments ({error}).") from error


def _file(folder: Path, name: str) -> bytes | DatasetError:
    for end in (".webp", ".png"):
        path = folder / "images" / (name + end)
        if path.is_file():
            return path.read_bytes()
    return DatasetError(f"{folder}/images has no picture of id {name}; run prepare again or drop its label.")


def _member(archive: tarfile.TarFile, name: str, source: Path) -> bytes | DatasetError:
    try:
        file = archive.extractfile(f"images/{name}.webp")
    except KeyError:
        file = None
    return (
        file.read() if file else DatasetError(f"{source} has no images/{name}.webp; the labels belong to another set.")
    )


def _decode(name: str, content: bytes, size_px: int) -> NDArray[np.uint8] | DatasetError:
    try:
        with Image.open(io.BytesIO(content), formats=FORMATS) as picture:
            return shrink_rgba(picture.convert("RGBA"), size_px)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        return DatasetError(f"picture {name} cannot be read ({error}); remove it and its label.")


def shrink_rgba(picture: Image.Image, size_px: int) -> NDArray[np.uint8]:
    """Resize an RGBA picture without letting colour from under transparent pixels into the edge."""
    if picture.size == (size_px, size_px):
        return np.asarray(picture)
    premultiplied = picture.convert("RGBa").resize((size_px, size_px), Image.Resampling.BOX)
    return np.asarray(premultiplied.convert("RGBA"))
