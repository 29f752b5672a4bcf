"""A noisy upright cylinder, seen from four sides: its radius is known."""

from collections.abc import Callable

import numpy as np
import pytest

from scanning.pairing import Pairs, along_rays, nearest
from scanning.stance import Placement, ViewCloud
from tests.scanning.people import shell

RADIUS_MM, SPREAD_MM, AWAY_MM = 100.0, 8.0, 1500.0
STAY = Placement(np.eye(3), np.zeros(3))
Pairing = Callable[..., Pairs]
COLUMN = shell([(float(height), RADIUS_MM, RADIUS_MM) for height in range(-200, 1201, 100)])


def seen_from(side: int, random: np.random.Generator, count: int = 6000) -> ViewCloud:
    """Points on the true circle, moved along their rays by noise; none at a graze."""
    away = np.array([np.sin(side * np.pi / 2), 0, np.cos(side * np.pi / 2)])
    camera = AWAY_MM * away + [0, 500, 0]
    angle = side * np.pi / 2 + random.uniform(-1.3, 1.3, count)
    normals = np.stack([np.sin(angle), np.zeros(count), np.cos(angle)], axis=1)
    points = RADIUS_MM * normals + np.outer(random.uniform(0, 1000, count), [0, 1, 0])
    rays = (points - camera) / np.linalg.norm(points - camera, axis=1, keepdims=True)
    return ViewCloud(points + SPREAD_MM * random.standard_normal((count, 1)) * rays, normals, camera)


def bias_mm(pairs: Pairs) -> float:
    """What one least-squares step would add to the radius."""
    return float(pairs.residual_mm.mean())


@pytest.fixture(scope="module")
def views() -> list[ViewCloud]:
    random = np.random.default_rng(0)
    return [seen_from(side, random) for side in range(4)]


def test_pairs_along_rays_see_the_true_radius_where_nearest_ones_see_too_little(views: list[ViewCloud]) -> None:
    stay = [STAY] * len(views)
    by_ray = along_rays(views, stay, COLUMN.vertices_mm, COLUMN.faces, 60)
    by_distance = nearest(views, stay, COLUMN.vertices_mm, COLUMN.faces, 60)
    assert abs(bias_mm(by_ray)) < 0.3
    assert abs(bias_mm(by_ray)) < abs(bias_mm(by_distance))


def test_without_noise_both_find_the_surface(views: list[ViewCloud]) -> None:
    true = ViewCloud(RADIUS_MM * views[0].normals + [0, 500, 0], views[0].normals, views[0].camera_mm)
    for pair in (nearest, along_rays):
        found = pair([true], [STAY], COLUMN.vertices_mm, COLUMN.faces, 60)
        # 48 sides bulge in by 0.2 mm.
        assert np.abs(found.residual_mm).max() < 0.5


@pytest.mark.parametrize("pair", [nearest, along_rays])
def test_places_lie_on_their_triangles(views: list[ViewCloud], pair: Pairing) -> None:
    found = pair(views, [STAY] * 4, COLUMN.vertices_mm, COLUMN.faces, 60)
    assert found.share.sum(1) == pytest.approx(1)
    assert found.share.min() > -1e-5


@pytest.mark.parametrize("pair", [nearest, along_rays])
def test_points_out_of_reach_have_no_partner(views: list[ViewCloud], pair: Pairing) -> None:
    far = [ViewCloud(view.points_mm + np.array([0, 0, 500]), view.normals, view.camera_mm) for view in views]
    assert not len(pair(far, [STAY] * 4, COLUMN.vertices_mm, COLUMN.faces, 60).view)


def test_points_that_face_the_other_way_have_no_partner(views: list[ViewCloud]) -> None:
    turned = ViewCloud(views[0].points_mm, -views[0].normals, views[0].camera_mm)
    assert not len(nearest([turned], [STAY], COLUMN.vertices_mm, COLUMN.faces, 60).view)
