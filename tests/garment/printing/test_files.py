import re
from pathlib import Path

import pytest

from fashiongan.body.measurements import BodyMeasurements, Figure
from fashiongan.body.sizes import wearer_of
from fashiongan.errors import OutputError
from fashiongan.garment.fit import FittedGarment
from fashiongan.garment.printing.files import PAPER_ENDINGS, tech_pack_of, write_papers
from fashiongan.garment.printing.tech_pack import TechPack, tech_pack_pdf
from tests.scanning.test_report import text_of


@pytest.fixture(scope="module")
def pack(worn_tshirt: FittedGarment) -> TechPack:
    return tech_pack_of(worn_tshirt)


@pytest.fixture(scope="module")
def pdf(pack: TechPack) -> bytes:
    return tech_pack_pdf(pack)


@pytest.fixture(scope="module")
def text(pdf: bytes) -> str:
    return text_of(pdf)


def test_a_tech_pack_tells_pieces_measurements_and_steps(text: str, worn_tshirt: FittedGarment) -> None:
    for words in ("Sleeve", "cut 2, mirrored", "Chest", "50.5", "Neckband", "rib"):
        assert words in text
    for step in worn_tshirt.pattern.steps:
        assert step in text


def test_a_tech_pack_tells_how_it_fits_and_the_size_one_would_buy(text: str) -> None:
    assert "Fits." in text
    assert "Size M, between S and L" in text


def test_a_tech_pack_tells_colours_in_hex_and_lab(text: str) -> None:
    for color in ("#dc0000", "#0000dc"):
        assert color in text
    # Y of sRGB #dc0000 is 0.2127 times ((220 / 255 + 0.055) / 1.055) ** 2.4; L* is 116 times its cube root, less 16.
    assert "L* 45.9" in text


def test_a_tech_pack_tells_what_made_its_picture(text: str, worn_tshirt: FittedGarment) -> None:
    assert worn_tshirt.image.idea.origin in text
    assert worn_tshirt.image.checkpoint in text


def test_a_tech_pack_is_the_same_for_the_same_garment(pack: TechPack, pdf: bytes) -> None:
    assert tech_pack_pdf(pack) == pdf
    assert len(re.findall(rb"/Type /Page\b", pdf)) == 2


def test_the_wearer_is_told_by_measurements(worn_tshirt: FittedGarment) -> None:
    assert wearer_of(worn_tshirt.body.measurements) == "height 168, bust 90, waist 74, hip 98 cm"


def test_a_man_is_told_by_his_chest() -> None:
    assert (
        wearer_of(BodyMeasurements(Figure.MAN, 1820, 1000, 860, 1010)) == "height 182, chest 100, waist 86, hip 101 cm"
    )


def test_every_paper_is_written_under_its_name(worn_tshirt: FittedGarment, tmp_path: Path) -> None:
    written = write_papers(worn_tshirt, tmp_path, "001")
    assert [path.name for path in written] == [f"001{ending}" for ending in PAPER_ENDINGS]
    assert set(tmp_path.iterdir()) == set(written)
    assert [path.read_bytes()[:4] for path in written[2:]] == [b"%PDF"] * 3


def test_a_folder_that_cannot_be_written_is_told(worn_tshirt: FittedGarment, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError):
        write_papers(worn_tshirt, tmp_path / "file", "001")
