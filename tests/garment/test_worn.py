import io
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import trimesh
from PIL import Image

from fashiongan.attributes import GarmentAttributes
from fashiongan.body.fitting import fit_body
from fashiongan.body.measurements import BodyMeasurements, Figure
from fashiongan.body.measuring import BodyMeasurer
from fashiongan.garment.body_field import BodySurface
from fashiongan.garment.dimensions import take_dimensions
from fashiongan.garment.drape import drape
from fashiongan.garment.export import write_glb
from fashiongan.garment.fabrics import FABRICS, FabricName
from fashiongan.garment.fit import FittedGarment
from fashiongan.garment.meshing import mesh_pattern
from fashiongan.garment.picture import Surface, View, render
from fashiongan.garment.style import Ease, Style
from fashiongan.garment.wardrobe import draft


def edge_strain(look: FittedGarment) -> np.ndarray:
    flat, faces = look.mesh.flat, look.mesh.flat.faces
    edges = np.concatenate([faces[:, [0, 1]], faces[:, [1, 2]], faces[:, [2, 0]]])
    rest, worn = (
        np.linalg.norm(points[edges[:, 0]] - points[edges[:, 1]], axis=1)
        for points in (flat.flat_mm, look.mesh.corners_mm)
    )
    return np.asarray(worn / rest)


def test_no_vertex_is_inside_the_body(worn_tshirt: FittedGarment) -> None:
    distance = BodySurface(worn_tshirt.body.mesh).signed_distance_mm(worn_tshirt.mesh.vertices_mm)
    assert distance.min() > -1
    assert worn_tshirt.mesh.deepest_inside_mm <= 1


@pytest.mark.parametrize(
    ("body", "garment", "ease"),
    [
        (BodyMeasurements(Figure.MAN, 1750, 1120, 1060, 1080), "longsleeve", Ease.REGULAR),
        (BodyMeasurements(Figure.MAN, 1800, 1000, 850, 1000), "longsleeve", Ease.SLIM),
        (BodyMeasurements(Figure.WOMAN, 1600, 1040, 900, 1100), "tshirt", Ease.LOOSE),
        (BodyMeasurements(Figure.WOMAN, 1780, 840, 660, 900), "tank", Ease.SLIM),
    ],
)
def test_seams_close_within_3_mm_and_cloth_stays_outside_on_all_sorts_of_bodies(
    measurer: BodyMeasurer, body: BodyMeasurements, garment: str, ease: Ease
) -> None:
    fitted = fit_body(body, measurer)
    style = Style(GarmentAttributes.parse({"category": garment}), ease)
    pattern = draft(take_dimensions(fitted.mesh.vertices_mm, measurer), style)
    worn = drape(pattern, mesh_pattern(pattern), fitted.mesh, FABRICS[FabricName.JERSEY])
    assert worn.seam_gap_mm <= 3
    assert BodySurface(fitted.mesh).signed_distance_mm(worn.vertices_mm).min() > -1


def test_the_cloth_is_hardly_stretched(worn_tshirt: FittedGarment) -> None:
    strain = edge_strain(worn_tshirt)
    assert np.percentile(strain, 99) < 1.08
    assert np.median(strain) == pytest.approx(1, abs=0.01)


def test_the_shirt_hangs_on_the_shoulders_down_to_its_length(worn_tshirt: FittedGarment) -> None:
    vertices = worn_tshirt.mesh.vertices_mm
    neck_y = worn_tshirt.body.mesh.joints_mm["neck01"][1]
    assert vertices[:, 1].max() == pytest.approx(neck_y, abs=70)
    assert np.ptp(vertices[:, 1]) == pytest.approx(600, abs=60)


def test_the_picture_is_not_mirrored_on_the_body(worn_tshirt: FittedGarment) -> None:
    """Red is on the viewer's left, which is the wearer's right: negative x."""
    front = worn_tshirt.mesh.flat.vertices_of("front")
    size = worn_tshirt.texture.shape[0]
    pixels = (worn_tshirt.uv[front] * [size, -size] + [0, size]).astype(int).clip(0, size - 1)
    colors = worn_tshirt.texture[pixels[:, 1], pixels[:, 0]].astype(int)
    x = worn_tshirt.mesh.corners_mm[front, 0]
    assert (colors[x < -40, 0] > colors[x < -40, 2]).mean() > 0.98
    assert (colors[x > 40, 2] > colors[x > 40, 0]).mean() > 0.98


def test_nothing_of_the_ground_is_on_the_cloth(worn_tshirt: FittedGarment) -> None:
    assert worn_tshirt.texture[..., 1].max() < 20


def test_panels_do_not_overlap_in_the_texture(worn_tshirt: FittedGarment) -> None:
    flat = worn_tshirt.mesh.flat
    boxes = [worn_tshirt.uv[flat.vertices_of(name)] for name in flat.panel_names]
    corners = [(box.min(0), box.max(0)) for box in boxes]
    for index, (low, high) in enumerate(corners):
        assert low.min() >= 0
        assert high.max() <= 1
        for other_low, other_high in corners[:index]:
            assert (low > other_high).any() or (high < other_low).any()


def test_the_glb_holds_body_and_textured_garment_in_metres(worn_tshirt: FittedGarment, tmp_path: Path) -> None:
    body = worn_tshirt.body.mesh
    write_glb(tmp_path / "look.glb", replace(worn_tshirt, fabric=FABRICS[FabricName.SILK]))
    scene = trimesh.load(io.BytesIO((tmp_path / "look.glb").read_bytes()), file_type="glb")
    assert isinstance(scene, trimesh.Scene)
    assert set(scene.graph.nodes_geometry) == {"garment", "body"}
    assert scene.extents[1] == pytest.approx(body.height_mm / 1000, rel=1e-4)
    garment = scene.geometry[scene.graph["garment"][1]]
    assert isinstance(garment.visual.material.baseColorTexture, Image.Image)
    assert garment.visual.material.roughnessFactor == FABRICS[FabricName.SILK].roughness
    assert garment.visual.uv == pytest.approx(worn_tshirt.uv, abs=1e-4)


def test_a_rendered_square_shows_its_texture_the_right_way_round() -> None:
    square = np.array([[-1.0, -1, 0], [1, -1, 0], [1, 1, 0], [-1, 1, 0]]) * 50
    uv = np.array([[0.0, 0], [1, 0], [1, 1], [0, 1]])
    texture = np.zeros((2, 2, 3), np.uint8)
    texture[0, 0], texture[0, 1], texture[1, 0] = (255, 0, 0), (0, 255, 0), (0, 0, 255)
    normals = np.tile([0.0, 0, 1], (4, 1))
    surface = Surface(square, np.array([[0, 1, 2], [0, 2, 3]]), normals, uv=uv, texture=texture)
    picture = np.asarray(render([surface], View(0.0, square.min(0), square.max(0)), 40, 40)).astype(int)
    assert picture[4, 4].argmax() == 0
    assert picture[4, 35].argmax() == 1
    assert picture[35, 4].argmax() == 2
