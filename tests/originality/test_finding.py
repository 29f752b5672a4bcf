import numpy as np
import pytest

from fashiongan.originality.finding import Finding, Nearness, Scale, nearest_matches

# Real garments whose nearest others are 0.01, 0.02 ... 2.00 away.
SCALE = Scale(np.arange(1, 201, dtype=np.float32) / 100)


@pytest.mark.parametrize(
    ("distance", "share", "nearness"),
    [
        (0.0, 0.0, Nearness.TOO_NEAR),
        (0.015, 0.005, Nearness.TOO_NEAR),
        (0.025, 0.01, Nearness.NEAR),
        (0.195, 0.095, Nearness.NEAR),
        (1.005, 0.5, Nearness.ORDINARY),
        (1.905, 0.95, Nearness.FAR),
        (5.0, 1.0, Nearness.FAR),
    ],
)
def test_a_distance_is_as_near_as_the_share_of_real_garments_below_it(
    distance: float, share: float, nearness: Nearness
) -> None:
    assert SCALE.share_nearer(distance) == pytest.approx(share)
    assert SCALE.nearness(distance) is nearness


def test_distances_come_back_from_their_shares() -> None:
    assert SCALE.distance_of(0.5) == pytest.approx(1.005)
    assert SCALE.distance_of(1.0) == pytest.approx(2.0)


def test_the_nearest_come_first_and_there_are_no_more_than_there_are() -> None:
    to = np.array([0.9, 0.001, 1.5, 0.3], np.float32)
    assert [one.row for one in nearest_matches(to, SCALE, 3)] == [1, 3, 0]
    assert len(nearest_matches(to, SCALE, 9)) == 4


def test_words_say_the_share_and_what_it_means() -> None:
    copied = Finding(nearest_matches(np.array([0.015], np.float32), SCALE, 1))
    assert copied.words == "nearer than 99 % of real garments are: too near to call it new"
    usual = Finding(nearest_matches(np.array([1.205], np.float32), SCALE, 1))
    assert usual.words == "nearer than 40 % of real garments are: as near as real garments are to one another"
