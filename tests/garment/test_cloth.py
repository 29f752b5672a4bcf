import numpy as np
import pytest

from fashiongan.garment.body_field import DistanceField
from fashiongan.garment.cloth import Cloth, coloured
from fashiongan.garment.cloth_model import ClothModel, cloth_model
from fashiongan.garment.fabrics import FABRICS, FabricName
from fashiongan.garment.meshing import FlatMesh
from fashiongan.garment.motion import Motion

NOWHERE = DistanceField(np.full((2, 2, 2), 1e3, np.float32), np.full(3, 1e5), 1.0)
NO_PAIRS = np.zeros((0, 2), np.int64)
FREE = Motion(gravity=9810.0, damping=1.0, top_speed=1e6, friction=0.0)
STILL = Motion(gravity=0.0, damping=0.9, top_speed=1e6, friction=0.0, stitch_reach=2.0)
PINNED_G = 1e12
RIGID_G_S2 = 1e12


def model_of(
    mass_g: list[float],
    threads: np.ndarray = NO_PAIRS,
    rest_mm: tuple[float, ...] = (),
    stiffness: float = RIGID_G_S2,
    faces: tuple[tuple[int, int, int], ...] = ((0, 0, 0),),
) -> ClothModel:
    nothing = np.zeros(0)
    return ClothModel(
        np.array(mass_g),
        np.asarray(threads),
        np.array(rest_mm),
        np.full(len(threads), stiffness),
        np.zeros((0, 4), np.int64),
        np.zeros((0, 4)),
        nothing,
        np.array(faces),
    )


def cloth(start: list[list[float]], model: ClothModel, stitches: np.ndarray = NO_PAIRS) -> Cloth:
    return Cloth(np.array(start, float), model, stitches, NOWHERE, 4.0, "cpu")


def square() -> FlatMesh:
    """A square of two triangles, 10 mm wide."""
    flat = np.array([[0.0, 0.0], [10.0, 0.0], [10.0, 10.0], [0.0, 10.0]])
    return FlatMesh(("square",), flat, np.zeros(4, np.int64), np.array([[0, 1, 2], [0, 2, 3]]), NO_PAIRS)


def test_a_free_particle_falls_as_galileo_says() -> None:
    falling = cloth([[0, 0, 0]], model_of([1.0]))
    for _ in range(30):
        falling.advance(FREE)
    assert -falling.positions_mm[0, 1] == pytest.approx(0.5 * 9810 * 0.5**2, rel=0.01)


def test_a_rigid_edge_keeps_its_length_and_its_centre_of_mass() -> None:
    edge = cloth([[0, 0, 0], [20, 0, 0]], model_of([1.0, 1.0], np.array([[0, 1]]), (10.0,)))
    for _ in range(20):
        edge.advance(STILL)
    ends = edge.positions_mm
    assert np.linalg.norm(ends[1] - ends[0]) == pytest.approx(10, abs=1e-3)
    assert ends.mean(0) == pytest.approx([10, 0, 0], abs=1e-3)


def test_a_pulled_thread_rings_as_slowly_as_hooke_says() -> None:
    """Half a period of a mass on a spring is pi sqrt(m / k): then it is as far on the other side."""
    stiffness, mass_g, halves = 2_000.0, 20.0, 1 / 60
    count = round(np.pi * np.sqrt(mass_g / stiffness) / halves)
    pulled = cloth([[0, 0, 0], [60, 0, 0]], model_of([PINNED_G, mass_g], np.array([[0, 1]]), (50.0,), stiffness))
    for _ in range(count):
        pulled.advance(Motion(gravity=0.0, damping=1.0, top_speed=1e6, friction=0.0))
    assert pulled.positions_mm[1, 0] == pytest.approx(40, abs=1.0)


def test_stitches_close() -> None:
    apart = cloth([[0, 0, 0], [50, 0, 0]], model_of([1.0, 1.0]), np.array([[0, 1]]))
    for _ in range(10):
        apart.advance(STILL)
    assert np.linalg.norm(np.diff(apart.positions_mm, axis=0)) < 0.01


