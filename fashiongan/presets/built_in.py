"""The presets that come with the program. Of each kind the generator has seen twenty real garments or more."""

from fashiongan.attributes import GarmentAttributes
from fashiongan.generator.request import Controls, GenerationRequest
from fashiongan.presets.preset import Preset

COUNT, BOLD = 8, 0.8


def built_in_presets() -> tuple[Preset, ...]:
    """Starting points; what they leave open varies from picture to picture."""
    return (
        _preset("Summer dress", category="dress", sleeve="none", pattern="floral"),
        _preset("Work shirt", category="shirt", sleeve="long", neckline="collar", pattern="solid", closure="buttons"),
        _preset("Striped jumper", category="longsleeve", sleeve="long", pattern="stripe", fabric="knit"),
        _preset("Office blazer", category="blazer", neckline="lapel", pattern="solid", fabric="woven"),
        _preset("Jeans", category="trousers", length="full", fabric="denim"),
        Preset("Something bold", GenerationRequest(GarmentAttributes(), COUNT, controls=Controls(creativity=BOLD))),
    )


def _preset(name: str, **words: str) -> Preset:
    return Preset(name, GenerationRequest(GarmentAttributes.parse(words), COUNT))
