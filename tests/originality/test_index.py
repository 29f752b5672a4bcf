import numpy as np
import pytest
import torch

from fashiongan.originality.finding import Scale
from fashiongan.originality.index import PREFIX, GarmentIndex

INDEX = GarmentIndex(
    np.eye(3, 4, dtype=np.float32),
    np.zeros((3, 7), np.uint8),
    [b"first", None, b"a third"],
    Scale(np.array([0.25, 0.5], np.float32)),
)


def test_an_index_comes_back_from_its_tensors_also_where_they_were_read_as_floats() -> None:
    back = GarmentIndex.from_tensors({name: one.float() for name, one in INDEX.to_tensors().items()})
    assert np.array_equal(back.vectors, INDEX.vectors)
    assert back.jpegs == [b"first", None, b"a third"]
    assert np.array_equal(back.scale.nearest, INDEX.scale.nearest)


def test_a_garment_is_told_in_words() -> None:
    assert INDEX.words(0) == "tshirt, solid, jersey"


@pytest.mark.parametrize(
    ("name", "tensor"),
    [
        ("vectors", torch.eye(2, 4)),
        ("jpegs", torch.zeros(5)),
        ("labels", torch.full((3, 7), 99)),
        ("held_out", torch.zeros(0)),
    ],
)
def test_parts_that_do_not_fit_together_are_refused(name: str, tensor: torch.Tensor) -> None:
    with pytest.raises(ValueError, match=r"number|word"):
        GarmentIndex.from_tensors(INDEX.to_tensors() | {f"{PREFIX}{name}": tensor})