def test_the_mass_of_cloth_is_its_area_times_its_weight() -> None:
    model = cloth_model(square(), np.arange(4), FABRICS[FabricName.DENIM])
    assert model.mass_g.sum() == pytest.approx(400 * 100e-6)


def test_hinges_are_at_rest_on_any_flat_piece_and_not_on_a_folded_one() -> None:
    model = cloth_model(square(), np.arange(4), FABRICS[FabricName.DENIM])
    flat = np.column_stack([square().flat_mm, np.zeros(4)])
    turn = np.linalg.qr(np.random.default_rng(0).normal(size=(3, 3)))[0]
    assert np.einsum("hk,hkd->hd", model.hinge_weights, (flat @ turn)[model.hinges]) == pytest.approx(0, abs=1e-9)
    folded = flat.copy()
    folded[1, 2] = 5.0
    assert np.linalg.norm(np.einsum("hk,hkd->hd", model.hinge_weights, folded[model.hinges])) > 1


def test_a_fold_opens_again() -> None:
    model = cloth_model(square(), np.arange(4), FABRICS[FabricName.DENIM])
    folded = np.column_stack([square().flat_mm, np.zeros(4)])
    folded[1] = [5.0, 5.0, 7.0]
    opening = Cloth(folded, model, NO_PAIRS, NOWHERE, 4.0, "cpu")
    for _ in range(60):
        opening.advance(STILL)
    ends = opening.positions_mm
    assert np.linalg.norm(ends[1] - ends[3]) == pytest.approx(np.sqrt(200), rel=0.02)


def test_cloth_is_pushed_out_of_a_body_to_the_gap() -> None:
    floor = np.tile(np.arange(-40, 41, 8, dtype=np.float32)[None, :, None], (11, 1, 11))
    field = DistanceField(floor, np.array([-40.0, -40.0, -40.0]), 8.0)
    resting = Cloth(np.array([[0.0, 20.0, 0.0]]), model_of([1.0]), NO_PAIRS, field, 4.0, "cpu")
    for _ in range(60):
        resting.advance(Motion(gravity=9810.0, damping=0.99, top_speed=1e4, friction=0.5))
    assert resting.positions_mm[0] == pytest.approx([0, 4, 0], abs=0.05)


TABLE = [[-30.0, 0.0, 30.0], [30.0, 0.0, 30.0], [0.0, 0.0, -30.0]]


@pytest.mark.parametrize("layers", [[0, 0, 0, 0], [0, 0, 0, 1]])
def test_a_vertex_that_falls_on_cloth_stays_a_thickness_above_it(layers: list[int]) -> None:
    model = model_of([PINNED_G] * 3 + [1.0], faces=((0, 1, 2),))
    falling = cloth([*TABLE, [0.0, 6.0, 0.0]], model)
    falling.keep_apart(model, np.array(layers), 4.0)
    slow = Motion(gravity=0.0, damping=1.0, top_speed=300.0, friction=0.0)
    falling.v.assign(np.array([[0, 0, 0]] * 3 + [[0, -200.0, 0]], np.float32))
    for _ in range(20):
        falling.advance(slow)
    assert falling.positions_mm[3, 1] == pytest.approx(4, abs=0.05)


def test_a_higher_layer_comes_out_again_from_under_a_lower_one() -> None:
    model = model_of([PINNED_G] * 3 + [1.0], faces=((0, 1, 2),))
    beneath = cloth([*TABLE, [0.0, -6.0, 0.0]], model)
    beneath.keep_apart(model, np.array([0, 0, 0, 1]), 4.0)
    for _ in range(8):
        beneath.advance(STILL)
    assert 3.95 < beneath.positions_mm[3, 1] < 6


def test_no_two_constraints_of_a_colour_share_a_particle() -> None:
    members = np.random.default_rng(0).integers(0, 30, (80, 4))
    order, batches = coloured(members, 30)
    assert sorted(order.tolist()) == list(range(80))
    for first, count in batches:
        used = [set(row) for row in members[order[first : first + count]].tolist()]
        assert sum(len(one) for one in used) == len(set().union(*used))
