"""The main window: ask on the left, choose in the middle, see it worn on the right."""

import logging
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QMessageBox,
    QProgressBar,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from fashiongan.body.measurements import BodyMeasurements, read_measurements
from fashiongan.errors import FashionGanError
from fashiongan.garment.fit import FittedGarment
from fashiongan.garment.picture import Surface
from fashiongan.garment.shading import lit
from fashiongan.garment.tshirt import Ease
from fashiongan.image import GarmentImage
from fashiongan.studio import Studio, export_look
from fashiongan.tasks import Task
from gui.jobs import JobRunner, Ticket
from gui.panels.attributes import AttributePanel
from gui.panels.gallery import Gallery
from gui.panels.tools import ToolPanel
from gui.widgets.viewport import Viewport

logger = logging.getLogger(__name__)
WIDTH_PX, HEIGHT_PX = 1280, 800


class MainWindow(QMainWindow):
    """Calls the studio in jobs and shows what comes back."""

    def __init__(self, studio: Studio, body: BodyMeasurements) -> None:
        super().__init__()
        self.studio = studio
        self.body = body
        self.look: FittedGarment | None = None
        self.jobs = JobRunner(self)
        self.attributes = AttributePanel()
        self.gallery = Gallery()
        self.viewport = Viewport()
        self.fit, self.body_file, self.export = (QPushButton(text) for text in ("Fit", "Body…", "Export…"))
        self.tools = ToolPanel(self.gallery.selected_images, self.attributes)
        self.ease = QComboBox()
        self.ease.addItems(list(Ease))
        self.ease.setCurrentText(Ease.REGULAR)
        self.ease.setToolTip("How much wider than the body the garment is cut")
        self.progress, self.cancel = QProgressBar(), QPushButton("Cancel")
        self.body_label = QLabel()
        self.setWindowTitle("FashionGAN")
        self.resize(WIDTH_PX, HEIGHT_PX)
        self._lay_out()
        self._connect()
        self._show_busy(False)
        self._show_body()
        self.statusBar().showMessage("Ready.")

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        for control in (self.fit, self.ease, self.body_file, self.export):
            buttons.addWidget(control)
        right = QWidget()
        column = QVBoxLayout(right)
        column.addWidget(self.viewport, stretch=1)
        column.addWidget(self.body_label)
        column.addLayout(buttons)
        middle = QWidget()
        pictures = QVBoxLayout(middle)
        pictures.addWidget(self.gallery, stretch=1)
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
        for panel in (self.attributes, self.tools):
            panel.task_asked.connect(self.start_drawing)
            panel.refused.connect(self.show_error)
        self.fit.clicked.connect(self.start_fitting)
        self.body_file.clicked.connect(self._choose_body)
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
            ticket.deliver(self.studio.generator.directions)

        self.jobs.start(work, self._show_drawn)

    def _show_drawn(self, result: GarmentImage | list[str]) -> None:
        if isinstance(result, GarmentImage):
            self.gallery.add(result)
        else:
            self.tools.offer_directions(result)

    def start_fitting(self) -> None:
        """Fit the chosen picture's garment on the body."""
        image = self.gallery.current_image()
        if image is None:
            self.statusBar().showMessage("Choose a picture first.")
            return

        measurements, ease = self.body, Ease(self.ease.currentText())

        def work(ticket: Ticket) -> None:
            ticket.progress(0.0, "body")
            body = self.studio.body(measurements)
            look = self.studio.fit(image, body, ease, ticket.progress)
            ticket.deliver((look, [lit(surface) for surface in look.surfaces()]))

        self.jobs.start(work, self._show_look)

    def _show_look(self, shown: tuple[FittedGarment, list[Surface]]) -> None:
        self.look, surfaces = shown
        self.viewport.show_surfaces(surfaces)
        self._show_busy(self.jobs.busy)
        if self.look.body.note:
            self.show_error(self.look.body.note)

    def _show_busy(self, busy: bool) -> None:
        self.attributes.generate.setEnabled(not busy)
        self.tools.show_possible(busy)
        self.fit.setEnabled(not busy and self.gallery.current_image() is not None)
        self.export.setEnabled(not busy and self.look is not None)
        self.progress.setVisible(busy)
        self.cancel.setVisible(busy)

    def _show_progress(self, share: float, what: str) -> None:
        self.progress.setValue(round(100 * share))
        self.statusBar().showMessage(what)

    def _show_body(self) -> None:
        body = self.body
        self.body_label.setText(
            f"{body.figure}, {body.height_mm / 10:.0f} cm — bust {body.bust_mm / 10:.0f}, "
            f"waist {body.waist_mm / 10:.0f}, hip {body.hip_mm / 10:.0f}"
        )

    def show_error(self, message: str) -> None:
        """One line in a dialog that does not block what runs."""
        self.statusBar().showMessage(message)
        box = QMessageBox(QMessageBox.Icon.Warning, "FashionGAN", message, parent=self)
        box.setModal(False)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.show()

    def _choose_body(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, "Body file", "", "Body files (*.yaml *.yml)")
        if name:
            self.load_body(Path(name))

    def load_body(self, path: Path) -> None:
        """Take another body from a file; a bad file changes nothing."""
        try:
            self.body = read_measurements(path)
        except FashionGanError as error:
            self.show_error(str(error))
        else:
            self._show_body()

    def _choose_export(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, "Export", "look.glb", "glTF binary (*.glb)")
        if not name or self.look is None:
            return
        glb = Path(name if name.endswith(".glb") else f"{name}.glb")
        beside = _picture_beside(glb)
        # The dialog has asked about the name that was typed, and about no other.
        existing = [path.name for path in (glb, beside) if path.exists() and str(path) != name]
        question = f"{' and '.join(existing)} exist already. Replace?"
        if not existing or QMessageBox.question(self, "Export", question) == QMessageBox.StandardButton.Yes:
            self.start_exporting(self.look, glb)

    def start_exporting(self, look: FittedGarment, path: Path) -> None:
        """Write the look as GLB with a picture beside it."""

        def work(ticket: Ticket) -> None:
            ticket.progress(0.2, "exporting")
            export_look(look, path, _picture_beside(path))

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


def _picture_beside(glb: Path) -> Path:
    return glb.with_name(f"{glb.name.removesuffix('.glb')}.png")
