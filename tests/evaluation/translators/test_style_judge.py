import numpy as np
import torch

from fashiongan.evaluation.translators.restyle_report import Restyle, Side
from fashiongan.evaluation.translators.style_judge import StyleJudge

CLOTH = torch.full((12, 1, 8, 8), 255, dtype=torch.uint8)


def side(name: str, lightness: int) -> Side:
    noise = torch.randint(-20, 20, (12, 3, 8, 8), generator=torch.Generator().manual_seed(lightness))
    rgba = torch.cat([(lightness + noise).clamp(0, 255).byte(), CLOTH], dim=1)
    return Side(name, rgba, rgba)


def lightness(rgba: torch.Tensor) -> np.ndarray:
    return rgba[:, :3].double().mean((1, 2, 3), keepdim=False)[:, None].numpy() / 64


def test_who_does_nothing_scores_one_for_each_way_and_who_meets_the_style_far_less() -> None:
    judge = StyleJudge((side("light", 200), side("dark", 50)), lightness)
    nothing: dict[str, Restyle] = {"dark": lambda rgba: rgba, "light": lambda rgba: rgba}
    assert np.isclose(judge.of(lambda: nothing)(), 2)
    right: dict[str, Restyle] = {"dark": lambda rgba: rgba - np.uint8([150, 150, 150, 0])}
    assert abs(judge.of(lambda: right)()) < 0.05
