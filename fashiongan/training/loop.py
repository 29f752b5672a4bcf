"""The one training loop: steps, logs, sample grids, checkpoints, resume. A recipe says what a step is."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from fashiongan.errors import TrainingError
from fashiongan.training.allocator import keep_freed_memory
from fashiongan.training.guards import CollapseAlarm
from fashiongan.training.losses import finite
from fashiongan.training.processes import Processes
from fashiongan.training.recipe import Recipe
from fashiongan.training.run import Run, not_finite

LOG_EVERY_STEPS = 25


@dataclass(frozen=True, slots=True)
class Schedule:
    """When to stop, and how often to leave something behind. Minutes of wall-clock time."""

    minutes: float
    checkpoint_every_minutes: float = 4.0
    grid_every_minutes: float = 8.0
    judge_every_minutes: float = 30.0

    def __post_init__(self) -> None:
        if not 0 <= self.minutes < 1e6:
            raise TrainingError(f"minutes is {self.minutes:g}, but it is 0 or more.")


class _Timer:
    """Says when so many minutes have passed since it last said so."""

    def __init__(self, minutes: float, now: float) -> None:
        self._seconds, self._due = 60 * minutes, now + 60 * minutes

    def rings(self, now: float) -> bool:
        if now < self._due:
            return False
        self._due = now + self._seconds
        return True


def train(
    recipe: Recipe,
    run_dir: Path,
    schedule: Schedule,
    clock: Callable[[], float] = time.monotonic,
    judge: Callable[[], float] | None = None,
    processes: Processes | None = None,
) -> dict[str, float]:
    """Train until the schedule ends, going on from `run_dir` where there is a state; returns the last losses.

    `judge` gives the averaged weights a score, the lower the better, and best.safetensors keeps the best.

    Raises
    ------
    TrainingError : a loss was not finite, or the run has collapsed; the last good state is kept
    OutputError : `run_dir` cannot be written to
    """
    keep_freed_memory()
    processes = processes or Processes()
    run, alarm = Run(run_dir, recipe, judge), CollapseAlarm()
    run.resume()
    alarm.steps = run.progress.bad_steps
    start = clock() - run.progress.seconds
    deadline = clock() + 60 * schedule.minutes
    minutes = (schedule.judge_every_minutes, schedule.checkpoint_every_minutes, schedule.grid_every_minutes)
    actions = (run.judge, run.checkpoint, run.grid)
    timers = [_Timer(every, clock()) for every in minutes]
    losses: dict[str, float] = {}
    processes.refuse_apart(run.progress.step)
    while processes.agreed(clock() < deadline):
        losses = recipe.step()
        run.progress.step += 1
        run.progress.seconds = clock() - start
        _refuse_infinite(losses, run.progress.step, run_dir)
        alarm.look(losses)
        run.progress.bad_steps = alarm.steps
        if not processes.first:
            continue
        if run.progress.step % LOG_EVERY_STEPS == 0:
            run.log(losses)
        for timer, action in zip(timers, actions, strict=True):
            if not alarm.suspicious and timer.rings(clock()):
                action()
    if processes.first and not alarm.suspicious:
        for action in actions if losses else actions[1:]:
            action()
    return losses


def _refuse_infinite(losses: dict[str, float], step: int, run_dir: Path) -> None:
    if not finite(losses):
        raise not_finite(f"A loss ({losses})", step, run_dir)
