from dataclasses import replace

import numpy as np
import pytest

from fashiongan.body.measuring import BodyMeasurer
from fashiongan.body.posing import STANDING
from fashiongan.garment.fit import FittedGarment
from fashiongan.people.regions import BodyPart, PersonPicture, Region
from fashiongan.people.rendering import Look, PersonPainter, draw_look

LOOK = Look((230, 190, 160), (40, 30, 20), (250, 250, 250), 0.0, 0.9, (0.0, 0.0))


@pytest.fixture(scope="module")
def painter(measurer: BodyMeasurer) -> PersonPainter:
    return PersonPainter(measurer.model)


@pytest.fixture(scope="module")
def person(painter: PersonPainter, worn_tshirt: FittedGarment) -> PersonPicture:
    return painter.paint((worn_tshirt,), STANDING, LOOK)


def test_a_picture_of_somebody_in_a_tshirt_shows_every_region_but_a_bottom(person: PersonPicture) -> None:
    assert person.rgb.shape == (256, 160, 3)
    assert {Region(one) for one in np.unique(person.regions)} == set(Region) - {Region.BOTTOM}
    assert {BodyPart(one) for one in np.unique(person.body)} == set(BodyPart)


def test_nobody_is_where_the_ground_is_and_its_colour_is_the_looks(person: PersonPicture) -> None:
    ground = person.regions == Region.GROUND
    assert ground[0].all()
    assert np.median(person.rgb[ground], axis=0).tolist() == list(LOOK.ground)


def test_the_head_is_above_the_shirt_and_the_legs_are_below(person: PersonPicture) -> None:
    rows = {region: np.nonzero(person.regions == region)[0].mean() for region in Region if region != Region.BOTTOM}
    assert rows[Region.HAIR] < rows[Region.HEAD] < rows[Region.TOP] < rows[Region.LEGS]


def test_under_the_shirt_lies_the_trunk(person: PersonPicture) -> None:
    below = person.body[person.regions == Region.TOP]
    assert (below == BodyPart.TRUNK).mean() > 0.5
    assert (below == BodyPart.HEAD).mean() < 0.02


def test_somebody_fills_as_much_of_the_frame_as_the_look_says(
    painter: PersonPainter, worn_tshirt: FittedGarment
) -> None:
    small = painter.paint((worn_tshirt,), STANDING, replace(LOOK, fills=0.6))
    rows = np.nonzero(small.body.any(1))[0]
    assert rows[-1] + 1 - rows[0] == pytest.approx(0.6 * 256, abs=4)


def test_looks_are_drawn_by_number_and_are_colours() -> None:
    first, again = (draw_look(np.random.default_rng(5)) for _ in range(2))
    assert first == again
    assert all(0 <= value <= 255 for color in (first.skin, first.hair, first.ground) for value in color)
