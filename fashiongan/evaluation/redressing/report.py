"""The evaluation report of redressing on held-out people: parser, stage 1, stage 2, and pictures as they leave."""

import logging
from collections.abc import Callable, Iterable
from typing import Any

import numpy as np
import torch
from torch import Tensor

from fashiongan.attributes import VOCABULARY, Pattern
from fashiongan.dataset.colors import measure_colors
from fashiongan.errors import DatasetError, FashionGanError
from fashiongan.evaluation.kid import Features, bootstrap_kid
from fashiongan.evaluation.redressing.nearest_person import NearestPerson
from fashiongan.evaluation.redressing.pieces import (
    Pixels,
    WornPiece,
    in_exchange,
    own_frame,
    picture_of,
    region_of,
    spread_over,
    truly_seen,
    worn_pieces,
)
from fashiongan.evaluation.redressing.region_score import RegionScore
from fashiongan.generator.reader import GarmentReader
from fashiongan.networks.redress_generators import BODY_PARTS, REGIONS
from fashiongan.people.piece import cut_out
from fashiongan.people.reading import PeopleSet
from fashiongan.people.regions import Region
from fashiongan.tools.redressing import Redressed, Redresser
from fashiongan.training.redressing.person_scenes import draw_scenes

logger = logging.getLogger(__name__)
Distance = Callable[[Tensor, Tensor], Tensor]
Looks = Callable[[Tensor], Features]
FEWEST_FOR_KID = 8


