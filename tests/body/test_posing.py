import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy.spatial.transform import Rotation

from fashiongan.body.measuring import BodyMeasurer
from fashiongan.body.model import BodyMesh
from fashiongan.body.posing import NAMES, PARENTS, PARTS, STANDING, Skeleton, matrices, part_shifts, turned

Turns = arrays(np.float64, STANDING.shape, elements=st.floats(-0.8, 0.8))
QUICK = settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(scope="module")
def body(measurer: BodyMeasurer) -> BodyMesh:
    return measurer.model.mesh(measurer.model.neutral)


@pytest.fixture(scope="module")
def skeleton(measurer: BodyMeasurer) -> Skeleton:
    return Skeleton(measurer.model)


@pytest.fixture(scope="module")
def joints(body: BodyMesh) -> np.ndarray:
    return np.array([body.joints_mm[part.joint] for part in PARTS])


def rigid_vertices(skeleton: Skeleton, name: str) -> np.ndarray:
    """Those that follow one part alone."""
    return np.flatnonzero(skeleton.weights[:, NAMES.index(name)] > 1 - 1e-9)


def test_every_vertex_follows_parts_by_shares_that_make_a_whole(skeleton: Skeleton) -> None:
    assert skeleton.weights.min() >= 0
    assert skeleton.weights.sum(1) == pytest.approx(1)


def test_no_turn_leaves_the_body_as_it_is(skeleton: Skeleton, body: BodyMesh, joints: np.ndarray) -> None:
    assert np.allclose(skeleton.pose(body.vertices_mm, joints, STANDING), body.vertices_mm, atol=1e-9)


@QUICK
@given(turns=Turns)
def test_bones_keep_their_lengths_in_any_pose(joints: np.ndarray, turns: np.ndarray) -> None:
    rotations = matrices(turns)
    placed = np.einsum("pij,pj->pi", rotations, joints) + part_shifts(joints, rotations)
    for part, parent in enumerate(PARENTS):
        if parent >= 0:
            length = np.linalg.norm(joints[part] - joints[parent])
            assert np.linalg.norm(placed[part] - placed[parent]) == pytest.approx(length, abs=1e-6)


@QUICK
@given(turns=Turns)
def test_a_part_that_bends_nowhere_keeps_its_distances(
    skeleton: Skeleton, body: BodyMesh, joints: np.ndarray, turns: np.ndarray
) -> None:
    posed = skeleton.pose(body.vertices_mm, joints, turns)
    for name in ("head", "hand.L", "shin.R", "foot.L"):
        some = rigid_vertices(skeleton, name)[::20]
        before = np.linalg.norm(np.diff(body.vertices_mm[some], axis=0), axis=1)
        assert np.linalg.norm(np.diff(posed[some], axis=0), axis=1) == pytest.approx(before, abs=1e-6)


def test_a_bent_forearm_stays_as_far_from_the_elbow(skeleton: Skeleton, body: BodyMesh, joints: np.ndarray) -> None:
    elbow = joints[NAMES.index("forearm.L")]
    posed = skeleton.pose(body.vertices_mm, joints, turned(forearm__L=(-40, 0, 0), hand__L=(-40, 0, 0)))
    some = rigid_vertices(skeleton, "forearm.L")
    distance = np.linalg.norm(body.vertices_mm[some] - elbow, axis=1)
    assert len(some) > 50
    assert np.linalg.norm(posed[some] - elbow, axis=1) == pytest.approx(distance, abs=1e-6)
    assert np.linalg.norm(posed[some] - body.vertices_mm[some], axis=1).max() > 50


def test_a_bent_forearm_leaves_the_legs_alone(skeleton: Skeleton, body: BodyMesh, joints: np.ndarray) -> None:
    posed = skeleton.pose(body.vertices_mm, joints, turned(forearm__L=(-40, 0, 0)))
    some = rigid_vertices(skeleton, "shin.R")
    assert np.allclose(posed[some], body.vertices_mm[some], atol=1e-9)


def test_all_parts_turned_alike_turn_the_body_about_the_pelvis(
    skeleton: Skeleton, body: BodyMesh, joints: np.ndarray
) -> None:
    turn = np.array([0.2, -0.5, 0.3])
    posed = skeleton.pose(body.vertices_mm, joints, np.tile(turn, (len(PARTS), 1)))
    whole = (body.vertices_mm - joints[0]) @ Rotation.from_rotvec(turn).as_matrix().T + joints[0]
    assert np.allclose(posed, whole, atol=1e-6)
