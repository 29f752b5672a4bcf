"""What a project holds comes again, byte for byte, in another process with another number of threads."""

import os
import subprocess
import sys
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pytest
import torch

from fashiongan.attributes import Category, GarmentAttributes
from fashiongan.body.measurements import BodyMeasurements, Figure
from fashiongan.errors import OutputError, ProjectError, RequestError
from fashiongan.garment.fit import FittedGarment
from fashiongan.garment.printing.files import PAPER_ENDINGS
from fashiongan.generator.request import GenerationRequest
from fashiongan.ideas.reworked import OtherPicture
from fashiongan.project.files import read_project, write_project
from fashiongan.project.gathering import Chosen, gather
from fashiongan.project.project import KeptBody, KeptPicture, Project
from fashiongan.remaking.project import AGAIN, open_remaking
from fashiongan.remaking.verdict import Remade, Verdict
from fashiongan.studio import Studio
from fashiongan.tasks import Restyling, Upscaling
from tests.conftest import ROOT
from tests.tools.translators import add_translators

OURS, HAND_MADE, GLB = "pictures/00001.png", "pictures/00002.png", "garment.glb"
# What the body of `worn_tshirt` was fitted to.
ASKED = BodyMeasurements(Figure.WOMAN, 1680, 900, 740, 980)
PAPERS = [f"worn-1{ending}" for ending in PAPER_ENDINGS]


@pytest.fixture
def studio(tiny_checkpoints: Path) -> Studio:
    return Studio(tiny_checkpoints)


def remade(project: Project, folder: Path, studio: Studio, only: int | None = None) -> list[Remade]:
    write_project(project, folder / "a.fgan")
    remaking = open_remaking(folder / "a.fgan", folder / "again", studio, only, lambda share, what: None)
    return list(remaking.carry_out())


def drawn(studio: Studio, category: Category = Category.DRESS) -> KeptPicture:
    return KeptPicture(studio.picture(GenerationRequest(GarmentAttributes(category)), 0).png())


def dressed(studio: Studio, worn: FittedGarment, folder: Path) -> Project:
    """A picture of the generator, and a garment whose picture nobody can draw again, on a body."""
    (folder / "one.png").write_bytes(drawn(studio).png)
    return gather([Chosen(folder / "one.png")], KeptBody.of(ASKED), worn)


@dataclass(frozen=True)
class Told:
    """What the program said."""

    lines: list[str]
    exit_code: int


