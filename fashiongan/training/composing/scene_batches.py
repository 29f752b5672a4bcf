"""What one step of MC-GAN sees: real scenes, and places in photos with what is asked for there."""

from dataclasses import dataclass

import torch
from torch import Tensor

from fashiongan.dataset.augment import cut_out_mask, shift
from fashiongan.dataset.scenes import Scenes
from fashiongan.dataset.wardrobe import Wardrobe
from fashiongan.networks.compose_generator import ComposeShape, reach
from fashiongan.networks.conditioning import Conditions
from fashiongan.training.generator.batches import conditions_of, even_categories

# No two colours are so far apart: words count before colours.
FAR = 1000.0


@dataclass(frozen=True, slots=True)
class SceneChanges:
    """How B pictures and their masks are changed before a discriminator sees them.

    corners : (B, 2) int64 shifts; kept : (B, 1, S, S) ones with a square of zeros
    """

    corners: Tensor
    kept: Tensor

    def __call__(self, rgb: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """(B, 3, S, S) in [-1, 1] and (B, 1, S, S) 0 to 1, moved and with a part cut out."""
        moved = shift(torch.cat([rgb, 2 * mask - 1], dim=1), self.corners)
        kept = self.kept.to(rgb.device)
        return moved[:, :3] * kept, (moved[:, 3:] + 1) / 2 * kept


@dataclass(frozen=True, slots=True)
class SceneBatch:
    """B real scenes and B requests, each in the photo of the same row.

    real, ground : (B, 3, S, S) in [-1, 1] with and without the garment; mask : (B, 1, S, S) 0 to 1; seen : (B, 3, P, P)
    the ground with more around it
    """

    real: Tensor
    mask: Tensor
    known: Conditions
    real_changes: SceneChanges
    seen: Tensor
    ground: Tensor
    asked: Conditions
    latents: Tensor
    fake_changes: SceneChanges

    def to(self, device: torch.device) -> "SceneBatch":
        """The same on a device."""
        known, asked = (one.each(lambda part: part.to(device)) for one in (self.known, self.asked))
        real, mask, seen, ground, latents = (
            one.to(device) for one in (self.real, self.mask, self.seen, self.ground, self.latents)
        )
        return SceneBatch(real, mask, known, self.real_changes, seen, ground, asked, latents, self.fake_changes)


class SceneSource:
    """Draws batches; all that is random comes from the generator that is given."""

    def __init__(self, scenes: Scenes, wardrobe: Wardrobe, shape: ComposeShape) -> None:
        self._scenes, self._wardrobe, self._shape = scenes, wardrobe, shape
        self._style = wardrobe.style[style_rows(wardrobe, scenes.labels, scenes.lab)]
        self._scene_weights = even_categories(scenes.labels[:, 0])
        self._asked_weights = even_categories(wardrobe.labels[:, 0])

    def draw(self, count: int, random: torch.Generator) -> SceneBatch:
        """A batch of `count` scenes and as many requests."""
        rows = torch.multinomial(self._scene_weights, count, replacement=True, generator=random)
        which = torch.randint(self._scenes.grounds.shape[1], (count,), generator=random)
        flip = torch.rand(count, generator=random) < 0.5
        seen, photo, mask = (
            _flipped(one, flip)
            for one in (self._scenes.grounds[rows, which], self._scenes.real[rows], self._scenes.mask[rows])
        )
        seen, photo, mask = seen / 127.5 - 1, self._inner(photo) / 127.5 - 1, self._inner(mask) / 255
        ground = self._inner(seen)
        # Around its garment, a real scene has the shadow that fell there; farther off it is the ground that fakes have.
        near = reach(mask)
        known = Conditions(self._scenes.labels[rows], self._scenes.lab[rows], self._style[rows])
        asked = torch.multinomial(self._asked_weights, count, replacement=True, generator=random)
        return SceneBatch(
            near * photo + (1 - near) * ground,
            mask,
            known,
            self._changes(count, random),
            seen,
            ground,
            conditions_of(self._wardrobe, asked),
            torch.randn(count, self._shape.foreground.total_latent_width, generator=random),
            self._changes(count, random),
        )

    def _changes(self, count: int, random: torch.Generator) -> SceneChanges:
        size = self._shape.drawn_px
        corners = torch.randint(0, 2 * (size // 8) + 1, (count, 2), generator=random)
        return SceneChanges(corners, cut_out_mask(count, size, random))

    def _inner(self, seen: Tensor) -> Tensor:
        size = self._shape.drawn_px
        edge = (seen.shape[-1] - size) // 2
        return seen[..., edge : edge + size, edge : edge + size]


def _flipped(pictures: Tensor, flip: Tensor) -> Tensor:
    scaled = pictures.float()
    return torch.where(flip[:, None, None, None], scaled.flip(3), scaled)


def style_rows(wardrobe: Wardrobe, labels: Tensor, lab: Tensor) -> Tensor:
    """(N,) the row of a wardrobe for each of (N, A) labels and (N, 6) colours: the garment itself, if it is there."""
    unlike = (labels[:, None] != wardrobe.labels).sum(2)  # (N, M)
    return (torch.cdist(lab, wardrobe.lab) + FAR * unlike).argmin(1)
