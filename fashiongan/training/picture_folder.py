"""A designer's own folder of pictures as a style domain: photos or cut-outs, of any size."""

import logging
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from fashiongan.dataset.domains import LEAST_PICTURES, Domain, DomainPair, on_white
from fashiongan.errors import DatasetError, ImageError
from fashiongan.generator.style_picture import SIZE_PX, read_style_picture
from fashiongan.training.guards import refuse_too_large

logger = logging.getLogger(__name__)
SUFFIXES = frozenset((".png", ".jpg", ".jpeg", ".webp", ".bmp", ".tif", ".tiff"))
# Read, laid on white, and as the training holds them.
_COPIES = 3


def folder_pair(first: Path, second: Path) -> DomainPair:
    """Two folders as domains called by their names.

    Raises
    ------
    DatasetError : one is no folder, has too few pictures, or both have one name
    TrainingError : more pictures than fit into memory
    """
    name = first.resolve().name
    if name == second.resolve().name:
        raise DatasetError(f"Both folders are called {name}; rename one, because domains are called by their folders.")
    return DomainPair(folder_domain(first), folder_domain(second))


def folder_domain(folder: Path) -> Domain:
    """The pictures right inside a folder; those that cannot be read are left out with a warning. All may be mirrored.

    Raises
    ------
    DatasetError : no folder, or too few pictures in it
    TrainingError : more pictures than fit into memory
    """
    if not folder.is_dir():
        raise DatasetError(f"{folder} is not a folder; give two folders of pictures, or a garment set with --domains.")
    paths = sorted(path for path in folder.iterdir() if path.suffix.lower() in SUFFIXES)
    if len(paths) < LEAST_PICTURES:
        raise DatasetError(
            f"{folder} has {len(paths)} pictures, too few to learn from; put at least {LEAST_PICTURES} PNG, JPEG or "
            "WebP files into it, better some hundred."
        )
    refuse_too_large(_COPIES * len(paths) * 4 * SIZE_PX**2, torch.device("cpu"))
    read = [one for one in map(_read, paths) if one is not None]
    if len(read) < LEAST_PICTURES:
        raise DatasetError(f"Only {len(read)} of {len(paths)} pictures in {folder} can be read; replace the others.")
    rgba = torch.from_numpy(np.stack(read)).permute(0, 3, 1, 2).contiguous()
    return Domain(folder.resolve().name, on_white(rgba), torch.zeros(len(read)).long(), torch.ones(len(read)).bool())


def _read(path: Path) -> NDArray[np.uint8] | None:
    try:
        return read_style_picture(path).rgba
    except ImageError as error:
        logger.warning("left out: %s", error)
        return None
