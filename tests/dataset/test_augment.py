import torch

from fashiongan.dataset.augment import composite, cut_out_mask, draw_augmentation, flip_some, shift


def test_no_augmentation_gives_the_garment_a_color_it_did_not_have() -> None:
    rgba = torch.tensor([0.5, -0.25, 0.75, 1.0]).view(1, 4, 1, 1).expand(64, 4, 32, 32)
    shown, _ = draw_augmentation(64, 32, torch.Generator().manual_seed(1)).apply(rgba)
    cloth = torch.tensor([0.5, -0.25, 0.75]).view(1, 3, 1, 1)
    is_cloth = (shown - cloth).abs().amax(1) < 1e-6
    is_cut = (shown == 0).all(1)
    border = torch.ones(32, 32, dtype=torch.bool)
    border[4:-4, 4:-4] = False
    assert (is_cloth | is_cut | border).all()


def test_composite_shows_the_ground_only_where_the_garment_is_transparent() -> None:
    rgba = torch.zeros(1, 4, 2, 2)
    rgba[:, 3] = torch.tensor([[1.0, -1.0], [1.0, -1.0]])
    shown = composite(rgba, torch.ones(1, 3, 1, 1))
    assert shown[0, 0].tolist() == [[0.0, 1.0], [0.0, 1.0]]


def test_what_a_shift_brings_in_is_transparent() -> None:
    moved = shift(torch.ones(50, 4, 16, 16), torch.arange(100).view(50, 2) % 5)
    assert set(moved.unique().tolist()) == {-1.0, 1.0}


def test_lettering_is_never_mirrored() -> None:
    picture = torch.arange(16.0).view(1, 1, 4, 4).expand(40, 4, 4, 4)
    flipped = flip_some(picture, torch.zeros(40, dtype=torch.bool), torch.Generator().manual_seed(0))
    assert torch.equal(flipped, picture)


def test_a_cut_out_is_at_most_a_quarter_of_the_picture() -> None:
    mask = cut_out_mask(100, 32, torch.Generator().manual_seed(0))
    removed = 1 - mask.mean((1, 2, 3))
    assert 0 < removed.min() <= removed.max() <= 0.25
