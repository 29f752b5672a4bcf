"""Batch output: every picture of an order, each in the index before it counts as done."""

from collections.abc import Callable
from typing import Any

from fashiongan.checkpoints import Checkpoint
from fashiongan.orders.executor import Executor
from fashiongan.orders.making import Maker, pieces_of
from fashiongan.orders.output_folder import OutputFolder
from fashiongan.orders.run_record import write_run
from fashiongan.orders.spec import BatchOrder
from fashiongan.studio import Studio
from fashiongan.tasks import FromSketch, IntoPhoto, Restyling, Upscaling
from fashiongan.taste.for_taste import ForTaste
from fashiongan.tools.dressing_up import Redressing
from fashiongan.tools.filling import FillSilhouette


def run_batch(
    maker: Maker,
    folder: OutputFolder,
    executor: Executor,
    step: Callable[[int], None] = lambda made: None,
) -> list[str]:
    """Make everything that is not there yet; returns a note for each picture or garment that could not be made.

    `step` is told how many more are made.

    Raises
    ------
    CheckpointError, OutputError : the run cannot go on; what is there stays, and --resume continues it
    """
    notes: dict[int, str] = {}
    for outcomes in executor.outcomes(maker, pieces_of(maker.order, folder.done)):
        folder.add([outcome.written for outcome in outcomes if outcome.written])
        notes |= {outcome.number: outcome.note for outcome in outcomes if outcome.note}
        step(len(outcomes))
    folder.sweep()
    folder.order_index()
    if folder.done:
        folder.write_sheet()
        write_run(folder.path)
    return [notes[number] for number in sorted(notes)]


def order_with_weights(order: BatchOrder, studio: Studio) -> dict[str, Any]:
    """An order and what it is made with, so that a folder is never continued with other weights."""
    tasks, workshop = order.kinds, studio.workshop
    used = {studio.generator.checkpoint} if tasks - {FromSketch, IntoPhoto, Restyling, Upscaling} else set()
    used |= {workshop.filler.checkpoint} if FillSilhouette in tasks else set()
    used |= {workshop.redresser.checkpoint} if Redressing in tasks else set()
    used |= {studio.taste.checkpoint} if ForTaste in tasks else set()
    used |= _creative(order, studio)
    used |= {workshop.sketcher.checkpoint} if FromSketch in tasks else set()
    used |= {workshop.composer.checkpoint} if IntoPhoto in tasks else set()
    used |= {workshop.upscaler.checkpoint} if Upscaling in tasks or order.realism is not None else set()
    if Restyling in tasks:
        used |= {workshop.restyler(task.style).checkpoint for task in order.tasks if isinstance(task, Restyling)}
    return order.to_dict() | {"weights": {one.name: one.sha256 for one in sorted(used, key=lambda one: one.name)}}


def _creative(order: BatchOrder, studio: Studio) -> set[Checkpoint]:
    """Creative weights, if there are some and requests ask for them; pictures name those that drew them."""
    return {studio.generator.twin.checkpoint} if order.creative and studio.generator.twin else set()
