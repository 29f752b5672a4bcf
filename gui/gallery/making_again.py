"""A picture made again from what it says of itself, beside its file: the work in the queue."""

from collections.abc import Callable

from fashiongan.errors import ImageError
from fashiongan.image import garment_image_from
from fashiongan.library.library import Library
from fashiongan.studio import Studio
from gui.languages.wording import translate
from gui.work.job import Ticket
from gui.work.queue import WorkQueue


def make_again(number: int, library: Library, studio: Studio, queue: WorkQueue, say: Callable[[str], None]) -> None:
    """Draw a picture of the library again, and say whether the same bytes come out.

    Raises
    ------
    LibraryError : there is none with this number
    """
    path = library.path(number)

    def work(ticket: Ticket) -> None:
        from fashiongan.remaking.pictures import made_again  # The window opens sooner without.

        try:
            before = path.read_bytes()
        except OSError as error:
            raise ImageError(f"{path} cannot be read ({error.strerror}); it was deleted or moved.") from error
        ticket.deliver(made_again(garment_image_from(before, path.name), studio).png() == before)

    def tell(same: bool) -> None:
        identical = translate("MakingAgain", "Picture %1 was made again: identical, byte for byte.")
        differs = translate(
            "MakingAgain", "Picture %1 was made again, and differs: it was touched up, or made elsewhere."
        )
        say((identical if same else differs).replace("%1", str(number)))

    queue.add(translate("MakingAgain", "make it again"), work, tell)
