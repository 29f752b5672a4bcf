import pytest
import torch

from fashiongan.dataset.domains import Domain, DomainPair
from fashiongan.dataset.unpaired import UnpairedSource, Views, even_weights, fixed_views


def domain(name: str, level: int, kinds: list[int]) -> Domain:
    """Grey squares in the middle of white pictures."""
    shown = torch.full((len(kinds), 4, 64, 64), 255, dtype=torch.uint8)
    shown[:, 3] = 0
    shown[:, :3, 16:48, 16:48] = level
    shown[:, 3, 16:48, 16:48] = 255
    return Domain(name, shown, torch.tensor(kinds), torch.ones(len(kinds)).bool())


def source() -> UnpairedSource:
    return UnpairedSource(DomainPair(domain("a", 0, [0] * 5), domain("b", 100, [0] * 6)), 32, torch.device("cpu"))


def test_each_view_shows_its_own_domain_on_white() -> None:
    first, second = source().draw(16, torch.Generator().manual_seed(0))
    for views, level in ((first, 0), (second, 100)):
        assert views.rgb.shape == (16, 3, 32, 32)
        cloth, ground = views.alpha > 0.999, views.alpha < 0.001
        assert cloth.flatten(1).any(1).all()
        assert torch.allclose(views.rgb[cloth.expand_as(views.rgb)], torch.tensor(level / 127.5 - 1), atol=0.01)
        assert torch.allclose(views.rgb[ground.expand_as(views.rgb)], torch.tensor(1.0), atol=0.01)


def test_wholes_and_pieces_at_full_size_are_both_drawn() -> None:
    first, _ = source().draw(32, torch.Generator().manual_seed(0))
    share = first.alpha.mean((1, 2, 3))
    # The whole has a quarter of garment, scaled by up to 1.2; a piece around a point of it has more.
    assert (share < 0.4).any()
    assert (share > 0.45).any()


def test_the_same_generator_draws_the_same_views() -> None:
    one, other = (source().draw(4, torch.Generator().manual_seed(3))[1] for _ in range(2))
    assert torch.equal(one.rgb, other.rgb)


def test_shared_kinds_are_drawn_equally_often_from_both_domains() -> None:
    kinds = torch.tensor([0] * 90 + [1] * 10), torch.tensor([0] * 10 + [1] * 90)
    shares = [weight[kind == 0].sum() / weight.sum() for weight, kind in zip(even_weights(*kinds), kinds, strict=True)]
    assert shares[0] == pytest.approx(0.5)
    assert shares[1] == pytest.approx(0.5)


def test_a_kind_of_only_one_domain_is_drawn_seldom() -> None:
    kinds = torch.tensor([0] * 50 + [1] * 50)
    weight, _ = even_weights(kinds, torch.tensor([0] * 50))
    assert 0 < weight[kinds == 1].sum() / weight.sum() < 0.05


def test_what_is_made_has_the_ground_of_its_view() -> None:
    views = Views(torch.zeros(1, 3, 2, 2), torch.tensor([[[[1.0, 0.0], [0.5, 1.0]]]]))
    masked = views.masked(torch.full((1, 3, 2, 2), -1.0))
    assert masked[0, 0].tolist() == [[-1.0, 1.0], [0.0, -1.0]]


def test_fixed_views_are_whole_pictures() -> None:
    views = fixed_views(domain("a", 0, [0] * 5), 3, 32)
    assert views.rgb.shape == (3, 3, 32, 32)
    assert views.alpha.mean() == pytest.approx(0.25)
