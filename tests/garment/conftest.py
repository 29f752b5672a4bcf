"""What tests of garments share: bodies of all sorts."""

import numpy as np
import pytest

from fashiongan.body.fitting import fit_body
from fashiongan.body.measuring import BodyMeasurer
from fashiongan.body.population import corner_adults, random_adult
from fashiongan.garment.dimensions import Dimensions, take_dimensions


@pytest.fixture(scope="session")
def wardrobe_bodies(measurer: BodyMeasurer) -> list[Dimensions]:
    """Adults as a survey finds them, and those at its 1st and 99th percentile."""
    random = np.random.default_rng(0)
    adults = [*corner_adults(), *(random_adult(random) for _ in range(4))]
    return [take_dimensions(fit_body(adult, measurer).mesh.vertices_mm, measurer) for adult in adults]
