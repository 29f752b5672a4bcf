"""Statistics over a batch that several processes share: the same as if one process had all of it."""

from typing import Any

import torch
from torch import Tensor, distributed, nn
from torch.autograd import Function


class _MeanOverProcesses(Function):
    """Mean of a tensor over the processes; so is its gradient."""

    @staticmethod
    def forward(context: Any, tensor: Tensor) -> Tensor:
        return _mean(tensor)

    @staticmethod
    def backward(context: Any, gradient: Tensor) -> Tensor:
        return _mean(gradient)


def _mean(tensor: Tensor) -> Tensor:
    total = tensor.contiguous().clone()
    distributed.all_reduce(total)
    return total / distributed.get_world_size()


def process_count() -> int:
    """How many processes train together."""
    return distributed.get_world_size() if distributed.is_available() and distributed.is_initialized() else 1


def shared_mean(tensor: Tensor) -> Tensor:
    """The mean of a tensor over the processes; the tensor itself where there is one."""
    if process_count() == 1:
        return tensor
    mean: Tensor = _MeanOverProcesses.apply(tensor)  # type: ignore[no-untyped-call]
    return mean


def batch_deviation(feature: Tensor) -> Tensor:
    """(B, ...) to (...): standard deviation over the whole batch, unbiased."""
    if process_count() == 1:
        return feature.float().std(dim=0)
    count = len(feature) * process_count()
    mean = shared_mean(feature.float().mean(0))
    spread = shared_mean((feature.float() - mean).square().mean(0))
    return (spread * count / (count - 1)).clamp(min=1e-12).sqrt()


class SharedBatchNorm2d(nn.BatchNorm2d):
    """Batch normalisation over the whole batch; PyTorch's own does that on CUDA only."""

    def forward(self, feature: Tensor) -> Tensor:
        if not self.training or process_count() == 1:
            return super().forward(feature)
        whole = feature.float()
        mean = shared_mean(whole.mean((0, 2, 3)))
        variance = shared_mean((whole - mean[:, None, None]).square().mean((0, 2, 3)))
        self._follow(mean.detach(), variance.detach(), feature.numel() // feature.shape[1] * process_count())
        gain = self.weight * (variance + self.eps).rsqrt()
        normal = (whole - mean[:, None, None]) * gain[:, None, None] + self.bias[:, None, None]
        return normal.to(feature.dtype)

    @torch.no_grad()
    def _follow(self, mean: Tensor, variance: Tensor, count: int) -> None:
        assert self.running_mean is not None
        assert self.running_var is not None
        assert self.num_batches_tracked is not None
        assert self.momentum is not None
        self.running_mean.lerp_(mean, self.momentum)
        self.running_var.lerp_(variance * count / (count - 1), self.momentum)
        self.num_batches_tracked += 1
