"""Everything that comes into the window from files or leaves it as files, put together: the File menu's work."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication

from gui.export.drag import Dragged, PictureHandle, PictureOut
from gui.export.work import ExportWork
from gui.opening.opener import Opener
from gui.opening.project_work import ProjectWork
from gui.opening.recent_menu import RecentMenu

if TYPE_CHECKING:
    from gui.main_window import MainWindow


class FilesWork(QObject):
    """Opens, exports, and lets pictures be dragged out. Make it when the window is connected."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        gallery, habits = window.design.gallery, window.habits
        self.exports = ExportWork(window.library, gallery.chosen, window.fit, window.queue, habits, window)
        self.projects = ProjectWork(window.studio, window.library, window.queue)
        self.opener, self.recent = Opener(window), RecentMenu(habits, window)
        self.export = QAction(self.tr("Export…"), self)
        self.export.setShortcut(QKeySequence("Ctrl+E"))
        self.export.setToolTip(self.tr("Pictures, sheets, the fitted garment, patterns, a project (Ctrl+E)"))
        self.copy = QAction(self.tr("Copy"), self)
        self.copy.setShortcut(QKeySequence.StandardKey.Copy)
        self.copy.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.copy.setToolTip(self.tr("The chosen pictures into the clipboard, for other programs"))
        self.preview_out = PictureOut(window.design.preview, lambda: Dragged.of(window.design.preview.image))
        self.fit_picture = PictureHandle(self._fit_picture)
        self._show()
        self._connect()

    def _show(self) -> None:
        """Put what can be done where it is looked for."""
        design, bar = self._window.design, self._window.fit.view_bar
        design.preview.setToolTip(self.tr("Drag it to another program"))
        design.gallery.addAction(self.copy)
        design.more_actions += [self.copy, self.export]
        bar.addSeparator()
        bar.addAction(self.export)
        bar.addWidget(self.fit_picture)

    def _connect(self) -> None:
        window, projects, opener = self._window, self.projects, self.opener
        self.export.triggered.connect(lambda: self.exports.ask())
        self.copy.triggered.connect(self._copy)
        self.fit_picture.copied.connect(lambda: window.say(self.tr("The picture is in the clipboard.")))
        opener.project.connect(projects.open)
        opener.measurements.connect(window.people.load)
        opener.recording.connect(self._open_recording)
        self.recent.chosen.connect(opener.open)
        projects.arrived.connect(self._show_pictures)
        projects.dressed.connect(window.people.dress)
        projects.fitted.connect(window.show_dressed)
        projects.said.connect(window.say)
        for refused in (opener.refused, projects.refused, self.preview_out.refused, self.fit_picture.out.refused):
            refused.connect(window.show_error)
        for opened in (projects.opened, self.exports.opened):
            opened.connect(window.habits.opened)
            opened.connect(lambda path: self.exports.known.look_at([path]))
        window.scan.source.files.changed.connect(self._remember_recordings)

    def _copy(self) -> None:
        model = self._window.design.pictures
        rows = [model.row_of(number) for number in self._window.design.gallery.chosen()]
        indexes = [model.index(row) for row in rows if row is not None]
        if indexes:
            QApplication.clipboard().setMimeData(model.mimeData(indexes))
            self._window.say(self.tr("%n picture(s) in the clipboard.", "", len(indexes)))

    def _fit_picture(self) -> Dragged | None:
        fit = self._window.fit
        return Dragged.of_widget(str(fit.look.image.attributes.category), fit.viewport) if fit.look else None

    def _open_recording(self, path: Path) -> None:
        self._window.show_page(self._window.scan)
        self._window.scan.source.open_recordings([path])

    def _remember_recordings(self) -> None:
        for path in self._window.scan.source.files.paths:
            self._window.habits.opened(path)

    def _show_pictures(self, numbers: list[int]) -> None:
        design = self._window.design
        design.refresh()
        self._window.show_page(design)
        design.gallery.choose(numbers)
