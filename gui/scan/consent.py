"""Asking a person before the first frame of them is seen."""

from datetime import datetime

from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from scanning.consent import LONGEST_PSEUDONYM, Consent, new_pseudonym

WIDTH_PX = 460


class ConsentDialog(QDialog):
    """`consent()` holds what was agreed to once the dialog is accepted; refused, nothing is shown."""

    def __init__(self, camera: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Before the camera starts"))
        self.words = QLabel(
            self.tr(
                "The camera %1 records your shape in depth, so that you can be measured for clothes. "
                "Everything stays on this computer: nothing is sent anywhere. You can stop at any time, and the "
                "recording can be deleted."
            ).replace("%1", camera)
        )
        self.words.setWordWrap(True)
        self.pseudonym = QLineEdit(new_pseudonym())
        self.pseudonym.setMaxLength(LONGEST_PSEUDONYM)
        self.pseudonym.setToolTip(self.tr("A name that only the studio can tell; the files hold no other"))
        self.pseudonym.setAccessibleName(self.tr("Pseudonym"))
        self.purpose = QLineEdit(self.tr("to be measured for clothes"))
        self.purpose.setToolTip(self.tr("What the recording is for; it is kept with the consent"))
        self.purpose.setAccessibleName(self.tr("Purpose"))
        self.agree = QCheckBox(self.tr("I was asked, and I agree"))
        self.agree.setToolTip(self.tr("Without this nothing is shown and nothing is recorded"))
        self.keep_color = QCheckBox(self.tr("Keep the colour pictures, too; I can be recognised in them"))
        self.keep_color.setToolTip(self.tr("Measuring needs no colour, so leave this open unless it is wanted"))
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.start = self.buttons.addButton(self.tr("Start the camera"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._lay_out()
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.agree.toggled.connect(self._show_ready)
        for line in (self.pseudonym, self.purpose):
            line.textChanged.connect(self._show_ready)
        self._show_ready()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.addRow(self.tr("Who is it?"), self.pseudonym)
        form.addRow(self.tr("What for?"), self.purpose)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addWidget(self.words)
        column.addLayout(form)
        column.addWidget(self.agree)
        column.addWidget(self.keep_color)
        column.addWidget(self.buttons)
        self.setMinimumWidth(WIDTH_PX)

    def consent(self, now: datetime) -> Consent:
        """What was agreed to; `now` has a time zone."""
        purpose = self.purpose.text().strip()
        words = " ".join((self.words.text(), f"{self.agree.text()}: {purpose}.", *self._colors()))
        given_at = now.isoformat(timespec="seconds")
        return Consent(self.pseudonym.text().strip(), words, given_at, self.keep_color.isChecked(), purpose)

    def _colors(self) -> tuple[str, ...]:
        return (self.keep_color.text(),) if self.keep_color.isChecked() else ()

    def _show_ready(self) -> None:
        said = all(line.text().strip() for line in (self.pseudonym, self.purpose))
        self.start.setEnabled(self.agree.isChecked() and said)
