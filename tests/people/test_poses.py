import numpy as np
import pytest

from fashiongan.body.fitting import FittedBody
from fashiongan.body.measuring import BodyMeasurer
from fashiongan.body.posing import NAMES
from fashiongan.people.poses import Posed, draw_pose


def test_who_does_not_turn_stays_where_they_are(measurer: BodyMeasurer, woman: FittedBody) -> None:
    still = Posed.of(measurer.model, woman.mesh, np.zeros((len(NAMES), 3)))
    points = woman.mesh.vertices_mm[::500]
    assert still(points) == pytest.approx(points, abs=1e-6)


def test_a_turned_head_turns_and_leaves_the_feet_alone(measurer: BodyMeasurer, woman: FittedBody) -> None:
    turns = np.zeros((len(NAMES), 3))
    turns[NAMES.index("head")] = (0, 0.5, 0)
    posed = Posed.of(measurer.model, woman.mesh, turns)
    vertices = woman.mesh.vertices_mm
    moved = np.linalg.norm(posed(vertices) - vertices, axis=1)
    assert moved[vertices[:, 1] < vertices[:, 1].min() + 300].max() < 1e-6
    assert moved[vertices[:, 1].argsort()[-200:]].max() > 5


def test_cloth_goes_along_with_the_skin_below(measurer: BodyMeasurer, woman: FittedBody) -> None:
    posed = Posed.of(measurer.model, woman.mesh, draw_pose(np.random.default_rng(3)))
    skin = woman.mesh.vertices_mm[::400]
    outwards = posed(skin + np.array([0.0, 0.0, 5.0])) - posed(skin)
    assert np.linalg.norm(outwards, axis=1) == pytest.approx(5, abs=3)


def test_the_same_numbers_draw_the_same_pose_and_others_another() -> None:
    first, again, other = (draw_pose(np.random.default_rng(seed)) for seed in (1, 1, 2))
    assert (first == again).all()
    assert not np.allclose(first, other)
