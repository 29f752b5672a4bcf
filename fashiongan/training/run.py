"""The folder of a training run: what it leaves, and how it is gone on with."""

import json
import logging
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from pickle import UnpicklingError
from typing import Any

import torch

from fashiongan.errors import OutputError, TrainingError
from fashiongan.files import replacing, write_atomically
from fashiongan.torch_files import refuse_packed
from fashiongan.training.recipe import Recipe

logger = logging.getLogger(__name__)
STATE = "state.pt"
_DAMAGED = (OSError, RuntimeError, EOFError, KeyError, TypeError, ValueError, UnpicklingError)


@dataclass
class Progress:
    """How far a run has come. `best` : the lowest that its judge has given; `bad_steps` : what its alarm counted."""

    step: int = 0
    seconds: float = 0.0
    best: float = float("inf")
    bad_steps: int = 0


class Run:
    """A run's folder: log.jsonl, scores.jsonl, state.pt, weights.safetensors, best.safetensors, grids/*.png."""

    def __init__(self, folder: Path, recipe: Recipe, judge: Callable[[], float] | None) -> None:
        self._folder, self._recipe, self._judge = folder, recipe, judge
        self.progress = Progress()
        try:
            (folder / "grids").mkdir(parents=True, exist_ok=True)
            (folder / "log.jsonl").touch()
        except OSError as error:
            raise OutputError(f"{folder} cannot be written to ({error.strerror}); choose another --run.") from error

    def resume(self) -> None:
        """Go on from the folder's state where there is one.

        Raises
        ------
        TrainingError : it is damaged, or of another run
        """
        path = self._folder / STATE
        if not path.exists():
            return
        saved = read_state(self._folder)
        try:
            self._recipe.restore(saved["recipe"])
            best, bad_steps = float(saved.get("best", "inf")), int(saved.get("bad_steps", 0))
            self.progress = Progress(int(saved["step"]), float(saved["seconds"]), best, bad_steps)
            for name in ("log.jsonl", "scores.jsonl"):
                self._forget_later(name)
        except _DAMAGED as error:
            raise _not_gone_on_from(path, error) from error
        logger.info("resumed %s at step %d", self._folder, self.progress.step)

    def log(self, losses: dict[str, float]) -> None:
        """Add a line to the log."""
        self._append("log.jsonl", {name: round(value, 4) for name, value in losses.items()})

    def checkpoint(self) -> None:
        """Write the state and the averaged weights."""
        state = {"recipe": self._recipe.state(), **asdict(self.progress)}
        if not _all_finite(state):
            raise not_finite("A weight", self.progress.step, self._folder)
        with replacing(self._folder / STATE) as partial:
            try:
                torch.save(state, partial)
            except RuntimeError as error:  # How torch says that the disk is full.
                raise OutputError(f"{self._folder} cannot be written to ({error}); free some space.") from error
        self._export("weights.safetensors", {})

    def judge(self) -> None:
        """Score the averaged weights, and keep them if they are the best so far."""
        if self._judge is None:
            return
        score = self._judge()
        self._append("scores.jsonl", {"score": round(score, 3)})
        logger.info("score %.3f at step %d", score, self.progress.step)
        if score < self.progress.best:
            self.progress.best = score
            self._export("best.safetensors", {"score_val": round(score, 3)})
            self.checkpoint()

    def grid(self) -> None:
        """Save the samples of this step."""
        with replacing(self._folder / "grids" / f"{self.progress.step:07d}.png") as partial:
            self._recipe.sample_grid().save(partial)

    def _forget_later(self, name: str) -> None:
        """Drop the lines of steps that were taken after the state was written, and will be taken again."""
        path = self._folder / name
        if path.exists():
            lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
            write_atomically(path, "".join(line for line in lines if _step_of(line) <= self.progress.step).encode())

    def _images(self) -> int:
        return self.progress.step * self._recipe.images_per_step

    def _export(self, name: str, facts: dict[str, float]) -> None:
        training = {"steps": self.progress.step, "images": self._images(), "seconds": round(self.progress.seconds)}
        self._recipe.export(self._folder / name, training | facts)

    def _append(self, name: str, values: dict[str, float]) -> None:
        row = {"step": self.progress.step, "images": self._images(), "seconds": round(self.progress.seconds, 1)}
        with (self._folder / name).open("a", encoding="utf-8") as file:
            file.write(json.dumps(row | values) + "\n")


def _all_finite(state: Any) -> bool:
    """Whether no tensor in a tree of state holds NaN or infinity."""
    if isinstance(state, torch.Tensor):
        return bool(torch.isfinite(state).all()) if state.is_floating_point() else True
    parts = state.values() if isinstance(state, dict) else state if isinstance(state, list | tuple) else ()
    return all(_all_finite(part) for part in parts)


def read_state(run_dir: Path) -> dict[str, Any]:
    """What a run left to go on from: recipe, step, seconds, best.

    Raises
    ------
    TrainingError : none is there, or it is damaged
    """
    path = run_dir / STATE
    try:
        refuse_packed(path)
        saved: dict[str, Any] = torch.load(path, map_location="cpu", weights_only=True)
        saved["recipe"]
    except _DAMAGED as error:
        raise _not_gone_on_from(path, error) from error
    return saved


def _not_gone_on_from(path: Path, error: BaseException) -> TrainingError:
    reason = (str(error).splitlines() or ["damaged"])[0]
    return TrainingError(f"{path} cannot be gone on from ({reason[:120]}); remove it or choose another --run.")


def _step_of(line: str) -> float:
    try:
        return float(json.loads(line)["step"])
    except (ValueError, KeyError, TypeError):
        return float("inf")  # A half line is dropped, too.


def not_finite(what: str, step: int, run_dir: Path) -> TrainingError:
    """What is said when a number was NaN or infinite."""
    return TrainingError(
        f"{what} was not finite at step {step}. The last good state and weights are in {run_dir}; begin another run "
        "from it with --begin-with, or with another --seed."
    )
