import torch

from fashiongan.networks.fisher_axes import fisher_axes

SEEN = 6


def test_the_strongest_axis_is_where_things_differ_and_views_of_one_do_not() -> None:
    random = torch.Generator().manual_seed(0)
    things = torch.zeros(200, SEEN)
    things[:, 2] = torch.randn(200, generator=random)
    views = things[None] + 0.1 * torch.randn(4, 200, SEEN, generator=random)
    # The loudest of all, but only noise: another value in each view.
    views[..., 5] += 10 * torch.randn(4, 200, generator=random)
    found = fisher_axes(views, width=1)
    assert found.axes.shape == (1, SEEN)
    assert int(found.axes[0].abs().argmax()) == 2
    assert float(found.axes[0, 5].abs()) < 0.1 * float(found.axes[0, 2].abs())


def test_along_the_axes_things_differ_by_about_one() -> None:
    random = torch.Generator().manual_seed(1)
    things = torch.randn(500, SEEN, generator=random) * torch.tensor([1.0, 2, 5, 10, 20, 50])
    views = things[None] + 0.2 * torch.randn(3, 500, SEEN, generator=random)
    found = fisher_axes(views, width=3)
    along = ((views.mean(0) - found.centre) / found.spread) @ found.axes.T
    assert torch.allclose(torch.cov(along.T), torch.eye(3), atol=1e-3)
