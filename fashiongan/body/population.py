"""Random adults of a population, to try bodies and garments on."""

import numpy as np

from fashiongan.body.measurements import BodyMeasurements, Figure

# Mean stature, chest, waist and buttock girth of 4,082 men and 1,986 women, mm: ANSUR II (2012).
ANSUR_MEANS_MM = {Figure.MAN: (1756.2, 1058.7, 940.6, 1019.5), Figure.WOMAN: (1628.5, 946.9, 860.9, 1021.2)}
# Rounded spreads of both sexes; girths share most of theirs, because people are stout or slim as a whole.
STATURE_SPREAD_MM, GIRTH_SPREAD_MM = 65.0, 85.0
SHARED, OWN = 0.8, 0.5


def random_adult(random: np.random.Generator) -> BodyMeasurements:
    """Somebody with the means of ANSUR II and girths that go together."""
    figure = Figure.MAN if random.random() < 0.5 else Figure.WOMAN
    stature, *means = ANSUR_MEANS_MM[figure]
    build = random.standard_normal()
    girths = [mean + GIRTH_SPREAD_MM * (SHARED * build + OWN * random.standard_normal()) for mean in means]
    return BodyMeasurements(figure, stature + STATURE_SPREAD_MM * random.standard_normal(), *girths)
