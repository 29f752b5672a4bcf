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
        # What could not be kept stops, and waits for room on the disk or for the next start.
        self._stuck: set[int] = set()
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
                self._order(task, one.number, one.done)
                pictures += task.count - one.done
            except FashionGanError as error:
                self._library.waiting.remove(one.number)
                self.refused.emit(str(error))
        return pictures

    def _order(self, task: Task, number: int, done: int) -> None:
        studio = self._studio

        def work(ticket: Ticket) -> None:
            self._stuck.discard(number)
            for index in range(self._done[number], task.count):
                ticket.progress(index / task.count, f"{index + 1} / {task.count}")
                ticket.deliver(prepared(studio.picture(task, index, ticket.progress)))
            ticket.deliver((studio.generator.directions, studio.styles))

        self._done[number] = done
        item = self._queue.add(title_of(task), work, lambda result: self._take(number, result))
        self._numbers[item] = number
        self._forget_ended(item)

    def _take(self, number: int, result: Prepared | tuple[list[str], list[str]]) -> None:
        if not isinstance(result, Prepared):
            self.tools_known.emit(*result)
        elif number not in self._stuck:
            try:
                self._keep(number, result)
            except FashionGanError as error:
                self._stop(number)
                self.refused.emit(str(error))

    def _keep(self, number: int, ready: Prepared) -> None:
        place = self._library.keep(ready, ordered=number).number
        self._done[number] += 1
        self.drawn.emit(place)

    def _stop(self, number: int) -> None:
        """The work that runs comes to a halt."""
        self._stuck.add(number)
        self._queue.cancel()

    def _forget_ended(self, item: Item) -> None:
        if not item.state.ended or item not in self._numbers:
            return
        left = self.closing and item.state is State.CANCELLED
        if not left and self._numbers[item] not in self._stuck:
            self._try(lambda: self._library.waiting.remove(self._numbers.pop(item)))

    def _try(self, act: Callable[[], None]) -> None:
        try:
            act()
        except FashionGanError as error:
            self.refused.emit(str(error))
