import json
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from fashiongan.errors import OutputError, TrainingError
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
