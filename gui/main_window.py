"""The main window: ask on the left, choose in the middle, see it worn on the right."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QMainWindow,
    QMessageBox,
    QProgressBar,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from fashiongan.body.measurements import BodyMeasurements
from fashiongan.garment.fit import FittedGarment
from fashiongan.garment.picture import skin_of
from fashiongan.garment.style import Ease
from fashiongan.image import GarmentImage
from fashiongan.studio import Studio, export_look, look_files
from fashiongan.tasks import Task
from gui import camera_work, fit_order, scan_order
from gui.export_choice import ask_where, may_replace, picture_beside
from gui.jobs import JobRunner, Ticket
from gui.panels.attributes import AttributePanel
from gui.panels.fit_view import FitView
from gui.panels.gallery import Gallery
from gui.panels.person import PersonPanel
from gui.panels.taste import TastePanel
from gui.panels.tools import ToolPanel
from gui.wearer import Wearer
from gui.widgets.viewport import Viewport

if TYPE_CHECKING:
    # Only for its name: the window opens sooner without.
    from scanning.body_scan import BodyScan

WIDTH_PX, HEIGHT_PX = 1280, 800


class MainWindow(QMainWindow):
    """Calls the studio in jobs and shows what comes back."""

    def __init__(self, studio: Studio, body: BodyMeasurements) -> None:
        super().__init__()
        self.studio = studio
        self.dressed: fit_order.Dressed | None = None
        self.jobs = JobRunner(self)
        self.attributes = AttributePanel()
        self.gallery = Gallery()
        self.viewport, self.fit_view = Viewport(), FitView()
        self.person = PersonPanel(Wearer.of(body))
        self.fit, self.export = QPushButton("Fit"), QPushButton("Export…")
        self.tools = ToolPanel(self.gallery.selected_images, self.attributes)
        self.taste = TastePanel(self.gallery, self.attributes, self.jobs, studio)
        self.ease = QComboBox()
        self.ease.addItems(list(Ease))
        self.ease.setCurrentText(Ease.REGULAR)
        self.ease.setToolTip("How much wider than the body the garment is cut")
        self.keep_on = QCheckBox("Keep on")
        self.keep_on.setToolTip("What is worn stays, and the next garment is put on over it")
        self.progress, self.cancel = QProgressBar(), QPushButton("Cancel")
        self.setWindowTitle("FashionGAN")
        self.resize(WIDTH_PX, HEIGHT_PX)
        self._lay_out()
        self._connect()
        self._show_busy(False)
        self.statusBar().showMessage("Ready.")

    @property
    def look(self) -> FittedGarment | None:
        """The garment that was fitted last."""
        return self.dressed.look if self.dressed else None

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        for control in (self.fit, self.ease, self.keep_on, self.export):
            buttons.addWidget(control)
        right = QWidget()
        column = QVBoxLayout(right)
        column.addWidget(self.fit_view)
        column.addWidget(self.viewport, stretch=1)
        column.addWidget(self.person)
        column.addLayout(buttons)
        middle = QWidget()
        pictures = QVBoxLayout(middle)
        pictures.addWidget(self.gallery, stretch=1)
        pictures.addWidget(self.taste)
        pictures.addWidget(self.tools)
        splitter = QSplitter()
        for part, stretch in ((self.attributes, 0), (middle, 3), (right, 2)):
            splitter.addWidget(part)
            splitter.setStretchFactor(splitter.count() - 1, stretch)
        splitter.setSizes([230, 560, 490])
        self.setCentralWidget(splitter)
        self.progress.setMaximumWidth(260)
        self.statusBar().addPermanentWidget(self.progress)
        self.statusBar().addPermanentWidget(self.cancel)

    def _connect(self) -> None:
        for panel in (self.attributes, self.tools, self.taste):
            panel.task_asked.connect(self.start_drawing)
            panel.refused.connect(self.show_error)
        self.fit.clicked.connect(self.start_fitting)
        self.fit_view.chosen.connect(self._recolor)
        self.person.scan_asked.connect(self.start_scanning)
        self.person.camera_asked.connect(self.start_camera_work)
        self.person.save_asked.connect(self._confirm_save)
        self.person.refused.connect(self.show_error)
        self.export.clicked.connect(self._choose_export)
        self.cancel.clicked.connect(self.jobs.cancel)
        self.gallery.selection_changed.connect(lambda: self._show_busy(self.jobs.busy))
        self.jobs.busy_changed.connect(self._show_busy)
        self.jobs.progressed.connect(self._show_progress)
        self.jobs.failed.connect(self.show_error)
        self.jobs.finished.connect(self.statusBar().showMessage)
        QShortcut(QKeySequence("Ctrl+Return"), self, self.attributes.generate.click)
        QShortcut(QKeySequence("Ctrl+L"), self, self.tools.vary.click)
        QShortcut(QKeySequence("Ctrl+F"), self, self.fit.click)
        QShortcut(QKeySequence("Escape"), self, self.jobs.cancel)

    def start_drawing(self, task: Task) -> None:
        """Draw a task's pictures into the gallery, one by one."""

        def work(ticket: Ticket) -> None:
            for image in self.studio.make(task, ticket.progress):
                ticket.deliver(image)
            ticket.deliver((self.studio.generator.directions, self.studio.workshop.styles))

        self.jobs.start(work, self._show_drawn)

    def _show_drawn(self, result: GarmentImage | tuple[list[str], list[str]]) -> None:
        if isinstance(result, GarmentImage):
            self.gallery.add(result)
        else:
            self.tools.offer(*result)

    def start_fitting(self) -> None:
        """Fit the chosen picture's garment on the body."""
        image = self.gallery.current_image()
        if image is None:
            self.statusBar().showMessage("Choose a picture first.")
            return

        over = self.look.worn if self.look and self.keep_on.isChecked() else ()
        order = fit_order.FitOrder(image, self.person.wearer, Ease(self.ease.currentText()), over)
        self.jobs.start(
            lambda ticket: ticket.deliver(fit_order.carry_out(order, self.studio, ticket.progress)), self.show_dressed
        )

    def show_dressed(self, dressed: fit_order.Dressed) -> None:
        """Show a fitted garment, and say how it fits."""
        self.dressed = dressed
        self.fit_view.describe(dressed)
        self.viewport.show_surfaces(dressed.shown(self.fit_view.which))
        self._show_busy(self.jobs.busy)
        if dressed.look.body.note:
            self.show_error(dressed.look.body.note)

    def _recolor(self) -> None:
        if self.dressed is not None:
            self.viewport.recolor(self.dressed.shown(self.fit_view.which))

    def start_scanning(self, order: scan_order.ScanOrder) -> None:
        """Measure a person, who is dressed from then on."""
        self.jobs.start(
            lambda ticket: ticket.deliver(scan_order.carry_out(order, self.studio.measurer.model, ticket.progress)),
            self.show_scan,
        )

    def start_camera_work(self, order: camera_work.CameraOrder) -> None:
        """Check or calibrate a camera, and show what was found."""
        self.jobs.start(
            lambda ticket: ticket.deliver(camera_work.carry_out(order, ticket.progress)), self.person.show_report
        )

    def show_scan(self, scan: "BodyScan") -> None:
        """Dress a scanned person from now on; what another wore goes."""
        self.dressed = None
        self.fit_view.clear()
        self.person.dress(Wearer(scan.measured, scan))
        self.viewport.show_surfaces([skin_of(scan.body)])
        self.person.show_measurements()

    def _confirm_save(self, path: Path) -> None:
        wearer = self.person.wearer
        if may_replace(self, wearer.paths(path)):
            self.start_saving(wearer, path)

    def start_saving(self, wearer: Wearer, path: Path) -> None:
        """Write the measurements, and of a scan everything else beside."""

        def work(ticket: Ticket) -> None:
            ticket.progress(0.2, "saving")
            wearer.save(path)

        self.jobs.start(work, lambda result: None)

    def _show_busy(self, busy: bool) -> None:
        self.attributes.generate.setEnabled(not busy)
        self.tools.show_possible(busy)
        self.person.allow_work(not busy)
        self.fit.setEnabled(not busy and self.gallery.current_image() is not None)
        self.export.setEnabled(not busy and self.dressed is not None)
        self.progress.setVisible(busy)
        self.cancel.setVisible(busy)

    def _show_progress(self, share: float, what: str) -> None:
        self.progress.setValue(round(100 * share))
        self.statusBar().showMessage(what)

    def show_error(self, message: str) -> None:
        """One line in a dialog that does not block what runs."""
        self.statusBar().showMessage(message)
        box = QMessageBox(QMessageBox.Icon.Warning, "FashionGAN", message, parent=self)
        box.setModal(False)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.show()

    def _choose_export(self) -> None:
        glb = ask_where(self)
        if glb and self.look and may_replace(self, look_files(glb, picture_beside(glb))):
            self.start_exporting(self.look, glb)

    def start_exporting(self, look: FittedGarment, path: Path) -> None:
        """Write the look as GLB, and beside it a picture, an OBJ, the pattern and the tech pack."""

        def work(ticket: Ticket) -> None:
            ticket.progress(0.2, "exporting")
            export_look(look, path, picture_beside(path))

        self.jobs.start(work, lambda result: None)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Hide at once, stop the running job, and go when it has ended."""
        if self.jobs.busy:
            self.hide()
            self.jobs.busy_changed.connect(self.close)
            self.jobs.cancel()
            event.ignore()
        else:
            self.viewport.close_renderer()
            event.accept()
