from dataclasses import replace

import numpy as np
import pytest

from fashiongan.body.fitting import FittedBody
from fashiongan.errors import GarmentError
from fashiongan.garment.body_field import BodySurface, distance_field


def test_a_body_with_a_hole_is_refused_before_any_cloth_falls_through(woman: FittedBody) -> None:
    with pytest.raises(GarmentError, match="holes, with 3 edges round them"):
        distance_field(replace(woman.mesh, faces=woman.mesh.faces[1:]), 0.0)


def test_what_is_in_the_chest_is_inside_the_body(woman: FittedBody) -> None:
    chest = np.array([[0.0, 0.72 * woman.mesh.height_mm, 0.0], [0.0, 0.72 * woman.mesh.height_mm, 1000.0]])
    inside, before = BodySurface(woman.mesh).signed_distance_mm(chest)
    assert inside < 0 < before
