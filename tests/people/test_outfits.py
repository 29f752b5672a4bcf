import shutil
from pathlib import Path

import numpy as np
import pytest

from fashiongan.attributes import BOTTOMS, Category
from fashiongan.dataset.labels import Split
from fashiongan.errors import DatasetError
from fashiongan.garment.fit import FittedGarment
from fashiongan.image import GarmentImage
from fashiongan.people.outfits import Wardrobe, dyed


@pytest.fixture(scope="module")
def wardrobe(tiny_garments: Path) -> Wardrobe:
    return Wardrobe.load(tiny_garments, Split.TRAIN)


def test_an_outfit_is_a_dress_or_a_bottom_below_a_top(wardrobe: Wardrobe) -> None:
    random = np.random.default_rng(0)
    for _ in range(20):
        categories = [one.attributes.category for one in wardrobe.outfit(random)]
        if len(categories) == 1:
            assert categories == [Category.DRESS]
        else:
            bottom, top = categories
            assert bottom in BOTTOMS
            assert top not in BOTTOMS | {Category.DRESS}


def test_a_garment_is_read_with_what_is_known_of_it(wardrobe: Wardrobe) -> None:
    label = wardrobe.draw((Category.DRESS,), np.random.default_rng(0))
    image = wardrobe.picture(label)
    assert image.rgba.shape == (256, 256, 4)
    assert image.attributes == label.attributes


def test_the_same_garment_in_other_cloth_keeps_its_mesh_and_loses_its_colours(
    worn_tshirt: FittedGarment, two_sided_tshirt: GarmentImage
) -> None:
    green = two_sided_tshirt.rgba.copy()
    green[..., :3] = (0, 200, 0)
    other = dyed(worn_tshirt, GarmentImage(green, two_sided_tshirt.idea, "drawn", ""))
    assert other.mesh is worn_tshirt.mesh
    color = np.median(other.texture.reshape(-1, other.texture.shape[-1])[:, :3], axis=0)
    assert color[1] > color[0] + 100


def test_a_set_without_bottoms_dresses_nobody(tiny_garments: Path, tmp_path: Path) -> None:
    shutil.copytree(tiny_garments, tmp_path / "set")
    table = tmp_path / "set" / "labels.csv"
    head, *rows = table.read_text().splitlines()
    bottoms = [str(one) for one in BOTTOMS]
    table.write_text("\n".join([head, *(row for row in rows if not any(word in row for word in bottoms))]) + "\n")
    with pytest.raises(DatasetError, match="nobody can be dressed"):
        Wardrobe.load(tmp_path / "set", Split.TRAIN)
