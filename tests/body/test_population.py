import numpy as np
import pytest

from fashiongan.body.measurements import Figure
from fashiongan.body.population import corner_adults, random_adult

NAMES = ("height_mm", "bust_mm", "waist_mm", "hip_mm")


@pytest.fixture(scope="module")
def adults() -> dict[Figure, np.ndarray]:
    """(N, 4) of each sex."""
    random = np.random.default_rng(0)
    drawn = [random_adult(random) for _ in range(4000)]
    return {
        figure: np.array([[getattr(one, name) for name in NAMES] for one in drawn if one.figure is figure])
        for figure in Figure
    }


@pytest.mark.parametrize(
    ("figure", "means", "spreads"),
    [
        (Figure.MAN, (1756, 1059, 941, 1020), (69, 87, 112, 77)),
        (Figure.WOMAN, (1628, 947, 861, 1021), (64, 83, 100, 76)),
    ],
)
def test_adults_have_the_means_and_spreads_of_the_survey(
    adults: dict[Figure, np.ndarray], figure: Figure, means: tuple[float, ...], spreads: tuple[float, ...]
) -> None:
    assert adults[figure].mean(0) == pytest.approx(means, abs=8)
    assert adults[figure].std(0) == pytest.approx(spreads, rel=0.08)


def test_girths_go_together_and_a_little_with_stature(adults: dict[Figure, np.ndarray]) -> None:
    for some in adults.values():
        found = np.corrcoef(some.T)
        assert found[1:, 1:].min() > 0.75
        assert found[0, 1:].min() > 0.1
        assert found[0, 1:].max() < 0.45


def test_the_same_seed_gives_the_same_adult() -> None:
    assert random_adult(np.random.default_rng(3)) == random_adult(np.random.default_rng(3))


def test_corners_are_what_one_adult_in_a_hundred_is_beyond(adults: dict[Figure, np.ndarray]) -> None:
    for figure, some in adults.items():
        corners = np.array([[getattr(one, name) for name in NAMES] for one in corner_adults() if one.figure is figure])
        assert corners.min(0) == pytest.approx(np.percentile(some, 1, axis=0), rel=0.03)
        assert corners.max(0) == pytest.approx(np.percentile(some, 99, axis=0), rel=0.03)
