"""One calm look on every system: Fusion with our own light palette."""

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

_COLORS = {
    QPalette.ColorRole.Window: "#f3f2ef",
    QPalette.ColorRole.WindowText: "#23211f",
    QPalette.ColorRole.Base: "#ffffff",
    QPalette.ColorRole.AlternateBase: "#f8f7f5",
    QPalette.ColorRole.Text: "#23211f",
    QPalette.ColorRole.Button: "#e9e7e2",
    QPalette.ColorRole.ButtonText: "#23211f",
    QPalette.ColorRole.Highlight: "#2f5d8a",
    QPalette.ColorRole.HighlightedText: "#ffffff",
    QPalette.ColorRole.PlaceholderText: "#8b8782",
}


def apply_theme(application: QApplication) -> None:
    """Set style and palette."""
    application.setStyle("Fusion")
    palette = QPalette()
    for role, color in _COLORS.items():
        palette.setColor(role, QColor(color))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText, QPalette.ColorRole.WindowText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor("#a5a19b"))
    application.setPalette(palette)
