import hashlib
import zlib
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import trimesh

from fashiongan.attributes import Category
from fashiongan.body.measurements import BodyMeasurements, Figure
from fashiongan.errors import ImageError, ProjectError
from fashiongan.garment.fit import FittedGarment
from fashiongan.garment.printing.files import PAPER_ENDINGS, paper
from fashiongan.garment.style import Ease
from fashiongan.garment.texture import Texture
from fashiongan.library.entry import Field
from fashiongan.library.library import Library
from fashiongan.library.query import Query
from fashiongan.project.archive import Archive, read_archive, write_archive
from fashiongan.project.bringing_in import Arrivals
from fashiongan.project.files import CONTENT, read_project, write_project
from fashiongan.project.gathering import Chosen, gather
from fashiongan.project.migrations import SCHEMA
from fashiongan.project.project import KeptBody, KeptFit, KeptPicture, Noted, Project
from fashiongan.run_manifest import FILE as RUN
from tests.library.pictures import plain_garment
from tests.project.damaged import put_in_place_of_the_last_picture

DRESS, SKIRT = (
    plain_garment(category, color) for category, color in ((Category.DRESS, "teal"), (Category.SKIRT, "red"))
)
OF_SCHEMA_0, OF_SCHEMA_1 = (Path(__file__).parent.parent / "data" / "projects" / f"schema{one}.fgan" for one in (0, 1))


def full_project() -> Project:
    rng = np.random.default_rng(0)
    arrays = {"body_mm": rng.normal(size=(50, 3)), "empty": np.zeros((0, 3))}
    body = KeptBody(
        Figure.MAN, {"height_mm": 1802.25}, {"height_mm": 3.5}, {"hip_mm": "the coat"}, ("scanned",), arrays
    )
    noted = Noted(True, "Été", ("gala", "late"), "for Ana — „ă”")
    pictures = KeptPicture(DRESS.png(), noted), KeptPicture(SKIRT.png())
    worn = KeptFit(1, Ease.LOOSE, "M", "wool"), KeptFit(0, Ease.SLIM, "", "silk", files={"-techpack.pdf": "ab" * 32})
    fitted = (KeptFit(0, Ease.REGULAR, "", "silk", Texture.TILE, {".glb": "cd" * 32}, before_enlarging=True),)
    return Project(pictures, body, worn, b"glTF", fitted)


def test_everything_comes_back_to_the_last_bit(tmp_path: Path) -> None:
    kept = full_project()
    write_project(kept, tmp_path / "a.fgan")
    back = read_project(tmp_path / "a.fgan")
    assert (back.pictures, back.worn, back.glb) == (kept.pictures, kept.worn, kept.glb)
    assert back.fitted == kept.fitted
    assert back.body is not None
    assert kept.body is not None
    assert replace(back.body, arrays={}) == replace(kept.body, arrays={})
    assert set(back.body.arrays) == set(kept.body.arrays)
    for name, array in kept.body.arrays.items():
        np.testing.assert_array_equal(back.body.arrays[name], array)


def test_a_picture_keeps_the_exact_numbers_that_it_was_drawn_from(tmp_path: Path) -> None:
    latent = np.array([0.1, -3.3, 60000, 6e-8], np.float16)
    drawn = replace(DRESS, idea=replace(DRESS.drawn_from, code=replace(DRESS.drawn_from.code, latent=latent)))
    write_project(Project((KeptPicture(drawn.png()),)), tmp_path / "a.fgan")
    [picture] = read_project(tmp_path / "a.fgan").pictures
    back = picture.image().drawn_from.code
    assert back.latent.tobytes() == latent.tobytes()
    assert back.to_dict() == drawn.drawn_from.code.to_dict()


def test_the_same_project_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a.fgan", "b.fgan"):
        write_project(full_project(), tmp_path / name)
    assert (tmp_path / "a.fgan").read_bytes() == (tmp_path / "b.fgan").read_bytes()


