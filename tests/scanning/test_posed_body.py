import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fashiongan.body.measuring import BodyMeasurer
from fashiongan.body.posing import PARTS
from scanning.posed_body import BodyState, PosableBody

STEP = 1e-3


@pytest.fixture(scope="module")
def body(measurer: BodyMeasurer) -> PosableBody:
    return PosableBody(measurer.model)


def random_state(body: PosableBody, seed: int) -> BodyState:
    random = np.random.default_rng(seed)
    shape = 0.7 * random.standard_normal(len(body.space.components_mm))
    return BodyState(shape, 0.3 * random.standard_normal((len(PARTS), 3)), 12.0)


def test_the_average_body_stands_on_the_floor(body: PosableBody) -> None:
    assert body.vertices_mm(body.start())[:, 1].min() == pytest.approx(0, abs=1e-3)


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 1000))
def test_derivatives_are_those_of_small_differences(body: PosableBody, seed: int) -> None:
    random = np.random.default_rng(seed)
    state, used = random_state(body, seed), random.choice(len(body.space.mean_mm), 300, replace=False)
    jacobian = body.jacobian(state, used)
    for parameter in random.choice(body.parameter_count, 4, replace=False):
        step = np.zeros(body.parameter_count)
        step[parameter] = STEP
        difference = body.vertices_mm(state.moved(step))[used] - body.vertices_mm(state.moved(-step))[used]
        assert np.allclose(jacobian[:, :, parameter], difference / (2 * STEP), rtol=1e-3, atol=0.3)


def test_no_step_changes_nothing(body: PosableBody) -> None:
    state = random_state(body, 3)
    same = state.moved(np.zeros(body.parameter_count))
    assert np.allclose(body.vertices_mm(same), body.vertices_mm(state), atol=1e-6)
