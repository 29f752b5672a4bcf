"""What the soak tells of a long run, where it is known beforehand."""

import pytest

from benchmarks.soak.curve import Sample, costs_between, growth_mb, slower


def run_of(number: int, first: int, pieces: int, mb_a_piece: float = 0.0) -> list[Sample]:
    """A process that takes 5 s to open its weights, then 0.2 s of processor time for each piece."""
    opening = [Sample(number, at, first, 10.0 * at, at) for at in range(5)]
    working = [
        Sample(number, 5 + done, first + done, 400 + mb_a_piece * done, 5 + 0.2 * done) for done in range(pieces)
    ]
    return opening + working


def test_flat_memory_is_flat_however_often_the_process_was_killed() -> None:
    samples = run_of(1, 0, 100) + run_of(2, 100, 300) + run_of(3, 400, 50)
    assert growth_mb(samples, 20) == pytest.approx(0, abs=1e-6)


def test_a_leak_of_a_tenth_of_a_megabyte_a_piece_is_found() -> None:
    samples = run_of(1, 0, 50) + run_of(2, 50, 300, 0.1)
    assert growth_mb(samples, 20) == pytest.approx(100)


def test_growth_is_not_told_of_runs_that_were_too_short() -> None:
    assert growth_mb(run_of(1, 0, 50), 20) is None


def test_a_piece_costs_the_same_to_the_end_and_opening_weights_counts_for_none() -> None:
    costs = costs_between(run_of(1, 0, 100) + run_of(2, 100, 100))
    assert costs == pytest.approx([0.2] * len(costs))
    assert slower(costs) == pytest.approx(1)


def test_work_that_takes_twice_as_long_at_the_end_is_twice_as_slow() -> None:
    assert slower([1.0] * 90 + [2.0] * 10) == 2
