"""Pictures of dressed people in memory, with what is known of each piece that they wear."""

import csv
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from fashiongan.attributes import VOCABULARY
from fashiongan.dataset.colors import read_colors, shipped_color_table
from fashiongan.dataset.decoding import decoded
from fashiongan.dataset.labels import Split, label_indices, read_labels, table_beside
from fashiongan.dataset.pictures import read_pictures
from fashiongan.errors import DatasetError
from fashiongan.people.making import PART_STEP, PICTURES, REGIONS, TABLE
from fashiongan.people.outfits import GARMENT_PX
from fashiongan.people.regions import HEIGHT_PX, WIDTH_PX, BodyPart, Region

OPEN = tuple(len(kind) for kind in VOCABULARY.values())
# The columns of a piece: a dress is a top.
SLOTS = (Region.TOP, Region.BOTTOM)
# (B, 4, S, S) uint8 cut-outs to (B, W) codes of a style encoder.
StyleCodes = Callable[[Tensor], Tensor]
Pixels = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class PeopleSet:
    """N pictures. Two pieces each: a top or a dress, and a bottom.

    rgb : (N, 3, 256, 160) uint8; regions, body : (N, 256, 160) uint8 of Region and of BodyPart; worn : (N, 2) bool;
    words : (N, 2, A) int64, the size of the vocabulary where open; lab : (N, 2, 6) CIELAB of the main and the second
    colour; style : (N, 2, W) codes; in_dress : (N,) bool
    """

    ids: list[str]
    rgb: Tensor
    regions: Tensor
    body: Tensor
    worn: Tensor
    words: Tensor
    lab: Tensor
    style: Tensor
    in_dress: Tensor

    def __len__(self) -> int:
        return len(self.ids)


def read_own_people(folder: Path, split: Split, garments: Path, codes: StyleCodes) -> PeopleSet:
    """People that `make_people` made of a garment set.

    Raises
    ------
    DatasetError : the folder or the garment set is not one, or they do not belong together
    """
    rows = [row for row in _rows(folder / TABLE) if row["split"] == str(split)]
    if not rows:
        raise DatasetError(f"{folder} has nobody in split {split}; make more people: fashiongan-train people.")
    maps = [_maps(folder, row["picture"]) for row in rows]
    cuts, cloths = ([[row[f"{slot}{end}"] for slot in ("top", "bottom")] for row in rows] for end in ("", "_cloth"))
    known = _Known.of(garments, {one for row in cuts + cloths for one in row if one}, codes)
    words = torch.stack([known.words(cut, cloth) for cut, cloth in zip(cuts, cloths, strict=True)])
    rgb, regions, body = (np.stack(kind) for kind in zip(*maps, strict=True))
    return PeopleSet(
        [row["picture"] for row in rows],
        torch.from_numpy(rgb).permute(0, 3, 1, 2).contiguous(),
        torch.from_numpy(regions),
        torch.from_numpy(body),
        torch.tensor([[bool(one) for one in row] for row in cuts]),
        words,
        torch.stack([known.of_pieces(known.lab, row) for row in cloths]),
        torch.stack([known.of_pieces(known.style, row) for row in cloths]),
        words[:, 0, 0] == list(VOCABULARY["category"]).index(VOCABULARY["category"]("dress")),
    )


def _rows(table: Path) -> list[dict[str, str]]:
    try:
        with table.open(newline="", encoding="utf-8") as file:
            rows = list(csv.DictReader(file))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise DatasetError(f"{table} cannot be read ({error}); make people: fashiongan-train people.") from error
    wanted = {"picture", "split", "top", "top_cloth", "bottom", "bottom_cloth"}
    if not rows or not wanted <= set(rows[0]):
        raise DatasetError(f"{table} is no table of people; make them anew: fashiongan-train people.")
    return rows


def _maps(folder: Path, name: str) -> tuple[Pixels, Pixels, Pixels]:
    """(256, 160, 3) sRGB, (256, 160) regions and (256, 160) body parts."""
    rgb = read_person_png(folder / PICTURES / f"{name}.png", "RGB")
    both = read_person_png(folder / REGIONS / f"{name}.png", "L")
    regions, body = both % PART_STEP, both // PART_STEP
    if regions.max() >= len(Region) or body.max() >= len(BodyPart):
        raise DatasetError(f"{folder / REGIONS}/{name}.png shows no regions; make people: fashiongan-train people.")
    return rgb, regions, body


def read_person_png(path: Path, mode: str) -> Pixels:
    """A picture of the networks' size.

    Raises
    ------
    DatasetError : none, or of another size
    """
    try:
        pixels = decoded(path, ("PNG",), mode)
    except ValueError as error:
        raise DatasetError(f"{path} cannot be read ({error}); make people: fashiongan-train people.") from error
    if pixels.shape[:2] != (HEIGHT_PX, WIDTH_PX):
        raise DatasetError(f"{path} is {pixels.shape[1]} x {pixels.shape[0]} px, not {WIDTH_PX} x {HEIGHT_PX}.")
    return pixels


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of garments, by id. labels : (A,) int64; lab : (6,); style : (W,)"""

    labels: dict[str, Tensor]
    lab: dict[str, Tensor]
    style: dict[str, Tensor]

    @classmethod
    def of(cls, garments: Path, ids: set[str], codes: StyleCodes) -> "_Known":
        labels = {one.image: one.attributes for one in read_labels(table_beside(garments)) if one.image in ids}
        colors = read_colors(shipped_color_table())
        unknown = sorted(ids - (set(labels) & set(colors)))
        if unknown:
            raise DatasetError(f"{garments} has no garment {unknown[0]}; give the set that the people were made of.")
        order = sorted(ids)
        pictures = list(read_pictures(garments, order, GARMENT_PX))
        rgba = np.stack([_whole(one) for one in pictures]).transpose(0, 3, 1, 2)
        style = codes(torch.from_numpy(np.ascontiguousarray(rgba)))
        rows = torch.from_numpy(label_indices(labels[one] for one in order))
        lab = {one: torch.tensor(colors[one].as_row(), dtype=torch.float32) for one in order}
        return cls(dict(zip(order, rows, strict=True)), lab, dict(zip(order, style, strict=True)))

    def words(self, cuts: list[str], cloths: list[str]) -> Tensor:
        """(2, A) words of two pieces: how they are cut, and of which cloth; all open where there is no piece."""
        return torch.stack([self._words(cut, cloth) for cut, cloth in zip(cuts, cloths, strict=True)])

    def _words(self, cut: str, cloth: str) -> Tensor:
        if not cut:
            return torch.tensor(OPEN)
        of_cloth = torch.tensor([name in ("pattern", "fabric") for name in VOCABULARY])
        return torch.where(of_cloth, self.labels[cloth], self.labels[cut])

    def of_pieces(self, values: dict[str, Tensor], cloths: list[str]) -> Tensor:
        """(2, W) of two pieces; zeros where there is no piece."""
        nothing = torch.zeros_like(next(iter(values.values())))
        return torch.stack([values[one] if one else nothing for one in cloths])


def _whole(picture: Pixels | DatasetError) -> Pixels:
    if isinstance(picture, DatasetError):
        raise picture
    return picture
