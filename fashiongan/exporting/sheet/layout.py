"""Where everything stands on the pages of a contact sheet. Millimetres from the upper left corner of a page."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from fashiongan.errors import RequestError
from fashiongan.exporting.sheet.letters import BOLD, PLAIN, elided, with_known_letters
from fashiongan.image import GarmentImage

MARGIN_MM, GAP_MM, TITLE_MM, FOOT_MM = 12.0, 4.0, 12.0, 6.0
TITLE_PT, WORDS_PT, SMALL_PT, PT_MM = 15.0, 7.5, 6.5, 25.4 / 72
CAPTION_MM, LINE_MM = 8.0, 3.3
MOST_ROWS, MOST_COLUMNS = 12, 12


class Paper(StrEnum):
    """Sheets are printed on."""

    A4 = "A4"
    A3 = "A3"


_SIZES_MM = {Paper.A4: (210.0, 297.0), Paper.A3: (297.0, 420.0)}


@dataclass(frozen=True, slots=True)
class SheetPlan:
    """How a sheet shall look; it lies on its side where it has more columns than rows. title : "" for none"""

    paper: Paper = Paper.A4
    rows: int = 4
    columns: int = 3
    captions: bool = True
    title: str = ""

    def __post_init__(self) -> None:
        if not (1 <= self.rows <= MOST_ROWS and 1 <= self.columns <= MOST_COLUMNS):
            raise RequestError(
                f"A sheet of {self.rows} rows and {self.columns} columns was asked for, but it has 1 to {MOST_ROWS} "
                f"rows and 1 to {MOST_COLUMNS} columns."
            )

    @property
    def size_mm(self) -> tuple[float, float]:
        """Width and height of a page."""
        short, long = _SIZES_MM[self.paper]
        return (long, short) if self.columns > self.rows else (short, long)

    def page_count(self, pictures: int) -> int:
        """How many pages so many pictures fill."""
        return -(-pictures // (self.rows * self.columns))


USUAL = SheetPlan()


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture and what stands below it: what it is, and how it differs."""

    image: GarmentImage
    name: str
    words: str

    @classmethod
    def of(cls, image: GarmentImage) -> "Shown":
        """A picture with its own words."""
        words = {name: str(word) for name, word in image.attributes.to_dict().items() if name != "colors"}
        name = ", ".join(words.pop(one) for one in ("category", "pattern") if one in words)
        return cls(image, name, ", ".join(word for word in words.values() if word not in ("na", "none")))


@dataclass(frozen=True, slots=True)
class Text:
    """One line. x_mm, y_mm : where its baseline begins; right : there it ends instead"""

    x_mm: float
    y_mm: float
    font: str
    size_pt: float
    text: str
    muted: bool = False
    right: bool = False


@dataclass(frozen=True, slots=True)
class Placed:
    """A picture inside a square."""

    x_mm: float
    y_mm: float
    side_mm: float
    image: GarmentImage


@dataclass(frozen=True)
class Page:
    """Everything on one page."""

    pictures: tuple[Placed, ...]
    texts: tuple[Text, ...]


def lay_out(plan: SheetPlan, shown: Sequence[Shown]) -> list[Page]:
    """The pages of so many pictures; none without any."""
    each, count = plan.rows * plan.columns, plan.page_count(len(shown))
    return [_page(plan, shown[each * page : each * (page + 1)], page, count) for page in range(count)]


def _page(plan: SheetPlan, shown: Sequence[Shown], page: int, count: int) -> Page:
    width, height = plan.size_mm
    top = MARGIN_MM + (TITLE_MM if plan.title else 0.0)
    cell_wide = (width - 2 * MARGIN_MM - (plan.columns - 1) * GAP_MM) / plan.columns
    cell_high = (height - top - MARGIN_MM - (plan.rows - 1) * GAP_MM) / plan.rows
    pictures, texts = [], []
    for index, one in enumerate(shown):
        row, column = divmod(index, plan.columns)
        x, y = MARGIN_MM + column * (cell_wide + GAP_MM), top + row * (cell_high + GAP_MM)
        placed = _placed(plan, one.image, (x, y), (cell_wide, cell_high))
        pictures.append(placed)
        texts += _caption(one, placed) if plan.captions else []
    return Page(tuple(pictures), (*_headings(plan, pictures[0].x_mm, page, count), *texts))


def _headings(plan: SheetPlan, left_mm: float, page: int, count: int) -> list[Text]:
    """The title, flush with the pictures, and the number of the page where there are several."""
    width, height = plan.size_mm
    texts = []
    if plan.title:
        title = elided(with_known_letters(plan.title), BOLD, TITLE_PT, width - MARGIN_MM - left_mm)
        texts.append(Text(left_mm, MARGIN_MM + TITLE_PT * PT_MM, BOLD, TITLE_PT, title))
    if count > 1:
        number = f"{page + 1} / {count}"
        texts.append(Text(width - MARGIN_MM, height - FOOT_MM, PLAIN, SMALL_PT, number, muted=True, right=True))
    return texts


def _placed(
    plan: SheetPlan, image: GarmentImage, corner_mm: tuple[float, float], cell_mm: tuple[float, float]
) -> Placed:
    """As large as the cell lets it, in its middle, with its caption right below."""
    (x, y), (wide, high) = corner_mm, cell_mm
    below = CAPTION_MM if plan.captions else 0.0
    side = max(min(wide, high - below), 1.0)
    return Placed(x + (wide - side) / 2, y + (high - side - below) / 2, side, image)


def _caption(one: Shown, placed: Placed) -> list[Text]:
    x, y, room = placed.x_mm, placed.y_mm + placed.side_mm + LINE_MM, placed.side_mm
    lines = ((BOLD, WORDS_PT, one.name, False), (PLAIN, SMALL_PT, one.words, True))
    return [
        Text(x, y + LINE_MM * line, font, size, elided(with_known_letters(text), font, size, room), muted)
        for line, (font, size, text, muted) in enumerate(lines)
        if text
    ]
