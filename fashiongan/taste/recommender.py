"""A person's taste in use: pictures become codes, stars become a taste, a taste ranks pictures."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from fashiongan.checkpoints import Checkpoint, Weights, find_checkpoint, load_weights
from fashiongan.claimed_size import MISFITS, misfit, no_larger_than
from fashiongan.dataset.augment import composite
from fashiongan.errors import CheckpointError, RequestError
from fashiongan.generator.style_picture import StylePicture
from fashiongan.image import GarmentImage
from fashiongan.networks.taste_network import TASTE_PX, TasteNetwork, TasteShape
from fashiongan.taste.board import Liked, MoodBoard
from fashiongan.taste.fit import Opinion, Prior, fit_taste
from fashiongan.taste.profile import Code, Rgba, Star, TasteProfile, picture_sha256
from fashiongan.taste.space import CHECKPOINT_NAME

POPULATION, PHOTOS, DRAWN = "population", "background.photos", "background.drawn"
_OURS = (POPULATION, PHOTOS, DRAWN)


@dataclass(frozen=True, eq=False)
class Taste:
    """What one person likes. theta : (K,); a code's preference is counted in spreads above an ordinary garment."""

    theta: Code
    ordinary: float
    spread: float

    def preference(self, codes: Code) -> NDArray[np.float32]:
        """(N, K) codes to (N,); 0 is as ordinary garments are liked, 1 is better than five of six."""
        return np.asarray((codes @ self.theta - self.ordinary) / self.spread, np.float32)

    def rank(self, codes: Code) -> list[int]:
        """The rows of (N, K) codes, the best liked first; equals stay in order."""
        return [int(row) for row in np.argsort(-self.preference(codes), kind="stable")]


@dataclass(frozen=True, eq=False)
class TasteParts:
    """What a file of weights holds.

    population : (U, K) tastes of the people it was trained on; photos, drawn : (M, K) codes of ordinary garments, as
    photographed and as the generator draws them. Weights fresh from training have none drawn yet.
    """

    network: TasteNetwork
    population: Tensor
    photos: Tensor
    drawn: Tensor


