import pytest
import torch

from fashiongan.errors import RequestError
from fashiongan.latent import LatentSource

WIDTH = 400


def test_distance_0_is_the_seed_itself_and_distance_1_the_other() -> None:
    own, other = LatentSource(3).vector(WIDTH), LatentSource(4).vector(WIDTH)
    assert torch.allclose(LatentSource(3).turned(4, 0.0).vector(WIDTH), own, atol=1e-5)
    assert torch.allclose(LatentSource(3).turned(4, 1.0).vector(WIDTH), other, atol=1e-5)


def test_in_between_a_vector_is_as_long_as_its_ends_and_further_away_the_larger_the_distance() -> None:
    own = LatentSource(3).vector(WIDTH)
    between = [LatentSource(3).turned(4, distance).vector(WIDTH) for distance in (0.1, 0.4, 0.8)]
    assert all(0.9 < float(one.norm() / own.norm()) < 1.1 for one in between)
    away = [float((one - own).norm()) for one in between]
    assert away == sorted(away)


def test_turning_towards_oneself_changes_nothing() -> None:
    assert torch.allclose(LatentSource(3).turned(3, 0.7).vector(WIDTH), LatentSource(3).vector(WIDTH))


def test_a_variation_of_a_variation_starts_from_it_and_not_from_the_first_picture() -> None:
    first, second = LatentSource(3), LatentSource(3).turned(4, 0.6)
    third = second.turned(5, 0.1)
    to_first, to_second = (float((third.vector(WIDTH) - one.vector(WIDTH)).norm()) for one in (first, second))
    assert to_second < 0.4 * to_first
    assert third.seeds == {3, 4, 5}
    assert LatentSource.from_dict(third.to_dict()) == third


@pytest.mark.parametrize(("toward", "distance"), [(4, 1.5), (4, -0.1), (4, float("nan")), (-2, 0.5)])
def test_sources_that_cannot_be_are_refused(toward: int, distance: float) -> None:
    with pytest.raises(RequestError, match="but"):
        LatentSource(3).turned(toward, distance)
