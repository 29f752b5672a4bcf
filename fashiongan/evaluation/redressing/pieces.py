"""Held-out people with what they wear, and what is put on them: ideas made of pieces that others wear."""

from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray

from fashiongan.attributes import VOCABULARY, GarmentAttributes
from fashiongan.color import Color
from fashiongan.ideas.idea import DesignCode, Idea
from fashiongan.ideas.latent import normal
from fashiongan.networks.redress_generators import LATENT
from fashiongan.people.exchange import Piece
from fashiongan.people.framing import PersonFrame, whole_frame
from fashiongan.people.reading import OPEN, SLOTS, PeopleSet
from fashiongan.people.regions import HEIGHT_PX, WIDTH_PX
from fashiongan.people.seen import SeenPerson

Pixels = NDArray[np.uint8]


@dataclass(frozen=True, eq=False)
class WornPiece:
    """One piece of one picture. row, slot : its place in the set; words : (A,) int64"""

    row: int
    slot: int
    piece: Piece
    words: tuple[int, ...]
    idea: Idea


def worn_pieces(people: PeopleSet) -> list[WornPiece]:
    """All pieces of which every word is known."""
    found = []
    for row, slot in people.worn.nonzero().tolist():
        words = tuple(people.words[row, slot].tolist())
        if all(word < size for word, size in zip(words, OPEN, strict=True)):
            piece = Piece.DRESS if slot == 0 and people.in_dress[row] else Piece(slot)
            found.append(WornPiece(row, slot, piece, words, _idea(people, row, slot, words)))
    return found


def _idea(people: PeopleSet, row: int, slot: int, words: tuple[int, ...]) -> Idea:
    """What would be asked for to get this piece; no colour is asked for, so none is settled after the network."""
    attributes = GarmentAttributes()
    for (name, kind), word in zip(VOCABULARY.items(), words, strict=True):
        object.__setattr__(attributes, name, list(kind)[word])
    lab, style = people.lab[row, slot].numpy(), people.style[row, slot].numpy()
    object.__setattr__(
        attributes, "colors", tuple(Color.from_lab(one.astype(np.float64)) for one in (lab[:3], lab[3:]))
    )
    code = DesignCode(normal(row, 2 * LATENT), style.astype(np.float16), lab.astype(np.float16))
    return Idea(GarmentAttributes(attributes.category), attributes, code, f"worn in {people.ids[row]}")


def picture_of(people: PeopleSet, row: int) -> Pixels:
    """(256, 160, 3) sRGB."""
    return np.ascontiguousarray(people.rgb[row].permute(1, 2, 0).numpy())


def truly_seen(people: PeopleSet, row: int) -> SeenPerson:
    """Somebody with their true maps."""
    maps = (one[row].numpy() for one in (people.regions, people.body))
    return SeenPerson(own_frame(), picture_of(people, row), *maps)


def own_frame() -> PersonFrame:
    """The frame of a picture of the networks' size."""
    return whole_frame(HEIGHT_PX, WIDTH_PX)


def spread_over(pieces: list[WornPiece], count: int) -> list[WornPiece]:
    """So many, evenly from all."""
    places = torch.linspace(0, len(pieces) - 1, min(count, len(pieces))).long().tolist()
    return [pieces[place] for place in places]


def in_exchange(pieces: list[WornPiece], people: PeopleSet) -> list[tuple[WornPiece, WornPiece]]:
    """Each piece with one of the same kind, of another person, that shall take its place."""
    pairs = []
    random = np.random.default_rng(0)
    who = [name.split("-")[0] for name in people.ids]
    for own in pieces:
        others = [one for one in pieces if one.piece is own.piece and who[one.row] != who[own.row]]
        if others:
            pairs.append((own, others[int(random.integers(len(others)))]))
    return pairs


def region_of(piece: WornPiece) -> int:
    """The region that a piece is."""
    return int(SLOTS[piece.slot])
