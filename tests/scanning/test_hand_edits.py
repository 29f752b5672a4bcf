from pathlib import Path

import pytest

from fashiongan.body.measurements import Figure
from fashiongan.errors import MeasurementError
from scanning.comparing import differences
from scanning.formats.files import read_measurement_file, write_measurement_file
from scanning.hand_edits import as_measured, by_hand, put_back, with_value
from scanning.measurement_set import MeasurementSet, measurement_set

VALUES = {"height_mm": 1700.0, "bust_mm": 900.0, "waist_mm": 740.0, "hip_mm": 980.0, "head_mm": 560.0}
UNSURE = {"waist_mm": 6.0, "hip_mm": 8.0}


@pytest.fixture
def measured() -> MeasurementSet:
    return measurement_set(Figure.WOMAN, VALUES, UNSURE, {"waist_mm": "seen badly"}, ("scanned",))


def test_a_typed_value_is_certain_and_the_notes_say_what_was_there(measured: MeasurementSet) -> None:
    edited = with_value(measured, measured.by_name["waist_mm"], 752.0)
    waist = edited.by_name["waist_mm"]
    assert (waist.value_mm, waist.confident, waist.reason, waist.uncertainty_mm) == (752.0, True, "", None)
    assert edited.notes == ("scanned", "waist_mm by hand, was 740.0 mm")
    assert by_hand(edited) == {"waist_mm": 740.0}


def test_put_back_everything_is_as_it_was(measured: MeasurementSet) -> None:
    original = measured.by_name["waist_mm"]
    edited = with_value(with_value(measured, original, 752.0), original, 760.0)
    assert len(edited.notes) == 2
    assert put_back(edited, original) == measured


def test_what_was_typed_is_known_after_saving_and_opening(measured: MeasurementSet, tmp_path: Path) -> None:
    edited = with_value(measured, measured.by_name["hip_mm"], 1000.0)
    write_measurement_file(edited, tmp_path / "me.json")
    again = read_measurement_file(tmp_path / "me.json")
    assert by_hand(again) == {"hip_mm": 980.0}
    assert as_measured(again)["hip_mm"].value_mm == 980.0


@pytest.mark.parametrize(
    ("name", "value_mm", "said"),
    [
        ("waist_mm", 75.2, "look at the unit"),
        ("head_mm", 56.0, "look at the unit"),
        ("height_mm", 2300.0, "height_mm"),
    ],
)
def test_a_value_that_cannot_be_right_is_refused_in_one_line(
    measured: MeasurementSet, name: str, value_mm: float, said: str
) -> None:
    with pytest.raises(MeasurementError, match=said) as told:
        with_value(measured, measured.by_name[name], value_mm)
    assert "\n" not in str(told.value)


def test_a_difference_counts_beyond_both_uncertainties_together(measured: MeasurementSet) -> None:
    # 6 and 8 mm make 10 mm: squares add up.
    other = measurement_set(
        Figure.WOMAN, {"waist_mm": 749.9, "hip_mm": 969.0, "calf_mm": 350.0}, UNSURE | {"hip_mm": 6.0}
    )
    found = differences(measured, other)
    assert set(found) == {"waist_mm", "hip_mm"}
    assert found["hip_mm"].difference_mm == pytest.approx(-11.0)
    assert found["hip_mm"].expected_mm == pytest.approx(10.0)
    assert found["hip_mm"].beyond
    assert found["waist_mm"].expected_mm == pytest.approx(6 * 2**0.5)
    assert found["waist_mm"].beyond


def test_where_no_uncertainty_is_known_the_limit_of_the_standard_counts(measured: MeasurementSet) -> None:
    # ISO 20685-1: 4 mm for heights.
    other = measurement_set(Figure.WOMAN, {"height_mm": 1705.0})
    assert differences(measured, other)["height_mm"].expected_mm == pytest.approx(4 * 2**0.5)
    assert not differences(measured, other)["height_mm"].beyond
