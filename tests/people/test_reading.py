import csv
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from fashiongan.attributes import VOCABULARY
from fashiongan.dataset.labels import Split, read_labels
from fashiongan.errors import DatasetError
from fashiongan.people.loading import load_people
from fashiongan.people.making import PICTURES, REGIONS, TABLE
from fashiongan.people.reading import OPEN, read_own_people
from fashiongan.people.regions import Region
from tests.tools.redressers import body_of, colored, person_map


def mean_colors(rgba: torch.Tensor) -> torch.Tensor:
    return rgba[:, :3].float().mean((2, 3))


def write_people(folder: Path, rows: list[dict[str, str]]) -> Path:
    for name in (PICTURES, REGIONS):
        (folder / name).mkdir()
    with (folder / TABLE).open("w", newline="") as file:
        writer = csv.DictWriter(file, ["picture", "split", "top", "top_cloth", "bottom", "bottom_cloth"])
        writer.writeheader()
        writer.writerows(rows)
    maps = person_map()
    for row in rows:
        Image.fromarray(colored(maps)).convert("RGB").save(folder / PICTURES / f"{row['picture']}.png")
        Image.fromarray(maps + 8 * body_of(maps)).save(folder / REGIONS / f"{row['picture']}.png")
    return folder


@pytest.fixture
def garment_ids(tiny_garments: Path) -> dict[str, str]:
    """One garment of each category."""
    return {str(one.attributes.category): one.image for one in read_labels(tiny_garments / "labels.csv")}


@pytest.fixture
def people(tmp_path: Path, garment_ids: dict[str, str]) -> Path:
    top, skirt, dress = (garment_ids[name] for name in ("tshirt", "skirt", "dress"))
    both = {"top": top, "top_cloth": dress, "bottom": skirt, "bottom_cloth": skirt}
    alone = {"top": dress, "top_cloth": dress, "bottom": "", "bottom_cloth": ""}
    rows = [
        {"picture": "00000-0", "split": "train", **both},
        {"picture": "00001-0", "split": "train", **alone},
        {"picture": "00007-0", "split": "test", **both},
    ]
    return write_people(tmp_path, rows)


def test_a_picture_comes_with_its_regions_and_the_body_below(people: Path, tiny_garments: Path) -> None:
    read = read_own_people(people, Split.TRAIN, tiny_garments, mean_colors)
    assert read.ids == ["00000-0", "00001-0"]
    assert (read.regions[0].numpy() == person_map()).all()
    assert (read.body[0].numpy() == body_of(person_map())).all()
    assert (read.rgb[0, :, 130, 60] == torch.tensor(colored(person_map())[130, 60, :3])).all()


def test_a_piece_has_the_cut_of_one_garment_and_the_cloth_of_another(
    people: Path, tiny_garments: Path, garment_ids: dict[str, str]
) -> None:
    read = read_own_people(people, Split.TRAIN, tiny_garments, mean_colors)
    known = {one.image: one.attributes for one in read_labels(tiny_garments / "labels.csv")}
    cut, cloth = known[garment_ids["tshirt"]], known[garment_ids["dress"]]
    words = dict(zip(VOCABULARY, read.words[0, 0].tolist(), strict=True))
    assert [list(VOCABULARY[name])[words[name]] for name in ("category", "sleeve")] == [cut.category, cut.sleeve]
    assert [list(VOCABULARY[name])[words[name]] for name in ("pattern", "fabric")] == [cloth.pattern, cloth.fabric]
    assert (read.style[0, 0] == read.style[1, 0]).all()


def test_who_wears_a_dress_wears_no_bottom_of_which_something_were_known(people: Path, tiny_garments: Path) -> None:
    read = read_own_people(people, Split.TRAIN, tiny_garments, mean_colors)
    assert read.worn.tolist() == [[True, True], [True, False]]
    assert read.in_dress.tolist() == [False, True]
    assert read.words[1, 1].tolist() == list(OPEN)
    assert (read.style[1, 1] == 0).all()


def test_bad_folders_are_told_in_one_line(people: Path, tiny_garments: Path, tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match="nobody in split val"):
        read_own_people(people, Split.VAL, tiny_garments, mean_colors)
    with pytest.raises(DatasetError, match="give it with --garments"):
        load_people(people, Split.TRAIN, None, mean_colors)
    (tmp_path / "empty").mkdir()
    with pytest.raises(DatasetError, match="holds no people"):
        load_people(tmp_path / "empty", Split.TRAIN, tiny_garments, mean_colors)
    Image.new("L", (160, 256), 255).save(people / REGIONS / "00000-0.png")
    with pytest.raises(DatasetError, match="shows no regions"):
        read_own_people(people, Split.TRAIN, tiny_garments, mean_colors)
    Image.new("L", (100, 256)).save(people / REGIONS / "00000-0.png")
    with pytest.raises(DatasetError, match="100 x 256 px, not 160 x 256"):
        read_own_people(people, Split.TRAIN, tiny_garments, mean_colors)
    (people / TABLE).write_text("picture\n1\n")
    with pytest.raises(DatasetError, match="no table of people"):
        read_own_people(people, Split.TRAIN, tiny_garments, mean_colors)


def test_people_of_another_garment_set_are_refused(tmp_path: Path, tiny_garments: Path) -> None:
    row = {"picture": "00000-0", "split": "train", "top": "unheard-of", "top_cloth": "unheard-of"}
    folder = write_people(tmp_path, [row | {"bottom": "", "bottom_cloth": ""}])
    with pytest.raises(DatasetError, match="no garment unheard-of"):
        read_own_people(folder, Split.TRAIN, tiny_garments, mean_colors)


def test_regions_are_numbered_as_networks_know_them() -> None:
    assert [region.name for region in Region] == ["GROUND", "HAIR", "HEAD", "TOP", "BOTTOM", "LEGS", "ARMS"]
    assert np.array(person_map()).max() < len(Region)
