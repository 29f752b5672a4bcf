"""The garments that pictures are compared with: where they lie, what they are, and how they look."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from fashiongan.attributes import VOCABULARY
from fashiongan.originality.finding import Scale

PREFIX = "index."
TOLD = ("category", "pattern", "fabric")
Vectors = NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class GarmentIndex:
    """N garments. vectors : (N, D) of unit length; labels : (N, A), columns of VOCABULARY; jpegs : a small picture on
    white, None where a logo forbids it; scale : how near real garments come to these"""

    vectors: Vectors
    labels: NDArray[np.uint8]
    jpegs: Sequence[bytes | None]
    scale: Scale

    def words(self, row: int) -> str:
        """What a garment is, as in: tshirt, stripe, jersey."""
        columns = {name: list(kind) for name, kind in VOCABULARY.items()}
        label = dict(zip(VOCABULARY, self.labels[row].tolist(), strict=True))
        return ", ".join(str(columns[name][label[name]]) for name in TOLD)

    def to_tensors(self) -> dict[str, Tensor]:
        """Tensors to travel with the weights that made the vectors."""
        sizes = [len(jpeg or b"") for jpeg in self.jpegs]
        content = np.frombuffer(b"".join(jpeg or b"" for jpeg in self.jpegs), np.uint8)
        return {
            f"{PREFIX}vectors": torch.from_numpy(self.vectors).half(),
            f"{PREFIX}labels": torch.from_numpy(self.labels),
            f"{PREFIX}jpegs": torch.from_numpy(content.copy()),
            f"{PREFIX}jpeg_sizes": torch.tensor(sizes, dtype=torch.int32),
            f"{PREFIX}held_out": torch.from_numpy(self.scale.nearest),
        }

    @classmethod
    def from_tensors(cls, tensors: Mapping[str, Tensor]) -> "GarmentIndex":
        """Read back `to_tensors`; KeyError where one is missing, ValueError where they do not fit together."""
        names = ("vectors", "labels", "jpegs", "jpeg_sizes", "held_out")
        vectors, labels, content, sizes, held_out = (tensors[f"{PREFIX}{name}"].numpy() for name in names)
        ends = [0, *accumulate(sizes.astype(int).tolist())]
        jpegs = content.astype(np.uint8).tobytes()
        if not len(vectors) == len(labels) == len(sizes) or ends[-1] != len(jpegs) or not len(held_out):
            raise ValueError("its garments, words and pictures are not of one number")
        words = [len(kind) for kind in VOCABULARY.values()]
        if labels.shape[1:] != (len(words),) or ((labels < 0) | (labels >= words)).any():
            raise ValueError("a label of it is no word")
        return cls(
            vectors.astype(np.float32),
            labels.astype(np.uint8),
            [jpegs[start:end] or None for start, end in pairwise(ends)],
            Scale(np.sort(held_out).astype(np.float32)),
        )
