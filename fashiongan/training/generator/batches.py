"""What one step of the conditional GAN sees, drawn for all processes at once so that each can take its part."""

from dataclasses import dataclass

import torch
from torch import Tensor

from fashiongan.attributes import VOCABULARY
from fashiongan.dataset.augment import Augmentation, draw_augmentation, flip_some
from fashiongan.dataset.training_set import TrainingSet
from fashiongan.dataset.wardrobe import Wardrobe
from fashiongan.networks.conditioning import Conditions

# The share of requests whose cloth is that of another garment than their cut: what mixing and creativity ask for.
REDRESSED = 0.25
_CLOTH = [list(VOCABULARY).index(name) for name in ("pattern", "fabric")]


@dataclass(frozen=True, slots=True)
class Batch:
    """B real garments, and what the generator is asked for. Requests 2i and 2i + 1 are the same, their latents are not.

    rgba : (B, 4, S, S) in [-1, 1]; latents : (B, Z); cuts : (B,) the garments whose cut is asked for
    """

    rgba: Tensor
    real: Conditions
    real_changes: Augmentation
    latents: Tensor
    asked: Conditions
    fake_changes: Augmentation
    cuts: Tensor

    def part(self, index: int, parts: int) -> "Batch":
        """The part of one of so many processes; the batch is a multiple of twice as many."""
        size = len(self.rgba) // parts
        rows = slice(index * size, (index + 1) * size)
        real, asked = (conditions.each(lambda one: one[rows]) for conditions in (self.real, self.asked))
        changes = self.real_changes.rows(rows), self.fake_changes.rows(rows)
        return Batch(self.rgba[rows], real, changes[0], self.latents[rows], asked, changes[1], self.cuts[rows])


class BatchSource:
    """Draws batches; all that is random comes from the generator that is given."""

    def __init__(self, garments: TrainingSet, styles: Tensor, latent_width: int) -> None:
        """`styles` : (N, V, W) codes of each garment, whole and as swatches."""
        self._garments = garments
        self._styles = styles
        self._latent_width = latent_width
        self._weights = even_categories(garments.labels[:, 0])

    def draw(self, count: int, random: torch.Generator) -> Batch:
        """A batch of `count` garments."""
        garments, size = self._garments, self._garments.rgba.shape[-1]
        rows = self.rows(count, random)
        rgba = flip_some(garments.rgba[rows].float() / 127.5 - 1, garments.may_flip[rows], random)
        cuts = self.rows(count // 2, random)
        asked = self._redressed(cuts, random)
        return Batch(
            rgba,
            self.conditions(rows, random),
            draw_augmentation(count, size, random),
            torch.randn(count, self._latent_width, generator=random),
            asked.each(lambda one: one.repeat_interleave(2, dim=0)),
            draw_augmentation(count, size, random),
            cuts.repeat_interleave(2),
        )

    def rows(self, count: int, random: torch.Generator) -> Tensor:
        """Draw garments by the root of their category's count."""
        return torch.multinomial(self._weights, count, replacement=True, generator=random)

    def conditions(self, rows: Tensor, random: torch.Generator) -> Conditions:
        """What some garments are, each with the code of one of its views."""
        view = torch.randint(0, self._styles.shape[1], (len(rows),), generator=random)
        return Conditions(self._garments.labels[rows], self._garments.lab[rows], self._styles[rows, view])

    def _redressed(self, rows: Tensor, random: torch.Generator) -> Conditions:
        """Requests, some of which have the pattern, fabric, colours and style of another garment."""
        cut, cloth = self.conditions(rows, random), self.conditions(rows.roll(1), random)
        other = torch.rand(len(rows), 1, generator=random) < REDRESSED
        labels = cut.labels.clone()
        labels[:, _CLOTH] = torch.where(other, cloth.labels, cut.labels)[:, _CLOTH]
        lab, style = (torch.where(other, *pair) for pair in ((cloth.lab, cut.lab), (cloth.style, cut.style)))
        return Conditions(labels, lab, style)


def conditions_of(wardrobe: Wardrobe, rows: Tensor) -> Conditions:
    """What some garments of a wardrobe are."""
    return Conditions(wardrobe.labels[rows], wardrobe.lab[rows], wardrobe.style[rows])


def even_categories(categories: Tensor) -> Tensor:
    """Weight a category by the root of its count: rare ones are seen, common ones keep their variety."""
    return 1 / torch.bincount(categories).clamp(min=1).float().sqrt()[categories]
