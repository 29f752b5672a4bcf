import importlib.util

import numpy as np
import pytest

from benchmarks.measuring_pairs import PAIRS, Pair
from benchmarks.measuring_peer import difference, main, random_parameters
from fashiongan.body.definitions import BY_NAME
from fashiongan.body.measuring import BodyMeasurer, extremes
from fashiongan.body.population import served_mm


def test_a_difference_is_ours_minus_theirs_in_mm_where_theirs_was_found() -> None:
    ours = [{"waist_mm": 800.0}, {"waist_mm": 900.0}, {"waist_mm": 700.0}]
    theirs = [{"waist_cm": 79.0, "_z": 1.0}, {"waist_cm": 92.0, "_z": 1.0}, {"waist_cm": 0}]
    row = difference(Pair("waist_mm", "waist_cm", "why"), ours, theirs)
    assert (row["bodies"], row["least_mm"], row["median_mm"], row["most_mm"]) == (2, -20.0, -5.0, 10.0)
    assert row["clause"] == "5.3.10"


def test_every_pair_names_a_measurement_of_ours_and_tells_why() -> None:
    assert all(pair.ours in BY_NAME and pair.why for pair in PAIRS)


def test_random_adults_are_as_tall_as_the_population(measurer: BodyMeasurer) -> None:
    vertices = measurer.model.vertices_mm(random_parameters(measurer, np.random.default_rng(1)))
    low, high = extremes(vertices)
    least, most = served_mm()["height_mm"]
    assert least <= vertices[high, 1] - vertices[low, 1] <= most


def test_without_the_peer_one_line_says_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["measuring_peer"])
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    with pytest.raises(SystemExit) as stopped:
        main()
    said = capsys.readouterr()
    assert (stopped.value.code, said.out, said.err.count("\n")) == (1, "", 1)
    assert "clad-body[anny]==0.6.1" in said.err
