"""The gallery sorted by likeness to one of its pictures: the work in the queue."""

from collections.abc import Callable, Sequence

from fashiongan.library.library import Library
from fashiongan.originality.space import space_of
from fashiongan.studio import Studio
from gui.languages.wording import translate
from gui.likeness_order import Alike, carry_out
from gui.originality_order import Looked, keep, order_for
from gui.work.job import Ticket
from gui.work.queue import WorkQueue


def find_alike(
    number: int, library: Library, studio: Studio, queue: WorkQueue, show: Callable[[Sequence[int]], None]
) -> None:
    """Sort a library by likeness to one of its pictures, which comes first itself; `show` is given the numbers.

    Raises
    ------
    CheckpointError : there are no weights for it
    LibraryError : there is no such picture
    """
    space = space_of(studio.checkpoints)
    order = order_for(number, library, space)

    def work(ticket: Ticket) -> None:
        carry_out(order, studio.originality, ticket.progress, ticket.deliver)

    def take(one: Looked | Alike) -> None:
        if isinstance(one, Looked):
            keep(one, library, space)
        else:
            show([number, *one.numbers])

    queue.add(translate("Likeness", "more like this"), work, take)
