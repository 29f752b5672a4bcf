"""Fakes of earlier steps, shown to the discriminator again so that it does not forget them.

Source: Shrivastava et al., Learning from Simulated and Unsupervised Images (2017), as CycleGAN uses it.
"""

import torch
from torch import Tensor

SIZE = 50


class ImagePool:
    """Keeps some pictures. Half of those given are exchanged for older ones."""

    def __init__(self, size: int = SIZE) -> None:
        self._size = size
        self.kept = torch.empty(0)

    def exchange(self, pictures: Tensor, random: torch.Generator) -> Tensor:
        """Give (B, C, H, W) pictures, get as many back, some of them older ones."""
        return torch.cat([self._exchange_one(one, random) for one in torch.split(pictures.detach(), 1)])

    def _exchange_one(self, picture: Tensor, random: torch.Generator) -> Tensor:
        if len(self.kept) < self._size:
            self.kept = torch.cat([self.kept.to(picture), picture]) if len(self.kept) else picture.clone()
            return picture
        if torch.rand(1, generator=random).item() < 0.5:
            return picture
        place = int(torch.randint(self._size, (1,), generator=random))
        self.kept, given = self.kept.clone(), self.kept[place : place + 1].clone()
        self.kept[place] = picture[0]
        return given
