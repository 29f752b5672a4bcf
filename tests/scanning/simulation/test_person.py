import numpy as np
import pytest
import trimesh

from scanning.simulation.person import Person, smooth_field
from tests.scanning.people import upright_cylinder

COLUMN = upright_cylinder(200, 1800)


def ball() -> Person:
    mesh = trimesh.creation.icosphere(3, 300)
    return Person(np.array(mesh.vertices), np.array(mesh.faces, np.int32))


def test_clothing_lies_outside_by_its_thickness() -> None:
    dressed = ball().dressed(5, 0, np.random.default_rng(0))
    assert np.linalg.norm(dressed.vertices_mm, axis=1) == pytest.approx(305, abs=0.1)


def test_a_breath_comes_and_goes_at_the_front() -> None:
    in_, out = COLUMN.breathing(5, 1.0), COLUMN.breathing(5, 3.0)
    still = COLUMN.breathing(5, 0.0)
    assert np.allclose(still, COLUMN.vertices_mm)
    assert (in_ - still)[:, 2].min() == 0
    assert (out - still)[:, 2].max() == 0


def test_a_smooth_field_differs_little_between_neighbours() -> None:
    body = ball()
    field = smooth_field(body.faces, len(body.vertices_mm), np.random.default_rng(0))
    assert field.std() == pytest.approx(1)
    assert np.abs(field[body.faces[:, 0]] - field[body.faces[:, 1]]).mean() < 0.5
