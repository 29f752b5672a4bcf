"""Ideas that begin with a picture: a variation of it, and the picture under several sliders."""

from dataclasses import replace
from typing import TYPE_CHECKING

from fashiongan.ideas.idea import Idea
from fashiongan.ideas.latent import MAX_SEED
from fashiongan.ideas.tools import Change, between, steered, varied, with_colors
from fashiongan.recolor import shown_colors
from fashiongan.tasks import Moulding, Variations

if TYPE_CHECKING:
    # Only for its name: the window opens sooner without.
    from fashiongan.generator.generation import GarmentGenerator


def moulded(generator: "GarmentGenerator", task: Moulding) -> Idea:
    """Some of the way towards another picture, then pushed along directions.

    Raises
    ------
    RequestError : the weights have no such direction
    CheckpointError : others made one of the pictures
    """
    idea = generator.own(task.liked)
    if task.toward is not None and task.share:
        idea = between(idea, generator.own(task.toward), task.share)
    for name, amount in task.pushes:
        idea = steered(idea, generator.direction(name), amount, name)
    pushed = [f"{name} {amount:+g}" for name, amount in task.pushes]
    return replace(idea, origin=", ".join([*([idea.origin] if not pushed else []), *pushed]))


def variation(generator: "GarmentGenerator", task: Variations, index: int) -> Idea:
    """Number `index` of the pictures like one.

    Raises
    ------
    CheckpointError : other weights made the picture
    """
    idea = generator.own(task.liked)
    if not task.distance:
        return idea
    idea = with_colors(idea, shown_colors(task.liked))
    same = replace(idea.attributes, colors=()) if task.change is Change.COLOR else idea.attributes
    # The liked picture may itself be of this seed, so variations count from the other end.
    other = generator.imagine(same, MAX_SEED - task.seed - index)
    return varied(idea, other, task.distance, task.change, generator.shape.cloth_from)
