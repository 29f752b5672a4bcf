"""What a long run looks like in numbers: pure functions of what was noted on the way."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

# Growth that would not be noticed in the longest run that we promise, and slowing down that is within a busy machine's
# noise.
MOST_GROWTH_MB, MOST_SLOWER = 50.0, 1.1


@dataclass(frozen=True, slots=True)
class Sample:
    """A process at one moment. run : of its starts; done : pieces of work by then, of all runs; cpu_s : of this run"""

    run: int
    seconds: float
    done: int
    rss_mb: float
    cpu_s: float


def growth_mb(samples: Sequence[Sample], warm_up: int) -> float | None:
    """By how much memory would grow over 1,000 pieces of work: the line through the longest run after its warm-up.

    warm_up : so many pieces of work of a run do not count; None where no run is four times as long
    """
    longest = max(_runs(samples), key=lambda run: run[-1].done - run[0].done)
    if longest[-1].done - longest[0].done < 4 * warm_up:
        return None
    warm = [one for one in longest if one.done >= longest[0].done + warm_up]
    slope = np.polyfit([one.done for one in warm], [one.rss_mb for one in warm], 1)[0]
    return float(slope) * 1000


def slower(costs: Sequence[float]) -> float:
    """The median cost of a piece in the last tenth over that in the first tenth; 1 is as fast as ever."""
    tenth = max(1, len(costs) // 10)
    return float(np.median(costs[-tenth:]) / np.median(costs[:tenth]))


def costs_between(samples: Sequence[Sample]) -> list[float]:
    """Processor seconds of a piece of work between each two samples of one run, in the order of the work."""
    return [
        (after.cpu_s - before.cpu_s) / (after.done - before.done)
        for run in _runs(samples)
        for before, after in pairwise(run)
        if after.done > before.done
    ]


def _runs(samples: Sequence[Sample]) -> list[list[Sample]]:
    """Samples by run, from its first piece of work to its last: not while it opens weights or tidies up."""
    runs: dict[int, list[Sample]] = {}
    for one in samples:
        runs.setdefault(one.run, []).append(one)
    return [busy for run in runs.values() if (busy := _busy(run))]


def _busy(run: list[Sample]) -> list[Sample]:
    begun = [one for one in run if one.done > run[0].done]
    ended = next((place for place, one in enumerate(begun) if one.done == begun[-1].done), 0)
    return begun[: ended + 1]
