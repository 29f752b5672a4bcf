"""My taste, from my stars: the gallery in its order, and designs for it.

What a taste network sees in each picture is kept with the library, so each is looked at once. The stars of a design
are also written to a file, for the batch program.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from fashiongan.errors import FashionGanError, RequestError
from fashiongan.generator.request import GenerationRequest
from fashiongan.library.library import Library
from fashiongan.library.query import Query
from fashiongan.studio import Studio
from fashiongan.taste.for_taste import ForTaste
from fashiongan.taste.space import space_of
from gui.originality_order import Looked, keep
from gui.taste_order import Tasted, carry_out, order_for
from gui.work.job import Ticket
from gui.work.queue import WorkQueue


def taste_file() -> Path:
    """Where the stars are written: the user's own folder for application data."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation)
    return Path(folder) / "FashionGAN" / "taste.json"


class TasteBar(QWidget):
    """`order_found(numbers)`: all pictures that are shown, the best liked first. `task_asked(ForTaste)`."""

    order_found = Signal(object)
    task_asked = Signal(object)
    refused = Signal(str)

    def __init__(
        self,
        library: Library,
        studio: Studio,
        queue: WorkQueue,
        shown: Callable[[], list[int]],
        request: Callable[[], GenerationRequest],
    ) -> None:
        """`shown` : the pictures to sort; `request` : what is asked of designs, and how many"""
        super().__init__()
        self._library, self._studio, self._queue, self._shown, self._request = library, studio, queue, shown, request
        self.sort = QPushButton(self.tr("Sort by my taste"))
        self.sort.setToolTip(self.tr("What I like best comes first, told from my stars"))
        self.design = QPushButton(self.tr("Design for my taste"))
        self.design.setToolTip(self.tr("New garments that I may like, with what is chosen on the left"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.sort)
        row.addWidget(self.design)
        self.sort.clicked.connect(lambda: self._begin(self._sort, self.tr("sort by my taste")))
        self.design.clicked.connect(lambda: self._begin(self._design, self.tr("find my taste")))

    def _begin(self, then: Callable[[Tasted], None], title: str) -> None:
        self._try(lambda: self._look_and(then, title))

    def _look_and(self, then: Callable[[Tasted], None], title: str) -> None:
        """Look at every picture that was not looked at, then go on with what the stars say."""
        if not self._library.count(Query(starred=True)):
            raise RequestError(
                self.tr("Nothing is starred, so there is no taste to follow; star a few pictures first.")
            )
        space = space_of(self._studio.checkpoints)
        order = order_for(self._library, space)

        def work(ticket: Ticket) -> None:
            # The weights are loaded here, or the window would wait for them.
            carry_out(order, self._studio.taste, ticket.progress, ticket.deliver)

        def take(one: Looked | Tasted) -> None:
            if isinstance(one, Looked):
                keep(one, self._library, space)
            else:
                self._try(lambda: then(one))

        self._queue.add(title, work, take)

    def _sort(self, tasted: Tasted) -> None:
        shown = set(self._shown())
        self.order_found.emit([number for number in tasted.numbers if number in shown])

    def _design(self, tasted: Tasted) -> None:
        tasted.profile.save(taste_file())
        self.task_asked.emit(ForTaste(tasted.profile, self._request()))

    def _try(self, act: Callable[[], None]) -> None:
        try:
            act()
        except FashionGanError as error:
            self.refused.emit(str(error))
