import json
from pathlib import Path

import pytest

from benchmarks.budget import Beside
from benchmarks.report.__main__ import results_of
from benchmarks.report.page import page
from benchmarks.report.steps import Step, steps

ROOT = Path(__file__).resolve().parents[2]
WHERE = {"processor": "a laptop's", "processors": 2, "system": "Linux", "python": "3.11", "load_1_min": 0.1}
ANSWERS = {
    "sketch": {"sketch_to_garment_ms": 50.0, "public_unet256_ngf64_ms": 200.0},
    "3D view": {"frames_per_s_median": 25.0, "frames_per_s_slowest_of_20": 20.0},
}
REFUSED = {"cloth": "newton is not installed"}


@pytest.fixture
def told() -> str:
    return page(results_of(ANSWERS, REFUSED, WHERE, "2026-01-01"))


def test_a_ratio_says_how_many_times_as_long_the_peer_takes() -> None:
    assert Beside("a sketch", 50.0, "pix2pix", 200.0, "ms").ratio == 4


def test_the_page_tells_what_was_kept_what_was_missed_and_what_was_not_run(told: str) -> None:
    assert "| a sketch to its picture | 50 ms | at most 100 | kept |" in told
    assert "| orbiting the 3D view, median | 25 frames/s | at least 30 | **missed** |" in told
    assert "| a sketch to its picture | 50 ms | pix2pix: U-Net 256 | 200 ms | 4 |" in told
    assert "- cloth: newton is not installed" in told


def test_every_part_names_a_program_that_is_there() -> None:
    def there(step: Step) -> bool:
        place = ROOT / step.arguments[1].replace(".", "/")
        return place.with_suffix(".py").is_file() or (place / "__main__.py").is_file()

    assert [step.name for step in steps(5) if not there(step)] == []


def test_the_page_in_the_documentation_is_that_of_the_kept_results() -> None:
    results = json.loads((ROOT / "benchmarks" / "results.json").read_text())
    assert (ROOT / "docs" / "benchmarks.md").read_text() == page(results)
