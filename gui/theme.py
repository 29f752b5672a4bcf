"""One calm look on every system: Fusion with our own palettes, light and dark."""

from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication


class Theme(StrEnum):
    """How the window looks; SYSTEM follows the desktop."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


_R = QPalette.ColorRole
_LIGHT = {
    _R.Window: "#f3f2ef",
    _R.WindowText: "#23211f",
    _R.Base: "#ffffff",
    _R.AlternateBase: "#f8f7f5",
    _R.ToolTipBase: "#fffdf5",
    _R.ToolTipText: "#23211f",
    _R.Text: "#23211f",
    _R.Button: "#e9e7e2",
    _R.ButtonText: "#23211f",
    _R.Highlight: "#2f5d8a",
    _R.HighlightedText: "#ffffff",
    _R.Link: "#2f5d8a",
    _R.PlaceholderText: "#8b8782",
}
_DARK = {
    _R.Window: "#2a2927",
    _R.WindowText: "#e9e6e1",
    _R.Base: "#1f1e1d",
    _R.AlternateBase: "#262523",
    _R.ToolTipBase: "#3a3835",
    _R.ToolTipText: "#e9e6e1",
    _R.Text: "#e9e6e1",
    _R.Button: "#3a3835",
    _R.ButtonText: "#e9e6e1",
    _R.Highlight: "#5b8fc2",
    _R.HighlightedText: "#10151a",
    _R.Link: "#8ab8e6",
    _R.PlaceholderText: "#8f8a84",
}
_DISABLED = {Theme.LIGHT: "#a5a19b", Theme.DARK: "#6f6b66"}


def apply_theme(application: QApplication, theme: Theme = Theme.SYSTEM) -> None:
    """Set style and palette."""
    dark = application.styleHints().colorScheme() is Qt.ColorScheme.Dark
    chosen = theme if theme is not Theme.SYSTEM else (Theme.DARK if dark else Theme.LIGHT)
    application.setStyle("Fusion")
    application.setPalette(palette_of(chosen))


def palette_of(theme: Theme) -> QPalette:
    """The palette of LIGHT or DARK."""
    palette = QPalette()
    for role, color in (_DARK if theme is Theme.DARK else _LIGHT).items():
        palette.setColor(role, QColor(color))
    for role in (_R.Text, _R.ButtonText, _R.WindowText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(_DISABLED[theme]))
    return palette
