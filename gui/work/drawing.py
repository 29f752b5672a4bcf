"""Tasks on their way through the queue into the library, remembered until they are done."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from fashiongan.errors import FashionGanError
from fashiongan.kept_tasks import read_task, task_text
from fashiongan.library.library import Library
from fashiongan.library.prepared import Prepared, prepared
from fashiongan.studio import Studio
from fashiongan.tasks import Task
from gui.work.job import Ticket
from gui.work.queue import Item, State, WorkQueue
from gui.work.titles import title_of


class DrawingWork(QObject):
    """Draws tasks. What is not done when the program ends is done after the next start, and nothing twice."""

    drawn = Signal(object)
    tools_known = Signal(list, list)
    refused = Signal(str)

    def __init__(self, studio: Studio, library: Library, queue: WorkQueue) -> None:
        super().__init__(queue)
        self._studio, self._library, self._queue = studio, library, queue
        self._numbers: dict[Item, int] = {}
        self._done: dict[int, int] = {}
        # Of these the first picture may be there already.
        self._resumed: set[int] = set()
        # When the window closes, what is stopped is meant to go on next time.
        self.closing = False
        queue.changed.connect(self._forget_ended)

    def draw(self, task: Task) -> None:
        """Put a task into the queue."""
        self._try(lambda: self._order(task, self._library.waiting.add(task_text(task)), 0))

    def go_on(self) -> int:
        """Take up what was left by the last run of the program; returns how many pictures."""
        pictures = 0
        for one in self._library.waiting.all():
            try:
                task = read_task(one.task)
                self._resumed.add(one.number)
                self._order(task, one.number, one.done)
                pictures += task.count - one.done
            except FashionGanError as error:
                self._library.waiting.remove(one.number)
                self.refused.emit(str(error))
        return pictures

    def _order(self, task: Task, number: int, done: int) -> None:
        studio = self._studio

        def work(ticket: Ticket) -> None:
            for index in range(self._done[number], task.count):
                ticket.progress(index / task.count, f"{index + 1} / {task.count}")
                ticket.deliver(prepared(studio.picture(task, index, ticket.progress)))
            ticket.deliver((studio.generator.directions, studio.styles))

        self._done[number] = done
        item = self._queue.add(title_of(task), work, lambda result: self._take(number, result))
        self._numbers[item] = number
        self._forget_ended(item)

    def _take(self, number: int, result: Prepared | tuple[list[str], list[str]]) -> None:
        if isinstance(result, Prepared):
            self._try(lambda: self._keep(number, result))
        else:
            self.tools_known.emit(*result)

    def _keep(self, number: int, ready: Prepared) -> None:
        kept = self._kept_before(number, ready)
        place = self._library.keep(ready).number if kept is None else kept
        self._library.waiting.count_result(number)
        self._done[number] += 1
        self.drawn.emit(place)

    def _kept_before(self, number: int, ready: Prepared) -> int | None:
        """Where a picture lies if the last run of the program died after it was written and before it was counted."""
        if number not in self._resumed:
            return None
        self._resumed.remove(number)
        files = {one: self._library.path(one) for one in self._library.numbers()[:1]}
        return next((one for one, path in files.items() if path.exists() and path.read_bytes() == ready.png), None)

    def _forget_ended(self, item: Item) -> None:
        left = self.closing and item.state is State.CANCELLED
        if item.state.ended and not left and item in self._numbers:
            self._library.waiting.remove(self._numbers.pop(item))

    def _try(self, act: Callable[[], None]) -> None:
        try:
            act()
        except FashionGanError as error:
            self.refused.emit(str(error))
