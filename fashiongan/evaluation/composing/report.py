"""The evaluation report of a composer: garments in held-out photos, where a garment was, beside pasting them."""

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image
from torch import Tensor

from fashiongan.attributes import VOCABULARY, GarmentAttributes
from fashiongan.color import Color
from fashiongan.cutout import OPAQUE
from fashiongan.dataset.colors import GarmentColors
from fashiongan.dataset.frames import Frame, box_of, frame_around
from fashiongan.dataset.scenes import Photo
from fashiongan.evaluation.kid import Features, bootstrap_kid
from fashiongan.generator.reader import GarmentReader
from fashiongan.ideas.reworked import OtherPicture
from fashiongan.networks.compose_generator import SEEN_SHARE
from fashiongan.tools.composing import Composed, Composer
from fashiongan.tools.place import Place
from fashiongan.tools.region import LEAST_PX, MOST_SHARE, Region

logger = logging.getLogger(__name__)
Picture = NDArray[np.uint8]
Eyes = Callable[[Tensor], Features]
OURS, PASTE, BOX, REAL = "composed", "pasted", "pasted in a white box", "the photos themselves"
SEEDS = (0, 1, 2)
MARGIN_PX = 4
SQUARE_PX = 256
# A pixel that differs so much from the ground shows something else.
DIFFERS = 12


@dataclass(frozen=True, eq=False)
class HeldOut:
    """One photo with the region of its own garment, and what is asked for there: the same kind in the same colours."""

    photo: Photo
    place: Place
    asked: GarmentAttributes


@dataclass(frozen=True, eq=False)
class Made:
    """What was made for one photo: composed and pasted, a picture each seed."""

    held_out: HeldOut
    composed: list[Composed]
    pasted: list[Composed]


def held_out_places(photos: Iterable[Photo], colors: dict[str, GarmentColors], count: int) -> list[HeldOut]:
    """The first so many photos with a garment that leaves something around it."""
    found: list[HeldOut] = []
    for photo in photos:
        place = _own_place(photo)
        if len(found) < count and place is not None and photo.label.image in colors:
            pair = colors[photo.label.image]
            asked = GarmentAttributes(
                photo.label.attributes.category,
                pattern=photo.label.attributes.pattern,
                colors=(Color.from_lab(pair.main_lab), Color.from_lab(pair.second_lab)),
            )
            found.append(HeldOut(photo, place, asked))
    return found


def _own_place(photo: Photo) -> Place | None:
    height, width = photo.alpha.shape
    left, top, wide, high = (int(number) for number in box_of(photo.alpha >= OPAQUE))
    x, y = max(0, left - MARGIN_PX), max(0, top - MARGIN_PX)
    w, h = min(width, left + wide + MARGIN_PX) - x, min(height, top + high + MARGIN_PX) - y
    if min(w, h) < LEAST_PX or w * h > MOST_SHARE * width * height:
        return None
    rgba = np.dstack([photo.rgb, np.full_like(photo.alpha, 255)])
    return Place(OtherPicture(rgba, photo.label.image), Region(x, y, w, h))


def make_all(composer: Composer, places: list[HeldOut]) -> list[Made]:
    """Compose and paste into every place, once a seed."""
    done = []
    for one in places:
        ground, region = composer.cleared(one.place), one.place.region
        ideas = [composer.generator.imagine(one.asked, seed) for seed in SEEDS]
        composed = [composer.compose_on(ground, region, idea) for idea in ideas]
        done.append(Made(one, composed, [composer.paste_on(ground, region, idea) for idea in ideas]))
    return done


def evaluate_composer(made: list[Made], reference: list[Photo], eyes: Eyes, reader: GarmentReader) -> dict[str, Any]:
    """Every number of the report, ready for JSON. `reference` : real photos of another split, for KID."""
    composed, pasted = (
        [one for row in rows for one in row] for rows in zip(*((m.composed, m.pasted) for m in made), strict=True)
    )
    boxed = [_boxed(one) for one in pasted]
    real = eyes(_squares(_real_square(photo) for photo in reference))
    ways: dict[str, Any] = {}
    for name, pictures in ((OURS, composed), (PASTE, pasted), (BOX, boxed)):
        ways[name] = {
            "kid": _kid(eyes(_squares(_square(one.rgba[..., :3], one.frame) for one in pictures)), real),
            "background_l1": _mean(_background_l1(one) for one in pictures),
            "mask_iou": _mean(_iou(one.alpha >= OPAQUE, _seen_difference(one)) for one in pictures),
            "region_iou": _mean(
                _region_iou(one, row.held_out.place.region) for one, row in zip(pictures, _each(made), strict=True)
            ),
            "right": _right([(_cut_out(one), one.idea.attributes) for one in pictures], reader),
        }
        logger.info("%d pictures, %s: %s", len(pictures), name, ways[name])
    photos = [row.held_out.photo for row in made]
    garments = [(_real_cut_out(photo), photo.label.attributes) for photo in photos]
    floor = _kid(eyes(_squares(_real_square(photo) for photo in photos)), real)
    kept = _mean(_kept_share(one, row.held_out) for one, row in zip(composed, _each(made), strict=True))
    return {
        "photos": len(made),
        "ways": ways,
        "real": {"kid": floor, "right": _right(garments, reader)},
        "kept_outside": kept,
    }


