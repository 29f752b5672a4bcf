import numpy as np
import pytest

from fashiongan.evaluation.manifold import copy_check, manifold_scores

RANDOM = np.random.default_rng(0)


def cloud(count: int, centre: float = 0.0) -> np.ndarray:
    return RANDOM.normal(centre, 1, size=(count, 4))


def test_samples_of_the_same_cloud_are_real_and_varied() -> None:
    scores = manifold_scores(cloud(400), cloud(400))
    assert scores.precision > 0.9
    assert scores.recall > 0.9
    assert scores.density == pytest.approx(1, abs=0.15)
    assert scores.coverage > 0.9


def test_samples_from_elsewhere_are_not_real() -> None:
    scores = manifold_scores(cloud(200), cloud(200, centre=50))
    assert (scores.precision, scores.recall, scores.density, scores.coverage) == (0, 0, 0, 0)


def test_one_real_looking_sample_over_and_over_is_precise_but_recalls_nothing() -> None:
    scores = manifold_scores(cloud(300), np.zeros((300, 4)) + 1e-4 * cloud(300))
    assert scores.precision == 1
    assert scores.recall < 0.05
    assert scores.coverage < 0.6


def test_copies_of_the_training_set_are_found() -> None:
    training, held_out = cloud(300), cloud(100)
    copied = copy_check(training[:100] + 1e-6, held_out, training)
    fresh = copy_check(cloud(100), held_out, training)
    assert copied.too_near == 1
    assert copied.distance_ratio < 0.01
    assert fresh.too_near < 0.1
    assert fresh.distance_ratio == pytest.approx(1, abs=0.2)
