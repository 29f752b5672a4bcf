import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fashiongan.errors import CalibrationError
from scanning.calibration.depth_scale import DepthCorrection, fit_depth_correction

TRUE_MM = (600.0, 800.0, 1000.0, 1300.0, 1600.0, 2000.0, 2400.0)


@given(st.floats(0.95, 1.05), st.floats(-2e-5, 2e-5))
def test_any_scale_and_disparity_error_is_undone(a: float, c: float) -> None:
    true = np.array(TRUE_MM)
    measured = a / (1 / true - c)
    fit = fit_depth_correction(TRUE_MM, measured)
    assert fit.correction.applied(measured.astype(np.float32)) == pytest.approx(true, abs=0.01)
    assert fit.after_mm == pytest.approx(np.zeros(7), abs=1e-6)


def test_a_disparity_off_by_a_twentieth_of_a_pixel_is_found_and_removed() -> None:
    true = np.array(TRUE_MM)
    measured = 385 * 50 / (385 * 50 / true - 0.05)
    fit = fit_depth_correction(TRUE_MM, measured)
    assert max(fit.before_mm) > 10
    assert max(np.abs(fit.after_mm)) < 0.1
    assert fit.correction.c_per_mm == pytest.approx(0.05 / (385 * 50), rel=1e-3)


def test_pixels_that_saw_nothing_stay_empty() -> None:
    depth = np.array([[0, 1000]], dtype=np.float32)
    assert DepthCorrection(1.01, 1e-5).applied(depth).tolist() == [[0, pytest.approx(1000 / 1.02, rel=1e-6)]]


@pytest.mark.parametrize(
    ("true", "measured", "words"),
    [
        ([1000, 2000], [1000, 2000], "3 walls or more"),
        ([1000, 1050, 1100], [1000, 1050, 1100], "spread them"),
        ([1000, 1500, 2000], [1000, 1500, 2300], "measure that distance again"),
        ([1000, 1500, float("nan")], [1000, 1500, 2000], "above 0"),
        ([100, 150, 200], [1000, 1500, 2000], "check the distances"),
    ],
)
def test_poor_walls_are_refused(true: list[float], measured: list[float], words: str) -> None:
    with pytest.raises(CalibrationError, match=words):
        fit_depth_correction(true, measured)
