"""People in photos that others have parsed: Clothing Co-Parsing and DeepFashion-MultiModal, for those who have them.

Their labels become our seven regions. They know nothing of the body under clothes, so its parts are derived from the
regions: tops cover the trunk, bottoms the legs, and a dress the trunk down to the crotch. What they do not say of a
garment is open; its colours and its style are those that the photo shows.

Sources: Yang et al., Clothing Co-Parsing (2014), 59 labels of `annotations/pixel-level/*.mat`; Jiang et al.,
Text2Human (2022), 24 labels of `segm/*_segm.png` and `labels/shape/shape_anno_all.txt`.
"""

import struct
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image
from scipy.io import loadmat
from scipy.io.matlab import MatReadError

from fashiongan.attributes import VOCABULARY, Pattern
from fashiongan.dataset.colors import measure_colors
from fashiongan.dataset.decoding import decoded
from fashiongan.dataset.labels import Split
from fashiongan.errors import DatasetError, ImageError
from fashiongan.image import open_picture
from fashiongan.people.framing import frame_around
from fashiongan.people.making import TEST_EVERY
from fashiongan.people.parsed_labels import (
    CO_PARSED_REGIONS,
    DEEPFASHION,
    DEEPFASHION_REGIONS,
    DRESS,
    SKIN,
    shape_words,
)
from fashiongan.people.piece import cut_out
from fashiongan.people.reading import OPEN, SLOTS, PeopleSet, StyleCodes
from fashiongan.people.regions import BodyPart, Region

Pixels = NDArray[np.uint8]
# Of a person's height, from the top: skin above it is of the head, skin below it of the legs; a dress ends the trunk.
HEAD_ENDS, LEGS_BEGIN, CROTCH = 0.2, 0.62, 0.53
LEAST_SHARE = 0.04
CCP_MASKS, DEEPFASHION_MASKS = Path("annotations/pixel-level"), Path("segm")
SHAPES = Path("labels/shape/shape_anno_all.txt")


@dataclass(frozen=True, eq=False)
class Parsed:
    """One photo: (H, W, 3) sRGB, (H, W) Region or SKIN, whether in a dress, and words by slot as far as known."""

    name: str
    rgb: Pixels
    labels: Pixels
    in_dress: bool
    words: tuple[dict[str, str], dict[str, str]]


def read_parsed_people(folder: Path, split: Split, codes: StyleCodes) -> PeopleSet:
    """Photos of a folder in either layout; every eighth name, by its checksum, is of the test split.

    Raises
    ------
    DatasetError : neither layout, or nobody in it
    """
    people = [one for one in _photos(folder, split) if _share(one) >= LEAST_SHARE]
    if not people:
        raise DatasetError(f"{folder} has no parsed photo of a person in split {split}; see docs/training.md.")
    return _as_set(people, codes)


def is_parsed_folder(folder: Path) -> bool:
    """Whether a folder is in one of the layouts."""
    return (folder / CCP_MASKS).is_dir() or (folder / DEEPFASHION_MASKS).is_dir()


def _photos(folder: Path, split: Split) -> Iterator[Parsed]:
    if (folder / CCP_MASKS).is_dir():
        yield from _each(sorted((folder / CCP_MASKS).glob("*.mat")), split, lambda path: _co_parsed(folder, path))
        return
    shapes = _shapes(folder / SHAPES)
    masks = sorted((folder / DEEPFASHION_MASKS).glob("*_segm.png"))
    yield from _each(masks, split, lambda path: _multi_modal(folder, path, shapes))


def _each(masks: list[Path], split: Split, read: Callable[[Path], Parsed]) -> Iterator[Parsed]:
    for path in masks:
        if (zlib.crc32(path.stem.encode()) % TEST_EVERY == 0) == (split is Split.TEST):
            yield read(path)


def _co_parsed(folder: Path, path: Path) -> Parsed:
    try:
        found = np.asarray(loadmat(str(path), variable_names=["groundtruth"])["groundtruth"])
    # Whatever a damaged or hostile file sets off in SciPy's reader.
    except (ArithmeticError, AssertionError, EOFError, LookupError, MemoryError, MatReadError, OSError) as error:
        raise _no_groundtruth(path, error) from error
    except (AttributeError, RuntimeError, TypeError, ValueError, Warning, struct.error, zlib.error) as error:
        raise _no_groundtruth(path, error) from error
    labels = _translated(found, CO_PARSED_REGIONS, path)
    rgb = _photo(folder / "photos" / f"{path.stem}.jpg", labels)
    in_dress = bool((found == DRESS).any())
    return Parsed(path.stem, rgb, labels, in_dress, ({"category": "dress"} if in_dress else {}, {}))


def _no_groundtruth(path: Path, error: Exception) -> DatasetError:
    return DatasetError(f"{path} holds no groundtruth ({error}); give Clothing Co-Parsing as it came.")


