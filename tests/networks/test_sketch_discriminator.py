import torch

from fashiongan.networks.sketch_discriminator import ProjectedPatchDiscriminator


def test_every_scale_judges_pieces_and_sees_the_sketch() -> None:
    torch.manual_seed(0)
    network = ProjectedPatchDiscriminator((2, 3, 4, 5), 5).eval()
    features = [torch.randn(1, index + 2, size, size) for index, size in enumerate((16, 8, 4, 2))]
    with torch.no_grad():
        logits, other = (network(features, sketch) for sketch in (torch.zeros(1, 5, 64, 64), torch.ones(1, 5, 64, 64)))
    assert [one.shape[-1] for one in logits] == [8, 4, 2, 1]
    assert all(not torch.equal(a, b) for a, b in zip(logits, other, strict=True))


def test_what_mixes_frozen_features_never_learns() -> None:
    network = ProjectedPatchDiscriminator((2, 3, 4, 5), 5)
    assert not any(parameter.requires_grad for parameter in network.mixer.parameters())
    assert all(parameter.requires_grad for parameter in network.heads.parameters())
