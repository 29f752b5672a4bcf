import numpy as np
import pytest

from fashiongan.evaluation.kid import bootstrap_kid, kid_x1000


def test_kid_is_the_unbiased_estimator_written_out_pair_by_pair() -> None:
    random = np.random.default_rng(0)
    x, y = random.normal(size=(4, 3)), random.normal(size=(5, 3))

    def k(a: np.ndarray, b: np.ndarray) -> float:
        return float((a @ b / 3 + 1) ** 3)

    within_x = np.mean([k(x[i], x[j]) for i in range(4) for j in range(4) if i != j])
    within_y = np.mean([k(y[i], y[j]) for i in range(5) for j in range(5) if i != j])
    between = np.mean([k(a, b) for a in x for b in y])
    assert kid_x1000(x, y) == pytest.approx(1000 * (within_x + within_y - 2 * between))


def test_kid_is_near_zero_within_one_distribution_and_large_between_two() -> None:
    random = np.random.default_rng(1)
    first, second = random.normal(size=(300, 8)), random.normal(size=(300, 8))
    assert abs(bootstrap_kid(first, second).value) < 60
    assert bootstrap_kid(first, second + 1).value > 1000