class TasteModel:
    """A loaded checkpoint of DVBPR."""

    def __init__(self, checkpoint: Checkpoint, parts: TasteParts, device: torch.device) -> None:
        self.checkpoint, self.parts, self.device = checkpoint, parts, device
        self.network = parts.network.to(device)
        self._prior = Prior.of(_numbers(parts.population))
        self._last: tuple[str, Taste] | None = None
        self._others = {False: _numbers(parts.photos), True: _numbers(parts.drawn)}

    @classmethod
    def load(cls, folder: Path, device: torch.device) -> "TasteModel":
        """Load the checkpoint of DVBPR.

        Raises
        ------
        CheckpointError : missing, changed, or of another shape than its header says
        """
        checkpoint = find_checkpoint(CHECKPOINT_NAME, folder)
        return cls(checkpoint, build_taste(load_weights(checkpoint, torch.device("cpu"))), device)

    @torch.inference_mode()
    def code(self, rgba: Rgba) -> Code:
        """(H, W, 4) sRGB with straight alpha to (K,)."""
        picture = torch.from_numpy(np.ascontiguousarray(rgba)).permute(2, 0, 1)[None].float() / 127.5 - 1
        return np.asarray(self.codes(picture.to(self.device))[0].cpu().numpy(), np.float32)

    def codes(self, rgba: Tensor) -> Tensor:
        """(B, 4, S, S) RGBA in [-1, 1] to (B, K). Differentiable."""
        return self.network(seen_on_white(rgba))  # type: ignore[no-any-return]

    def empty(self) -> TasteProfile:
        """A profile of these weights without stars."""
        return TasteProfile(self.checkpoint.name, self.checkpoint.sha256)

    def star(self, picture: GarmentImage | StylePicture, liked: bool = True) -> Star:
        """What somebody thinks of a picture of ours, or of a photo."""
        code = self.code(picture.rgba).astype(np.float16)
        if isinstance(picture, StylePicture):
            return Star(picture.name, picture_sha256(picture.rgba), liked, False, code)
        name = f"{picture.attributes.category}, {picture.idea.origin}"
        return Star(name, picture_sha256(picture.rgba), liked, True, code)

    def refuse_other(self, profile: TasteProfile) -> None:
        """Refuse a profile of other weights, and one with nothing to learn from.

        Raises
        ------
        CheckpointError : its stars are of another taste network
        RequestError : it has no star
        """
        if profile.checkpoint_sha256 != self.checkpoint.sha256:
            raise CheckpointError(
                f"The taste profile is of {profile.checkpoint} {profile.checkpoint_sha256[:12]}, and here is "
                f"{self.checkpoint.name} {self.checkpoint.sha256[:12]}; star pictures anew, or give --checkpoints."
            )
        if not profile.stars:
            raise RequestError("The taste profile has no stars, so there is no taste to follow; star a few pictures.")
        if {len(star.code) for star in profile.stars} != {self.network.shape.width}:
            raise RequestError("The stars of the taste profile are not of these weights; star pictures anew.")

    def fit(self, profile: TasteProfile) -> Taste:
        """The taste behind some stars: each is compared with ordinary pictures of its own kind.

        Raises
        ------
        CheckpointError, RequestError : as in `refuse_other`
        """
        self.refuse_other(profile)
        opinions = [Opinion(_numbers(star.code), star.liked, self._others[star.drawn]) for star in profile.stars]
        theta = fit_taste(opinions, self._prior)
        usual = self._others[True] @ theta
        return Taste(theta.astype(np.float32), float(usual.mean()), max(float(usual.std()), 1e-6))

    def taste_of(self, liked: Liked) -> Taste:
        """The taste behind a profile or a folder of liked pictures; the last one is kept.

        Raises
        ------
        CheckpointError, RequestError : as in `refuse_other`
        """
        if self._last is None or self._last[0] != liked.sha256:
            self._last = liked.sha256, self.fit(self._profile(liked))
        return self._last[1]

    def _profile(self, liked: Liked) -> TasteProfile:
        if not isinstance(liked, MoodBoard):
            return liked
        return replace(self.empty(), stars=tuple(self.star(picture) for picture in liked.pictures))

    def rank(self, pictures: Sequence[Rgba], taste: Taste) -> list[int]:
        """The places of pictures in the order in which they are liked, the best first."""
        return taste.rank(np.stack([self.code(one) for one in pictures])) if pictures else []


def seen_on_white(rgba: Tensor) -> Tensor:
    """(B, 4, S, S) RGBA in [-1, 1] as the network looks at it: (B, 3, 128, 128) on white."""
    plain = composite(rgba, torch.ones(1, 3, 1, 1, device=rgba.device))
    if plain.shape[-2:] == (TASTE_PX, TASTE_PX):
        return plain
    return functional.interpolate(plain, (TASTE_PX,) * 2, mode="bilinear", antialias=True)


def build_taste(weights: Weights) -> TasteParts:
    """Build what the header of some weights describes and fill it.

    Raises
    ------
    CheckpointError : the tensors do not fit
    """
    try:
        shape: dict[str, Any] = weights.header["shape"]
        with no_larger_than(weights.tensors):
            network = TasteNetwork(TasteShape(int(shape["width"])))
        network.load_state_dict({name: one for name, one in weights.tensors.items() if name not in _OURS})
        population, photos = weights.tensors[POPULATION], weights.tensors[PHOTOS]
        drawn = weights.tensors.get(DRAWN, photos)
        if any(one.shape[1:] != (network.shape.width,) or len(one) < 2 for one in (population, photos, drawn)):
            raise ValueError("its tastes or codes are of another width")
    except MISFITS as error:
        reason = misfit(error)
        raise CheckpointError(f"The weights are not of a taste network ({reason}); give those of dvbpr.") from error
    return TasteParts(network.eval().requires_grad_(False), population, photos, drawn)


def _numbers(one: Tensor | NDArray[np.float16]) -> NDArray[np.float64]:
    return np.asarray(one.numpy() if isinstance(one, Tensor) else one, np.float64)
