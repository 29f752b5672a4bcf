"""What a designer does with ideas: vary, blend, mix, steer, recolour. Pure functions from ideas to ideas."""

from dataclasses import replace
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from fashiongan.color import Color
from fashiongan.errors import RequestError
from fashiongan.ideas.idea import Boldness, DesignCode, Idea
from fashiongan.ideas.latent import turned


class Change(StrEnum):
    """What a variation may change; the rest is locked."""

    LOOK = "look"
    SHAPE = "shape"
    CLOTH = "cloth"
    COLOR = "color"


def varied(idea: Idea, other: Idea, distance: float, change: Change, cloth_from: int) -> Idea:
    """An idea, some of the way towards another of the same description: 0 is the idea itself, 1 the other's look.

    `cloth_from` : the first latent number that is about cloth. Colours move only where `change` is COLOR.

    Raises
    ------
    RequestError : the distance is not 0 to 1
    """
    _refuse_outside(distance, "distance", "0 (the same) to 1 (another garment)")
    origin = f"{change} varied by {distance:g}"
    if change is Change.COLOR:
        pairs = zip(idea.attributes.colors, other.attributes.colors, strict=True)
        return recolored(idea, tuple(_between_colors(a, b, distance) for a, b in pairs), origin)
    code = idea.code
    latent, style = turned(code.latent, other.code.latent, distance), turned(code.style, other.code.style, distance)
    if change is Change.SHAPE:
        latent, style = np.concatenate([latent[:cloth_from], code.latent[cloth_from:]]), code.style
    if change is Change.CLOTH:
        latent = np.concatenate([code.latent[:cloth_from], latent[cloth_from:]])
    return replace(idea, code=replace(code, latent=latent, style=style), origin=origin)


def between(first: Idea, second: Idea, share: float) -> Idea:
    """The idea that lies some share of the way from one to another; words are those of the nearer one.

    Raises
    ------
    RequestError : the share is not 0 to 1
    """
    _refuse_outside(share, "share", "0 (the first) to 1 (the second)")
    nearer = first if share < 0.5 else second
    a, b = first.code, second.code
    lab = (1 - share) * a.lab.astype(np.float64) + share * b.lab.astype(np.float64)
    code = DesignCode(turned(a.latent, b.latent, share), turned(a.style, b.style, share), lab.astype(np.float16))
    colors = _both(first.attributes.colors, second.attributes.colors, share)
    asked = _both(first.asked.colors, second.asked.colors, share) if first.asked.colors and second.asked.colors else ()
    return Idea(
        replace(nearer.asked, colors=asked),
        replace(nearer.attributes, colors=colors),
        code,
        f"{share:g} of the way between two",
        _between_weights(first, second, share),
    )


def mixed(shape: Idea, cloth: Idea, cloth_from: int) -> Idea:
    """The shape of one idea in the cloth of another: its pattern, fabric, colours and style."""
    latent = np.concatenate([shape.code.latent[:cloth_from], cloth.code.latent[cloth_from:]])
    worn = cloth.attributes
    attributes = replace(shape.attributes, pattern=worn.pattern, fabric=worn.fabric, colors=worn.colors)
    asked = replace(shape.asked, pattern=worn.pattern, fabric=worn.fabric, colors=cloth.asked.colors)
    code = DesignCode(latent, cloth.code.style, cloth.code.lab)
    # Cloth is drawn by the weights that drew it, as far as two pictures have weights in common.
    return Idea(asked, attributes, code, "shape of one, cloth of another", cloth.boldness)


def steered(idea: Idea, direction: NDArray[np.float32], amount: float, name: str) -> Idea:
    """An idea pushed along a direction of the latent space."""
    latent = (idea.code.latent.astype(np.float32) + amount * direction).astype(np.float16)
    return replace(idea, code=replace(idea.code, latent=latent), origin=f"{name} {amount:+g}")


def recolored(idea: Idea, colors: tuple[Color, ...], origin: str = "recoloured") -> Idea:
    """The same garment, stitch for stitch, in other colours; one colour is taken for both."""
    return replace(with_colors(idea, colors), origin=origin)


def with_colors(idea: Idea, colors: tuple[Color, ...]) -> Idea:
    """An idea whose colours are asked for, so that every picture of it meets them; one is taken for both."""
    both = (colors * 2)[:2]
    return replace(idea, asked=replace(idea.asked, colors=both), attributes=replace(idea.attributes, colors=both))


def _between_weights(first: Idea, second: Idea, share: float) -> Boldness | None:
    """How bold the weights are between two ideas; those as released are not bold at all."""
    known = first.boldness or second.boldness
    bold = sum(
        part * one.boldness.share for part, one in ((1 - share, first), (share, second)) if one.boldness is not None
    )
    return Boldness(bold, known.sha256) if known and bold else None


def _both(first: tuple[Color, ...], second: tuple[Color, ...], share: float) -> tuple[Color, ...]:
    return tuple(_between_colors(a, b, share) for a, b in zip((first * 2)[:2], (second * 2)[:2], strict=True))


def _between_colors(first: Color, second: Color, share: float) -> Color:
    return Color.from_lab((1 - share) * first.lab + share * second.lab)


def _refuse_outside(number: float, name: str, meaning: str) -> None:
    if not 0 <= number <= 1:
        raise RequestError(f"{name} is {number:g}, but it is {meaning}.")
