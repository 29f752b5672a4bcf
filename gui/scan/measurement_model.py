"""Measurements as Qt sees them: one row each, values in the user's unit, to be corrected by hand and compared."""

from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QFont

from fashiongan.body.definitions import BY_NAME
from fashiongan.errors import MeasurementError
from gui.languages.wording import in_words
from gui.scan.units import Unit
from scanning.comparing import Difference, differences
from scanning.hand_edits import as_measured, by_hand, put_back, with_value
from scanning.measurement_set import BodyMeasurement, MeasurementSet

DOUBT, BEYOND = QColor(224, 138, 30, 50), QColor(209, 47, 47, 45)
Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Column(IntEnum):
    """What stands where."""

    TITLE = 0
    VALUE = 1
    UNCERTAINTY = 2
    OTHER = 3
    DIFFERENCE = 4
    CLAUSE = 5
    REMARK = 6


NUMBERS = (Column.VALUE, Column.UNCERTAINTY, Column.OTHER, Column.DIFFERENCE)


class MeasurementModel(QAbstractTableModel):
    """`edited(MeasurementSet)` when a value was typed or put back; `refused(str)`, why one was not taken."""

    edited = Signal(object)
    refused = Signal(str)

    def __init__(self, measured: MeasurementSet) -> None:
        super().__init__()
        self.unit = Unit.CM
        self.show_measured(measured)

    def show_measured(self, measured: MeasurementSet) -> None:
        """Show these; what they were compared with goes."""
        self.beginResetModel()
        self.measured = measured
        self._as_measured = as_measured(measured)
        self._other: MeasurementSet | None = None
        self._other_name = ""
        self._differences: dict[str, Difference] = {}
        self.endResetModel()

    def compare(self, other: MeasurementSet | None, name: str) -> None:
        """Show others beside them, under a name, or none."""
        self._other, self._other_name = other, name
        self._show_change()

    def set_unit(self, unit: Unit) -> None:
        """Show everything in another unit."""
        self.unit = unit
        self._show_change()

    def put_back(self, name: str) -> None:
        """Take the measured value again in place of the typed one."""
        self._take(put_back(self.measured, self._as_measured[name]))

    def is_by_hand(self, name: str) -> bool:
        """Whether the value was typed."""
        return name in by_hand(self.measured)

    def beyond(self) -> int:
        """How many differ by more than chance from what they are compared with."""
        return sum(one.beyond for one in self._differences.values())

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many measurements there are."""
        return 0 if parent.isValid() else len(self.measured.measurements)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """All of them; the view hides those that are not needed."""
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What each column is."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        titles = {
            Column.TITLE: (self.tr("Measurement"), self.tr("Choose a row to see its tape on the body")),
            Column.VALUE: (self.unit.value, self.tr("Double-click a value to type what the tape says")),
            Column.UNCERTAINTY: ("±", self.tr("Half the 95 % interval: how far another scan of this kind may differ")),
            Column.OTHER: (self._other_name or self.tr("other"), self.tr("What these are compared with")),
            Column.DIFFERENCE: (self.tr("difference"), self.tr("The other less the first; marked: more than chance")),
            Column.CLAUSE: ("ISO 8559-1", self.tr("Where the standard defines it")),
            Column.REMARK: (self.tr("Remark"), self.tr("What is to be doubted, and what was typed by hand")),
        }
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return titles[Column(section)][0]
            case Qt.ItemDataRole.ToolTipRole:
                return titles[Column(section)][1]
            case Qt.ItemDataRole.TextAlignmentRole if Column(section) in NUMBERS:
                return _RIGHT
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Everything that a view asks of one cell; UserRole sorts."""
        one, column = self.measured.measurements[index.row()], Column(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(one, column)
            case Qt.ItemDataRole.EditRole:
                return self.unit.shown(one.value_mm, finer=1)
            case Qt.ItemDataRole.UserRole:
                return self._sorted_by(one, column)
            case Qt.ItemDataRole.ToolTipRole:
                return "\n".join(text for text in (in_words("Measurement", one.definition), self._remark(one)) if text)
            case Qt.ItemDataRole.BackgroundRole:
                return self._ground(one, column)
            case Qt.ItemDataRole.TextAlignmentRole if column in NUMBERS:
                return _RIGHT
            case Qt.ItemDataRole.FontRole if column is Column.VALUE and self.is_by_hand(one.name):
                font = QFont()
                font.setBold(True)
                return font
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Only values are typed."""
        editable = Qt.ItemFlag.ItemIsEditable if index.column() == Column.VALUE else Qt.ItemFlag.NoItemFlags
        return super().flags(index) | editable

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take a typed value, unless it cannot be right."""
        one = self.measured.measurements[index.row()]
        # Opened and left as it was, nothing was typed.
        if role != Qt.ItemDataRole.EditRole or str(value) == self.unit.shown(one.value_mm, finer=1):
            return False
        try:
            self._take(with_value(self.measured, self._as_measured[one.name], self.unit.typed(str(value))))
        except MeasurementError as error:
            self.refused.emit(str(error))
            return False
        return True

    def _take(self, measured: MeasurementSet) -> None:
        self.measured = measured
        self._show_change()
        self.edited.emit(measured)

    def _show_change(self) -> None:
        self._differences = {} if self._other is None else differences(self.measured, self._other)
        last = self.index(self.rowCount() - 1, len(Column) - 1)
        self.dataChanged.emit(self.index(0, 0), last)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)

    def _text(self, one: BodyMeasurement, column: Column) -> str:
        differs = self._differences.get(one.name)
        match column:
            case Column.TITLE:
                return in_words("Measurement", BY_NAME[one.name].title)
            case Column.VALUE:
                return self.unit.shown(one.value_mm)
            case Column.UNCERTAINTY:
                return "" if one.uncertainty_mm is None else self.unit.shown(one.uncertainty_mm, finer=1)
            case Column.OTHER:
                return "" if differs is None else self.unit.shown(differs.other_mm)
            case Column.DIFFERENCE:
                return "" if differs is None else self._difference_text(differs)
            case Column.CLAUSE:
                return one.clause
            case Column.REMARK:
                return self._remark(one)

    def _difference_text(self, differs: Difference) -> str:
        return ("● " if differs.beyond else "") + self.unit.shown(differs.difference_mm, sign=True)

    def _remark(self, one: BodyMeasurement) -> str:
        if self.is_by_hand(one.name):
            was = self.unit.shown(self._as_measured[one.name].value_mm)
            return self.tr("by hand; measured %1").replace("%1", was)
        return "" if one.confident else self.tr("measure again: %1").replace("%1", in_words("Doubt", one.reason))

    def _sorted_by(self, one: BodyMeasurement, column: Column) -> Any:
        differs = self._differences.get(one.name)
        match column:
            case Column.VALUE:
                return one.value_mm
            case Column.UNCERTAINTY:
                return one.uncertainty_mm or 0.0
            case Column.OTHER:
                return differs.other_mm if differs else 0.0
            case Column.DIFFERENCE:
                return differs.difference_mm if differs else 0.0
        return self._text(one, column)

    def _ground(self, one: BodyMeasurement, column: Column) -> QBrush | None:
        differs = self._differences.get(one.name)
        if column is Column.DIFFERENCE and differs is not None and differs.beyond:
            return QBrush(BEYOND)
        return None if one.confident else QBrush(DOUBT)
