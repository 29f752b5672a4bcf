"""Whether a picture is new: the dialog, and the work behind it in the queue."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from fashiongan.library.library import Library
from fashiongan.originality.space import space_of
from fashiongan.studio import Studio
from gui.gallery.originality import OriginalityDialog
from gui.languages.wording import translate
from gui.originality_order import Found, Looked, carry_out, keep, order_for
from gui.work.job import Ticket
from gui.work.queue import WorkQueue


def open_check(number: int, library: Library, studio: Studio, queue: WorkQueue, parent: QWidget) -> OriginalityDialog:
    """Show the nearest real garments, and the nearest of the library, beside one of its pictures.

    Raises
    ------
    CheckpointError : there are no weights for it
    ImageError : the picture was lost or damaged
    """
    space, image = space_of(studio.checkpoints), library.image(number)
    order = order_for(image, number, library, space)

    def find(show: Callable[[Found], None]) -> None:
        def work(ticket: Ticket) -> None:
            carry_out(order, studio.originality, ticket.progress, ticket.deliver)

        def take(one: Looked | Found) -> None:
            if isinstance(one, Looked):
                keep(one, library, space)
            else:
                show(one)

        queue.add(translate("Originality", "Is it new?"), work, take)

    dialog = OriginalityDialog(image, find, library.thumbnail, parent)
    dialog.open()
    return dialog
