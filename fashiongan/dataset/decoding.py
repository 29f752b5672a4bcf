"""Pictures and archives of pictures that may come from anybody: what they say of their size is checked first."""

import io
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from fashiongan.errors import DatasetError

MOST_PIXELS = 64_000_000
# A photo of so many pixels has some 40 MB.
MOST_FILE_BYTES = 64 << 20


def decoded(source: bytes | Path, formats: tuple[str, ...], mode: str = "") -> NDArray[np.uint8]:
    """The pixels of a picture, (H, W) or (H, W, C), in a mode of Pillow's or as they are.

    Raises
    ------
    ValueError : no file, not one of these formats, damaged, or of more than 64 million pixels
    """
    if isinstance(source, Path) and not source.is_file():
        raise ValueError("no such file")
    try:
        with Image.open(io.BytesIO(source) if isinstance(source, bytes) else source, formats=formats) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise ValueError(f"{picture.width} x {picture.height} pixels, far too many")
            return np.array(picture.convert(mode) if mode else picture)
    except (OSError, SyntaxError, TypeError, LookupError, Image.DecompressionBombError) as error:
        raise ValueError(str(error)) from error


class PictureTar:
    """An open tar. `names` : of its plain files; links, devices and holes are none"""

    def __init__(self, archive: tarfile.TarFile) -> None:
        self._archive = archive
        self._members = {one.name: one for one in archive.getmembers() if one.isreg() and not one.issparse()}
        self.names = tuple(self._members)

    def read(self, name: str) -> bytes:
        """The content of a file.

        Raises
        ------
        KeyError : there is none of this name
        ValueError : larger than a picture is
        """
        member = self._members[name]
        if member.size > MOST_FILE_BYTES:
            raise ValueError(f"{name} has {member.size} bytes, far too many")
        file = self._archive.extractfile(member)
        assert file is not None
        return file.read()


@contextmanager
def opened_tar(source: Path, what: str) -> Iterator[PictureTar]:
    """A tar for reading. Packed ones are refused: pictures are packed already, and a bomb unpacks a thousandfold.

    Parameters
    ----------
    what : it should be, for the message

    Raises
    ------
    DatasetError : missing, packed, damaged, or whatever a ValueError inside says
    """
    try:
        with tarfile.open(source, "r:") as archive:
            yield PictureTar(archive)
    # A damaged header may set off any of these in tarfile.
    except (OSError, EOFError, LookupError, ValueError, RecursionError, OverflowError, tarfile.TarError) as error:
        raise DatasetError(f"{source} is {what} ({error}); give a plain .tar that is whole.") from error
