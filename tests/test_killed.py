"""Programs killed wherever they reach for the disk. `python -m benchmarks.kills` kills whole programs at any moment."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from fashiongan.attributes import Category
from fashiongan.files import TEMPORARY_PREFIX, sweep
from fashiongan.library.library import Library
from fashiongan.library.prepared import prepared
from fashiongan.orders.output_folder import INDEX, OutputFolder, Written, picture_name
from fashiongan.project.files import read_project, write_project
from fashiongan.project.project import KeptPicture, Project
from tests.library.pictures import plain_garment

ROOT = Path(__file__).resolve().parent.parent
GARMENTS = [plain_garment(category) for category in (Category.TSHIRT, Category.DRESS)]
OLD, NEW = (Project(tuple(KeptPicture(one.png()) for one in GARMENTS[:count])) for count in (1, 2))
TASK = "two garments"


def save_a_project(folder: Path) -> None:
    write_project(OLD, folder / "mine.fgan")
    write_project(NEW, folder / "mine.fgan")


def draw_into_a_library(folder: Path) -> None:
    """As the window does it; begun again, it goes on."""
    with Library(folder) as library:
        waiting = library.waiting.all()
        number = waiting[0].number if waiting else library.waiting.add(TASK)
        for garment in GARMENTS[waiting[0].done if waiting else 0 :]:
            library.keep(prepared(garment), ordered=number)


def draw_a_batch(folder: Path) -> None:
    """As `fashiongan-generate --resume` does it."""
    out = OutputFolder.open(folder / "out", {"task": TASK}, resume=(folder / "out").exists(), overwrite=False)
    for number, garment in enumerate(GARMENTS):
        if number not in out.done:
            out.add([Written.of(out.path, number, garment)])
    out.order_index()
    out.write_sheet()


WORKS = (save_a_project, draw_into_a_library, draw_a_batch)


@pytest.fixture(scope="module")
def killed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every work, killed at every place: a folder each, of which the last ended undisturbed."""
    folder = tmp_path_factory.mktemp("killed")
    names = [work.__name__ for work in WORKS]
    subprocess.run([sys.executable, "-m", "tests.killed", folder, __name__, *names], cwd=ROOT, check=True)
    return folder


def places(killed: Path, name: str) -> list[Path]:
    """The folders of one work, the undisturbed one last."""
    found = sorted((killed / name).iterdir(), key=lambda path: int(path.name))
    assert len(found) > 10
    return found


def leftovers(folder: Path) -> list[Path]:
    return list(folder.rglob(f"{TEMPORARY_PREFIX}*"))


def test_a_project_is_wholly_old_or_wholly_new_or_not_there_yet(killed: Path) -> None:
    found = []
    for folder in places(killed, save_a_project.__name__):
        path = folder / "mine.fgan"
        found.append(read_project(path) if path.exists() else None)
        sweep(folder)
        assert not leftovers(folder)
    assert [one for at, one in enumerate(found) if one != [None, *found][at]] == [OLD, NEW]


def test_a_library_goes_on_and_has_every_picture_once(killed: Path) -> None:
    for folder in places(killed, draw_into_a_library.__name__):
        with Library(folder) as library:
            files = [path.read_bytes() for path in library.files().values()]
            assert files == [one.png() for one in GARMENTS][: len(files)]
            assert sum(one.done for one in library.waiting.all()) == len(files)
        draw_into_a_library(folder)
        with Library(folder) as library:
            assert [path.read_bytes() for path in library.files().values()] == [one.png() for one in GARMENTS]
        assert not leftovers(folder)


def test_a_batch_goes_on_and_ends_like_one_that_was_never_killed(killed: Path) -> None:
    for folder in places(killed, draw_a_batch.__name__):
        draw_a_batch(folder)
        rows = [json.loads(line) for line in (folder / "out" / INDEX).read_text().splitlines()]
        assert [row["files"] for row in rows] == [[picture_name(0)], [picture_name(1)]]
        pictures = [(folder / "out" / row["files"][0]).read_bytes() for row in rows]
        assert pictures == [one.png() for one in GARMENTS]
        assert not leftovers(folder)
