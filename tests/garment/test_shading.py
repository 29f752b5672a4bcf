import numpy as np
import pytest

from fashiongan.garment.fit import FittedGarment
from fashiongan.garment.picture import Surface
from fashiongan.garment.shading import lit_texture, studio_light


def test_what_faces_the_key_light_is_bright_and_nothing_is_black() -> None:
    random = np.random.default_rng(0).normal(size=(500, 3))
    light = studio_light(random / np.linalg.norm(random, axis=1, keepdims=True))
    assert light.min() >= 0.5
    assert light.max() <= 1
    assert studio_light(np.array([[0.45, 0.6, 0.7]]) / np.linalg.norm([0.45, 0.6, 0.7]))[0] > 0.85


def test_light_falls_on_the_pixels_of_the_face_that_is_lit() -> None:
    square = np.array([[0.0, 0, 0], [1, 0, 0], [1, 1, 0], [0, 1, 0]])
    normals = np.array([[0.0, -1, 0], [0, 0, 1], [0, 0, 1], [0, -1, 0]])
    texture = np.full((16, 32, 3), 200, np.uint8)
    uv = np.array([[0.0, 0.25], [0.5, 0.25], [0.5, 0.75], [0, 0.75]])
    lit = lit_texture(Surface(square, np.array([[0, 1, 2], [0, 2, 3]]), normals, uv=uv, texture=texture))
    dark, bright = (200 * studio_light(normals[corner : corner + 1])[0] for corner in (0, 1))
    assert lit[8, 0, 0] == pytest.approx(dark, abs=4)
    assert lit[8, 15, 0] == pytest.approx(bright, abs=4)
    assert (lit[:3] == 200).all()
    assert (lit[:, 17:] == 200).all()


def test_light_never_makes_cloth_brighter_than_it_is(worn_tshirt: FittedGarment) -> None:
    cloth = worn_tshirt.surfaces()[1]
    assert cloth.texture is not None
    assert (lit_texture(cloth).astype(int) <= cloth.texture).all()
