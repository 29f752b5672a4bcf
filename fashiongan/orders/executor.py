"""Who makes the pieces of a batch: this process, or many on other machines."""

from collections.abc import Iterable, Iterator
from typing import Protocol

from fashiongan.orders.making import Maker, Outcome, Piece


class Executor(Protocol):
    """Makes pieces with a maker; pieces are taken from the iterator as they are needed, and no sooner."""

    def outcomes(self, maker: Maker, pieces: Iterable[Piece]) -> Iterator[list[Outcome]]:
        """What became of each piece, in any order, a few at a time.

        Raises
        ------
        CheckpointError, OutputError : the run cannot go on
        """
        ...


class Local:
    """This process, one piece after the other."""

    def outcomes(self, maker: Maker, pieces: Iterable[Piece]) -> Iterator[list[Outcome]]:
        for piece in pieces:
            yield [maker.make(piece)]
