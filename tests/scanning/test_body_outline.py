import numpy as np
import trimesh

from scanning.body_outline import outline_of
from scanning.body_picture import View


def test_the_outline_of_an_upright_cylinder_is_its_rectangle() -> None:
    mesh = trimesh.creation.cylinder(radius=150, height=1700, sections=64)
    upright = np.asarray(mesh.vertices)[:, [0, 2, 1]] * [1, 1, -1]
    (ring,) = outline_of(upright, np.asarray(mesh.faces, np.int32), View.FRONT).rings
    assert np.allclose([ring.min(0), ring.max(0)], [[-150, -850], [150, 850]], atol=2)


def test_the_hole_of_a_ring_is_an_outline_of_its_own() -> None:
    mesh = trimesh.creation.torus(300, 100)
    rings = outline_of(np.asarray(mesh.vertices), np.asarray(mesh.faces, np.int32), View.FRONT).rings
    radii = sorted(float(np.linalg.norm(ring, axis=1).mean()) for ring in rings)
    assert np.allclose(radii, [200, 400], atol=8)


def test_what_stands_before_something_is_drawn_inside_the_outline_and_what_is_hidden_is_not() -> None:
    wall = trimesh.creation.box(bounds=[(-500, 0, -100), (500, 1000, 0)])
    ball = trimesh.creation.icosphere(3, 150)
    before, behind = ball.copy().apply_translation([0, 500, 400]), ball.copy().apply_translation([0, 500, -500])
    for other, shown in ((before, True), (behind, False)):
        both = trimesh.util.concatenate([wall, other])
        contours = outline_of(np.asarray(both.vertices), np.asarray(both.faces, np.int32), View.FRONT).contours
        assert bool(len(contours)) is shown
        if shown:
            assert np.allclose(np.linalg.norm(contours.reshape(-1, 2) - [0, 500], axis=1), 150, atol=15)
