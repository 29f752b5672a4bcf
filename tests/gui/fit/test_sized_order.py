from pathlib import Path

from fashiongan.body.measurements import BodyMeasurements, Figure
from fashiongan.garment.style import Ease
from fashiongan.image import GarmentImage
from fashiongan.studio import Studio
from gui.fit_order import FitOrder, carry_out
from gui.wearer import Wearer


def test_an_order_in_a_size_comes_back_cut_in_it_on_the_same_body(
    tiny_checkpoints: Path, two_sided_tshirt: GarmentImage
) -> None:
    wearer = Wearer.of(BodyMeasurements(Figure.WOMAN, 1680, 900, 740, 980))
    said: list[str] = []
    order = FitOrder(two_sided_tshirt, wearer, Ease.SLIM, size="XL")
    dressed = carry_out(order, Studio(tiny_checkpoints), lambda share, what: said.append(what))
    assert (dressed.look.size, dressed.look.ease) == ("XL", Ease.SLIM)
    assert abs(dressed.look.body.measurements.bust_mm - 900) < 1
    assert dressed.words[0].startswith("Cut in size XL")
    assert [piece.name for piece in dressed.pieces[0]] == [piece.name for piece in dressed.look.pieces]
    assert said[:2] == ["body", "grading"]
