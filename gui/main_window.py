"""The main window: a rail of pages, and below them the queue. Everything slow goes through the queue."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QCloseEvent, QKeySequence
from PySide6.QtWidgets import QDockWidget, QMainWindow, QMessageBox, QStackedWidget, QToolButton, QWidget

from fashiongan.body.measurements import BodyMeasurements
from fashiongan.errors import FashionGanError
from fashiongan.image import GarmentImage
from fashiongan.library.library import Library
from fashiongan.studio import Studio
from fashiongan.tasks import Task
from fashiongan.vault import Vault
from gui.dropping.window_drop import route_drops
from gui.files_work import FilesWork
from gui.fit.page import FitPage
from gui.fit_order import Dressed
from gui.gallery.checking import open_check
from gui.help.shortcuts import in_group
from gui.keeping.session_keeper import SessionKeeper
from gui.keeping.worn_keeper import WornKeeper
from gui.languages.wording import in_words
from gui.menus import fill_menus
from gui.pages.design import DesignPage
from gui.panels.rail import Rail
from gui.private.erasing import erase_after_closing
from gui.scan.page import ScanPage
from gui.settings import Habits
from gui.sketch.keeper import SketchKeeper
from gui.sketch.page import SketchPage
from gui.wearer import Wearer
from gui.work.drawing import DrawingWork
from gui.work.fitting import FittingWork
from gui.work.person import PersonWork
from gui.work.queue import WorkQueue
from gui.work.queue_panel import QueuePanel
from gui.work.tidying import Tidying

WIDTH_PX, HEIGHT_PX = 1280, 800
# How long a line stays in the status bar.
SAID_MS = 8000


class MainWindow(QMainWindow):
    """Calls the studio in the queue and shows what comes back. Pages know nothing of each other."""

    def __init__(self, studio: Studio, library: Library, body: BodyMeasurements, habits: Habits) -> None:
        super().__init__()
        self.studio, self.library, self.habits = studio, library, habits
        self.queue = WorkQueue(self)
        Tidying(self.queue)
        self.drawing = DrawingWork(studio, library, self.queue)
        self.design = DesignPage(library, studio, self.queue)
        self.sketch = SketchPage(studio, self.design.attributes.attributes)
        self.sketch_keeper = SketchKeeper(self.sketch, library.folder)
        self.somebody = Wearer.of(body)
        self.fit = FitPage(self.somebody)
        self.fitting = FittingWork(studio, self.queue, self.fit)
        self.vault, self.erase_when_closed = Vault(library.folder), False
        self.scan = ScanPage(lambda: studio.measurer.model, self.vault)
        self.people = PersonWork(studio, self.queue, self.scan, self.fit, self)
        self.pages = QStackedWidget()
        self.session, self.worn = SessionKeeper(self), WornKeeper(self)
        self.rail = Rail(self.tr("Pages"))
        self.queue_dock = QDockWidget(self.tr("Queue"))
        self.queue_button = QToolButton()
        self.setWindowTitle("FashionGAN")
        self.resize(WIDTH_PX, HEIGHT_PX)
        self._lay_out()
        self._connect()
        self.files = FilesWork(self)
        fill_menus(self)
        self.sketch_keeper.bring_back()
        route_drops(self)
        self._show_queue()
        self.say(self.tr("Ready."))

    def bring_back(self) -> None:
        """Go on where the last run of the program ended, however it ended."""
        self.habits.restore_layout(self, self.design.splitters)
        self.files.exports.tidy()
        self.session.bring_back()
        unfinished = self.drawing.go_on()
        self.worn.bring_back()
        if unfinished:
            self.say(self.tr("%n picture(s) were not finished; they go on.", "", unfinished))

    def say(self, text: str) -> None:
        """One line in the status bar, for a while."""
        self.statusBar().showMessage(text, SAID_MS)

    def show_error(self, message: str) -> None:
        """One line in a dialog that does not block what runs; of the core in the user's language, where it is known."""
        message = in_words("Error", message)
        self.say(message)
        box = QMessageBox(QMessageBox.Icon.Warning, "FashionGAN", message, parent=self)
        box.setModal(False)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.show()

    def check_originality(self, number: int) -> None:
        """Show what is nearest to a picture."""
        try:
            dialog = open_check(number, self.library, self.studio, self.queue, self)
        except FashionGanError as error:
            self.show_error(str(error))
        else:
            dialog.picture_asked.connect(lambda other: self.design.gallery.choose([other]))

    def show_page(self, page: QWidget) -> None:
        """Turn to a page."""
        self.pages.setCurrentWidget(page)
        self.page_actions[self.pages.currentIndex()].setChecked(True)

    def start_drawing(self, task: Task) -> None:
        """Draw a task's pictures into the library, one by one."""
        self.drawing.draw(task)

    def start_fitting(self, image: GarmentImage) -> None:
        """Fit a picture's garment on the body, and show it."""
        self.show_page(self.fit)
        self.fitting.fit(self.fit.order_for(image))

    def start_tracing(self, picture: Path) -> None:
        """Lay a picture under the page of the Sketch page, to draw over it."""
        self.sketch.trace(picture)
        self.show_page(self.sketch)

    def show_dressed(self, dressed: Dressed) -> None:
        """Show a fitted garment, and say where the body misses what was asked."""
        self.fit.show_dressed(dressed)
        if dressed.look.body.note:
            self.show_error(dressed.look.body.note)

    def reset_layout(self) -> None:
        """Everything where it was at first, now and next time."""
        self.habits.forget_layout()
        self.queue_dock.hide()
        self.design.reset_widths()
        self.resize(WIDTH_PX, HEIGHT_PX)

    def _lay_out(self) -> None:
        named = (
            (self.design, "design", self.tr("Design"), self.tr("Ask for garments, choose, change them")),
            (self.sketch, "sketch", self.tr("Sketch"), self.tr("Draw a garment, and see it while you draw")),
            (self.scan, "scan", self.tr("Scan"), self.tr("Measure who is to wear it")),
            (self.fit, "fit", self.tr("Fit"), self.tr("See it worn, cut it otherwise, and its pattern")),
        )
        group = QActionGroup(self)
        self.page_actions: list[QAction] = []
        for number, (page, icon, name, tip) in enumerate(named, start=1):
            self.pages.addWidget(page)
            action = in_group(QAction(name, self), self.tr("Pages"))
            action.setCheckable(True)
            action.setShortcut(QKeySequence(f"Ctrl+{number}"))
            action.setToolTip(f"{tip} (Ctrl+{number})")
            action.triggered.connect(lambda _, page=page: self.show_page(page))
            group.addAction(action)
            self.rail.add_page(action, icon)
            self.page_actions.append(action)
        self.page_actions[0].setChecked(True)
        self.addToolBar(Qt.ToolBarArea.LeftToolBarArea, self.rail)
        self.setCentralWidget(self.pages)
        self.queue_dock.setObjectName("queue")
        self.queue_dock.setWidget(QueuePanel(self.queue))
        self.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, self.queue_dock)
        self.queue_dock.hide()
        self.queue_button.setCheckable(True)
        self.queue_button.setToolTip(self.tr("What is being done, and what waits"))
        self.statusBar().addPermanentWidget(self.queue_button)

    def _connect(self) -> None:
        for asked in (self.design.task_asked, self.sketch.task_asked):
            asked.connect(self.start_drawing)
        for part in (self.design, self.sketch, self.sketch_keeper, self.people, self.drawing, self.session, self.worn):
            part.refused.connect(self.show_error)
        self.design.said.connect(self.say)
        self.design.fit_asked.connect(self.start_fitting)
        self.design.trace_asked.connect(self.start_tracing)
        self.design.check_asked.connect(self.check_originality)
        self.fit.order_asked.connect(self.fitting.fit)
        self.fitting.dressed.connect(self.show_dressed)
        self.people.said.connect(self.say)
        self.people.opened.connect(self.habits.opened)
        self.drawing.drawn.connect(self.design.show_new)
        self.drawing.tools_known.connect(self.design.offer)
        self.queue.failed.connect(self.show_error)
        self.queue.finished.connect(self.say)
        self.queue.progressed.connect(lambda share, what: self._show_queue())
        for signal in (self.queue.order_changed, self.queue.busy_changed, self.queue.changed):
            signal.connect(lambda *_: self._show_queue())
        self.pages.currentChanged.connect(lambda _: self._turned())
        self.queue_button.clicked.connect(self.queue_dock.setVisible)
        self.queue_dock.visibilityChanged.connect(self.queue_button.setChecked)

    def _turned(self) -> None:
        """Another page is shown; a camera that nobody looks at rests."""
        if self.pages.currentWidget() is not self.scan:
            self.scan.rest()

    def _show_queue(self) -> None:
        running = next((item for item in self.queue.items if not item.state.ended), None)
        waiting = len(self.queue.waiting)
        if running is None:
            self.queue_button.setText(self.tr("Queue"))
        else:
            more = f" +{waiting}" if waiting else ""
            self.queue_button.setText(f"{running.title} {running.share:.0%}{more}")

    def _may_close(self) -> bool:
        """Ask what becomes of what is not done; True to close."""
        question = QMessageBox(QMessageBox.Icon.Question, "FashionGAN", self.tr("Work is not done yet."), parent=self)
        later = question.addButton(self.tr("Go on next time"), QMessageBox.ButtonRole.AcceptRole)
        never = question.addButton(self.tr("Cancel it"), QMessageBox.ButtonRole.DestructiveRole)
        question.addButton(self.tr("Stay"), QMessageBox.ButtonRole.RejectRole)
        question.exec()
        self.drawing.closing = question.clickedButton() is later
        return question.clickedButton() in (later, never)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop what runs, remember where everything is, and go."""
        if self.queue.busy:
            event.ignore()
            if self.isVisible() and self._may_close():
                self.hide()
                self.queue.busy_changed.connect(self.close)
                self.queue.cancel_all()
            return
        self.habits.keep_layout(self, self.design.splitters)
        for end in self._endings():
            end()
        if self.erase_when_closed:
            erase_after_closing(self)
        event.accept()

    def _endings(self) -> list[Callable[[], None]]:
        return [
            self.design.stop,
            self.sketch.stop,
            self.sketch_keeper.stop,
            self.session.stop,
            self.worn.stop,
            self.fit.close_renderer,
            self.scan.close_threads,
            self.library.close,
        ]
