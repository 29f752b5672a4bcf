from dataclasses import replace
from pathlib import Path

import pytest
import torch

from fashiongan.checkpoints import Checkpoint, load_weights
from fashiongan.errors import CheckpointError, TrainingError
from fashiongan.people.exchange import Piece
from fashiongan.people.regions import Region
from fashiongan.tools.redress_parts import build_redress
from fashiongan.training.recipe import Recipe
from fashiongan.training.redressing.joining import join_runs
from fashiongan.training.redressing.person_run import RedressSettings, Stage, WornPieces
from fashiongan.training.redressing.recipes import redress_recipe
from fashiongan.training.redressing.texture_stage import draw_unknown
from tests.tools.redressers import tiny_people
from tests.training.generator.test_conditional import same, through_a_file

CPU = torch.device("cpu")
PEOPLE = tiny_people()
PHOTOS = torch.randint(0, 256, (2, 3, 64, 64), dtype=torch.uint8, generator=torch.Generator().manual_seed(0))
TINY = RedressSettings(Stage.PARSER, width=2, batch=2, seed=5, downs=2)


def recipe_of(stage: Stage, **changes: int) -> Recipe:
    return redress_recipe(PEOPLE, PHOTOS, replace(TINY, stage=stage, **changes), CPU, {})


@pytest.mark.parametrize("stage", Stage)
def test_going_on_from_a_state_gives_the_same_losses_as_never_stopping(stage: Stage) -> None:
    through = recipe_of(stage)
    through.step()
    state = through_a_file(through.state())
    expected = through.step()
    resumed = recipe_of(stage)
    resumed.restore(state)
    assert resumed.step() == expected
    assert same(through.state(), resumed.state())


def test_a_run_is_not_gone_on_with_another_stage() -> None:
    with pytest.raises(TrainingError, match="choose another --run"):
        recipe_of(Stage.REGIONS).restore(recipe_of(Stage.PARSER).state())


@pytest.mark.parametrize("change", [{"batch": 0}, {"width": 1}, {"seed": -1}, {"downs": 6}])
def test_settings_that_cannot_be_are_refused(change: dict[str, int]) -> None:
    with pytest.raises(TrainingError, match="but it is"):
        replace(TINY, **change)  # type: ignore[arg-type]


@pytest.mark.parametrize(("stage", "rows"), [(Stage.PARSER, 5), (Stage.REGIONS, 5), (Stage.TEXTURES, 5)])
def test_a_grid_shows_eight_people_in_five_rows(stage: Stage, rows: int) -> None:
    assert recipe_of(stage).sample_grid().size == (8 * 160, rows * 256)


def test_pieces_are_drawn_with_what_is_known_of_them() -> None:
    batch = WornPieces(PEOPLE).draw(32, torch.Generator().manual_seed(1))
    assert {Piece(one) for one in batch.pieces.tolist()} == set(Piece)
    for regions, piece, style in zip(batch.regions, batch.pieces, batch.style, strict=True):
        slot = int(piece == Piece.BOTTOM)
        assert (regions == Piece(int(piece)).region).any()
        assert (PEOPLE.style[:, slot] == style).all(1).any()


def test_the_piece_is_unknown_and_hair_and_head_are_not() -> None:
    batch = WornPieces(PEOPLE).draw(8, torch.Generator().manual_seed(1))
    unknown = draw_unknown(batch, torch.Generator().manual_seed(2))[:, 0]
    for regions, piece, hidden in zip(batch.regions, batch.pieces, unknown, strict=True):
        assert hidden[regions == Piece(int(piece)).region].all()
        assert not hidden[(regions == Region.HAIR) | (regions == Region.HEAD)].any()


@pytest.fixture
def runs(tmp_path: Path) -> dict[Stage, Path]:
    for stage in Stage:
        (tmp_path / stage).mkdir()
        training = {"steps": 1, "images": 2, "seconds": 3}
        recipe_of(stage).export(tmp_path / stage / "weights.safetensors", training)
    return {stage: tmp_path / stage for stage in Stage}


def test_three_runs_become_one_file_that_can_be_used(runs: dict[Stage, Path], tmp_path: Path) -> None:
    path = tmp_path / "joined.safetensors"
    join_runs(runs, path)
    weights = load_weights(Checkpoint("fashiongan", path, "", "fashiongan"), CPU)
    assert weights.header["training"]["images"] == 6
    assert build_redress(weights).parser.shape == TINY.shape(PEOPLE.style.shape[-1])


def test_runs_of_another_stage_or_shape_are_not_joined(runs: dict[Stage, Path], tmp_path: Path) -> None:
    swapped = runs | {Stage.PARSER: runs[Stage.REGIONS]}
    with pytest.raises(CheckpointError, match="is of stage regions, not parser"):
        join_runs(swapped, tmp_path / "joined.safetensors")
    recipe_of(Stage.TEXTURES, width=4).export(runs[Stage.TEXTURES] / "weights.safetensors", {"steps": 1, "images": 2})
    with pytest.raises(CheckpointError, match="another shape"):
        join_runs(runs, tmp_path / "joined.safetensors")
