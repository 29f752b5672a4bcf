import numpy as np
import pytest

from fashiongan.taste.fit import Opinion, Prior, fit_taste

OPEN = Prior(np.zeros(2), np.eye(2))
AROUND = np.array([[1.0, 0.0], [-1.0, 0.0], [0.0, 1.0], [0.0, -1.0]])


def opinion(x: float, y: float, liked: bool = True) -> Opinion:
    return Opinion(np.array([x, y]), liked, AROUND)


def test_who_likes_what_lies_on_the_right_likes_the_right() -> None:
    theta = fit_taste([opinion(2, 0), opinion(3, 0)], OPEN)
    assert theta[0] > 0.3
    assert theta[1] == pytest.approx(0, abs=1e-6)


def test_to_dislike_one_side_of_even_surroundings_is_to_like_the_other() -> None:
    disliked, liked = fit_taste([opinion(2, 0, liked=False)], OPEN), fit_taste([opinion(-2, 0)], OPEN)
    assert disliked == pytest.approx(liked, abs=1e-6)


def test_the_slope_of_the_posterior_is_zero_at_the_fit() -> None:
    opinions = [opinion(1, 2), opinion(0.5, -1, liked=False)]
    theta = fit_taste(opinions, OPEN)

    def cost(theta: np.ndarray) -> float:
        signed = [(1 if one.liked else -1, one.code - one.others) for one in opinions]
        losses = [np.log1p(np.exp(-side * off @ theta)).mean() for side, off in signed]
        return float(sum(losses) + theta @ theta / 2)

    for step in (np.array([1e-3, 0]), np.array([0, 1e-3])):
        assert cost(theta + step) > cost(theta) < cost(theta - step)


def test_without_much_to_go_by_a_taste_is_near_what_people_like() -> None:
    prior = Prior(np.array([0.0, 5.0]), np.eye(2) * 100)
    assert fit_taste([opinion(2, 0)], prior) == pytest.approx([0, 5], abs=0.05)


def test_the_prior_has_the_mean_of_the_population_and_more_room_where_people_differ_more() -> None:
    random = np.random.default_rng(0)
    prior = Prior.of(random.normal(size=(500, 2)) * [3, 1] + [1, 2])
    assert prior.mean == pytest.approx([1, 2], abs=0.5)
    assert prior.precision[0, 0] < prior.precision[1, 1]
