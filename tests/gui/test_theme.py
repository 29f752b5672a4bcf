import pytest
from PySide6.QtGui import QColor, QPalette

from gui.theme import Theme, palette_of


def luminance(color: QColor) -> float:
    """Relative luminance as WCAG 2.1 defines it."""
    parts = [one / 12.92 if one <= 0.03928 else ((one + 0.055) / 1.055) ** 2.4 for one in color.getRgbF()[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(first: QColor, second: QColor) -> float:
    low, high = sorted((luminance(first), luminance(second)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK])
@pytest.mark.parametrize(
    ("text", "ground"),
    [("WindowText", "Window"), ("Text", "Base"), ("ButtonText", "Button"), ("HighlightedText", "Highlight")],
)
def test_text_stands_out_as_much_as_wcag_asks(theme: Theme, text: str, ground: str) -> None:
    palette = palette_of(theme)
    roles = QPalette.ColorRole
    assert contrast(palette.color(roles[text]), palette.color(roles[ground])) >= 4.5
