"""Whether a picture is new: the dialog, and the work behind it in the queue."""

from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from fashiongan.library.library import Library
from fashiongan.originality.space import space_of
from fashiongan.studio import Studio
from gui.gallery.originality import PICTURE_PX, OriginalityDialog
from gui.languages.wording import translate
from gui.originality_order import Found, Looked, carry_out, keep, order_for
from gui.work.job import Ticket
from gui.work.queue import WorkQueue


def open_check(number: int, library: Library, studio: Studio, queue: WorkQueue, parent: QWidget) -> OriginalityDialog:
    """Show the nearest real garments, and the nearest of the library, beside one of its pictures.

    Raises
    ------
    CheckpointError : there are no weights for it
    LibraryError : there is no such picture
    """
    space = space_of(studio.checkpoints)
    order = order_for(number, library, space)
    dialog = OriginalityDialog(library.thumbnail, parent)

    def work(ticket: Ticket) -> None:
        ticket.deliver(library.read(order.picture).in_square(PICTURE_PX))
        carry_out(order, studio.originality, ticket.progress, ticket.deliver)

    def take(one: Image.Image | Looked | Found) -> None:
        if isinstance(one, Looked):
            keep(one, library, space)
        elif not isValid(dialog):
            return  # Closed meanwhile; what was looked at is kept for the next time.
        elif isinstance(one, Found):
            dialog.show_found(one)
        else:
            dialog.show_picture(one)

    dialog.item = queue.add(translate("Originality", "Is it new?"), work, take)
    queue.changed.connect(dialog.follow)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog
