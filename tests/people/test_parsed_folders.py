import zlib
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image
from scipy.io import savemat

from fashiongan.attributes import VOCABULARY
from fashiongan.dataset.labels import Split
from fashiongan.errors import DatasetError
from fashiongan.people.loading import load_people
from fashiongan.people.parsed_folders import derived_body
from fashiongan.people.parsed_labels import CO_PARSED, CO_PARSED_REGIONS, DEEPFASHION, shape_words
from fashiongan.people.reading import OPEN
from fashiongan.people.regions import BodyPart, Region

SKIN, HAIR, SHIRT, JEANS, DRESS = (CO_PARSED.index(name) for name in ("skin", "hair", "t-shirt", "jeans", "dress"))


def mean_colors(rgba: torch.Tensor) -> torch.Tensor:
    return rgba[:, :3].float().mean((2, 3))


def name_of(split: Split) -> str:
    """A name whose checksum is of a split."""
    wanted = split is Split.TEST
    return next(f"{index:04d}" for index in range(99) if (zlib.crc32(f"{index:04d}".encode()) % 8 == 0) == wanted)


def photo_labels(hair: int, skin: int, top: int, bottom: int) -> np.ndarray:
    """(300, 200) somebody 240 px tall."""
    labels = np.zeros((300, 200), np.uint8)
    labels[30:36, 90:110] = hair
    labels[36:60, 90:110] = skin
    labels[60:150, 60:140] = top
    labels[60:150, 50:60] = skin
    labels[150:220, 70:130] = bottom
    labels[220:270, 75:90] = skin
    return labels


def write_co_parsed(folder: Path, labels: np.ndarray, name: str) -> None:
    (folder / "annotations" / "pixel-level").mkdir(parents=True)
    (folder / "photos").mkdir()
    savemat(folder / "annotations" / "pixel-level" / f"{name}.mat", {"groundtruth": labels})
    Image.new("RGB", (200, 300), (10, 160, 40)).save(folder / "photos" / f"{name}.jpg")


def test_clothing_co_parsing_becomes_our_regions(tmp_path: Path) -> None:
    write_co_parsed(tmp_path, photo_labels(HAIR, SKIN, SHIRT, JEANS), name_of(Split.TRAIN))
    people = load_people(tmp_path, Split.TRAIN, None, mean_colors)
    regions = people.regions[0]
    assert people.rgb.shape == (1, 3, 256, 160)
    assert {Region(one) for one in regions.unique().tolist()} == set(Region)
    assert people.worn.tolist() == [[True, True]]
    assert people.words[0].tolist() == [list(OPEN)] * 2
    assert (people.style[0, 0] - torch.tensor([10.0, 160, 40])).abs().max() < 90
    with pytest.raises(DatasetError, match="no parsed photo of a person in split test"):
        load_people(tmp_path, Split.TEST, None, mean_colors)


def test_skin_is_of_the_head_above_of_the_legs_below_and_of_the_arms_between(tmp_path: Path) -> None:
    write_co_parsed(tmp_path, photo_labels(HAIR, SKIN, SHIRT, JEANS), name_of(Split.TRAIN))
    regions = load_people(tmp_path, Split.TRAIN, None, mean_colors).regions[0]
    rows = {region: (regions == region).nonzero()[:, 0].float().mean() for region in Region}
    assert rows[Region.HEAD] < rows[Region.ARMS] < rows[Region.LEGS]


def test_a_dress_covers_trunk_and_thighs(tmp_path: Path) -> None:
    write_co_parsed(tmp_path, photo_labels(HAIR, SKIN, DRESS, DRESS), name_of(Split.TRAIN))
    people = load_people(tmp_path, Split.TRAIN, None, mean_colors)
    assert people.in_dress.tolist() == [True]
    below = people.body[0][people.regions[0] == Region.TOP]
    assert {BodyPart(one) for one in below.unique().tolist()} == {BodyPart.TRUNK, BodyPart.LEGS}
    assert people.words[0, 0, 0] == list(VOCABULARY["category"]).index("dress")


def test_deepfashion_tells_of_sleeves_and_lengths(tmp_path: Path) -> None:
    name = next(f"WOMEN-{index}" for index in range(99) if zlib.crc32(f"WOMEN-{index}_segm".encode()) % 8)
    numbers = (DEEPFASHION.index(one) for one in ("hair", "skin", "top", "skirt"))
    for place in ("segm", "images", "labels/shape"):
        (tmp_path / place).mkdir(parents=True)
    Image.fromarray(photo_labels(*numbers)).save(tmp_path / "segm" / f"{name}_segm.png")
    Image.new("RGB", (200, 300), "navy").save(tmp_path / "images" / f"{name}.jpg")
    table = f"{name}.jpg 3 1 0 0 0 0 0 0 0 2 2 1\n"
    (tmp_path / "labels" / "shape" / "shape_anno_all.txt").write_text(table)
    people = load_people(tmp_path, Split.TRAIN, None, mean_colors)
    words = [dict(zip(VOCABULARY, row.tolist(), strict=True)) for row in people.words[0]]
    assert list(VOCABULARY["sleeve"])[words[0]["sleeve"]] == "long"
    assert list(VOCABULARY["neckline"])[words[0]["neckline"]] == "crew"
    assert list(VOCABULARY["category"])[words[1]["category"]] == "skirt"
    assert list(VOCABULARY["length"])[words[1]["length"]] == "knee"


def test_numbers_that_say_nothing_leave_words_open() -> None:
    assert shape_words(["5", "4"], {"top", "pants"}) == ({}, {})
    assert shape_words([], {"dress"}) == ({"category": "dress"}, {})
    assert shape_words(["0", "0"], {"pants"}) == ({"sleeve": "none"}, {"category": "shorts", "length": "short"})


def test_every_label_has_a_region_and_nobody_is_ground() -> None:
    assert len(CO_PARSED) == 59
    assert len(DEEPFASHION) == 24
    assert CO_PARSED_REGIONS[0] == Region.GROUND
    assert CO_PARSED_REGIONS[SHIRT] == Region.TOP


def test_a_body_that_is_derived_of_nobody_is_nobody() -> None:
    assert (derived_body(np.zeros((8, 8), np.uint8), in_dress=True) == BodyPart.GROUND).all()


@pytest.mark.parametrize(
    ("labels", "message"),
    [
        (np.full((300, 200), 60, np.uint8), "no map of 59 labels"),
        (np.zeros((10, 10), np.uint8), "is 200 x 300 px, its labels"),
    ],
)
def test_photos_that_do_not_go_with_their_labels_are_refused(tmp_path: Path, labels: np.ndarray, message: str) -> None:
    write_co_parsed(tmp_path, labels, name_of(Split.TRAIN))
    with pytest.raises(DatasetError, match=message):
        load_people(tmp_path, Split.TRAIN, None, mean_colors)


def test_a_damaged_annotation_is_refused(tmp_path: Path) -> None:
    write_co_parsed(tmp_path, photo_labels(HAIR, SKIN, SHIRT, JEANS), name_of(Split.TRAIN))
    next((tmp_path / "annotations" / "pixel-level").iterdir()).write_bytes(b"no mat")
    with pytest.raises(DatasetError, match="holds no groundtruth"):
        load_people(tmp_path, Split.TRAIN, None, mean_colors)
