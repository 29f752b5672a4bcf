"""Garments on their way through the queue onto the Fit page; of one garment only the newest order counts."""

from PySide6.QtCore import QObject, Signal

from fashiongan.studio import Studio
from fashiongan.taste.profile import picture_sha256
from gui.fit.page import FitPage
from gui.fit_order import FitOrder, carry_out
from gui.vocabulary import shown
from gui.work.queue import Item, WorkQueue

FIT = "fit"


class FittingWork(QObject):
    """`dressed(Dressed)` when a garment is fitted. The page waits until its newest order has ended, however it does."""

    dressed = Signal(object)

    def __init__(self, studio: Studio, queue: WorkQueue, page: FitPage) -> None:
        super().__init__(queue)
        self._studio, self._queue, self._page = studio, queue, page
        queue.changed.connect(self._follow)

    def fit(self, order: FitOrder) -> None:
        """Fit a garment in the queue; what waits or runs for the same garment gives way."""
        title = self.tr("fit: %1").replace("%1", shown(str(order.image.attributes.category)))
        self._queue.add(
            title,
            lambda ticket: ticket.deliver(carry_out(order, self._studio, ticket.progress)),
            self.dressed.emit,
            (FIT, picture_sha256(order.image.rgba)),
        )

    def _follow(self, item: Item) -> None:
        """The controls go back to what is shown, unless another order is on its way or about to be given."""
        others = any(one.topic[:1] == (FIT,) and not one.state.ended for one in self._queue.items)
        if item.topic[:1] == (FIT,) and item.state.ended and not others and not self._page.cut.settling:
            self._page.stop_waiting()
