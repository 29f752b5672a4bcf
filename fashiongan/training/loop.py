"""The one training loop: steps, logs, sample grids, checkpoints, resume. A recipe says what a step is."""

import json
import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from pickle import UnpicklingError
from typing import Any, Protocol

import torch
from PIL import Image

from fashiongan.errors import OutputError, TrainingError
from fashiongan.files import replacing
from fashiongan.training.losses import finite

logger = logging.getLogger(__name__)
LOG_EVERY_STEPS = 25


class Recipe(Protocol):
    """One system in training. Everything random comes from generators that are part of the state."""

    images_per_step: int

    def step(self) -> dict[str, float]:
        """Take one optimiser step and return its losses."""

    def sample_grid(self) -> Image.Image:
        """The same requests and latents each time, drawn with the averaged weights."""

    def state(self) -> dict[str, Any]:
        """Everything that a later run needs to go on as if it had never stopped."""

    def restore(self, state: dict[str, Any]) -> None:
        """Take up a state."""

    def export(self, path: Path, training: dict[str, Any]) -> None:
        """Write the averaged weights for use."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """When to stop, and how often to leave something behind. Minutes of wall-clock time."""

    minutes: float
    checkpoint_every_minutes: float = 4.0
    grid_every_minutes: float = 8.0

    def __post_init__(self) -> None:
        if not 0 <= self.minutes < 1e6:
            raise TrainingError(f"minutes is {self.minutes:g}, but it is 0 or more.")


def train(
    recipe: Recipe, run_dir: Path, schedule: Schedule, clock: Callable[[], float] = time.monotonic
) -> dict[str, float]:
    """Train until the schedule ends, going on from `run_dir` where there is a state; returns the last losses.

    Leaves log.jsonl, state.pt, weights.safetensors and grids/*.png in `run_dir`.

    Raises
    ------
    TrainingError : a loss was not finite; the last good state is kept
    OutputError : `run_dir` cannot be written to
    """
    try:
        (run_dir / "grids").mkdir(parents=True, exist_ok=True)
        (run_dir / "log.jsonl").touch()
    except OSError as error:
        raise OutputError(f"{run_dir} cannot be written to ({error.strerror}); choose another --run.") from error
    step, seconds = _resume(recipe, run_dir)
    start = clock() - seconds
    deadline = clock() + 60 * schedule.minutes
    next_checkpoint = clock() + 60 * schedule.checkpoint_every_minutes
    next_grid = clock()
    losses: dict[str, float] = {}
    with (run_dir / "log.jsonl").open("a", encoding="utf-8") as log:
        while clock() < deadline:
            losses = recipe.step()
            step += 1
            if not finite(losses):
                raise TrainingError(
                    f"A loss was not finite at step {step}: {losses}. The last good state is in {run_dir}; "
                    "run the same command again to go on from it."
                )
            if step % LOG_EVERY_STEPS == 0:
                _log(log, step, step * recipe.images_per_step, clock() - start, losses)
            if clock() >= next_checkpoint:
                _checkpoint(recipe, run_dir, step, clock() - start)
                next_checkpoint = clock() + 60 * schedule.checkpoint_every_minutes
            if clock() >= next_grid:
                _save_grid(recipe, run_dir, step)
                next_grid = clock() + 60 * schedule.grid_every_minutes
    _checkpoint(recipe, run_dir, step, clock() - start)
    _save_grid(recipe, run_dir, step)
    return losses


def _resume(recipe: Recipe, run_dir: Path) -> tuple[int, float]:
    path = run_dir / "state.pt"
    if not path.exists():
        return 0, 0.0
    try:
        saved = torch.load(path, map_location="cpu", weights_only=True)
        recipe.restore(saved["recipe"])
    except (OSError, RuntimeError, EOFError, KeyError, TypeError, ValueError, UnpicklingError) as error:
        reason = (str(error).splitlines() or ["damaged"])[0]
        raise TrainingError(
            f"{path} cannot be gone on from ({reason[:120]}); remove it or choose another --run."
        ) from error
    logger.info("resumed %s at step %d", run_dir, saved["step"])
    return int(saved["step"]), float(saved["seconds"])


def _checkpoint(recipe: Recipe, run_dir: Path, step: int, seconds: float) -> None:
    with replacing(run_dir / "state.pt") as partial:
        try:
            torch.save({"recipe": recipe.state(), "step": step, "seconds": seconds}, partial)
        except RuntimeError as error:  # How torch says that the disk is full.
            raise OutputError(f"{run_dir} cannot be written to ({error}); free some space.") from error
    training = {"steps": step, "images": step * recipe.images_per_step, "seconds": round(seconds)}
    recipe.export(run_dir / "weights.safetensors", training)


def _save_grid(recipe: Recipe, run_dir: Path, step: int) -> None:
    with replacing(run_dir / "grids" / f"{step:07d}.png") as partial:
        recipe.sample_grid().save(partial)


def _log(log: Any, step: int, images: int, seconds: float, losses: dict[str, float]) -> None:
    row = {"step": step, "images": images, "seconds": round(seconds, 1)}
    log.write(json.dumps(row | {name: round(value, 4) for name, value in losses.items()}) + "\n")
    log.flush()
