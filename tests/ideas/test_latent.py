import numpy as np

from fashiongan.ideas.latent import normal, turned

WIDTH = 400


def test_the_way_begins_and_ends_where_it_should() -> None:
    own, other = normal(3, WIDTH), normal(4, WIDTH)
    assert np.allclose(turned(own, other, 0.0), own, atol=2e-3)
    assert np.allclose(turned(own, other, 1.0), other, atol=2e-3)


def test_in_between_a_vector_is_as_long_as_its_ends_and_further_away_the_larger_the_share() -> None:
    own, other = normal(3, WIDTH), normal(4, WIDTH)
    between = [turned(own, other, share).astype(float) for share in (0.1, 0.4, 0.8)]
    assert all(0.9 < np.linalg.norm(one) / np.linalg.norm(own.astype(float)) < 1.1 for one in between)
    away = [float(np.linalg.norm(one - own)) for one in between]
    assert away == sorted(away)


def test_turning_towards_oneself_changes_nothing() -> None:
    assert np.allclose(turned(normal(3, WIDTH), normal(3, WIDTH), 0.7), normal(3, WIDTH), atol=2e-3)
