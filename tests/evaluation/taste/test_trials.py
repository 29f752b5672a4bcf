import math

import pytest
import torch

from fashiongan.dataset.ownership import Ownership
from fashiongan.evaluation.taste.trials import Others, auc, leave_one_out, won
from fashiongan.evaluation.taste.ways import color_histograms, nearest_mean, overlap

# Two people with five garments each, and somebody with one.
PEOPLE = Ownership(["a", "b", "c"], torch.tensor([0] * 5 + [1] * 5 + [2]))
CATEGORY = torch.tensor([0] * 5 + [0] * 4 + [1, 1])
LIGHT = torch.arange(11.0)[:, None]


def test_who_has_the_key_finds_every_garment_and_who_guesses_half() -> None:
    trials = leave_one_out(PEOPLE, Others.ANY, LIGHT, CATEGORY)
    key = auc(trials, lambda known, rows: (PEOPLE.owner[rows] == PEOPLE.owner[known[0]]).float())
    none = auc(trials, lambda known, rows: torch.zeros(len(rows)))
    assert (key.value, none.value, key.people) == (1, 0.5, 2)


def test_a_trial_knows_the_rest_and_not_the_garment_and_compares_with_strangers_alone() -> None:
    for trial in leave_one_out(PEOPLE, Others.ANY, LIGHT, CATEGORY):
        assert trial.held not in trial.known.tolist()
        assert len(trial.known) == 4
        assert set(PEOPLE.owner[trial.others].tolist()).isdisjoint({trial.person})


def test_others_are_alike_lit_or_of_one_category_where_that_is_asked() -> None:
    alike = leave_one_out(PEOPLE, Others.ALIKE, LIGHT, CATEGORY)
    assert [trial.others.tolist() for trial in alike if trial.held == 4] == [[5, 6, 7]]
    for trial in leave_one_out(PEOPLE, Others.CATEGORY, LIGHT, CATEGORY):
        assert set(CATEGORY[trial.others].tolist()) == {int(CATEGORY[trial.held])}


def test_everybody_counts_the_same_however_much_they_own() -> None:
    people = Ownership(["a", "b"], torch.tensor([0] * 5 + [1] * 20))
    trials = leave_one_out(people, Others.ANY, torch.zeros(25, 1), torch.zeros(25))
    owned = auc(trials, lambda known, rows: (people.owner[rows] == 1).float())
    assert owned.value == pytest.approx(0.5)
    assert owned.error == pytest.approx(math.sqrt(0.5) / math.sqrt(2))


def test_won_counts_pairs_and_halves_of_equals() -> None:
    assert won(torch.tensor([2.0, 1.0]), torch.tensor([1.0, 0.0])) == pytest.approx((1 + 1 + 0.5 + 1) / 4)


def test_a_red_garment_is_nearer_to_red_ones_by_colour() -> None:
    rgba = torch.zeros(3, 4, 4, 4, dtype=torch.uint8)
    rgba[:, 3] = 255
    rgba[:2, 0], rgba[2, 2] = 200, 200
    histograms = color_histograms(rgba)
    assert histograms.sum(1).tolist() == [1, 1, 1]
    assert overlap(histograms)(torch.tensor([0]), torch.tensor([1, 2])).tolist() == [1, 0]


def test_the_nearest_to_a_mean_direction_is_the_mean_direction() -> None:
    scores = nearest_mean(torch.tensor([[1.0, 0], [0, 1], [5, 5], [-1, 0]]))(torch.tensor([0, 1]), torch.arange(4))
    assert int(scores.argmax()) == 2
