"""Cut-out pictures of a garment set, from a tar or from a folder in the same layout (`images/<id>.webp`)."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from fashiongan.dataset.decoding import PictureTar, decoded, opened_tar
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
    with opened_tar(source, "neither a folder nor a readable tar of garments") as archive:
        # Whoever takes the pictures may end in an error of his own, which is not the tar's.
        contents = [(name, _member(archive, name, source)) for name in ids]
    yield from contents


def _file(folder: Path, name: str) -> bytes | DatasetError:
    for end in (".webp", ".png"):
        path = folder / "images" / (name + end)
        if path.is_file():
            return path.read_bytes()
    return DatasetError(f"{folder}/images has no picture of id {name}; run prepare again or drop its label.")


def _member(archive: PictureTar, name: str, source: Path) -> bytes | DatasetError:
    file = f"images/{name}.webp"
    if file not in archive.names:
        return DatasetError(f"{source} has no {file}; the labels belong to another set.")
    return archive.read(file)


def _decode(name: str, content: bytes, size_px: int) -> NDArray[np.uint8] | DatasetError:
    try:
        return shrink_rgba(Image.fromarray(decoded(content, FORMATS, "RGBA")), size_px)
    except ValueError as error:
        return DatasetError(f"picture {name} cannot be read ({error}); remove it and its label.")


def shrink_rgba(picture: Image.Image, size_px: int) -> NDArray[np.uint8]:
    """Resize an RGBA picture without letting colour from under transparent pixels into the edge."""
    if picture.size == (size_px, size_px):
        return np.asarray(picture)
    premultiplied = picture.convert("RGBa").resize((size_px, size_px), Image.Resampling.BOX)
    return np.asarray(premultiplied.convert("RGBA"))
