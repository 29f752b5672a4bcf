import json
from pathlib import Path
from typing import Any

import pytest
import torch
from PIL import Image

from fashiongan.errors import OutputError, TrainingError
from fashiongan.training.guards import PATIENCE_STEPS, SUSPICIOUS_STEPS
from fashiongan.training.loop import Schedule, train


class Counter:
    """A recipe that only counts; its clock moves a second a reading."""

    images_per_step = 4

    def __init__(self, nan_at: int = -1) -> None:
        self.count = 0
        self.nan_at = nan_at
        self.now = 0.0

    def clock(self) -> float:
        self.now += 1
        return self.now

    def step(self) -> dict[str, float]:
        self.count += 1
        return {"loss": float("nan") if self.count == self.nan_at else 1.0}

    def sample_grid(self) -> Image.Image:
        return Image.new("RGB", (4, 4))

    def state(self) -> dict[str, Any]:
        return {"count": self.count}

    def restore(self, state: dict[str, Any]) -> None:
        self.count = state["count"]

    def export(self, path: Path, training: dict[str, Any]) -> None:
        path.write_text(json.dumps(training))


def test_a_run_goes_on_where_it_stopped(tmp_path: Path) -> None:
    first = Counter()
    train(first, tmp_path, Schedule(minutes=2), first.clock)
    second = Counter()
    train(second, tmp_path, Schedule(minutes=2), second.clock)
    assert second.count > first.count > 20
    exported = json.loads((tmp_path / "weights.safetensors").read_text())
    assert exported["steps"] == second.count
    assert exported["images"] == 4 * second.count
    rows = [json.loads(line) for line in (tmp_path / "log.jsonl").read_text().splitlines()]
    assert [row["step"] for row in rows] == sorted({row["step"] for row in rows})
    assert list((tmp_path / "grids").glob("*.png"))


def test_a_loss_that_is_not_finite_stops_the_run_and_keeps_the_last_good_state(tmp_path: Path) -> None:
    good = Counter()
    train(good, tmp_path, Schedule(minutes=1), good.clock)
    bad = Counter(nan_at=good.count + 3)
    with pytest.raises(TrainingError, match="not finite at step"):
        train(bad, tmp_path, Schedule(minutes=5), bad.clock)
    again = Counter()
    train(again, tmp_path, Schedule(minutes=0), again.clock)
    assert again.count == good.count


def test_a_place_that_cannot_be_written_to_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    recipe = Counter()
    with pytest.raises(OutputError, match="file/run cannot be written"):
        train(recipe, tmp_path / "file" / "run", Schedule(minutes=1), recipe.clock)


class Collapsing(Counter):
    """A recipe whose fakes are all alike from some step on."""

    def __init__(self, alike_from: int) -> None:
        super().__init__()
        self.alike_from = alike_from

    def step(self) -> dict[str, float]:
        super().step()
        return {"variety": 0.0 if self.count >= self.alike_from else 1.0}


def test_a_collapsed_state_is_never_kept_and_its_steps_are_counted_across_runs(tmp_path: Path) -> None:
    first = Collapsing(alike_from=41)
    train(first, tmp_path, Schedule(minutes=8), first.clock)
    assert first.count > 41 + SUSPICIOUS_STEPS
    kept = torch.load(tmp_path / "state.pt", weights_only=True)["step"] if (tmp_path / "state.pt").exists() else 0
    assert kept <= 41 + SUSPICIOUS_STEPS
    short = Collapsing(alike_from=1)
    train(short, tmp_path / "other", Schedule(minutes=1), short.clock)
    again = Collapsing(alike_from=1)
    with pytest.raises(TrainingError, match="collapsed"):
        train(again, tmp_path / "other", Schedule(minutes=20), again.clock)
    assert 0 < short.count < again.count <= PATIENCE_STEPS + 1


def test_lines_of_steps_that_are_taken_again_are_dropped(tmp_path: Path) -> None:
    recipe = Counter()
    train(recipe, tmp_path, Schedule(minutes=3), recipe.clock)
    with (tmp_path / "log.jsonl").open("a") as log:
        log.write('{"step": 100000, "images": 1, "seconds": 1, "loss": 1}\n{"step": 1000')
    again = Counter()
    train(again, tmp_path, Schedule(minutes=3), again.clock)
    steps = [json.loads(line)["step"] for line in (tmp_path / "log.jsonl").read_text().splitlines()]
    assert steps == sorted(set(steps))
    assert max(steps) <= again.count


def test_the_weights_with_the_lowest_score_are_kept_beside_the_last(tmp_path: Path) -> None:
    scores = iter((5.0, 3.0, 4.0, 6.0, 7.0, 8.0, 9.0, 9.0, 9.0, 9.0))
    recipe = Counter()
    schedule = Schedule(minutes=3, judge_every_minutes=1)
    train(recipe, tmp_path, schedule, recipe.clock, judge=lambda: next(scores))
    kept = json.loads((tmp_path / "best.safetensors").read_text())
    last = json.loads((tmp_path / "weights.safetensors").read_text())
    rows = [json.loads(line) for line in (tmp_path / "scores.jsonl").read_text().splitlines()]
    assert kept["score_val"] == min(row["score"] for row in rows) == 3.0
    assert kept["steps"] == next(row["step"] for row in rows if row["score"] == 3.0) < last["steps"]
    assert torch.load(tmp_path / "state.pt", weights_only=True)["best"] == 3.0


def test_weights_that_are_not_finite_are_not_written_over_good_ones(tmp_path: Path) -> None:
    good = Counter()
    train(good, tmp_path, Schedule(minutes=1), good.clock)
    bad = Counter()
    bad.state = lambda: {"weight": torch.tensor([1.0, float("inf")])}  # type: ignore[method-assign]
    with pytest.raises(TrainingError, match="A weight was not finite"):
        train(bad, tmp_path, Schedule(minutes=1), bad.clock)
    assert torch.load(tmp_path / "state.pt", weights_only=True)["step"] == good.count
