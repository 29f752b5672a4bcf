"""How one picture of a batch is made: drawn, fitted, enlarged and written. It does not matter in which process."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from fashiongan.body.fitting import FittedBody
from fashiongan.errors import CheckpointError, FashionGanError, GarmentError, OutputError
from fashiongan.exporting.look import export_look
from fashiongan.image import GarmentImage
from fashiongan.orders.output_folder import Written, picture_name
from fashiongan.orders.spec import BatchOrder
from fashiongan.studio import Studio
from fashiongan.tasks import Task, Upscaling


@dataclass(frozen=True, slots=True)
class Piece:
    """One picture to be made: its number in the batch, and which of a task's pictures it is."""

    number: int
    task: Task
    index: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a piece: a picture, a note of what could not be made, or a picture and a note."""

    number: int
    written: Written | None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes pieces of one order into one folder. `order` : only what holds for all its pictures is looked at"""

    studio: Studio
    order: BatchOrder
    body: FittedBody | None
    folder: Path

    def make(self, piece: Piece) -> Outcome:
        """Make a piece and write its files, each whole or not at all.

        Raises
        ------
        CheckpointError, OutputError : no other piece could be made either
        """
        picture = self.folder / picture_name(piece.number)
        try:
            image = self.studio.picture(piece.task, piece.index)
        except (CheckpointError, OutputError):
            raise
        except FashionGanError as error:
            return Outcome(piece.number, None, not_made(picture.name, str(error)))
        names, note = self._fit(image, picture) if self.body else ([], "")
        if self.order.realism is not None:
            image = self.studio.picture(Upscaling(image, self.order.realism), 0)
        return Outcome(piece.number, Written.of(self.folder, piece.number, image, names), note)

    def _fit(self, image: GarmentImage, picture: Path) -> tuple[list[str], str]:
        """The files that a fitted garment was exported to, or a note why it could not be fitted."""
        assert self.body
        glb, look_picture = picture.with_suffix(".glb"), picture.with_name(f"{picture.stem}-look.png")
        try:
            look = self.studio.fit(image, self.body, self.order.ease, texture=self.order.texture)
        except GarmentError as error:
            return [], f"not fitted: {picture.name}: {error}"
        return [path.name for path in export_look(look, glb, look_picture)], ""


def not_made(name: str, reason: str) -> str:
    """What is said of a picture that is not there."""
    return f"not made: {name}: {reason}"


def pieces_of(order: BatchOrder, done: Collection[int]) -> Iterator[Piece]:
    """What is left of an order to make, in order; one task at a time is in memory."""
    number = 0
    for task in order.tasks:
        for index in range(task.count):
            if number not in done:
                yield Piece(number, task, index)
            number += 1