def _multi_modal(folder: Path, path: Path, shapes: dict[str, list[str]]) -> Parsed:
    try:
        found = decoded(path, ("PNG",))
    except ValueError as error:
        raise DatasetError(f"{path} cannot be read ({error}); give DeepFashion-MultiModal as it came.") from error
    labels = _translated(found, DEEPFASHION_REGIONS, path)
    name = path.stem.removesuffix("_segm")
    rgb = _photo(folder / "images" / f"{name}.jpg", labels)
    kinds = {DEEPFASHION[int(one)] for one in np.unique(found)}
    words = shape_words(shapes.get(f"{name}.jpg", []), kinds)
    return Parsed(name, rgb, labels, bool({"dress", "rompers"} & kinds), words)


def _translated(found: NDArray[np.generic], table: Pixels, path: Path) -> Pixels:
    if found.ndim != 2 or not np.issubdtype(found.dtype, np.integer) or int(found.max()) >= len(table):
        raise DatasetError(f"{path} is no map of {len(table)} labels; give the data set as it came.")
    return table[found.astype(np.int64)]


def _photo(path: Path, labels: Pixels) -> Pixels:
    try:
        rgb = np.array(open_picture(path).convert("RGB"))
    except ImageError as error:
        raise DatasetError(str(error)) from error
    if rgb.shape[:2] != labels.shape:
        raise DatasetError(f"{path} is {rgb.shape[1]} x {rgb.shape[0]} px, its labels {labels.shape[::-1]}.")
    return rgb


def _shapes(path: Path) -> dict[str, list[str]]:
    """Numbers of the shape table by picture; empty where there is no table."""
    if not path.exists():
        return {}
    rows = (line.split() for line in path.read_text(encoding="utf-8", errors="replace").splitlines())
    return {row[0]: row[1:] for row in rows if row}


def _share(one: Parsed) -> float:
    return float((one.labels != Region.GROUND).mean())


def told_skin(labels: Pixels) -> Pixels:
    """Regions with SKIN told apart by height: the head's, the legs', and all other."""
    rows = np.flatnonzero((labels != Region.GROUND).any(1))
    place = (np.arange(len(labels)) - rows[0]) / max(1, rows[-1] - rows[0])
    kind = np.where(place < HEAD_ENDS, Region.HEAD, np.where(place > LEGS_BEGIN, Region.LEGS, Region.ARMS))
    return np.where(labels == SKIN, kind[:, None], labels).astype(np.uint8)


def derived_body(regions: Pixels, in_dress: bool) -> Pixels:
    """(H, W) of BodyPart, as far as regions tell of it."""
    parts = np.zeros(len(Region), np.uint8)
    parts[[Region.HAIR, Region.HEAD]] = BodyPart.HEAD
    parts[Region.TOP], parts[Region.ARMS] = BodyPart.TRUNK, BodyPart.ARMS
    parts[[Region.BOTTOM, Region.LEGS]] = BodyPart.LEGS
    body = parts[regions]
    rows = np.flatnonzero((regions != Region.GROUND).any(1))
    if in_dress and len(rows):
        crotch = round(rows[0] + CROTCH * (rows[-1] - rows[0]))
        below = body[crotch:]
        below[below == BodyPart.TRUNK] = BodyPart.LEGS
    return body


def _as_set(people: list[Parsed], codes: StyleCodes) -> PeopleSet:
    frames = [frame_around(one.labels != Region.GROUND) for one in people]
    rgb = [frame.cut(one.rgb) for frame, one in zip(frames, people, strict=True)]
    nearest = Image.Resampling.NEAREST
    regions = [frame.cut(told_skin(one.labels), nearest) for frame, one in zip(frames, people, strict=True)]
    body = [derived_body(regions[index], one.in_dress) for index, one in enumerate(people)]
    pieces = [[cut_out(a, b == slot) for slot in SLOTS] for a, b in zip(rgb, regions, strict=True)]
    flat = torch.from_numpy(np.stack([one for row in pieces for one in row])).permute(0, 3, 1, 2).contiguous()
    style = codes(flat)
    return PeopleSet(
        [one.name for one in people],
        torch.from_numpy(np.stack(rgb)).permute(0, 3, 1, 2).contiguous(),
        torch.from_numpy(np.stack(regions)),
        torch.from_numpy(np.stack(body)),
        torch.tensor([[bool((one == slot).any()) for slot in SLOTS] for one in regions]),
        torch.stack([torch.stack([_words(words) for words in one.words]) for one in people]),
        torch.tensor(np.stack([[_lab(one) for one in row] for row in pieces]), dtype=torch.float32),
        style.view(len(people), len(SLOTS), -1),
        torch.tensor([one.in_dress for one in people]),
    )


def _words(known: dict[str, str]) -> torch.Tensor:
    given = {name: list(kind).index(kind(known[name])) for name, kind in VOCABULARY.items() if name in known}
    return torch.tensor([given.get(name, size) for name, size in zip(VOCABULARY, OPEN, strict=True)])


def _lab(piece: Pixels) -> NDArray[np.float32]:
    try:
        return np.asarray(measure_colors(piece, Pattern.ABSTRACT).as_row(), np.float32)
    except DatasetError:  # No such piece.
        return np.zeros(6, np.float32)
