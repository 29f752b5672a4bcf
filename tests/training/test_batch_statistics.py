import torch
from torch import nn

from fashiongan.training.batch_statistics import settle_batch_norms


def test_statistics_are_those_of_the_batches_and_nothing_else_is_touched() -> None:
    network = nn.Sequential(nn.Conv2d(1, 2, 1), nn.BatchNorm2d(2), nn.Dropout(0.5))
    weight = network[0].weight.clone()
    batches = [(torch.randn(8, 1, 4, 4) * 3 + 5,) for _ in range(4)]
    settle_batch_norms(network, batches)
    with torch.no_grad():
        seen = torch.stack([network[0](one) for (one,) in batches])  # (4, 8, 2, 4, 4)
    assert torch.allclose(network[1].running_mean, seen.mean((0, 1, 3, 4)), atol=1e-5)
    assert torch.allclose(network[1].running_var, seen.transpose(1, 2).flatten(2).var(2).mean(0), rtol=1e-4)
    assert torch.equal(network[0].weight, weight)
    assert not network.training