def evaluate_redress(
    redresser: Redresser,
    train: PeopleSet,
    test: PeopleSet,
    grounds: Tensor | None,
    count: int,
    reader: GarmentReader,
    lpips: Distance,
    looks: Looks,
) -> dict[str, Any]:
    """Every number of the report, ready for JSON.

    Parameters
    ----------
    count : how many pieces of `test` are looked at; grounds : (M, 3, S, S) uint8 photos of nobody
    looks : features for KID of (N, 3, H, W) uint8
    """
    pieces = spread_over(worn_pieces(test), count)
    report: dict[str, Any] = {"pictures": len(test), "pieces": len(pieces)}
    report["parser"] = {
        "as drawn": _parsed(redresser, [picture_of(test, row) for row in range(len(test))], test.regions, test.body),
        "in front of photos": _parsed_in_scenes(redresser, test, grounds),
    }
    logger.info("parser: %s", report["parser"])
    report["regions"] = _region_scores(redresser, NearestPerson(train), test, pieces)
    logger.info("regions: %s", report["regions"])
    report["again"] = _painted_again(redresser, test, pieces, lpips)
    made, report["redressed"] = _redressed(redresser, test, pieces, reader)
    real = test.rgb if len(test) <= count else test.rgb[torch.linspace(0, len(test) - 1, count).long()]
    report["kid"] = _kids(made, real, train.rgb[:: max(1, len(train) // count)], looks)
    return report


def _parsed(redresser: Redresser, pictures: Iterable[Pixels], regions: Tensor, body: Tensor) -> dict[str, Any]:
    seen_score, body_score = RegionScore(REGIONS), RegionScore(BODY_PARTS)
    for index, rgb in enumerate(pictures):
        seen = redresser.parse(rgb, own_frame())
        seen_score.add(seen.regions, regions[index].numpy())
        body_score.add(seen.body, body[index].numpy())
    each = dict(zip((region.name.lower() for region in Region), map(_rounded, seen_score.each()), strict=True))
    return {"regions_miou": _rounded(seen_score.mean()), "body_miou": _rounded(body_score.mean()), "each": each}


def _parsed_in_scenes(redresser: Redresser, test: PeopleSet, grounds: Tensor | None) -> dict[str, Any]:
    random, rows = torch.Generator().manual_seed(0), torch.arange(len(test))
    scenes = [draw_scenes(test, grounds, part, random) for part in torch.split(rows, 16)]
    pixels = torch.cat([((one.rgb + 1) * 127.5).round().clamp(0, 255).byte() for one in scenes])
    pictures = [np.ascontiguousarray(one.permute(1, 2, 0).numpy()) for one in pixels]
    return _parsed(
        redresser, pictures, *(torch.cat([getattr(one, name) for one in scenes]) for name in ("regions", "body"))
    )


def _region_scores(
    redresser: Redresser, nearest: NearestPerson, test: PeopleSet, pieces: list[WornPiece]
) -> dict[str, float]:
    """mIoU of the whole map, and IoU of the piece, of somebody who puts on once more what they wear."""
    ways: dict[str, Callable[[WornPiece], Pixels]] = {
        "stage 1, true body": lambda one: redresser.new_regions(truly_seen(test, one.row), one.idea)[0],
        "stage 1, parsed body": lambda one: redresser.new_regions(
            redresser.parse(picture_of(test, one.row), own_frame()), one.idea
        )[0],
        "nearest training person": lambda one: nearest.regions(one, test.body[one.row].numpy()),
    }
    scores: dict[str, float] = {}
    for name, draw in ways.items():
        whole, own = RegionScore(REGIONS), RegionScore(2)
        for one in pieces:
            drawn, true = draw(one), test.regions[one.row].numpy()
            whole.add(drawn, true)
            own.add((drawn == region_of(one)).astype(np.uint8), (true == region_of(one)).astype(np.uint8))
        scores[name], scores[f"{name}, piece"] = _rounded(whole.mean()), _rounded(own.each()[1])
    return scores


def _painted_again(redresser: Redresser, test: PeopleSet, pieces: list[WornPiece], lpips: Distance) -> dict[str, float]:
    """LPIPS of somebody who puts on once more what they wear, beside the piece filled with its main colour."""
    made, filled = [], []
    for one in pieces:
        seen, rgb = truly_seen(test, one.row), picture_of(test, one.row)
        changed = seen.regions == region_of(one)
        true = _as_tensor(rgb)
        made.append(float(lpips(true, _as_tensor(redresser.painted(seen, one.idea, seen.regions, changed)))))
        color = one.idea.attributes.colors[0]
        plain = np.where(changed[..., None], np.array([color.red, color.green, color.blue], np.uint8), rgb)
        filled.append(float(lpips(true, _as_tensor(plain))))
    return {"lpips": _mean(made), "lpips_filled": _mean(filled)}


def _redressed(
    redresser: Redresser, test: PeopleSet, pieces: list[WornPiece], reader: GarmentReader
) -> tuple[list[Redressed], dict[str, Any]]:
    """Everybody in a piece of somebody else: what is read off it, its colour, and what stayed as it was."""
    made, right, ceiling, apart, still, faces, refused = [], [], [], [], [], [], 0
    for own, other in in_exchange(pieces, test):
        rgb = picture_of(test, own.row)
        rgba = np.dstack([rgb, np.full_like(rgb[..., 0], 255)])
        try:
            one = redresser.redress(rgba, redresser.look_at(rgba, test.ids[own.row]), other.idea)
        except FashionGanError as error:
            refused += 1
            logger.info("refused: %s", error)
            continue
        made.append(one)
        square = cut_out(one.piece[..., :3], one.piece[..., 3] > 0)
        right.append(_read(reader, square, other))
        ceiling.append(_read(reader, _true_piece(test, other), other))
        apart.append(_color_error(square, other))
        same = (one.rgba[..., :3] == rgb).all(-1)
        regions = test.regions[own.row].numpy()
        body = ~np.isin(regions, (Region.GROUND, region_of(own))) & (one.regions != region_of(own))
        still.append(float(same[body].mean()))
        faces.append(float(same[np.isin(regions, (Region.HAIR, Region.HEAD))].mean()))
    names = list(VOCABULARY)
    shares = {name: _mean(row[place] for row in right) for place, name in enumerate(names)}
    most = {name: _mean(row[place] for row in ceiling) for place, name in enumerate(names)}
    kept = {"body_unchanged": _mean(still), "head_unchanged": _mean(faces)}
    return made, {"refused": refused, "right": shares, "ceiling": most, "delta_e": _mean(apart)} | kept


def _true_piece(test: PeopleSet, one: WornPiece) -> Pixels:
    return cut_out(picture_of(test, one.row), test.regions[one.row].numpy() == region_of(one))


def _read(reader: GarmentReader, square: Pixels, one: WornPiece) -> list[float]:
    read = reader.read(square)
    return [
        float(list(kind).index(getattr(read, name)) == word)
        for (name, kind), word in zip(VOCABULARY.items(), one.words, strict=True)
    ]


def _color_error(square: Pixels, one: WornPiece) -> float:
    """CIE76 distance of the median colour to the main one that was asked for; NaN where there is no cloth."""
    try:
        found = measure_colors(square, Pattern.SOLID).main_lab
    except DatasetError:
        return float("nan")
    return float(np.linalg.norm(found - one.idea.code.lab[:3].astype(np.float64)))


def _kids(made: list[Redressed], real: Tensor, train: Tensor, looks: Looks) -> dict[str, Any]:
    """KID x1000 against held-out people, beside that of training people."""
    if len(made) < FEWEST_FOR_KID or len(real) < FEWEST_FOR_KID or len(train) < FEWEST_FOR_KID:
        return {}
    fakes = torch.from_numpy(np.stack([one.rgba[..., :3] for one in made])).permute(0, 3, 1, 2).contiguous()
    held_out = looks(real)
    kids = {name: bootstrap_kid(looks(some), held_out) for name, some in (("made", fakes), ("training", train))}
    return {name: {"value": _rounded(kid.value), "deviation": _rounded(kid.deviation)} for name, kid in kids.items()}


def _as_tensor(rgb: Pixels) -> Tensor:
    return torch.from_numpy(np.array(rgb)).permute(2, 0, 1)[None].float() / 127.5 - 1


def _mean(values: Iterable[float]) -> float:
    found = np.array(list(values), float)
    return _rounded(float(np.nanmean(found))) if np.isfinite(found).any() else float("nan")


def _rounded(value: float) -> float:
    return round(value, 4)
