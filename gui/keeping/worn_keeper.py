"""Who is dressed and what they wear, kept as a project beside the library, and worn again at the next start."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, NoReturn

from PySide6.QtCore import QObject, Signal

from fashiongan.errors import FashionGanError, LockedError, ProjectError
from fashiongan.garment.fit import FittedGarment
from fashiongan.project.files import read_project, write_project
from fashiongan.project.project import KeptFit, KeptPicture, Project
from gui.fit_order import Dressed
from gui.kept_wearer import kept_body, wearer_of
from gui.opening.project_work import refitted
from gui.wearer import Wearer
from gui.work.job import Ticket
from gui.work.live import LiveWorker

if TYPE_CHECKING:
    from gui.main_window import MainWindow

FILE, PUT_ASIDE = "worn.fgan", "worn-damaged.fgan"


@dataclass(frozen=True, slots=True)
class Worn:
    """Who is dressed, and what they wear if anything."""

    wearer: Wearer
    look: FittedGarment | None

    def project(self) -> Project:
        """All of it but the 3D file, which follows from the rest."""
        layers = self.look.worn if self.look else ()
        fits = (KeptFit(place, one.ease, one.size, str(one.fabric.name)) for place, one in enumerate(layers))
        return Project(tuple(KeptPicture(one.image.png()) for one in layers), kept_body(self.wearer), tuple(fits))


class WornKeeper(QObject):
    """Writes on a thread of its own, the newest only. `refused` : one line where the disk takes nothing."""

    refused = Signal(str)

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window, self._file = window, window.library.folder / FILE
        self._unwritten: Worn | None = None
        self._coming, self._again = False, window.fit.wearer
        self._writer = LiveWorker(self._write, self)
        self._writer.done.connect(self._note_written)
        self._writer.failed.connect(self.refused)
        window.fit.worn_changed.connect(self._keep)
        window.scan.edited.connect(lambda _: self._keep())

    def bring_back(self) -> None:
        """Dress in the queue who was dressed the last time, unless somebody else is dressed meanwhile."""
        if not self._file.exists() or not self._window.vault.open:
            return
        before = self._window.fit.wearer
        title = self.tr("dress again")
        self._window.queue.add(title, self._read, lambda part: self._take(part, before))

    def stop(self) -> None:
        """Write what is not written yet; call it before the window goes."""
        self._writer.stop()
        if self._unwritten is not None:
            try:
                self._write(self._unwritten)
            except FashionGanError as error:
                self.refused.emit(str(error))

    def _read(self, ticket: Ticket) -> None:
        """On the queue's thread."""
        studio = self._window.studio
        try:
            with self._window.vault.plain(self._file) as plain:
                project = read_project(plain)
            body = project.body
            wearer = wearer_of(body, lambda: studio.measurer.model) if body else None
        except LockedError:
            raise
        except FashionGanError as error:
            self._put_aside(error)
        if wearer is not None:
            ticket.deliver(wearer)
            if project.worn:
                ticket.deliver(refitted(project, wearer, studio, ticket.progress))

    def _take(self, part: Wearer | Dressed, before: Wearer) -> None:
        """On the window's thread. What comes back is on the disk already."""
        fit = self._window.fit
        self._coming = True
        if isinstance(part, Dressed):
            if fit.wearer is self._again and fit.look is None:
                fit.show_dressed(part)
        elif fit.wearer is before:
            self._again = part
            self._window.people.dress(part)
        self._coming = False

    def _put_aside(self, error: FashionGanError) -> NoReturn:
        aside = self._file.with_name(PUT_ASIDE)
        try:
            self._file.replace(aside)
        except OSError:
            raise error from None
        said = self.tr("Who was dressed the last time cannot be read; it lies in %1 now.").replace("%1", str(aside))
        raise ProjectError(said) from error

    def _keep(self) -> None:
        if not self._coming and self._window.vault.open:
            self._unwritten = Worn(self._window.fit.wearer, self._window.fit.look)
            self._writer.ask(self._unwritten)

    def _write(self, worn: Worn) -> Worn:
        self._window.vault.write(self._file, lambda path: write_project(worn.project(), path))
        return worn

    def _note_written(self, worn: Worn) -> None:
        if worn is self._unwritten:
            self._unwritten = None
