"""Garments with their line drawings, in memory: every kind computed once, drawn anew by another hand each time."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from fashiongan.attributes import VOCABULARY
from fashiongan.color import rgb_from_lab
from fashiongan.dataset.color_hints import color_hints
from fashiongan.dataset.line_drawings import INNER_KINDS, OUTLINES, line_layers
from fashiongan.dataset.strokes import draw_hand, sketched, turned
from fashiongan.dataset.training_set import TrainingSet

# How often each kind of outline is drawn.
OUTLINE_SHARES = (0.4, 0.35, 0.25)
FLIPPED_SHARE = 0.5
# Where a hint is given, colours may change their places: hints are then obeyed on colours that no garment had.
RECOLORED_SHARE = 0.3
# Words that are left open: all of them, or each by itself.
ALL_OPEN_SHARE, OPEN_SHARE = 0.35, 0.4
VOCABULARY_SIZES = tuple(len(kind) for kind in VOCABULARY.values())


@dataclass(frozen=True, slots=True)
class SketchBatch:
    """B sketches and the garments that they show.

    ink : (B, 1, S, S) 0 paper to 1 line; hints : (B, 4, S, S) see `color_hints`; words : (B, A) int64, the size of a
    vocabulary where open; cloth : (B, 4, S, S) premultiplied RGB and alpha, 0 to 1
    """

    ink: Tensor
    hints: Tensor
    words: Tensor
    cloth: Tensor


@dataclass(frozen=True, slots=True)
class SketchSet:
    """A garment set with the lines of each picture. packed : (N, 7, S, S / 8) uint8, 8 pixels a byte."""

    garments: TrainingSet
    packed: Tensor

    def __len__(self) -> int:
        return len(self.garments)

    def on(self, device: torch.device) -> "SketchSet":
        """The same with pictures and lines on a device, so that no step waits for them."""
        return SketchSet(replace(self.garments, rgba=self.garments.rgba.to(device)), self.packed.to(device))


def load_sketches(garments: TrainingSet) -> SketchSet:
    """Find the lines of every garment: 30 ms a picture and core."""
    pictures = garments.rgba.permute(0, 2, 3, 1).numpy()
    with ThreadPoolExecutor(torch.get_num_threads()) as pool:
        packed = list(pool.map(_packed_lines, pictures))
    return SketchSet(garments, torch.from_numpy(np.stack(packed)))


def _packed_lines(rgba: NDArray[np.uint8]) -> NDArray[np.uint8]:
    return np.packbits(line_layers(np.ascontiguousarray(rgba)), axis=-1)


def unpacked(packed: Tensor) -> Tensor:
    """(..., S / 8) uint8 to (..., S) float of 0 and 1."""
    shifts = torch.arange(7, -1, -1, device=packed.device, dtype=torch.uint8)
    return ((packed[..., None] >> shifts) & 1).flatten(-2).float()


def draw_sketches(sketches: SketchSet, rows: Tensor, device: torch.device, random: torch.Generator) -> SketchBatch:
    """Draw the garments of (B,) rows, each by another hand, some mirrored, turned or recoloured; with hints, words."""
    garments, stored = sketches.garments, sketches.packed.device
    hand = draw_hand(len(rows), random).to(device)
    lines = _lines(sketches, rows, random).to(device)
    cloth = premultiplied(garments.rgba[rows.to(stored)].to(device))
    flip = garments.may_flip[rows] & (torch.rand(len(rows), generator=random) < FLIPPED_SHARE)
    both = torch.cat([cloth, lines], dim=1)
    both = torch.where(flip.to(device)[:, None, None, None], both.flip(3), both)
    cloth, main = _recolored(turned(both[:, :4], hand), main_colors(garments, rows).to(device), random)
    hints = color_hints(cloth, main, random)
    ink = sketched(both[:, 4:5], both[:, 5:], hand)
    return SketchBatch(ink, hints, open_some(garments.labels[rows], random).to(device), cloth)


def draw_upright(sketches: SketchSet, rows: Tensor, random: torch.Generator) -> Tensor:
    """(B, 1, S, S) ink of the garments of (B,) rows, each by another hand, where they lie in their pictures."""
    lines = _lines(sketches, rows, random)
    return sketched(lines[:, :1], lines[:, 1:], draw_hand(len(rows), random).upright())


def _lines(sketches: SketchSet, rows: Tensor, random: torch.Generator) -> Tensor:
    """(B, 2, S, S) an outline and inner lines of a kind each."""
    outline = torch.multinomial(torch.tensor(OUTLINE_SHARES), len(rows), replacement=True, generator=random)
    inner = len(OUTLINES) + torch.randint(0, len(INNER_KINDS), (len(rows),), generator=random)
    stored = sketches.packed.device
    chosen = [sketches.packed[rows.to(stored), kind.to(stored)] for kind in (outline, inner)]
    return unpacked(torch.stack(chosen, dim=1))


def premultiplied(rgba: Tensor) -> Tensor:
    """(B, 4, S, S) uint8 to premultiplied RGB and alpha, 0 to 1: nothing is known of colours under no garment."""
    scaled = rgba.float() / 255
    return torch.cat([scaled[:, :3] * scaled[:, 3:], scaled[:, 3:]], dim=1)


def open_some(labels: Tensor, random: torch.Generator) -> Tensor:
    """Leave some of (B, A) words open, in a third of the rows all of them."""
    open_word = torch.rand(labels.shape, generator=random) < OPEN_SHARE
    open_word |= torch.rand(len(labels), 1, generator=random) < ALL_OPEN_SHARE
    return torch.where(open_word, open_words(len(labels)), labels)


def open_words(count: int, sizes: Sequence[int] = VOCABULARY_SIZES) -> Tensor:
    """(count, A) words that are all open."""
    return torch.tensor(sizes).expand(count, -1)


def main_colors(garments: TrainingSet, rows: Tensor) -> Tensor:
    """(B, 3) main colours in [-1, 1]."""
    rgb = rgb_from_lab(garments.lab[rows, :3].double().numpy())
    return torch.from_numpy(rgb.astype(np.float32)) / 127.5 - 1


def _recolored(cloth: Tensor, main: Tensor, random: torch.Generator) -> tuple[Tensor, Tensor]:
    """Some garments with red, green and blue in another order, and their main colours likewise."""
    order = torch.argsort(torch.rand(len(cloth), 3, generator=random), dim=1)
    change = torch.rand(len(cloth), 1, generator=random) < RECOLORED_SHARE
    order = torch.where(change, order, torch.arange(3)).to(cloth.device)
    rgb = cloth[:, :3].gather(1, order[:, :, None, None].expand_as(cloth[:, :3]))
    return torch.cat([rgb, cloth[:, 3:]], dim=1), main.gather(1, order)
