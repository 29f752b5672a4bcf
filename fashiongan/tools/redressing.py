"""A person in other clothes: the networks of redressing with their checkpoint.

The person is looked for in the whole picture, then once more, as large as in the pictures that were learnt from. What
is put on takes the place of the same piece; every pixel that neither it nor what it hid needs stays as it is.
"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from scipy.ndimage import binary_dilation
from scipy.ndimage import label as connected_parts
from torch import Tensor

from fashiongan.checkpoints import Checkpoint, find_checkpoint, load_weights
from fashiongan.dataset.covering import covered
from fashiongan.dataset.labels import label_indices
from fashiongan.ideas.idea import Idea
from fashiongan.networks.redress_generators import BODY_PARTS, LATENT, REGIONS
from fashiongan.people.exchange import (
    UNTOUCHED,
    Piece,
    grown,
    kept_pixels,
    kept_regions,
    may_change,
    one_hot,
    one_hot_pieces,
    piece_of,
    skin_color,
    taken_off,
)
from fashiongan.people.framing import PersonFrame, whole_frame
from fashiongan.people.regions import Region
from fashiongan.people.seen import SeenPerson, refuse_nobody, refuse_piece
from fashiongan.people.specks import without_specks
from fashiongan.recolor import match_colors
from fashiongan.tools.redress_parts import RedressParts, build_redress

CHECKPOINT_NAME = "fashiongan"
# How far around what is taken off stage 1 is not told of the other piece, and stage 2 not of the picture.
UNKNOWN_PX, HIDDEN_PX = 22, 3
# A person who takes less of the picture than this is looked at again from nearer.
NEAR_ENOUGH = 1.15
Pixels = NDArray[np.uint8]


@dataclass(frozen=True, eq=False)
class Redressed:
    """rgba : (H, W, 4) the whole picture, opaque; changed : (256, 160) bool of the frame; regions : (256, 160) of
    Region, as they are now; piece : (256, 160, 4) what was put on, cut out"""

    rgba: Pixels
    changed: NDArray[np.bool_]
    regions: Pixels
    piece: Pixels


class Redresser:
    """A loaded checkpoint. The same person and idea give the same bytes."""

    def __init__(self, checkpoint: Checkpoint, parts: RedressParts, device: torch.device) -> None:
        self.checkpoint, self.parts, self.device = checkpoint, parts.to(device), device

    @classmethod
    def load(cls, folder: Path, device: torch.device) -> "Redresser":
        """Load the checkpoint of redressing.

        Raises
        ------
        CheckpointError : missing, changed, or of another shape than its header says
        """
        weights = load_weights(find_checkpoint(CHECKPOINT_NAME, folder), torch.device("cpu"))
        return cls(weights.checkpoint, build_redress(weights), device)

    def look_at(self, rgba: Pixels, name: str) -> SeenPerson:
        """Find the person in an (H, W, 4) picture.

        Raises
        ------
        ImageError : nobody can be made out
        """
        rgb = _on_white(rgba)
        frame = whole_frame(*rgb.shape[:2])
        seen = self.parse(rgb, frame)
        person = _largest(seen.regions > 0)
        if person.any() and frame.height > NEAR_ENOUGH * frame.zoomed(person).height:
            seen = self.parse(rgb, frame.zoomed(person))
        refuse_nobody(seen, name)
        return seen

    @torch.inference_mode()
    def parse(self, rgb: Pixels, frame: PersonFrame) -> SeenPerson:
        """What a frame of an (H, W, 3) picture shows."""
        cut = frame.cut(rgb)
        # Left and right are read alike: the mirror image is looked at, too.
        picture = _scaled(cut).to(self.device)
        logits = self.parts.parser(torch.cat([picture, picture.flip(3)]))
        logits = (logits[0] + logits[1].flip(2)).cpu()
        regions, body = (part.argmax(0).byte().numpy() for part in (logits[:REGIONS], logits[REGIONS:]))
        return SeenPerson(frame, cut, regions, body)

    def redress(self, rgba: Pixels, seen: SeenPerson, idea: Idea) -> Redressed:
        """Put on the garment of an idea.

        Raises
        ------
        RequestError : the picture does not show enough for it, or a dress is worn where a top or bottom is asked for
        """
        category = idea.attributes.category
        assert category
        refuse_piece(seen, category)
        regions, changed = self.new_regions(seen, idea)
        made = self.painted(seen, idea, regions, changed)
        worn = regions == piece_of(category).region
        piece = np.dstack([made, (worn & changed).astype(np.uint8) * 255])
        if idea.asked.colors and idea.attributes.pattern:
            piece = match_colors(piece, idea.attributes.pattern, *idea.attributes.colors)
            made = np.where(piece[..., 3:] > 0, piece[..., :3], made)
        result = seen.frame.put(_on_white(rgba), made, changed)
        return Redressed(np.dstack([result, np.full_like(result[..., 0], 255)]), changed, regions, piece)

    @torch.inference_mode()
    def new_regions(self, seen: SeenPerson, idea: Idea) -> tuple[Pixels, NDArray[np.bool_]]:
        """Stage 1: (256, 160) of Region, and (256, 160) bool where the picture changes."""
        latent, words, piece = self._told(idea)
        regions, body = (torch.from_numpy(one)[None] for one in (seen.regions, seen.body))
        kind = torch.tensor([int(_piece(idea))])
        old = taken_off(regions, kind)
        kept = kept_regions(regions, kind, grown(old, torch.tensor([UNKNOWN_PX])))
        told = (one_hot(body, BODY_PARTS), kept)
        logits = self.parts.regions(latent[:, :LATENT], words, piece, *(one.to(self.device) for one in told)).cpu()
        logits[:, [int(region) for region in _never_drawn(_piece(idea))]] = -torch.inf
        drawn = without_specks(logits.argmax(1)[0].numpy())[None]
        new = torch.from_numpy(drawn == int(_piece(idea).region))[:, None]
        changed = may_change(regions, grown(old, torch.tensor([HIDDEN_PX])) | new)
        now = torch.where(changed[:, 0], torch.from_numpy(drawn), regions.long())
        return now[0].byte().numpy(), changed[0, 0].numpy()

    @torch.inference_mode()
    def painted(self, seen: SeenPerson, idea: Idea, regions: Pixels, changed: NDArray[np.bool_]) -> Pixels:
        """Stage 2: (256, 160, 3), new where the picture changes."""
        latent, words, piece = self._told(idea)
        rgb = _scaled(seen.rgb)
        skin = skin_color(rgb, torch.from_numpy(seen.regions)[None])
        lab, style = (torch.from_numpy(one.astype(np.float32))[None] for one in (idea.code.lab, idea.code.style))
        unknown = torch.from_numpy(changed)[None, None]
        maps = one_hot(torch.from_numpy(regions)[None], REGIONS), kept_pixels(rgb, unknown)
        told = (one.to(self.device) for one in (lab, style, skin, *maps))
        made = self.parts.textures(latent[:, LATENT:], words, piece, *told).cpu()
        pixels = ((made[0] + 1) * 127.5).round().clamp(0, 255).byte().permute(1, 2, 0).numpy()
        bare = changed & (regions == Region.GROUND)
        pixels = np.where(bare[..., None], _ground_behind(seen), pixels)
        return np.where(changed[..., None], pixels, seen.rgb)

    def _told(self, idea: Idea) -> tuple[Tensor, Tensor, Tensor]:
        """Both stages' latents side by side, the words, and which piece it is."""
        # An idea of few latents lends them twice.
        latent = torch.from_numpy(np.resize(idea.code.latent.astype(np.float32), 2 * LATENT))[None]
        words = torch.from_numpy(label_indices([idea.attributes]))
        piece = one_hot_pieces(torch.tensor([int(_piece(idea))]))
        return latent.to(self.device), words.to(self.device), piece.to(self.device)


