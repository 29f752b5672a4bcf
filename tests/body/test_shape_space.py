import numpy as np
import pytest

from fashiongan.body.measuring import BodyMeasurer
from fashiongan.body.posing import Skeleton
from fashiongan.body.shape_space import ShapeSpace
from tests.scanning.people import random_body


@pytest.fixture(scope="module")
def space(measurer: BodyMeasurer) -> ShapeSpace:
    return ShapeSpace(measurer.model, Skeleton(measurer.model))


def nearest_in(space: ShapeSpace, vertices: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Its components, and (V,) how far the nearest body of the space is, whatever height each stands at."""
    flat = space.components_mm.reshape(len(space.components_mm), -1).astype(np.float64)
    rise = np.zeros_like(space.mean_mm)
    rise[:, 1] = 1
    design = np.vstack([flat, rise.ravel()])
    found = np.linalg.lstsq(design.T, (vertices - space.mean_mm).ravel(), rcond=None)[0]
    off = (found @ design).reshape(-1, 3) + space.mean_mm - vertices
    return found[:-1], np.linalg.norm(off, axis=1)


@pytest.mark.parametrize("seed", range(4))
def test_adults_lie_in_the_space_to_a_millimetre(space: ShapeSpace, measurer: BodyMeasurer, seed: int) -> None:
    _, off_mm = nearest_in(space, random_body(measurer.model, seed).vertices_mm)
    assert np.sqrt((off_mm**2).mean()) < 1.5


def test_adults_are_ordinary_in_the_space(space: ShapeSpace, measurer: BodyMeasurer) -> None:
    shapes = [nearest_in(space, random_body(measurer.model, seed).vertices_mm)[0] for seed in range(6)]
    assert 0.05 < np.mean(np.square(shapes)) < 2


def test_the_components_are_those_of_the_joints_too(space: ShapeSpace, measurer: BodyMeasurer) -> None:
    body = random_body(measurer.model, 1)
    shape, _ = nearest_in(space, body.vertices_mm)
    skeleton = Skeleton(measurer.model)
    true = np.array([body.joints_mm[measurer.model.bones[joint]] for joint in skeleton.joints])
    gap = space.joints_mm(shape) - true
    assert np.abs(gap - gap.mean(0)).max() < 5


def test_the_mean_shape_is_the_mean(space: ShapeSpace) -> None:
    assert np.allclose(space.vertices_mm(np.zeros(len(space.components_mm))), space.mean_mm)
