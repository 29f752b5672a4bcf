"""Opening the demo project: made beside the library by the weights that are there, then opened as any project is."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from fashiongan.project.demo import demo_project
from fashiongan.project.files import write_project
from fashiongan.project.project import ENDING
from fashiongan.studio import Studio
from gui.work.job import Ticket

if TYPE_CHECKING:
    from gui.main_window import MainWindow


def demo_file(library: Path) -> Path:
    """Where it lies; its board in the library is called like the file."""
    return library / f"{QCoreApplication.translate('Demo', 'Demo')}{ENDING}"


def open_demo(window: "MainWindow") -> None:
    """Make it in the queue, then open it; opened again, nothing is doubled."""
    title = QCoreApplication.translate("Demo", "make the demo project")
    path = demo_file(window.library.folder)
    window.queue.add(title, lambda ticket: _make(window.studio, path, ticket), window.files.opener.open)


def _make(studio: Studio, path: Path, ticket: Ticket) -> None:
    write_project(demo_project(lambda request: studio.picture(request, 0, ticket.progress), ticket.progress), path)
    ticket.deliver(path)
