import pytest

from fashiongan.garment.curves import length_mm
from fashiongan.garment.pattern import Pattern
from fashiongan.garment.printing.finished import finished


def test_a_tshirt_is_measured_as_it_lies_on_a_table(tshirt: Pattern) -> None:
    found = {one.name: one.value_mm for one in finished(tshirt)}
    front, sleeve = tshirt.panels["front"], tshirt.panels["sleeve_left"]
    # Half of a bust of 900 mm with an ease of 110 mm, at the arms.
    assert found["Chest"] == pytest.approx(505, abs=1)
    assert found["Length, front"] == pytest.approx(front.size_mm[1])
    assert found["Hem"] == pytest.approx(length_mm(front.edges["hem"]))
    assert found["Sleeve hem"] == pytest.approx(length_mm(sleeve.edges["hem"]) / 2)


def test_what_a_garment_has_not_is_left_out(tshirt: Pattern) -> None:
    assert {"Inside leg", "Waist seam"}.isdisjoint(one.name for one in finished(tshirt))


def test_every_measurement_has_a_tolerance(tshirt: Pattern) -> None:
    assert all(5 <= one.tolerance_mm <= 10 for one in finished(tshirt))
