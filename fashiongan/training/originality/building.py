"""Everything that the originality check needs, from a garment set: axes, places, words, small pictures and a scale.

No gradient is taken: each garment is looked at in a few lights and poses, and the axes follow from that.
"""

import io
import logging
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from PIL import Image
from torch import Tensor

from fashiongan.dataset.augment import composite, flip_some, turn_and_scale
from fashiongan.dataset.lighting import relit
from fashiongan.dataset.training_set import TrainingSet
from fashiongan.errors import TrainingError
from fashiongan.networks.likeness_network import LikenessNetwork, LikenessShape
from fashiongan.originality.check import framed
from fashiongan.originality.finding import Scale
from fashiongan.originality.index import GarmentIndex, Vectors
from fashiongan.originality.space import CHECKPOINT_NAME
from fashiongan.training.exporting import write_weights
from fashiongan.training.features import frozen_features

logger = logging.getLogger(__name__)
JPEG_PX, QUALITY = 128, 80
PART = 64


@dataclass(frozen=True, slots=True)
class IndexSettings:
    """width : numbers of a place; views : how often each garment is looked at, beside once as it is"""

    width: int = 128
    views: int = 3
    seed: int = 0

    def __post_init__(self) -> None:
        for name, least, most in (("width", 2, 512), ("views", 1, 64), ("seed", 0, 2**63 - 1)):
            if not least <= getattr(self, name) <= most:
                raise TrainingError(f"{name} is {getattr(self, name)}, but it is {least} to {most}.")


def fit_network(garments: TrainingSet, settings: IndexSettings) -> LikenessNetwork:
    """Fit the axes to some garments, each seen as it is and in other lights and poses.

    Raises
    ------
    TrainingError : the packages of the extra `train` are not installed
    ImageError : a garment is not cut out
    """
    network = LikenessNetwork(LikenessShape(settings.width))
    network.features.load_state_dict(frozen_features().state_dict())
    settle(network)
    random = torch.Generator().manual_seed(settings.seed)
    others = (_another_view(network, garments.rgba, random) for _ in range(settings.views))
    network.fit(torch.stack([see(network, garments.rgba), *others]))
    return settle(network)


def settle(network: LikenessNetwork) -> LikenessNetwork:
    """Round to half precision: the places of an index are to be those of the weights as they will be read back."""
    network.load_state_dict({name: one.half().float() for name, one in network.state_dict().items()})
    return network.eval().to(memory_format=torch.channels_last)  # type: ignore[call-overload, no-any-return]


def list_garments(network: LikenessNetwork, garments: TrainingSet, held_out: TrainingSet) -> GarmentIndex:
    """List garments as a network sees them; those held out tell how near real garments come to them.

    Raises
    ------
    ImageError : a garment is not cut out
    """
    places, others = (_rounded(network.place(see(network, one.rgba))) for one in (garments, held_out))
    scale = Scale(np.sort(nearest_distances(others, places)))
    return GarmentIndex(places, garments.labels.byte().numpy(), _small_pictures(garments), scale)


def export(path: Path, network: LikenessNetwork, index: GarmentIndex, facts: Mapping[str, Any]) -> None:
    """Write both as one file of weights in half precision; `facts` go into the header.

    Raises
    ------
    OutputError : the place cannot be written to
    """
    tensors = network.state_dict() | index.to_tensors()
    write_weights(path, CHECKPOINT_NAME, tensors, {"shape": network.shape.to_dict(), **facts})


@torch.no_grad()
def see(network: LikenessNetwork, rgba: Tensor) -> Tensor:
    """(N, SEEN) what is seen of (N, 4, S, S) uint8 garments."""
    return torch.cat([network.see(one) for one in _framed(rgba)])


def nearest_distances(places: Vectors, index: Vectors) -> Vectors:
    """(M,) the distance of each of (M, D) to the nearest of (N, D)."""
    return np.array([np.linalg.norm(index - one, axis=1).min() for one in places], np.float32)


def facts_of(settings: IndexSettings, source: str, garments: TrainingSet) -> dict[str, Any]:
    """What the header says of how an index was built."""
    return {"training": asdict(settings) | {"data": source, "images": len(garments)}}


def _another_view(network: LikenessNetwork, rgba: Tensor, random: torch.Generator) -> Tensor:
    logger.info("looking at %d garments in another light and pose", len(rgba))
    seen = []
    for part in torch.split(rgba, PART):
        either = torch.ones(len(part), dtype=torch.bool)
        moved = turn_and_scale(flip_some(part.float() / 127.5 - 1, either, random), random)
        seen.append(see(network, ((relit(moved, random) + 1) * 127.5).round().clamp(0, 255).byte()))
    return torch.cat(seen)


def _framed(rgba: Tensor) -> Iterator[Tensor]:
    for part in torch.split(rgba, PART):
        yield torch.stack([framed(np.ascontiguousarray(one.permute(1, 2, 0).numpy())) for one in part])


def _rounded(places: Tensor) -> Vectors:
    return np.asarray(places.half().float().numpy(), np.float32)


def _small_pictures(garments: TrainingSet) -> list[bytes | None]:
    shown = zip(garments.rgba, garments.may_flip.tolist(), strict=True)
    return [_jpeg(rgba) if without_logo else None for rgba, without_logo in shown]


def _jpeg(rgba: Tensor) -> bytes:
    plain = composite(rgba[None].float() / 127.5 - 1, torch.ones(1, 3, 1, 1))[0]
    pixels = ((plain + 1) * 127.5).round().clamp(0, 255).byte().permute(1, 2, 0).numpy()
    buffer = io.BytesIO()
    small = Image.fromarray(pixels).resize((JPEG_PX, JPEG_PX), Image.Resampling.LANCZOS)
    small.save(buffer, "JPEG", quality=QUALITY, optimize=True)
    return buffer.getvalue()
