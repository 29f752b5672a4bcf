import numpy as np
import pytest

from fashiongan.evaluation.translators.edge_score import EdgeScore, edge_score, edges_of


def bar(row: int, size: int = 40) -> np.ndarray:
    lines = np.zeros((size, size), bool)
    lines[row] = True
    return lines


def test_lines_within_the_tolerance_are_met_and_others_are_not() -> None:
    assert edge_score(bar(10), bar(13)).f1 == 1
    assert edge_score(bar(10), bar(14)).f1 == 0


def test_an_edge_too_many_costs_precision_and_a_line_too_many_recall() -> None:
    both, one = bar(10) | bar(30), bar(10)
    assert edge_score(both, one) == EdgeScore(precision=0.5, recall=1)
    assert edge_score(one, both) == EdgeScore(precision=1, recall=0.5)
    assert edge_score(both, one).f1 == pytest.approx(2 / 3)


def test_nothing_drawn_is_nothing_met() -> None:
    nothing = np.zeros((40, 40), bool)
    assert edge_score(nothing, nothing).f1 == 0


def test_a_plain_square_has_its_rim_for_edges() -> None:
    rgba = np.zeros((64, 64, 4), np.uint8)
    rgba[16:48, 16:48] = 200, 200, 200, 255
    assert edges_of(rgba).sum() == 4 * 31