def _each(made: list[Made]) -> list[Made]:
    return [row for row in made for _ in SEEDS]


def _boxed(one: Composed) -> Composed:
    """The pasted garment on a white box instead of the ground."""
    left, top, width, height = (int(number) for number in box_of(one.alpha >= OPAQUE))
    box = (slice(top, top + height), slice(left, left + width))
    share = one.alpha[box][..., None] / 255
    rgba = one.rgba.copy()
    # What the ground gave to half-transparent pixels is taken out again.
    garment = rgba[box][..., :3] - (1 - share) * one.ground[box]
    rgba[box][..., :3] = np.rint(np.clip(garment + (1 - share) * 255, 0, 255)).astype(np.uint8)
    alpha = one.alpha.copy()
    return replace(one, rgba=rgba, alpha=alpha)


def _background_l1(one: Composed) -> float:
    """Mean difference, of 255, to the ground in the garment's frame, where there is no garment."""
    outside = _frame_mask(one) & (one.alpha == 0)
    difference = np.abs(one.rgba[..., :3].astype(float) - one.ground)
    return float(difference[outside].mean()) if outside.any() else 0.0


def _frame_mask(one: Composed) -> NDArray[np.bool_]:
    ones = np.ones((one.frame.side,) * 2, np.uint8)
    return np.asarray(one.frame.put(np.zeros_like(one.alpha), ones) > 0)


def _kept_share(one: Composed, held_out: HeldOut) -> float:
    """The share of pixels outside the frame and the region that are to the last bit those of the photo."""
    photo, region = held_out.place.photo.rgba[..., :3], held_out.place.region
    grown = max(region.width, region.height) // 8
    apart = ~_frame_mask(one)
    apart[max(0, region.top - grown) : region.top + region.height + grown][
        :, max(0, region.left - grown) : region.left + region.width + grown
    ] = False
    return float((photo == one.rgba[..., :3]).all(-1)[apart].mean()) if apart.any() else 1.0


def _seen_difference(one: Composed) -> NDArray[np.bool_]:
    return np.asarray(np.abs(one.rgba[..., :3].astype(int) - one.ground).max(-1) > DIFFERS)


def _region_iou(one: Composed, region: Region) -> float:
    """How well the garment's box fills the region."""
    box, asked = (np.zeros(one.alpha.shape, bool) for _ in range(2))
    left, top, width, height = (int(number) for number in box_of(one.alpha >= OPAQUE))
    box[top : top + height, left : left + width] = True
    asked[region.top : region.top + region.height, region.left : region.left + region.width] = True
    return _iou(box, asked)


def _iou(first: NDArray[np.bool_], second: NDArray[np.bool_]) -> float:
    return float((first & second).sum() / max((first | second).sum(), 1))


def _cut_out(one: Composed) -> Picture:
    """(F, F, 4) the garment as it is seen in the photo."""
    return one.frame.cut(np.dstack([one.rgba[..., :3], one.alpha]))


def _real_cut_out(photo: Photo) -> Picture:
    return frame_around(box_of(photo.alpha >= OPAQUE)).cut(np.dstack([photo.rgb, photo.alpha]))


def _real_square(photo: Photo) -> Picture:
    return _square(photo.rgb, frame_around(box_of(photo.alpha >= OPAQUE)))


def _square(rgb: Picture, frame: Frame) -> Picture:
    """(256, 256, 3) a garment with what is around it."""
    square = Image.fromarray(frame.wider(SEEN_SHARE).cut(rgb))
    return np.asarray(square.resize((SQUARE_PX, SQUARE_PX), Image.Resampling.BILINEAR))


def _squares(squares: Iterable[Picture]) -> Tensor:
    """(N, 3, 256, 256) uint8."""
    return torch.from_numpy(np.stack(list(squares))).permute(0, 3, 1, 2)


def _kid(made: Features, real: Features) -> dict[str, float]:
    kid = bootstrap_kid(made, real)
    return {"value": round(kid.value, 2), "deviation": round(kid.deviation, 2)}


def _right(garments: list[tuple[Picture, GarmentAttributes]], reader: GarmentReader) -> dict[str, float]:
    """For each attribute, how often it is read off the picture as it was asked for."""
    read = [(reader.read(rgba), wanted) for rgba, wanted in garments]
    return {name: _mean(float(getattr(a, name) is getattr(b, name)) for a, b in read) for name in VOCABULARY}


def _mean(values: Iterable[float]) -> float:
    return round(float(np.mean(list(values))), 4)
