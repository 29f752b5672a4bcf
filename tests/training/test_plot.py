import json
from pathlib import Path

import numpy as np
import pytest

from fashiongan.errors import TrainingError
from fashiongan.training.plot import draw_curves, read_log


def write_log(folder: Path, losses: list[float]) -> None:
    rows = [{"step": i, "images": 32 * i, "seconds": 1.0, "generator": loss} for i, loss in enumerate(losses)]
    (folder / "log.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows) + '{"step": 9')


def test_a_falling_loss_is_drawn_falling(tmp_path: Path) -> None:
    write_log(tmp_path, [10.0 - i / 10 for i in range(100)])
    pixels = np.asarray(draw_curves(read_log(tmp_path))).astype(int)
    dark = pixels[..., 2] - 60 > pixels[..., 0]
    heights = [np.flatnonzero(dark[:, column]).mean() for column in (100, 450, 850)]
    assert heights == sorted(heights)
    assert heights[2] - heights[0] > 80


@pytest.mark.parametrize("losses", [[], [1.0]])
def test_a_log_with_too_few_rows_is_refused(tmp_path: Path, losses: list[float]) -> None:
    write_log(tmp_path, losses)
    with pytest.raises(TrainingError, match="too few to draw"):
        read_log(tmp_path)


def test_a_folder_without_a_log_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TrainingError, match="give the folder of a run"):
        read_log(tmp_path)


def test_lines_of_a_log_that_hold_no_numbers_are_left_out(tmp_path: Path) -> None:
    rows = ['{"step": 1, "loss": 2.0}', '{"step": 2, "loss": {}}', "[1]", '{"step": 3, "loss": "x"}', "\x1b", "["]
    (tmp_path / "log.jsonl").write_text("\n".join([*rows, '{"step": 4, "loss": 1.0}']))
    assert read_log(tmp_path)["loss"].tolist() == [2.0, 1.0]
