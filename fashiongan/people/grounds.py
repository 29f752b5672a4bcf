"""Photos in which nobody is, to stand people in front of: those of garments that lie or hang."""

import io
import tarfile
from pathlib import Path

import numpy as np
import torch
from PIL import Image
from torch import Tensor

from fashiongan.dataset.labels import Split, read_labels, table_beside
from fashiongan.errors import DatasetError


def read_grounds(source: Path, split: Split) -> Tensor:
    """(M, 3, S, S) uint8 photos of one split of a tar with `photos/<id>.jpg` beside its labels.csv.

    Raises
    ------
    DatasetError : not such a tar, or no photo of the split
    """
    wanted = {f"photos/{one.image}.jpg" for one in read_labels(table_beside(source)) if one.split is split}
    try:
        with tarfile.open(source) as archive:
            files = [archive.extractfile(name) for name in archive.getnames() if name in wanted]
            photos = [_decoded(file.read()) for file in files if file]
        pixels = np.stack(photos)
    except (OSError, EOFError, ValueError, SyntaxError, tarfile.TarError) as error:
        raise DatasetError(f"{source} is no tar of photos of one size ({error}); give photos256.tar.") from error
    return torch.from_numpy(pixels).permute(0, 3, 1, 2).contiguous()


def _decoded(content: bytes) -> np.ndarray:
    with Image.open(io.BytesIO(content), formats=("JPEG",)) as picture:
        return np.array(picture.convert("RGB"))
