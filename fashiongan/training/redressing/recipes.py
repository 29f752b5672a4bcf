"""The three trainings of redressing by name."""

from collections.abc import Mapping
from typing import Any

import torch
from torch import Tensor

from fashiongan.people.reading import PeopleSet
from fashiongan.training.recipe import Recipe
from fashiongan.training.redressing.person_parser import ParserRecipe
from fashiongan.training.redressing.person_run import RedressSettings, Stage
from fashiongan.training.redressing.region_stage import RegionRecipe
from fashiongan.training.redressing.texture_stage import TextureRecipe


def redress_recipe(
    people: PeopleSet,
    grounds: Tensor | None,
    settings: RedressSettings,
    device: torch.device,
    options: Mapping[str, Any],
) -> Recipe:
    """The recipe of a stage; the regions need no grounds."""
    match settings.stage:
        case Stage.PARSER:
            return ParserRecipe(people, grounds, settings, device, options)
        case Stage.REGIONS:
            return RegionRecipe(people, settings, device, options)
        case Stage.TEXTURES:
            return TextureRecipe(people, grounds, settings, device, options)
