"""Exporting from the window: the dialog with what there is now, the work in the queue, and where it went."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Thread

from PySide6.QtCore import QObject, QStandardPaths, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox, QWidget

from fashiongan.exporting.agreed import Agreed
from fashiongan.exporting.order import ExportOrder
from fashiongan.files import sweep
from fashiongan.library.library import Library
from fashiongan.project.gathering import Chosen
from fashiongan.project.project import ENDING, Noted
from gui.export.dialog import ExportDialog
from gui.export.wishes import Exportable, Wishes
from gui.fit.page import FitPage
from gui.kept_wearer import kept_body
from gui.settings import Habits
from gui.work.queue import WorkQueue


class ExportWork(QObject):
    """`opened(Path)` of a project that was written: it can be opened again. known : the projects that were opened or
    written here, as they were then"""

    opened = Signal(object)

    def __init__(
        self,
        library: Library,
        chosen: Callable[[], list[int]],
        fit: FitPage,
        queue: WorkQueue,
        habits: Habits,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._library, self._chosen, self._fit = library, chosen, fit
        self._queue, self._habits, self._window = queue, habits, window
        self.known = Agreed()

    def tidy(self) -> None:
        """Take away what a program that was killed left where it exported to; a drive that is gone holds nobody up."""
        if folder := self._wishes().folder.strip():
            Thread(target=sweep, args=(Path(folder).expanduser(),), name="tidying", daemon=True).start()

    def ask(self) -> ExportDialog:
        """Open the dialog."""
        dialog = ExportDialog(self.exportable(), self._wishes(), self._window, self.known)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.ordered.connect(partial(self._remember, dialog))
        dialog.ordered.connect(self.start)
        dialog.open()
        return dialog

    def exportable(self) -> Exportable:
        """What there is now."""
        entries = [self._library.entry(number) for number in self._chosen()]
        chosen = tuple(Chosen(self._library.path(one.number), Noted.of(one)) for one in entries)
        return Exportable(chosen, self._fit.look, partial(kept_body, self._fit.wearer))

    def start(self, order: ExportOrder) -> None:
        """Write an order's files in the queue, and say where they are; what is there now may be replaced."""
        agreed = Agreed(order.paths())
        self._queue.add(
            self.tr("export: %1").replace("%1", order.name),
            lambda ticket: ticket.deliver(order.carry_out(ticket.progress, agreed)),
            self._tell,
        )

    def _wishes(self) -> Wishes:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        return Wishes.from_text(self._habits.export_wishes, Path(documents))

    def _remember(self, dialog: ExportDialog, order: ExportOrder) -> None:
        self._habits.export_wishes = dialog.wishes().to_text()

    def _tell(self, paths: list[Path]) -> None:
        for path in paths:
            if path.suffix == ENDING:
                self.opened.emit(path)
        said = self.tr("%n file(s) written to", "", len(paths))
        box = QMessageBox(QMessageBox.Icon.Information, "FashionGAN", f"{said}\n{paths[0].parent}", parent=self._window)
        show = box.addButton(self.tr("Show in folder"), QMessageBox.ButtonRole.ActionRole)
        box.addButton(QMessageBox.StandardButton.Close)
        show.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(paths[0].parent)))
        box.setModal(False)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.show()
