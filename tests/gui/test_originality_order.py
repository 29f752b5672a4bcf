from pathlib import Path

import pytest
import torch

from fashiongan.dataset.labels import Split
from fashiongan.dataset.training_set import load_training_set
from fashiongan.errors import Cancelled, ImageError
from fashiongan.image import GarmentImage
from fashiongan.library.library import Library
from fashiongan.originality.check import Originality
from gui.originality_order import Found, Looked, OriginalityOrder, carry_out, keep, look_at, order_for, unseen_of
from tests.library.pictures import plain_garment
from tests.originality.weights import add_originality


@pytest.fixture(scope="module")
def originality(tiny_garments: Path, tmp_path_factory: pytest.TempPathFactory) -> Originality:
    folder = tmp_path_factory.mktemp("originality")
    add_originality(tiny_garments, folder)
    return Originality.load(folder, torch.device("cpu"))


@pytest.fixture
def pictures(tiny_garments: Path) -> list[GarmentImage]:
    plain = plain_garment()
    garments = load_training_set(tiny_garments, Split.TRAIN, 128).rgba[:4].permute(0, 2, 3, 1).numpy()
    return [GarmentImage(rgba, plain.idea, plain.checkpoint, plain.checkpoint_sha256) for rgba in garments]


@pytest.fixture
def library(tmp_path: Path, pictures: list[GarmentImage]) -> Library:
    """Three garments of the training set, numbered 1 to 3, as if they were one's own."""
    made = Library(tmp_path / "mine")
    for picture in pictures[:3]:
        made.add(picture)
    return made


def order_of(image: GarmentImage, library: Library, space: str) -> OriginalityOrder:
    """To check a picture that lies outside the library."""
    path = library.folder / "outside.png"
    image.save(path)
    return OriginalityOrder(path, library.embedded(space), unseen_of(library, space))


def ignore(share: float, what: str) -> None:
    """Progress that nobody watches."""


def test_what_is_known_comes_first_then_ones_own_are_looked_at_and_found(
    library: Library, originality: Originality, pictures: list[GarmentImage]
) -> None:
    order = order_of(pictures[3], library, originality.space)
    delivered: list[object] = []
    carry_out(order, originality, ignore, delivered.append)
    first, *looked, last = delivered
    assert isinstance(first, Found)
    assert isinstance(last, Found)
    assert (first.own, first.unseen) == ((), 3)
    assert [one.number for one in looked if isinstance(one, Looked)] == [3, 2, 1]
    assert {number for number, _ in last.own} == {1, 2, 3}
    assert last.training[0].match.row == 3
    assert last.training[0].jpeg is not None


def test_what_was_looked_at_is_kept_and_not_looked_at_again(
    library: Library, originality: Originality, pictures: list[GarmentImage]
) -> None:
    looked = look_at(unseen_of(library, originality.space), originality, ignore, lambda one: None)
    for one in looked:
        keep(one, library, originality.space)
    order = order_of(pictures[1], library, originality.space)
    assert order.unseen == ()
    delivered: list[Found] = []
    carry_out(order, originality, ignore, delivered.append)  # type: ignore[arg-type]
    assert len(delivered) == 1
    number, match = delivered[0].own[0]
    assert (number, match.distance) == (2, pytest.approx(0, abs=0.01))


def test_a_picture_is_no_neighbour_of_its_own(library: Library, originality: Originality) -> None:
    order = order_for(2, library, originality.space)
    assert [number for number, _ in order.unseen] == [3, 1]
    for one in look_at(unseen_of(library, originality.space), originality, ignore, lambda one: None):
        keep(one, library, originality.space)
    assert order_for(2, library, originality.space).own.numbers == (1, 3)


def test_a_picture_that_was_lost_or_shows_no_cut_out_garment_is_passed_over(
    library: Library, originality: Originality, pictures: list[GarmentImage]
) -> None:
    library.path(2).write_bytes(b"no picture")
    delivered: list[object] = []
    carry_out(order_of(pictures[3], library, originality.space), originality, ignore, delivered.append)
    last = delivered[-1]
    assert isinstance(last, Found)
    assert {number for number, _ in last.own} == {1, 3}
    for one in delivered:
        if isinstance(one, Looked):
            keep(one, library, originality.space)
    assert library.not_embedded(originality.space) == []


def test_cancelling_keeps_what_was_looked_at(library: Library, originality: Originality) -> None:
    looked: list[object] = []

    def stop_at_the_second(share: float, what: str) -> None:
        if share > 0:
            raise Cancelled("Cancelled.")

    with pytest.raises(Cancelled):
        look_at(unseen_of(library, originality.space), originality, stop_at_the_second, looked.append)
    assert len(looked) == 1


def test_a_picture_with_a_background_is_refused(
    library: Library, originality: Originality, pictures: list[GarmentImage]
) -> None:
    opaque = pictures[0].rgba.copy()
    opaque[..., 3] = 255
    plain = plain_garment()
    photo = GarmentImage(opaque, plain.idea, plain.checkpoint, plain.checkpoint_sha256)
    with pytest.raises(ImageError, match="background"):
        carry_out(order_of(photo, library, originality.space), originality, ignore, lambda one: None)
