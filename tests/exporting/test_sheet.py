import re
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from fashiongan.attributes import Category
from fashiongan.errors import RequestError
from fashiongan.exporting.sheet.files import SheetFile, page_picture, sheet_paths, sheet_pdf, write_sheet
from fashiongan.exporting.sheet.layout import MARGIN_MM, Page, Paper, SheetPlan, Shown, lay_out
from fashiongan.exporting.sheet.letters import BOLD, PLAIN, elided, font_file, pixel_font, with_known_letters
from tests.library.pictures import plain_garment

SHOWN = [Shown.of(plain_garment(Category.DRESS, color)) for color in ("red", "teal", "navy", "gold", "black")]
SMALL = SheetPlan(rows=2, columns=1, title="Summer")


def boxes(page: Page) -> list[tuple[float, float, float, float]]:
    return [(one.x_mm, one.y_mm, one.x_mm + one.side_mm, one.y_mm + one.side_mm) for one in page.pictures]


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize(("rows", "columns"), [(1, 1), (4, 3), (2, 5), (12, 12), (1, 12)])
@pytest.mark.parametrize("captions", [True, False])
def test_pictures_lie_inside_the_margins_and_none_on_another(
    paper: Paper, rows: int, columns: int, captions: bool
) -> None:
    plan = SheetPlan(paper, rows, columns, captions, "A title")
    [page] = lay_out(plan, (SHOWN * 30)[: rows * columns])
    width, height = plan.size_mm
    found = boxes(page)
    assert len(found) == rows * columns
    for index, (left, top, right, bottom) in enumerate(found):
        assert left >= MARGIN_MM
        assert top >= MARGIN_MM
        assert right <= width - MARGIN_MM + 1e-6
        assert bottom <= height - MARGIN_MM + 1e-6
        for other in found[index + 1 :]:
            assert right <= other[0] or bottom <= other[1] or left >= other[2]


def test_pages_follow_each_other_and_the_last_may_be_short() -> None:
    pages = lay_out(SMALL, SHOWN)
    assert [len(page.pictures) for page in pages] == [2, 2, 1]
    assert [page.texts[1].text for page in pages] == ["1 / 3", "2 / 3", "3 / 3"]
    assert [one.image for page in pages for one in page.pictures] == [one.image for one in SHOWN]
    assert lay_out(SMALL, []) == []


def test_more_columns_than_rows_turn_the_page() -> None:
    assert SheetPlan(Paper.A3, rows=2, columns=3).size_mm == (420, 297)
    assert SheetPlan(Paper.A3, rows=3, columns=2).size_mm == (297, 420)


def test_a_pdf_has_the_pages_and_is_the_same_each_time() -> None:
    pages = lay_out(SMALL, SHOWN)
    pdf = sheet_pdf(SMALL, pages)
    assert len(re.findall(rb"/Type /Page\b", pdf)) == 3
    assert [float(side) for side in re.findall(rb"MediaBox \[ 0 0 ([\d.]+) ([\d.]+)", pdf)[0]] == pytest.approx(
        [595.28, 841.89], abs=0.01
    )
    assert sheet_pdf(SMALL, pages) == pdf


def test_a_png_shows_the_pictures_where_the_layout_says() -> None:
    plan = SheetPlan(rows=1, columns=2, captions=False)
    [page] = lay_out(plan, SHOWN[:2])
    drawn = np.asarray(page_picture(plan, page))
    assert drawn.shape == (1240, 1754, 3)
    for one, color in zip(page.pictures, ((255, 0, 0), (0, 128, 128)), strict=True):
        x, y = (round((at + one.side_mm / 2) * 150 / 25.4) for at in (one.x_mm, one.y_mm))
        assert tuple(drawn[y, x]) == color
    assert (drawn[:50] == 255).all()


def test_sheets_are_written_as_they_are_named(tmp_path: Path) -> None:
    pages = lay_out(SMALL, SHOWN)
    for kind, names in (
        (SheetFile.PDF, ["a-sheet.pdf"]),
        (SheetFile.PNG, ["a-sheet-1.png", "a-sheet-2.png", "a-sheet-3.png"]),
    ):
        paths = write_sheet(SMALL, pages, tmp_path, "a", kind)
        assert [path.name for path in paths] == names
        assert paths == sheet_paths(tmp_path, "a", 3, kind)
    with Image.open(tmp_path / "a-sheet-2.png") as page:
        assert page.info["dpi"] == pytest.approx((150, 150), abs=0.1)


def test_captions_say_what_it_is_and_leave_out_what_it_has_not() -> None:
    one = Shown.of(plain_garment(Category.SKIRT))
    assert one.name.startswith("skirt")
    assert "na" not in one.words.split(", ")


def test_letters_that_the_typeface_lacks_lose_their_accents() -> None:
    assert with_known_letters("夏 ｇｏ\n") == "? go"


@pytest.mark.parametrize("words", ["Vară, rochii și fuste, țesături", "ȘȚĂÎÂ", "été · Größe", "Łódź", "Юбка", "φόρεμα"])
def test_languages_of_europe_keep_their_letters(words: str) -> None:
    assert with_known_letters(words) == words
    for font in (pixel_font(PLAIN, 40), pixel_font(BOLD, 40)):
        missing = bytes(font.getmask("\uffff"))
        assert all(bytes(font.getmask(letter)) != missing for letter in words.replace(" ", ""))


def test_the_typeface_comes_with_its_licence() -> None:
    assert "Bitstream" in (font_file(PLAIN).parent / "LICENSE").read_text(encoding="utf-8")


def test_a_long_title_is_cut_off_where_there_is_no_room() -> None:
    long = elided("a very long title " * 20, BOLD, 15, 100)
    assert long.endswith("…")
    assert len(long) < 50
    assert elided("short", BOLD, 15, 100) == "short"


@pytest.mark.parametrize(("rows", "columns"), [(0, 3), (3, 0), (13, 1), (1, 13)])
def test_a_sheet_without_room_for_pictures_is_refused(rows: int, columns: int) -> None:
    with pytest.raises(RequestError, match="rows and"):
        SheetPlan(rows=rows, columns=columns)
