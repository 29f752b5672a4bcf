import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scanning.uncertainty import jackknife_spread

VALUES = st.lists(st.floats(-100, 100), min_size=2, max_size=16)


@given(values=VALUES)
def test_the_jackknife_of_a_mean_is_its_standard_error(values: list[float]) -> None:
    left_out = [float(np.mean(np.delete(values, index))) for index in range(len(values))]
    standard_error = np.std(values, ddof=1) / np.sqrt(len(values))
    assert jackknife_spread(left_out) == pytest.approx(standard_error, abs=1e-9)


def test_views_that_agree_leave_no_doubt() -> None:
    assert jackknife_spread([5.0, 5.0, 5.0]) == 0
