import re
import tomllib

import pytest

from tests.conftest import SHIPPED

CARD_TELLS = ("| what |", "| intended use |", "| data |", "| licence |", "Limits")
RELEASED = tomllib.loads((SHIPPED / "manifest.toml").read_text(encoding="utf-8"))
# What stands before ".safetensors" in each heading, to the section.
SECTIONS = {
    section.partition(".safetensors")[0]: section
    for section in (SHIPPED / "MODEL_CARD.md").read_text(encoding="utf-8").split("\n## ")[1:]
}


@pytest.mark.parametrize("checkpoint", sorted(RELEASED))
def test_every_released_checkpoint_has_a_card(checkpoint: str) -> None:
    section = SECTIONS.get(checkpoint) or SECTIONS[f"{checkpoint.partition('-')[0]}-*"]
    assert [what for what in CARD_TELLS if what not in section] == []
    assert re.search(r"\d", section.partition("| licence |")[2]), "no numbers"


def test_every_card_belongs_to_a_released_checkpoint() -> None:
    cards = {name.removesuffix("-*") for name in SECTIONS}
    assert cards == {name.partition("-")[0] for name in RELEASED}
