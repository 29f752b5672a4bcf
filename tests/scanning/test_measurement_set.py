import pytest

from fashiongan.body.measurements import BodyMeasurements, Figure
from fashiongan.errors import MeasurementError
from scanning.measurement_set import doubtful_basics, measurement_set

BASIC = {"height_mm": 1680.0, "bust_mm": 900.0, "waist_mm": 740.0, "hip_mm": 980.0}


def test_a_set_gives_the_body_to_fit_with_what_is_certain() -> None:
    found = measurement_set(
        Figure.WOMAN, BASIC | {"wrist_mm": 150, "calf_mm": 350}, doubts={"wrist_mm": "hidden by a sleeve"}
    )
    assert found.to_body_measurements() == BodyMeasurements(Figure.WOMAN, 1680, 900, 740, 980, calf_mm=350)


def test_a_doubtful_basic_measurement_is_used_all_the_same() -> None:
    found = measurement_set(Figure.WOMAN, BASIC, doubts={"hip_mm": "the person swayed"})
    assert found.to_body_measurements().hip_mm == 980


def test_a_doubtful_measurement_that_is_used_all_the_same_is_told() -> None:
    doubts = {"hip_mm": "the person swayed", "wrist_mm": "hidden by a sleeve"}
    found = doubtful_basics(measurement_set(Figure.WOMAN, BASIC | {"wrist_mm": 150}, doubts=doubts))
    assert [(one.name, one.reason) for one in found] == [("hip_mm", "the person swayed")]


def test_each_value_comes_with_clause_and_definition() -> None:
    waist = measurement_set(Figure.MAN, BASIC, {"waist_mm": 4.0}).by_name["waist_mm"]
    assert (waist.clause, waist.uncertainty_mm, waist.confident) == ("5.3.10", 4.0, True)
    assert "lowest rib" in waist.definition


def test_a_body_without_its_hip_is_refused_by_name() -> None:
    with pytest.raises(MeasurementError, match="hip_mm not measured"):
        measurement_set(Figure.MAN, {k: v for k, v in BASIC.items() if k != "hip_mm"}).to_body_measurements()


@pytest.mark.parametrize("value", [0.0, -3.0, float("nan"), float("inf"), 3000.0])
def test_a_value_that_no_body_has_is_refused(value: float) -> None:
    with pytest.raises(MeasurementError, match="waist_mm is "):
        measurement_set(Figure.WOMAN, BASIC | {"waist_mm": value})


def test_an_unknown_name_is_named() -> None:
    with pytest.raises(MeasurementError, match='"tail_mm" is not a measurement'):
        measurement_set(Figure.WOMAN, {"tail_mm": 300})
