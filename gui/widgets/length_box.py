"""A box for a length, in which a decimal is typed with a point or a comma, whichever the language writes."""

from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QDoubleSpinBox


class LengthBox(QDoubleSpinBox):
    """What is typed is shown as the language writes it."""

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """A point is as good as a comma."""
        point = self.locale().decimalPoint()
        return super().validate(text.replace(".", point).replace(",", point), position)
