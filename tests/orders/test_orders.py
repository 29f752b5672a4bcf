from itertools import count, islice
from pathlib import Path

import pytest

from fashiongan.attributes import GarmentAttributes
from fashiongan.cli.executing import Place, refuse_place
from fashiongan.errors import OutputError, RequestError
from fashiongan.generator.request import GenerationRequest
from fashiongan.orders.making import Piece, pieces_of
from fashiongan.orders.output_folder import INDEX, OutputFolder, Written
from fashiongan.orders.ray_executor import PIECES_A_SHARD, shards
from fashiongan.orders.spec import BatchOrder, read_spec
from fashiongan.programs import Pace
from fashiongan.yaml_files import read_yaml_list


def test_a_list_is_read_an_item_at_a_time(tmp_path: Path) -> None:
    path = tmp_path / "spec.yaml"
    path.write_text("- {seed: 1}\n- {seed: 2}\n" + "- {seed: 3}\n" * 10_000 + "- {seed: }}\n")
    items = read_yaml_list(path, RequestError, "example")
    assert list(islice(items, 2)) == [{"seed": 1}, {"seed": 2}]
    with pytest.raises(RequestError, match="cannot be read"):
        list(items)


def test_a_list_is_another_order_once_a_request_is_another(tmp_path: Path) -> None:
    path = tmp_path / "spec.yaml"
    orders = []
    for text in ("- {seed: 1, count: 2}", "# Said otherwise.\n- count: 2\n  seed: 1", "- {seed: 2, count: 2}"):
        path.write_text(text)
        orders.append(BatchOrder(read_spec(path)).to_dict())
    assert orders[0] == orders[1] != orders[2]


def test_pieces_are_numbered_through_all_tasks_and_leave_out_what_is_done() -> None:
    first, second = (GenerationRequest(GarmentAttributes(), count=2, seed=seed) for seed in (0, 5))
    pieces = pieces_of(BatchOrder((first, second)), done={1})
    assert list(pieces) == [Piece(0, first, 0), Piece(2, second, 0), Piece(3, second, 1)]


def test_shards_take_no_more_pieces_than_they_hold() -> None:
    task = GenerationRequest(GarmentAttributes())
    left = count()
    shard = next(shards(Piece(number, task, 0) for number in left))
    assert [piece.number for piece in shard] == list(range(PIECES_A_SHARD))
    assert next(left) == PIECES_A_SHARD


@pytest.mark.parametrize("there", [b"another", None])
def test_a_picture_counts_only_if_what_was_written_lies_in_the_folder(tmp_path: Path, there: bytes | None) -> None:
    folder = OutputFolder.open(tmp_path / "out", {}, resume=False, overwrite=False)
    if there:
        (folder.path / "000.png").write_bytes(there)
    with pytest.raises(OutputError, match="all machines share it"):
        folder.add([Written(0, {"files": ["000.png"]}, {"000.png": "ab" * 32})])
    assert folder.done == set()
    assert not (folder.path / INDEX).exists()


def test_the_index_comes_into_order_however_shards_arrive(tmp_path: Path) -> None:
    folder = OutputFolder.open(tmp_path / "out", {}, resume=False, overwrite=False)
    for number in (2, 1, 3, 0):
        folder.add([Written(number, {"files": [f"{number:03d}.png"]}, {})])
    folder.order_index()
    assert (folder.path / INDEX).read_text() == "".join(f'{{"files": ["{n:03d}.png"]}}\n' for n in range(4))


@pytest.mark.parametrize(("address", "workers"), [("head:6379", None), (None, 2)])
def test_options_of_ray_are_refused_without_it(address: str | None, workers: int | None) -> None:
    with pytest.raises(RequestError, match="add --executor ray"):
        refuse_place(Place.LOCAL, address, workers)
    refuse_place(Place.RAY, address, workers)


def test_the_pace_is_told_every_half_minute_with_the_time_left(caplog: pytest.LogCaptureFixture) -> None:
    times = iter([0.0, 10.0, 40.0])
    pace = Pace(total=1000, done=880, clock=lambda: next(times))
    with caplog.at_level("INFO"):
        pace.step(10)
        assert caplog.messages == []
        pace.step(10)
    assert caplog.messages == ["900 of 1000, 0.5/s, 0:03:20 left"]
