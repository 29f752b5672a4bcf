"""Batch output: every picture of an order, each written before the next is drawn."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from fashiongan.body.fitting import FittedBody
from fashiongan.checkpoints import Checkpoint
from fashiongan.errors import GarmentError
from fashiongan.exporting.look import export_look
from fashiongan.generator.request import GenerationRequest
from fashiongan.image import GarmentImage
from fashiongan.orders.output_folder import OutputFolder, picture_name
from fashiongan.orders.run_record import write_run
from fashiongan.orders.spec import BatchOrder
from fashiongan.studio import Studio
from fashiongan.tasks import FromSketch, IntoPhoto, Restyling, Upscaling
from fashiongan.taste.for_taste import ForTaste
from fashiongan.tools.dressing_up import Redressing
from fashiongan.tools.filling import FillSilhouette


def run_batch(
    studio: Studio,
    order: BatchOrder,
    body: FittedBody | None,
    folder: OutputFolder,
    step: Callable[[], None] = lambda: None,
) -> list[str]:
    """Make everything that is not there yet; returns a note for each garment that could not be fitted.

    Raises
    ------
    CheckpointError, OutputError : the run cannot go on; what is there stays, and --resume continues it
    """
    notes: list[str] = []
    for number, draw in enumerate(_pictures(studio, order)):
        if number not in folder.done:
            image = draw()
            extra: list[str] = []
            if body:
                extra, note = _fit(studio, image, body, order, folder.path / picture_name(number))
                notes += note
            if order.realism is not None:
                image = studio.picture(Upscaling(image, order.realism), 0)
            folder.add(number, image, extra)
        step()
    folder.order_index()
    folder.write_sheet()
    write_run(folder.path)
    return notes


def _pictures(studio: Studio, order: BatchOrder) -> Iterator[Callable[[], GarmentImage]]:
    """How to draw each picture of an order, in order; nothing is drawn yet."""
    for task in order.tasks:
        for index in range(task.count):
            yield partial(studio.picture, task, index)


def _fit(
    studio: Studio, image: GarmentImage, body: FittedBody, order: BatchOrder, picture: Path
) -> tuple[list[str], list[str]]:
    """The files that a fitted garment was exported to, or a note why it could not be fitted."""
    glb, look_picture = picture.with_suffix(".glb"), picture.with_name(f"{picture.stem}-look.png")
    try:
        look = studio.fit(image, body, order.ease, texture=order.texture)
    except GarmentError as error:
        return [], [f"{picture.name}: {error}"]
    return [path.name for path in export_look(look, glb, look_picture)], []


def order_with_weights(order: BatchOrder, studio: Studio) -> dict[str, Any]:
    """An order and what it is made with, so that a folder is never continued with other weights."""
    tasks = [type(task) for task in order.tasks]
    workshop = studio.workshop
    used = {studio.generator.checkpoint} if set(tasks) - {FromSketch, IntoPhoto, Restyling, Upscaling} else set()
    used |= {workshop.filler.checkpoint} if FillSilhouette in tasks else set()
    used |= {workshop.redresser.checkpoint} if Redressing in tasks else set()
    used |= {studio.taste.checkpoint} if ForTaste in tasks else set()
    used |= _creative(order, studio)
    used |= {workshop.sketcher.checkpoint} if FromSketch in tasks else set()
    used |= {workshop.composer.checkpoint} if IntoPhoto in tasks else set()
    used |= {workshop.upscaler.checkpoint} if Upscaling in tasks or order.realism is not None else set()
    used |= {workshop.restyler(task.style).checkpoint for task in order.tasks if isinstance(task, Restyling)}
    return order.to_dict() | {"weights": {one.name: one.sha256 for one in sorted(used, key=lambda one: one.name)}}


def _creative(order: BatchOrder, studio: Studio) -> set[Checkpoint]:
    """Creative weights, if there are some and requests ask for them; pictures name those that drew them."""
    bold = any(task.controls.creativity for task in order.tasks if isinstance(task, GenerationRequest))
    return {studio.generator.twin.checkpoint} if bold and studio.generator.twin else set()
