import pytest

from fashiongan.attributes import Category, GarmentAttributes
from fashiongan.garment.curves import length_mm
from fashiongan.garment.dimensions import Dimensions
from fashiongan.garment.pattern import Pattern
from fashiongan.garment.printing.finished import finished
from fashiongan.garment.style import Style
from fashiongan.garment.wardrobe import draft


def test_a_tshirt_is_measured_as_it_lies_on_a_table(tshirt: Pattern) -> None:
    found = {one.name: one.value_mm for one in finished(tshirt)}
    front, sleeve = tshirt.panels["front"], tshirt.panels["sleeve_left"]
    # Half of a bust of 900 mm with an ease of 110 mm, at the arms.
    assert found["Chest"] == pytest.approx(505, abs=1)
    assert found["Length, front"] == pytest.approx(front.size_mm[1])
    assert found["Hem"] == pytest.approx(length_mm(front.edges["hem"]))
    assert found["Sleeve edge"] == pytest.approx(length_mm(sleeve.edges["hem"]) / 2)


def test_the_hem_of_a_hoodie_is_that_of_its_rib(person: Dimensions) -> None:
    hoodie = draft(person, Style(GarmentAttributes(Category.HOODIE)))
    found = {one.name: one.value_mm for one in finished(hoodie)}
    assert found["Hem"] == pytest.approx(length_mm(hoodie.panels["rib_front"].edges["hem"]), rel=0.02)


def test_the_seam_at_the_waist_is_measured_once(person: Dimensions) -> None:
    dress = draft(person, Style(GarmentAttributes(Category.DRESS)))
    found = {one.name: one.value_mm for one in finished(dress)}
    assert person.waist_mm / 2 < found["Waist seam"] < 0.6 * person.waist_mm


def test_what_a_garment_has_not_is_left_out(tshirt: Pattern) -> None:
    assert {"Inside leg", "Waist seam"}.isdisjoint(one.name for one in finished(tshirt))


def test_every_measurement_has_a_tolerance(tshirt: Pattern) -> None:
    assert all(5 <= one.tolerance_mm <= 10 for one in finished(tshirt))
