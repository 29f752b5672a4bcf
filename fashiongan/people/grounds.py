"""Photos in which nobody is, to stand people in front of: those of garments that lie or hang."""

from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from fashiongan.dataset.decoding import decoded, opened_tar
from fashiongan.dataset.labels import Split, read_labels, table_beside


def read_grounds(source: Path, split: Split) -> Tensor:
    """(M, 3, S, S) uint8 photos of one split of a tar with `photos/<id>.jpg` beside its labels.csv.

    Raises
    ------
    DatasetError : not such a tar, or no photo of the split
    """
    wanted = {f"photos/{one.image}.jpg" for one in read_labels(table_beside(source)) if one.split is split}
    with opened_tar(source, "no tar of photos of one size") as archive:
        pixels = np.stack([decoded(archive.read(name), ("JPEG",), "RGB") for name in archive.names if name in wanted])
    return torch.from_numpy(pixels).permute(0, 3, 1, 2).contiguous()
