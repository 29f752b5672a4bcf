from typing import Any

import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from torch import Tensor

from fashiongan.evaluation.kid import Features
from fashiongan.evaluation.translators.restyle_report import Side, evaluate_restyling, restyle_table, silhouette_iou


def squares(level: int, count: int, seed: int) -> Tensor:
    """Opaque noisy squares around a grey level."""
    rgba = torch.zeros(count, 4, 32, 32, dtype=torch.uint8)
    noise = torch.randint(-15, 15, (count, 1, 20, 20), generator=torch.Generator().manual_seed(seed))
    rgba[:, :3, 6:26, 6:26] = (level + noise).byte()
    rgba[:, 3, 6:26, 6:26] = 255
    return rgba


def mean_levels(rgba: Tensor) -> Features:
    return rgba[:, :3, 10:22, 10:22].double().reshape(len(rgba), 3, -1).mean(2).numpy() / 25


def lighter(rgba: NDArray[np.uint8]) -> NDArray[np.uint8]:
    return np.where([True, True, True, False], rgba + 100, rgba).astype(np.uint8)


def darker(rgba: NDArray[np.uint8]) -> NDArray[np.uint8]:
    return np.where([True, True, True, False], rgba - 100, rgba).astype(np.uint8)


@pytest.fixture
def sides() -> tuple[Side, Side]:
    return Side("dark", squares(50, 20, 0), squares(50, 20, 1)), Side("light", squares(150, 20, 2), squares(150, 20, 3))


def test_a_perfect_translation_scores_as_real_garments_and_its_way_back_is_exact(sides: tuple[Side, Side]) -> None:
    report, sheet = evaluate_restyling(sides, {"light": lighter, "dark": darker}, {"mean": mean_levels})
    for scores in report.values():
        kid: dict[str, Any] = scores["kid"]["mean"]
        assert abs(kid["translated"]["value"] - kid["floor"]["value"]) < 0.05 * kid["untranslated"]["value"]
        assert scores["cycle_error"] == 0
        assert scores["silhouette_iou"] == 1
        assert scores["change"] > 20
    assert sheet.height == 8 * 32
    assert sheet.width > 8 * 32
    assert "to light, 20 pictures against 20" in restyle_table(report)


def test_a_translator_that_does_nothing_scores_as_the_untranslated(sides: tuple[Side, Side]) -> None:
    report, _ = evaluate_restyling(sides, {"light": lambda rgba: rgba}, {"mean": mean_levels})
    assert list(report) == ["light"]
    scores = report["light"]
    assert scores["kid"]["mean"]["translated"] == scores["kid"]["mean"]["untranslated"]
    assert scores["change"] == 0
    assert "cycle_error" not in scores


def test_half_a_silhouette_shares_half_of_it() -> None:
    whole = torch.zeros(1, 4, 8, 8, dtype=torch.uint8)
    whole[:, 3] = 255
    half = whole.clone()
    half[:, 3, :, :4] = 0
    assert silhouette_iou(whole, half) == 0.5
    assert silhouette_iou(whole, whole) == 1
