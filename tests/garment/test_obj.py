from pathlib import Path

import numpy as np
import pytest
import trimesh
from PIL import Image

from fashiongan.garment.endings import OBJ_ENDINGS
from fashiongan.garment.export import write_obj
from fashiongan.garment.fit import FittedGarment


@pytest.fixture(scope="module")
def written(worn_tshirt: FittedGarment, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    look, folder = worn_tshirt, tmp_path_factory.mktemp("obj")
    return write_obj(folder / "look.obj", look.mesh, look.uv, look.texture, look.body.mesh)


def test_an_obj_comes_with_its_materials_and_its_texture(written: list[Path], worn_tshirt: FittedGarment) -> None:
    obj, mtl, texture = written
    assert [path.name for path in written] == [f"look{ending}" for ending in OBJ_ENDINGS]
    assert "mtllib look.mtl" in obj.read_text()
    assert "map_Kd look-cloth.png" in mtl.read_text()
    assert np.array_equal(np.asarray(Image.open(texture)), worn_tshirt.texture)


def test_an_obj_holds_body_and_garment_in_metres(written: list[Path], worn_tshirt: FittedGarment) -> None:
    scene = trimesh.load(written[0])
    assert len(scene.geometry) == 2
    assert scene.extents[1] == pytest.approx(worn_tshirt.body.mesh.height_mm / 1000, abs=0.01)


def test_cloth_is_drawn_in_the_colours_of_its_texture(written: list[Path]) -> None:
    cloth, skin = written[1].read_text().split("newmtl skin")
    assert "Kd 1.0" in cloth
    assert "Kd 1.0" not in skin
