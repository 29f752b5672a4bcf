import pytest
import torch

from fashiongan.attributes import VOCABULARY
from fashiongan.dataset.domains import PAIRS, Domain, domain_of, on_white, pair_of, rows_of
from fashiongan.dataset.training_set import TrainingSet
from fashiongan.errors import DatasetError


def garments(*words: str, lightness: float = 50.0, logo: bool = False, times: int = 5) -> TrainingSet:
    """Garments of a category, pattern and fabric, all grey."""
    known = dict(zip(("category", "pattern", "fabric"), words, strict=True))
    row = [[str(one) for one in kind].index(known[name]) if name in known else 0 for name, kind in VOCABULARY.items()]
    return TrainingSet(
        [f"{index}" for index in range(times)],
        torch.full((times, 4, 8, 8), 128, dtype=torch.uint8),
        torch.tensor([row] * times),
        torch.tensor([[lightness, 0.0, 0.0] * 2] * times),
        torch.tensor([not logo] * times),
    )


@pytest.mark.parametrize(
    ("domain", "words", "belongs"),
    [
        ("solid", ("tshirt", "solid", "jersey"), True),
        ("solid", ("dress", "solid", "jersey"), False),
        ("solid", ("trousers", "solid", "woven"), False),
        ("patterned", ("shirt", "check", "woven"), True),
        ("patterned", ("tshirt", "graphic", "jersey"), False),
        ("patterned", ("tshirt", "solid", "jersey"), False),
        ("denim", ("shorts", "solid", "denim"), True),
        ("denim", ("jacket", "solid", "denim"), False),
        ("chino", ("skirt", "floral", "woven"), True),
        ("chino", ("trousers", "solid", "denim"), False),
    ],
)
def test_garments_belong_to_a_domain_by_their_labels(domain: str, words: tuple[str, ...], belongs: bool) -> None:
    assert (len(rows_of(garments(*words), domain)) == 5) is belongs


@pytest.mark.parametrize(("lightness", "domains"), [(20.0, {"dark"}), (50.0, set()), (80.0, {"light"})])
def test_light_and_dark_go_by_the_main_colour(lightness: float, domains: set[str]) -> None:
    one = garments("dress", "solid", "woven", lightness=lightness)
    assert {name for name in ("light", "dark") if len(rows_of(one, name))} == domains


def test_lettering_is_in_no_domain() -> None:
    with pytest.raises(DatasetError, match="solid has 0 pictures"):
        domain_of(garments("tshirt", "solid", "jersey", logo=True), "solid")


def test_unknown_words_name_the_known_ones() -> None:
    one = garments("tshirt", "solid", "jersey")
    with pytest.raises(DatasetError, match="Known: solid, patterned"):
        domain_of(one, "velvet")
    with pytest.raises(DatasetError, match=", ".join(PAIRS)):
        pair_of(one, "velvet-silk")


def test_too_few_pictures_are_refused() -> None:
    with pytest.raises(DatasetError, match="solid has 4 pictures"):
        domain_of(garments("tshirt", "solid", "jersey", times=4), "solid")


def test_garments_are_shown_on_white_whatever_lies_under_transparent_pixels() -> None:
    rgba = torch.zeros(1, 4, 2, 2, dtype=torch.uint8)
    rgba[0, :, 0, 0] = torch.tensor([10, 20, 30, 255])
    rgba[0, :, 0, 1] = torch.tensor([0, 0, 0, 51])
    shown = on_white(rgba)
    assert shown[0, :, 0, 0].tolist() == [10, 20, 30, 255]
    assert shown[0, :, 0, 1].tolist() == [204, 204, 204, 51]
    assert shown[0, :, 1, 1].tolist() == [255, 255, 255, 0]


def test_a_domain_has_no_empty_set() -> None:
    none = torch.zeros(0, 4, 8, 8, dtype=torch.uint8)
    with pytest.raises(DatasetError, match="at least 5"):
        Domain("nothing", none, torch.zeros(0).long(), torch.zeros(0).bool())