def _never_drawn(piece: Piece) -> tuple[Region, ...]:
    """What stage 1 cannot bring to light."""
    return (*UNTOUCHED, Region.BOTTOM) if piece is Piece.DRESS else UNTOUCHED


def _piece(idea: Idea) -> Piece:
    assert idea.attributes.category
    return piece_of(idea.attributes.category)


def _on_white(rgba: Pixels) -> Pixels:
    """(H, W, 3): as it is where it is opaque."""
    alpha = rgba[..., 3:].astype(np.float64) / 255
    laid = np.rint(rgba[..., :3] * alpha + 255 * (1 - alpha)).astype(np.uint8)
    return np.where(rgba[..., 3:] == 255, rgba[..., :3], laid)


def _ground_behind(seen: SeenPerson) -> Pixels:
    """(256, 160, 3) the picture without the person: ground continues what is around, as no network need invent it."""
    return covered(seen.rgb, binary_dilation(seen.regions != Region.GROUND, iterations=HIDDEN_PX))


def _scaled(rgb: Pixels) -> Tensor:
    """(H, W, 3) to (1, 3, H, W) in [-1, 1]."""
    return torch.from_numpy(np.array(rgb)).permute(2, 0, 1)[None].float() / 127.5 - 1


def _largest(mask: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """The largest part of a mask that hangs together."""
    parts, count = connected_parts(mask)
    return np.asarray(parts == 1 + np.bincount(parts.ravel())[1:].argmax()) if count else mask