def told_elsewhere(project: Path, folder: Path, checkpoints: Path, threads: int) -> Told:
    """What `fashiongan-remake` says in a process of its own, with so many threads."""
    few = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), str(threads))
    command = [sys.executable, "-m", "fashiongan.cli.remake", str(project), str(folder)]
    ended = subprocess.run(
        [*command, "--checkpoints", str(checkpoints)],
        env=os.environ | few,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    return Told(ended.stdout.splitlines(), ended.returncode)


def test_another_process_with_one_thread_makes_the_same_bytes(
    studio: Studio, worn_tshirt: FittedGarment, tmp_path: Path, tiny_checkpoints: Path
) -> None:
    write_project(dressed(studio, worn_tshirt, tmp_path), tmp_path / "a.fgan")
    told = told_elsewhere(tmp_path / "a.fgan", tmp_path / "again", tiny_checkpoints, threads=1)
    assert told.lines[:-1] == [
        f"identical: {OURS}",
        told.lines[1],
        *(f"identical: {name}" for name in sorted(PAPERS)),
        f"identical: {GLB}",
    ]
    assert told.lines[1].startswith(f"cannot be remade: {HAND_MADE}, because The picture was made with drawn")
    assert (told.lines[-1], told.exit_code) == ("7 identical, 0 differs, 1 cannot be remade", 1)
    kept = read_project(tmp_path / "a.fgan")
    assert (tmp_path / "again" / OURS).read_bytes() == kept.pictures[0].png
    assert (tmp_path / "again" / GLB).read_bytes() == kept.glb


def test_a_project_of_which_everything_comes_again_is_itself_written_again_by_another_process(
    studio: Studio, tmp_path: Path, tiny_checkpoints: Path
) -> None:
    write_project(Project((drawn(studio), drawn(studio, Category.SKIRT))), tmp_path / "a.fgan")
    # It says with how many threads it was made.
    told = told_elsewhere(tmp_path / "a.fgan", tmp_path / "again", tiny_checkpoints, torch.get_num_threads())
    made = [f"identical: {name}" for name in (OURS, HAND_MADE, AGAIN)]
    assert told == Told([*made, "3 identical, 0 differs, 0 cannot be remade"], 0)
    assert (tmp_path / "again" / AGAIN).read_bytes() == (tmp_path / "a.fgan").read_bytes()


def test_a_picture_that_was_touched_up_differs(studio: Studio, tmp_path: Path) -> None:
    picture = drawn(studio).image()
    painted = picture.rgba.copy()
    painted[16, 16] ^= 255
    [only] = remade(Project((KeptPicture(replace(picture, rgba=painted).png()),)), tmp_path, studio)
    assert (only.name, only.verdict) == (OURS, Verdict.DIFFERS)
    assert "the file was changed" in only.why


def test_a_restyled_and_enlarged_picture_comes_again_through_all_that_it_was_made_of(
    studio: Studio, tmp_path: Path, tiny_checkpoints: Path
) -> None:
    add_translators(tiny_checkpoints)
    rgba = np.zeros((64, 48, 4), np.uint8)
    rgba[8:56, 8:40] = (200, 30, 30, 255)
    restyled = studio.picture(Restyling(OtherPicture(rgba, "box.png"), "dark"), 0)
    chain = [restyled, studio.picture(Upscaling(restyled, 0.3), 0)]
    made = remade(Project(tuple(KeptPicture(one.png()) for one in chain)), tmp_path, studio)
    assert [one.verdict for one in made] == [Verdict.IDENTICAL] * 3


def test_only_the_picture_that_is_asked_for_is_made(studio: Studio, tmp_path: Path) -> None:
    made = remade(Project((drawn(studio), drawn(studio, Category.SKIRT))), tmp_path, studio, only=2)
    assert [one.name for one in made] == [HAND_MADE]
    assert sorted(path.name for path in (tmp_path / "again").rglob("*.*")) == ["00002.png", "run.json"]


def test_a_file_that_this_program_does_not_make_is_told(
    studio: Studio, worn_tshirt: FittedGarment, tmp_path: Path
) -> None:
    project = dressed(studio, worn_tshirt, tmp_path)
    worn = replace(project.worn[0], files={"-pattern.svg": "ab" * 32, "-pattern.plt": "ab" * 32})
    made = {one.name: one for one in remade(replace(project, worn=(worn,), glb=b""), tmp_path, studio)}
    assert made["worn-1-pattern.svg"].verdict is Verdict.DIFFERS
    assert made["worn-1-pattern.plt"].why == "this program makes no such file of a garment"


def test_without_who_is_dressed_no_garment_can_be_made(
    studio: Studio, worn_tshirt: FittedGarment, tmp_path: Path
) -> None:
    project = replace(dressed(studio, worn_tshirt, tmp_path), body=None)
    made = {one.name: one for one in remade(project, tmp_path, studio)}
    assert {made[name].why for name in (*PAPERS, GLB)} == {
        "Nobody is dressed in the project; export it again with who is dressed."
    }


def test_a_picture_that_is_not_there_and_a_used_folder_are_refused(studio: Studio, tmp_path: Path) -> None:
    project = Project((drawn(studio),))
    with pytest.raises(RequestError, match="--only is 2, but the project has the pictures 1 to 1"):
        remade(project, tmp_path, studio, only=2)
    (tmp_path / "again").mkdir(exist_ok=True)
    (tmp_path / "again" / "mine.txt").touch()
    with pytest.raises(OutputError, match="again is not empty"):
        remade(project, tmp_path, studio)
    with pytest.raises(ProjectError):
        open_remaking(tmp_path / "one.png", tmp_path / "new", studio, None, lambda share, what: None)
