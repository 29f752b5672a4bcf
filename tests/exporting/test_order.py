from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from fashiongan.attributes import Category
from fashiongan.errors import Cancelled, ImageError, OutputError, RequestError
from fashiongan.exporting.agreed import Agreed
from fashiongan.exporting.look import EVERYTHING, LookFile, export_look, look_files
from fashiongan.exporting.order import ExportOrder
from fashiongan.exporting.pictures import PictureFile
from fashiongan.exporting.sheet.files import SheetFile
from fashiongan.garment.fit import FittedGarment
from fashiongan.project.files import read_project
from fashiongan.project.gathering import Chosen
from tests.disks import full_disk
from tests.library.pictures import plain_garment


def nobody(share: float, what: str) -> None:
    """Nobody watches."""


@pytest.fixture
def chosen(tmp_path: Path) -> tuple[Chosen, ...]:
    paths = [tmp_path / "library" / f"{number}.png" for number in range(2)]
    for path, color in zip(paths, ("red", "teal"), strict=True):
        plain_garment(Category.DRESS, color).save(path)
    return tuple(Chosen(path) for path in paths)


def test_every_file_that_is_told_before_is_written_and_no_other(tmp_path: Path, chosen: tuple[Chosen, ...]) -> None:
    order = ExportOrder(
        tmp_path / "out", "summer", chosen, tuple(PictureFile), tuple(SheetFile), look_kinds=EVERYTHING, project=True
    )
    assert {path.name for path in order.paths()} == {
        *("summer-1.png", "summer-2.png", "summer-1.jpg", "summer-2.jpg"),
        *("summer-sheet.pdf", "summer-sheet.png", "summer.fgan"),
    }
    assert order.carry_out(nobody) == order.paths()
    assert set((tmp_path / "out").iterdir()) == set(order.paths())


def test_a_png_is_the_very_file_and_a_jpeg_is_on_white(tmp_path: Path, chosen: tuple[Chosen, ...]) -> None:
    ExportOrder(tmp_path, "one", chosen[:1], tuple(PictureFile)).carry_out(nobody)
    assert (tmp_path / "one.png").read_bytes() == chosen[0].png()
    with Image.open(tmp_path / "one.jpg") as picture:
        pixels = np.asarray(picture)
    np.testing.assert_allclose(pixels[12, 12], (255, 0, 0), atol=8)
    np.testing.assert_allclose(pixels[0, 0], 255, atol=8)


def test_the_project_holds_what_was_chosen(tmp_path: Path, chosen: tuple[Chosen, ...]) -> None:
    order = ExportOrder(tmp_path, "summer", chosen, project=True)
    assert order.carry_out(nobody) == [order.project_path]
    assert [one.png for one in read_project(order.project_path).pictures] == [one.png() for one in chosen]


@pytest.mark.parametrize("kind", LookFile)
def test_each_file_of_a_look_is_had_for_itself(tmp_path: Path, worn_tshirt: FittedGarment, kind: LookFile) -> None:
    glb, picture = tmp_path / "a.glb", tmp_path / "a-look.png"
    written = export_look(worn_tshirt, glb, picture, [kind])
    assert written == look_files(glb, picture, [kind])
    assert set(tmp_path.iterdir()) == set(written)


def test_kinds_of_a_look_share_no_file() -> None:
    paths = look_files(Path("a.glb"), Path("a.png"))
    assert len(set(paths)) == len(paths) == 10


def test_without_a_look_there_are_no_files_of_one(tmp_path: Path) -> None:
    assert ExportOrder(tmp_path, "a", look_kinds=EVERYTHING).paths() == []


@pytest.mark.parametrize("name", ["", "  ", ".", "..", "a/b", "a\\b", "a:b", "what?", "a\nb"])
def test_a_name_that_no_file_can_have_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(RequestError, match="cannot be the name"):
        ExportOrder(tmp_path, name)


def test_a_bad_place_and_a_lost_picture_are_one_line(tmp_path: Path, chosen: tuple[Chosen, ...]) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="cannot be written"):
        ExportOrder(tmp_path / "file", "a", chosen, (PictureFile.PNG,)).carry_out(nobody)
    chosen[0].path.unlink()
    with pytest.raises(ImageError, match="leave this picture out"):
        ExportOrder(tmp_path, "a", chosen, (PictureFile.JPEG,)).carry_out(nobody)


def test_what_is_stopped_leaves_whole_files_only(tmp_path: Path, chosen: tuple[Chosen, ...]) -> None:
    def stop_later(share: float, what: str) -> None:
        if share > 0:
            raise Cancelled("Cancelled.")

    with pytest.raises(Cancelled):
        ExportOrder(tmp_path / "out", "a", chosen, (PictureFile.PNG,)).carry_out(stop_later)
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["a-1.png"]


def test_what_another_program_wrote_meanwhile_is_left_as_it_is(tmp_path: Path, chosen: tuple[Chosen, ...]) -> None:
    order = ExportOrder(tmp_path, "summer", chosen, (PictureFile.PNG,), project=True)
    order.project_path.write_bytes(b"old")
    agreed = Agreed(order.paths())
    order.project_path.write_bytes(b"of another program")
    with pytest.raises(OutputError, match=r"summer\.fgan was changed by another program meanwhile"):
        order.carry_out(nobody, agreed)
    assert order.project_path.read_bytes() == b"of another program"
    order.carry_out(nobody)
    assert len(read_project(order.project_path).pictures) == 2


def test_what_was_written_before_it_failed_is_no_work_of_others(tmp_path: Path, chosen: tuple[Chosen, ...]) -> None:
    order = ExportOrder(tmp_path, "a", chosen, (PictureFile.PNG,))
    agreed, png = Agreed(order.paths()), chosen[1].png()
    chosen[1].path.unlink()
    with pytest.raises(ImageError):
        order.carry_out(nobody, agreed)
    chosen[1].path.write_bytes(png)
    assert order.carry_out(nobody, agreed) == order.paths()


def test_what_somebody_took_away_meanwhile_is_written(tmp_path: Path, chosen: tuple[Chosen, ...]) -> None:
    order = ExportOrder(tmp_path, "a", chosen[:1], (PictureFile.PNG,))
    (tmp_path / "a.png").write_bytes(b"old")
    agreed = Agreed(order.paths())
    (tmp_path / "a.png").unlink()
    assert order.carry_out(nobody, agreed) == [tmp_path / "a.png"]


def test_a_full_disk_leaves_the_old_project(tmp_path: Path, chosen: tuple[Chosen, ...]) -> None:
    order = ExportOrder(tmp_path / "out", "summer", chosen, project=True)
    order.carry_out(nobody)
    before = order.project_path.read_bytes()
    with full_disk(room_bytes=500), pytest.raises(OutputError, match=r"summer\.fgan cannot be written"):
        ExportOrder(tmp_path / "out", "summer", chosen[:1], project=True).carry_out(nobody)
    assert order.project_path.read_bytes() == before
    assert list((tmp_path / "out").iterdir()) == [order.project_path]
