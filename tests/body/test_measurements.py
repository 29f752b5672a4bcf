from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fashiongan.body.measurements import BodyMeasurements, Figure, read_measurements, write_measurements
from fashiongan.errors import MeasurementError

GOOD = {"figure": Figure.WOMAN, "height_mm": 1680, "bust_mm": 900, "waist_mm": 740, "hip_mm": 980}


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"height_mm": 168}, "looks like centimetres"),
        ({"bust_mm": 35.5}, "looks like inches"),
        ({"height_mm": 1.68}, "looks like metres"),
        ({"waist_mm": -740}, "waist_mm is -740"),
        ({"inseam_mm": 1040}, "swapped"),
        ({"hip_mm": 690, "thigh_mm": 600}, "one thigh is under 78 %"),
        ({"waist_mm": 1300}, "were they swapped"),
        ({"waist_mm": 510, "bust_mm": 1100, "hip_mm": 1200}, "were two of them swapped"),
        ({"neck_mm": 550, "thigh_mm": 370}, "a neck is thinner"),
    ],
)
def test_a_value_that_cannot_be_right_is_refused_with_the_likely_cause(change: dict[str, float], message: str) -> None:
    with pytest.raises(MeasurementError, match=message):
        BodyMeasurements(**{**GOOD, **change})  # type: ignore[arg-type]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(st.floats(1500, 1950), st.floats(800, 1100), st.none() | st.floats(330, 450))
def test_measurements_survive_their_file(tmp_path: Path, height: float, bust: float, neck: float | None) -> None:
    body = BodyMeasurements(Figure.MAN, height, bust, 850, 1000, neck_mm=neck)
    write_measurements(body, tmp_path / "body.yaml")
    assert read_measurements(tmp_path / "body.yaml").given() == pytest.approx(body.given(), abs=0.06)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "holds no measurements"),
        ("- a", "holds no measurements"),
        ("{a: [", "cannot be read"),
        ("figure: woman\nheight_mm: 1700", "lacks bust_mm, waist_mm, hip_mm"),
        ("figure: cat\nheight_mm: 1\nbust_mm: 1\nwaist_mm: 1\nhip_mm: 1", 'figure is "cat"'),
        ("figure: man\nheight_mm: tall\nbust_mm: 1\nwaist_mm: 1\nhip_mm: 1", "not a number"),
        ("figure: man\nheight_mm: .nan\nbust_mm: 1\nwaist_mm: 1\nhip_mm: 1", "not a number"),
        ("figure: man\nshoe: 42", '"shoe" is not a measurement'),
    ],
)
def test_a_bad_body_file_is_one_clear_line(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "body.yaml").write_text(text)
    with pytest.raises(MeasurementError, match=message) as caught:
        read_measurements(tmp_path / "body.yaml")
    assert "\n" not in str(caught.value)


def test_a_missing_body_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(MeasurementError, match=r"none\.yaml"):
        read_measurements(tmp_path / "none.yaml")
