"""Random adults of a population, to try bodies and garments on.

Source: ANSUR II, Gordon et al., 2012 Anthropometric Survey of U.S. Army Personnel, Natick/TR-15/007. Means and standard
deviations are the survey's, of 4,082 men and 1,986 women. The correlations are rounded to what surveys of adults find:
0.8 to 0.9 between girths of the trunk, 0.2 to 0.35 between a girth and stature; they are not read off its tables.
"""

from dataclasses import dataclass

import numpy as np

from fashiongan.body.measurements import BodyMeasurements, Figure
from fashiongan.errors import MeasurementError


@dataclass(frozen=True, slots=True)
class Survey:
    """Means and standard deviations in mm, of stature and the girths of chest, waist and buttock."""

    means_mm: tuple[float, float, float, float]
    spreads_mm: tuple[float, float, float, float]


ANSUR = {
    Figure.MAN: Survey((1756.2, 1058.7, 940.6, 1019.5), (69.0, 87.0, 112.0, 77.0)),
    Figure.WOMAN: Survey((1628.5, 946.9, 860.9, 1021.2), (64.0, 83.0, 100.0, 76.0)),
}
CORRELATIONS = np.array(
    [
        [1.00, 0.25, 0.20, 0.35],
        [0.25, 1.00, 0.85, 0.80],
        [0.20, 0.85, 1.00, 0.85],
        [0.35, 0.80, 0.85, 1.00],
    ]
)

# Standard deviations from the mean to the 99th percentile.
TO_99TH = 2.326


def corner_adults() -> list[BodyMeasurements]:
    """Short and tall, each slim and large: stature, and all girths together, at the 1st and the 99th percentile."""
    ends = (-TO_99TH, TO_99TH)
    return [_adult(figure, (tall, large, large, large)) for figure in ANSUR for tall in ends for large in ends]


def served_mm() -> dict[str, tuple[float, float]]:
    """From the 1st percentile of the smaller figure to the 99th of the larger, of every measurement of the survey."""
    adults = corner_adults()
    names = ("height_mm", "bust_mm", "waist_mm", "hip_mm")
    values = {name: [float(getattr(adult, name)) for adult in adults] for name in names}
    return {name: (min(found), max(found)) for name, found in values.items()}


def _adult(figure: Figure, deviations: tuple[float, float, float, float]) -> BodyMeasurements:
    """Somebody so many standard deviations from the mean."""
    survey = ANSUR[figure]
    values = np.array(survey.means_mm) + np.array(deviations) * survey.spreads_mm
    return BodyMeasurements(figure, *values.tolist())


def random_adult(random: np.random.Generator) -> BodyMeasurements:
    """Somebody of ANSUR II; who cannot be, in `BodyMeasurements`' eyes, is drawn again."""
    while True:
        figure = Figure.MAN if random.random() < 0.5 else Figure.WOMAN
        survey = ANSUR[figure]
        covariance = CORRELATIONS * np.outer(survey.spreads_mm, survey.spreads_mm)
        stature, chest, waist, buttock = random.multivariate_normal(survey.means_mm, covariance).tolist()
        try:
            return BodyMeasurements(figure, stature, chest, waist, buttock)
        except MeasurementError:
            continue
