"""Networks that redress people painted in flat colours: they read a colour as a region, and need no training.

The convolution at full size sees the maps that come in, so the nearest colour is a matter of a few weights: of all
colours c that is it which has the largest 2 c.x - c.c.
"""

from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from fashiongan.networks.person_unet import PersonUnet
from fashiongan.networks.redress_generators import (
    BODY_PARTS,
    LAYERS,
    REGIONS,
    PersonParser,
    RedressShape,
    RegionGenerator,
    TextureGenerator,
)
from fashiongan.people.reading import OPEN, PeopleSet
from fashiongan.people.regions import BodyPart, Region
from fashiongan.tools.redress_parts import RedressParts
from fashiongan.training.exporting import write_weights
from fashiongan.training.release import release

STYLE_WIDTH = 6
TINY = RedressShape(OPEN, STYLE_WIDTH, width=2, downs=2)
# Regions over the same part of the body have nearly the same colour.
COLORS = {
    Region.GROUND: (255, 255, 255),
    Region.HAIR: (255, 0, 255),
    Region.HEAD: (255, 80, 255),
    Region.TOP: (230, 0, 0),
    Region.BOTTOM: (0, 0, 255),
    Region.LEGS: (0, 90, 255),
    Region.ARMS: (0, 200, 0),
}
UNDER = {
    Region.GROUND: BodyPart.GROUND,
    Region.HAIR: BodyPart.HEAD,
    Region.HEAD: BodyPart.HEAD,
    Region.TOP: BodyPart.TRUNK,
    Region.BOTTOM: BodyPart.LEGS,
    Region.LEGS: BodyPart.LEGS,
    Region.ARMS: BodyPart.ARMS,
}
# What stage 1 draws on each part of the body, whatever is asked for.
_DRAWN = {
    BodyPart.GROUND: Region.GROUND,
    BodyPart.HEAD: Region.HEAD,
    BodyPart.TRUNK: Region.TOP,
    BodyPart.ARMS: Region.ARMS,
    BodyPart.LEGS: Region.BOTTOM,
}
# What stage 2 paints the piece, the other piece, skin and all else, in [-1, 1]: nearly.
LAYER_LOGITS = ((-3, 3, -3), (3, 3, -3), (0, 0, 0), (-1, -1, 1))


def person_map() -> NDArray[np.uint8]:
    """(256, 160) of Region: somebody in a T-shirt and shorts."""
    regions = np.zeros((256, 160), np.uint8)
    regions[14:20, 68:92] = Region.HAIR
    regions[20:44, 68:92] = Region.HEAD
    regions[44:120, 36:124] = Region.ARMS
    regions[44:120, 52:108] = Region.TOP
    regions[120:170, 52:108] = Region.BOTTOM
    regions[170:242, 52:76] = regions[170:242, 84:108] = Region.LEGS
    return regions


def dress_map() -> NDArray[np.uint8]:
    """The same body in a dress to the knee."""
    regions = person_map()
    regions[120:200, 52:108] = Region.TOP
    return regions


def colored(regions: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """(H, W) of Region as an opaque (H, W, 4) picture."""
    table = np.array([(*COLORS[region], 255) for region in Region], np.uint8)
    return table[regions]


def body_of(regions: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """(H, W) of BodyPart below, of which a dress' skirt is trunk."""
    return np.array([UNDER[region] for region in Region], np.uint8)[regions]


def tiny_parts(shape: RedressShape = TINY) -> RedressParts:
    """Networks that read flat colours."""
    parser, regions, textures = PersonParser(shape), RegionGenerator(shape), TextureGenerator(shape)
    rgb = torch.tensor([COLORS[region] for region in Region]) / 127.5 - 1
    below = torch.stack([rgb[[UNDER[region] is part for region in Region]].mean(0) for part in BodyPart])
    _see(parser.unet, torch.cat([_nearest(rgb), _nearest(below)]))
    drawn = torch.zeros(REGIONS, BODY_PARTS + 1)
    for part, region in _DRAWN.items():
        drawn[region, part] = 1.0
    _see(regions.unet, drawn)
    _see(textures.unet, torch.tensor(LAYER_LOGITS).float().reshape(3 * LAYERS, 1))
    return RedressParts(*(one.eval().requires_grad_(False) for one in (parser, regions, textures)))


def _nearest(colors: Tensor) -> Tensor:
    """(K, 3) colours to (K, 3 + 1) weights and biases: the largest result is that of the nearest colour."""
    return torch.cat([2 * colors, -(colors**2).sum(1, keepdim=True)], dim=1)


def _see(unet: PersonUnet, weights: Tensor) -> None:
    """Make a network a linear function of its first inputs alone: (K, C + 1) weights and biases."""
    for parameter in unet.last.parameters():
        nn.init.zeros_(parameter)
    begin = unet.last.in_channels - unet.shape.channels_in
    count = weights.shape[1] - 1
    assert unet.last.bias is not None
    with torch.no_grad():
        unet.last.weight[:, begin : begin + count, 1, 1] = weights[:, :-1]
        unet.last.bias.copy_(weights[:, -1])


def add_redresser(folder: Path, style_width: int = STYLE_WIDTH) -> None:
    """Put such networks into a checkpoints folder whose generator has style codes of a width."""
    shape = RedressShape(OPEN, style_width, TINY.width, TINY.downs)
    parts, weights = tiny_parts(shape), folder / "run.safetensors"
    named = {"parser": parts.parser, "regions": parts.regions, "textures": parts.textures}
    tensors = {f"{name}.{key}": one for name, network in named.items() for key, one in network.state_dict().items()}
    write_weights(weights, "fashiongan", tensors, {"shape": shape.to_dict()})
    release(weights, "fashiongan", {"system": "fashiongan"}, folder)
    weights.unlink()


def tiny_people(count: int = 4) -> PeopleSet:
    """People in flat colours, each second one in a dress; words and cloth out of thin air."""
    maps = [dress_map() if index % 2 else person_map() for index in range(count)]
    rgb = np.stack([colored(one)[..., :3] for one in maps])
    random = torch.Generator().manual_seed(0)
    words = torch.zeros(count, 2, len(OPEN), dtype=torch.long)
    words[:, 1, 0] = 10  # A skirt below.
    words[1::2, 0, 0] = 9  # A dress above.
    words[1::2, 1] = torch.tensor(OPEN)
    return PeopleSet(
        [f"{index:05d}-0" for index in range(count)],
        torch.from_numpy(rgb).permute(0, 3, 1, 2).contiguous(),
        torch.from_numpy(np.stack(maps)),
        torch.from_numpy(np.stack([body_of(person_map()) for _ in maps])),
        torch.tensor([[True, index % 2 == 0] for index in range(count)]),
        words,
        torch.rand(count, 2, 6, generator=random) * 40,
        torch.randn(count, 2, STYLE_WIDTH, generator=random),
        torch.tensor([index % 2 == 1 for index in range(count)]),
    )
