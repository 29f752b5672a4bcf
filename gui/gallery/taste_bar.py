"""My taste, from my stars: the gallery in its order, and designs for it.

What a taste network sees in each picture is kept with the library, so each is looked at once. The stars of a design
are also written to a file, for the batch program.
"""

from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from fashiongan.errors import FashionGanError, RequestError
from fashiongan.generator.request import GenerationRequest
from fashiongan.image import read_garment_image
from fashiongan.library.library import Library
from fashiongan.library.query import Query
from fashiongan.studio import Studio
from fashiongan.taste.for_taste import ForTaste
from fashiongan.taste.profile import Star, TasteProfile, picture_sha256
from fashiongan.taste.space import space_of
from gui.work.job import Ticket
from gui.work.queue import WorkQueue

Seen = tuple[int, NDArray[np.float32]]


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

    def _begin(self, then: Callable[[TasteProfile], None], title: str) -> None:
        self._try(lambda: self._look_and(then, title))

    def _look_and(self, then: Callable[[TasteProfile], None], title: str) -> None:
        """Look at every picture that was not looked at, then go on with the stars' profile."""
        if not self._library.numbers(Query(starred=True)):
            raise RequestError(
                self.tr("Nothing is starred, so there is no taste to follow; star a few pictures first.")
            )
        space = self._space
        new = {number: self._library.path(number) for number in self._library.not_embedded(space)}

        def work(ticket: Ticket) -> None:
            taste = self._studio.taste  # Loaded here, or the window would wait for it.
            for place, (number, path) in enumerate(new.items()):
                ticket.progress(place / len(new), self.tr("looking at the pictures"))
                ticket.deliver((number, taste.code(read_garment_image(path).rgba)))
            ticket.deliver(None)

        self._queue.add(title, work, lambda seen: self._take(seen, space, then))

    def _take(
        self, seen: tuple[int, NDArray[np.float32]] | None, space: str, then: Callable[[TasteProfile], None]
    ) -> None:
        if seen is None:
            self._try(lambda: then(self.profile()))
        else:
            self._library.embed(seen[0], space, seen[1])

    @property
    def _space(self) -> str:
        return space_of(self._studio.checkpoints)

    def profile(self) -> TasteProfile:
        """What is starred, as far as it was looked at."""
        embedded, model = self._library.embedded(self._space), self._studio.taste
        rows = dict(zip(embedded.numbers, embedded.vectors, strict=True))
        starred = [number for number in self._library.numbers(Query(starred=True)) if number in rows]
        stars = tuple(self._star(number, rows[number]) for number in starred)
        return TasteProfile(model.checkpoint.name, model.checkpoint.sha256, stars)

    def _star(self, number: int, vector: NDArray[np.float32]) -> Star:
        image, words = self._library.image(number), self._library.entry(number)
        name = f"{words.attributes.category}, {words.origin}"
        return Star(name, picture_sha256(image.rgba), True, True, vector.astype(np.float16))

    def _sort(self, profile: TasteProfile) -> None:
        embedded, shown = self._library.embedded(self._space), set(self._shown())
        kept = [row for row, number in enumerate(embedded.numbers) if number in shown]
        order = self._studio.taste.taste_of(profile).rank(embedded.vectors[kept])
        self.order_found.emit([embedded.numbers[kept[place]] for place in order])

    def _design(self, profile: TasteProfile) -> None:
        profile.save(taste_file())
        self.task_asked.emit(ForTaste(profile, self._request()))

    def _try(self, act: Callable[[], None]) -> None:
        try:
            act()
        except FashionGanError as error:
            self.refused.emit(str(error))