def test_an_empty_project_is_one(tmp_path: Path) -> None:
    write_project(Project(), tmp_path / "a.fgan")
    assert read_project(tmp_path / "a.fgan") == Project()


@pytest.mark.parametrize("path", [OF_SCHEMA_0, OF_SCHEMA_1], ids=["0", "1"])
def test_a_project_of_an_older_schema_still_opens(path: Path) -> None:
    project = read_project(path)
    assert [one.noted for one in project.pictures] == [Noted(True, "Spring", ("early", "light"), "keep"), Noted()]
    assert [one.image().attributes.category for one in project.pictures] == [Category.DRESS, Category.SKIRT]


def test_what_was_worn_in_schema_1_shows_its_picture_and_nothing_is_known_of_its_files() -> None:
    project = read_project(OF_SCHEMA_1)
    assert project.worn == (KeptFit(1, Ease.LOOSE, "M", "wool", Texture.PICTURE, {}),)
    assert (project.fitted, project.environment) == ((), {})
    assert project.body is not None
    assert project.body.measurements() == BodyMeasurements(Figure.WOMAN, 1680, 900, 740, 980)


def test_a_project_of_a_newer_program_is_refused(tmp_path: Path) -> None:
    write_archive(tmp_path / "a.fgan", Archive(SCHEMA + 1, {CONTENT: b"{}"}))
    with pytest.raises(ProjectError, match=rf"newer program \(schema {SCHEMA + 1}\); update"):
        read_project(tmp_path / "a.fgan")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"{}",
        b'{"pictures": [{}], "body": null, "worn": []}',
        b'{"pictures": [], "body": {}, "worn": []}',
        b'{"pictures": [], "body": null, "worn": [{"picture": 0, "ease": "slim", "size": "", "fabric": ""}]}',
        b'{"pictures": [], "body": null, "worn": [{"picture": 1e999, "ease": "slim", "size": "", "fabric": ""}]}',
        b'{"pictures": [{"file": "../../etc/passwd"}], "body": null, "worn": []}',
        b'{"pictures": [], "body": null, "worn": [], "fitted": [{}]}',
        b"[" * 100_000,
    ],
)
def test_wrong_words_inside_are_refused(tmp_path: Path, content: bytes) -> None:
    write_archive(tmp_path / "a.fgan", Archive(SCHEMA, {CONTENT: content}))
    with pytest.raises(ProjectError):
        read_project(tmp_path / "a.fgan")


def test_a_picture_that_is_none_or_too_large_is_refused(tmp_path: Path) -> None:
    write_project(Project((KeptPicture(DRESS.png()),)), tmp_path / "a.fgan")
    put_in_place_of_the_last_picture(b"no picture", tmp_path / "a.fgan")
    with pytest.raises(ProjectError, match=r"00001\.png cannot be read"):
        read_project(tmp_path / "a.fgan")
    with pytest.raises(ImageError, match=r"00001\.png does not say how it was made"):
        write_project(Project((KeptPicture(b"no picture"),)), tmp_path / "b.fgan")
    png = bytearray(DRESS.png())
    png[16:24] = (20_000).to_bytes(4, "big") * 2
    png[29:33] = zlib.crc32(png[12:29]).to_bytes(4, "big")
    put_in_place_of_the_last_picture(bytes(png), tmp_path / "a.fgan")
    with pytest.raises(ProjectError, match="more than 64,000,000 pixels"):
        read_project(tmp_path / "a.fgan")


@pytest.mark.parametrize("ending", ["/../../up.png", "\x1b[2J.glb", "", "glb", ".."])
def test_a_file_of_a_garment_that_leads_elsewhere_is_refused(tmp_path: Path, ending: str) -> None:
    worn = (KeptFit(0, Ease.SLIM, "", "silk", files={ending: "ab" * 32}),)
    write_project(Project((KeptPicture(DRESS.png()),), worn=worn), tmp_path / "a.fgan")
    with pytest.raises(ProjectError, match="not how a file of ours ends"):
        read_project(tmp_path / "a.fgan")


