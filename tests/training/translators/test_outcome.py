"""CycleGAN and CUT: what both recipes promise."""

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import torch

from fashiongan.checkpoints import Checkpoint, load_weights
from fashiongan.dataset.domains import Domain, DomainPair
from fashiongan.errors import TrainingError
from fashiongan.tools.restyling import build_translators
from fashiongan.training.translators.cut import CutRecipe
from fashiongan.training.translators.cyclegan import CycleGanRecipe
from fashiongan.training.translators.translation import Judge, TranslationSettings

CPU = torch.device("cpu")
Make = Callable[[DomainPair, TranslationSettings], Any]
RECIPES: list[Make] = [
    lambda pair, settings: CycleGanRecipe(pair, settings, CPU),
    lambda pair, settings: CycleGanRecipe(pair, replace(settings, changes=True, motif=True), CPU),
    lambda pair, settings: CutRecipe(pair, settings, CPU),
    lambda pair, settings: CutRecipe(pair, settings, CPU, identity=False),
]
TINY = TranslationSettings(width=2, blocks=2, view_px=32, judge=Judge.PATCH, seed=3)


def domain(name: str, color: tuple[int, int, int]) -> Domain:
    """Squares of a colour on white, with a little noise."""
    random = torch.Generator().manual_seed(0)
    shown = torch.full((6, 4, 64, 64), 255, dtype=torch.uint8)
    shown[:, 3] = 0
    noise = torch.randint(-20, 20, (6, 3, 44, 44), generator=random)
    shown[:, :3, 10:54, 10:54] = (torch.tensor(color)[None, :, None, None] + noise).clamp(0, 255).byte()
    shown[:, 3, 10:54, 10:54] = 255
    return Domain(name, shown, torch.zeros(6).long(), torch.ones(6).bool())


@pytest.fixture(scope="module")
def pair() -> DomainPair:
    return DomainPair(domain("dark", (40, 40, 60)), domain("light", (210, 200, 180)))


@pytest.mark.parametrize("make", RECIPES)
def test_going_on_from_a_state_gives_the_same_losses_as_never_stopping(make: Make, pair: DomainPair) -> None:
    through = make(pair, TINY)
    through.step()
    buffer = io.BytesIO()
    torch.save(through.state(), buffer)
    buffer.seek(0)
    resumed = make(pair, TINY)
    resumed.restore(torch.load(buffer, weights_only=True))
    for _ in range(2):
        assert through.step() == resumed.step()
    for one, other in zip(weights(through), weights(resumed), strict=True):
        assert torch.equal(one, other)


def weights(recipe: Any) -> list[torch.Tensor]:
    networks = [part for part in recipe._parts().values() if isinstance(part, torch.nn.Module)]
    return [value for network in networks for value in network.parameters()]


@pytest.mark.parametrize("make", RECIPES)
def test_a_run_is_gone_on_with_on_larger_views(make: Make, pair: DomainPair) -> None:
    coarse, fine = make(pair, TINY), make(pair, replace(TINY, view_px=64))
    coarse.step()
    fine.restore(coarse.state())
    fine.step()
    assert fine.images == 2


@pytest.mark.parametrize("make", RECIPES)
def test_a_run_is_gone_on_with_for_longer_but_not_with_other_settings(make: Make, pair: DomainPair) -> None:
    state = make(pair, TINY).state()
    longer = TranslationSettings(width=2, blocks=2, view_px=32, judge=Judge.PATCH, seed=3, planned_images=99)
    make(pair, longer).restore(state)
    other = TranslationSettings(width=3, blocks=2, view_px=32, judge=Judge.PATCH, seed=3)
    with pytest.raises(TrainingError, match="choose another --run"):
        make(pair, other).restore(state)


@pytest.mark.parametrize("make", RECIPES)
def test_exported_weights_translate_as_the_average_does(make: Make, pair: DomainPair, tmp_path: Path) -> None:
    recipe = make(pair, TINY)
    recipe.step()
    recipe.export(tmp_path / "weights.safetensors", {"steps": 1})
    checkpoint = Checkpoint("restyle", tmp_path / "weights.safetensors", "", "restyle")
    translators = build_translators(load_weights(checkpoint, CPU))
    both = isinstance(recipe, CycleGanRecipe)
    assert set(translators) == ({"dark", "light"} if both else {"light"})
    averaged = recipe.averaged("to_second") if both else recipe.averaged()
    picture = torch.rand(1, 3, 32, 32)
    with torch.no_grad():
        assert torch.allclose(translators["light"](picture), averaged(picture), atol=0.02)


@pytest.mark.parametrize("make", RECIPES)
def test_the_sample_grid_shows_sources_above_translations(make: Make, pair: DomainPair) -> None:
    grid = make(pair, TINY).sample_grid()
    assert grid.height == 4 * 32
    assert grid.getpixel((16, 16)) != (255, 255, 255)


def test_some_steps_make_dark_squares_lighter(pair: DomainPair) -> None:
    settings = TranslationSettings(width=4, blocks=1, view_px=32, seed=1, batch=2, bfloat16=False)
    recipe = CutRecipe(pair, settings, CPU)
    for _ in range(16):
        recipe.step()
    dark = torch.full((1, 3, 32, 32), 40 / 127.5 - 1)
    with torch.no_grad():
        assert (recipe.translator(dark) - dark).mean() > 0.05
