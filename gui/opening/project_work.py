"""Opening a project: read on the queue's thread, taken into the library picture by picture, and fitted again."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from fashiongan.errors import Cancelled, FashionGanError
from fashiongan.garment.fit import FittedGarment
from fashiongan.image import GarmentImage
from fashiongan.library.library import Library
from fashiongan.project.bringing_in import Arrival, Arrivals
from fashiongan.project.files import read_project
from fashiongan.project.project import KeptPicture, Project
from fashiongan.studio import Studio
from gui import fit_order
from gui.kept_wearer import wearer_of
from gui.wearer import Wearer
from gui.work.job import Ticket
from gui.work.queue import WorkQueue

# So many pictures are read ahead of the library, which keeps the window free to answer in between.
AHEAD, WAIT_S = 2, 0.1
# Progress: what share of the work is done when the file is read.
READ = 0.3


@dataclass(eq=False)
class _Opening:
    """One project on its way in. room : for pictures that are read ahead; broken : the library took no more"""

    path: Path
    arrivals: Arrivals | None = None
    arrived: list[Arrival] = field(default_factory=list)
    room: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(AHEAD))
    broken: bool = False

    def begin(self) -> None:
        """As if it was never tried before."""
        self.arrivals, self.arrived, self.broken = None, [], False
        self.room = threading.Semaphore(AHEAD)


@dataclass(frozen=True)
class _Read:
    """Everything but the pictures."""

    project: Project
    wearer: Wearer | None


class ProjectWork(QObject):
    """`arrived(list[int])` the numbers of the pictures; `dressed(Wearer)` who is worn by; `fitted(Dressed)` what is
    worn again; `opened(Path)`."""

    arrived = Signal(list)
    dressed = Signal(object)
    fitted = Signal(object)
    opened = Signal(object)
    said = Signal(str)
    refused = Signal(str)

    def __init__(self, studio: Studio, library: Library, queue: WorkQueue) -> None:
        super().__init__(queue)
        self._studio, self._library, self._queue = studio, library, queue
        # Said when the queue has said that it is done, so that it is not talked over.
        self._to_say = ""
        queue.finished.connect(lambda _: self._say())

    def open(self, path: Path) -> None:
        """Open a project in the queue; a bad one changes nothing."""
        opening = _Opening(path)
        title = self.tr("open %1").replace("%1", path.name)
        self._queue.add(title, lambda ticket: self._read(opening, ticket), lambda part: self._take(opening, part))

    def _read(self, opening: _Opening, ticket: Ticket) -> None:
        """On the queue's thread."""
        opening.begin()
        project = read_project(opening.path, lambda share, what: ticket.progress(READ * share, what))
        body = project.body
        wearer = wearer_of(body, lambda: self._studio.measurer.model) if body else None
        for index, picture in enumerate(project.pictures):
            ticket.progress(READ + (1 - READ) * index / len(project.pictures), f"{index + 1} / {len(project.pictures)}")
            while not opening.room.acquire(timeout=WAIT_S):
                ticket.progress(READ, opening.path.name)
            if opening.broken:
                raise Cancelled("Cancelled.")
            ticket.deliver((picture, picture.image()))
        ticket.deliver(_Read(project, wearer))

    def _take(self, opening: _Opening, part: tuple[KeptPicture, GarmentImage] | _Read) -> None:
        """On the window's thread."""
        if opening.broken:
            return
        try:
            if isinstance(part, _Read):
                self._end(opening, part)
            else:
                # Not made before: work that is done earlier may bring pictures, too.
                opening.arrivals = opening.arrivals or Arrivals(self._library, opening.path.stem)
                opening.arrived.append(opening.arrivals.take(*part))
        except FashionGanError as error:
            opening.broken = True
            self.refused.emit(str(error))
        finally:
            opening.room.release()

    def _end(self, opening: _Opening, read: _Read) -> None:
        new = sum(one.new for one in opening.arrived)
        said = self.tr("%n picture(s) came from %1", "", new).replace("%1", opening.path.stem)
        there = len(opening.arrived) - new
        self._to_say = said + (self.tr(", %n were there already.", "", there) if there else ".")
        self.arrived.emit(list(dict.fromkeys(one.number for one in opening.arrived)))
        self.opened.emit(opening.path)
        if read.wearer is not None:
            self.dressed.emit(read.wearer)
            if read.project.worn:
                self._fit_again(read.project, read.wearer)

    def _say(self) -> None:
        if self._to_say:
            self.said.emit(self._to_say)
            self._to_say = ""

    def _fit_again(self, project: Project, wearer: Wearer) -> None:
        self._queue.add(
            self.tr("fit again"),
            lambda ticket: ticket.deliver(refitted(project, wearer, self._studio, ticket.progress)),
            self.fitted.emit,
        )


def refitted(
    project: Project, wearer: Wearer, studio: Studio, progress: Callable[[float, str], None]
) -> fit_order.Dressed:
    """What a project's wearer wears, put on again from the inside out.

    Raises
    ------
    MeasurementError, GarmentError : as the studio raises them
    """
    over: tuple[FittedGarment, ...] = ()
    count = len(project.worn)
    for layer, kept in enumerate(project.worn):
        order = fit_order.FitOrder(project.pictures[kept.picture].image(), wearer, kept.ease, over, kept.size)

        def report(share: float, what: str, layer: int = layer) -> None:
            progress((layer + share) / count, what)

        dressed = fit_order.carry_out(order, studio, report)
        over = dressed.look.worn
    return dressed
