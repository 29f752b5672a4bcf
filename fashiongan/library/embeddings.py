"""Where the pictures of a library lie in feature spaces, kept so that each is looked at only once.

A space is named by the SHA-256 of the weights that made it: with other weights, pictures are looked at anew.
"""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]
_STORED = np.dtype("<f4")


@dataclass(frozen=True, eq=False)
class Embedded:
    """Pictures and where they lie. numbers : N of them; vectors : (N, D)"""

    numbers: tuple[int, ...]
    vectors: Vectors

    def without(self, number: int) -> "Embedded":
        """All but one picture: its nearest neighbour shall not be itself."""
        kept = [row for row, one in enumerate(self.numbers) if one != number]
        return Embedded(tuple(self.numbers[row] for row in kept), self.vectors[kept])


def embedded_in(connection: sqlite3.Connection, space: str) -> Embedded:
    """All pictures outside the trash that lie somewhere in a space."""
    rows = connection.execute(
        "SELECT number, vector FROM embeddings JOIN pictures USING (number) "
        "WHERE space = ? AND trashed = 0 AND length(vector) > 0 ORDER BY number",
        (space,),
    ).fetchall()
    if not rows:
        return Embedded((), np.zeros((0, 0), np.float32))
    # All of a space are as long, so they are read as one: of 10,000 in some 15 ms.
    vectors = np.frombuffer(b"".join(vector for _, vector in rows), _STORED).astype(np.float32)
    return Embedded(tuple(number for number, _ in rows), vectors.reshape(len(rows), -1))


def not_embedded_in(connection: sqlite3.Connection, space: str) -> list[int]:
    """All pictures outside the trash that were not looked at for a space, the newest first."""
    rows = connection.execute(
        "SELECT number FROM pictures WHERE trashed = 0 AND number NOT IN "
        "(SELECT number FROM embeddings WHERE space = ?) ORDER BY number DESC",
        (space,),
    )
    return [int(number) for (number,) in rows]


def keep_embedding(connection: sqlite3.Connection, number: int, space: str, vector: Vectors) -> None:
    """Store (D,) where a picture lies, if it still exists; empty if it lies nowhere. Call it inside a transaction."""
    connection.execute(
        "INSERT OR REPLACE INTO embeddings SELECT number, ?, ? FROM pictures WHERE number = ?",
        (space, vector.astype(_STORED).tobytes(), number),
    )


def forget_embeddings(connection: sqlite3.Connection, numbers: Sequence[tuple[int]]) -> None:
    """Forget where deleted pictures lay. Call it inside a transaction."""
    connection.executemany("DELETE FROM embeddings WHERE number = ?", numbers)