def test_body_arrays_that_are_no_places_are_refused(tmp_path: Path) -> None:
    project = full_project()
    assert project.body is not None
    body = replace(project.body, arrays={"body_mm": np.array([np.nan])})
    write_project(replace(project, body=body), tmp_path / "a.fgan")
    with pytest.raises(ProjectError, match="no place in millimetres"):
        read_project(tmp_path / "a.fgan")


def test_what_is_worn_comes_along_with_its_picture_once_and_as_a_mesh(
    tmp_path: Path, worn_tshirt: FittedGarment
) -> None:
    body = KeptBody.of(BodyMeasurements(Figure.WOMAN, 1680, 900, 740, 980))
    (tmp_path / "dress.png").write_bytes(DRESS.png())
    chosen = [Chosen(tmp_path / "dress.png", Noted(True))]
    one = gather(chosen, body, worn_tshirt)
    papers = {str(kind): hashlib.sha256(paper(worn_tshirt, kind)).hexdigest() for kind in PAPER_ENDINGS}
    assert one.worn == (KeptFit(1, worn_tshirt.ease, "", "jersey", files=papers),)
    assert one.pictures[1].image().provenance() == worn_tshirt.image.provenance()
    (tmp_path / "worn.png").write_bytes(one.pictures[1].png)
    twice = gather([*chosen, Chosen(tmp_path / "worn.png")], body, worn_tshirt)
    assert twice.pictures == one.pictures
    (tmp_path / "a.glb").write_bytes(twice.glb)
    assert set(trimesh.load(tmp_path / "a.glb").geometry) == {"garment", "body"}


def test_without_a_body_nothing_of_it_is_in_the_file(tmp_path: Path, worn_tshirt: FittedGarment) -> None:
    write_project(gather([], None, worn_tshirt), tmp_path / "a.fgan")
    assert set(read_archive(tmp_path / "a.fgan").members) == {CONTENT, RUN}


def test_a_lost_picture_is_told(tmp_path: Path) -> None:
    with pytest.raises(ImageError, match=r"gone\.png"):
        gather([Chosen(tmp_path / "gone.png")], None)


def test_pictures_come_onto_the_projects_board_with_what_was_noted(tmp_path: Path) -> None:
    with Library(tmp_path) as library:
        arrivals = Arrivals(library, "Client")
        picture = KeptPicture(DRESS.png(), Noted(True, "Spring", ("gala",), "for Ana"))
        arrival = arrivals.take(picture, DRESS)
        entry = library.entry(arrival.number)
        assert arrival.new
        assert (entry.starred, entry.board, entry.tags, entry.note) == (True, "Client", ("Spring", "gala"), "for Ana")
        assert library.path(arrival.number).read_bytes() == picture.png
        assert library.can_undo() is None


def test_the_same_picture_is_not_doubled_and_keeps_what_is_noted_of_it(tmp_path: Path) -> None:
    with Library(tmp_path) as library:
        mine, thrown = (library.add(one).number for one in (DRESS, SKIRT))
        library.change([mine], Field.BOARD, "Mine", "move")
        library.change([thrown], Field.TRASHED, True, "delete")
        arrivals = Arrivals(library, "Client")
        kept = [(KeptPicture(one.png(), Noted(True)), one) for one in (DRESS, SKIRT, DRESS)]
        arrived = [arrivals.take(*one) for one in kept]
        assert [(one.number, one.new) for one in arrived] == [(mine, False), (thrown, False), (mine, False)]
        assert library.entry(mine).board == "Mine"
        assert not library.entry(mine).starred
        assert [one.board for one in library.entries(Query(board="Client"))] == ["Client"]


def test_a_picture_that_comes_twice_in_a_project_is_kept_once(tmp_path: Path) -> None:
    with Library(tmp_path) as library:
        arrivals = Arrivals(library, "Client")
        both = [arrivals.take(KeptPicture(DRESS.png()), DRESS) for _ in range(2)]
        assert [one.new for one in both] == [True, False]
        assert len(library.numbers()) == 1
