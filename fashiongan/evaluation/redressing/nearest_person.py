"""The baseline of stage 1: the map of the training person who wears the most of these words on the nearest body."""

import torch
from torch import Tensor
from torch.nn import functional

from fashiongan.evaluation.redressing.pieces import Pixels, WornPiece, worn_pieces
from fashiongan.networks.redress_generators import BODY_PARTS
from fashiongan.people.exchange import one_hot
from fashiongan.people.reading import PeopleSet

_COARSE = (32, 20)
# The words that a map can show: category, sleeve, neckline and length.
_CUT = 4


class NearestPerson:
    """Finds a training person's map."""

    def __init__(self, train: PeopleSet) -> None:
        self._train, self._pieces = train, worn_pieces(train)
        self._words = torch.tensor([one.words[:_CUT] for one in self._pieces])
        self._kinds = torch.tensor([int(one.piece) for one in self._pieces])
        self._bodies = torch.cat([_code(part) for part in torch.split(train.body, 64)])

    def regions(self, piece: WornPiece, body: Pixels) -> Pixels:
        """(256, 160) of Region, for the (256, 160) body below."""
        agreeing = (self._words == torch.tensor(piece.words[:_CUT])).sum(1).float()
        agreeing += 10 * (self._kinds == int(piece.piece)) + 5 * (self._words[:, 0] == piece.words[0])
        best = (agreeing == agreeing.max()).nonzero()[:, 0]
        rows = torch.tensor([self._pieces[int(index)].row for index in best])
        apart = (self._bodies[rows] - _code(torch.from_numpy(body)[None])).abs().sum(1)
        return self._train.regions[int(rows[int(apart.argmin())])].numpy()


def _code(body: Tensor) -> Tensor:
    """(B, H, W) to (B, 5 x 32 x 20)."""
    return functional.adaptive_avg_pool2d(one_hot(body, BODY_PARTS), _COARSE).flatten(1)
