"""What may come from anybody, by any way: nothing but whole projects is read, and nothing else is raised."""

import contextlib
import errno
import json
import stat
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fashiongan.errors import OutputError, ProjectError
from fashiongan.project import archive
from fashiongan.project.archive import Archive, read_archive, write_archive

MEMBERS = {"project.json": b'{"pictures": []}' * 20, "pictures/00001.png": b"\x89PNG" + bytes(range(256))}
WHOLE = Archive(1, MEMBERS)
ANY_DAMAGE = settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "summer.fgan"
    write_archive(made, WHOLE)
    return made


def changed(path: Path, change: Callable[[zipfile.ZipFile], None]) -> Path:
    with zipfile.ZipFile(path, "a") as file:
        change(file)
    return path


def as_written_by_hand(path: Path, member: zipfile.ZipInfo, content: bytes = b"x") -> None:
    """A zip with one member, and a manifest that agrees to it."""
    manifest = {"format": archive.FORMAT, "schema": 1, "members": [{"name": member.filename, "size": 1, "sha256": ""}]}
    with zipfile.ZipFile(path, "w") as file:
        file.writestr(archive.MANIFEST, json.dumps(manifest))
        file.writestr(member, content)


def test_what_was_written_is_read_and_the_same_members_give_the_same_bytes(path: Path, tmp_path: Path) -> None:
    assert read_archive(path) == WHOLE
    write_archive(tmp_path / "again.fgan", Archive(1, dict(reversed(MEMBERS.items()))))
    assert (tmp_path / "again.fgan").read_bytes() == path.read_bytes()


def test_pictures_are_stored_and_text_is_packed(path: Path) -> None:
    with zipfile.ZipFile(path) as file:
        assert file.getinfo("pictures/00001.png").compress_type == zipfile.ZIP_STORED
        assert file.getinfo("project.json").compress_size < len(MEMBERS["project.json"])
        assert file.testzip() is None


@ANY_DAMAGE
@given(data=st.data())
def test_flipped_bytes_change_nothing_or_are_refused(path: Path, data: st.DataObject) -> None:
    content = bytearray(path.read_bytes())
    for place in data.draw(st.lists(st.integers(0, len(content) - 1), min_size=1, max_size=4)):
        content[place] ^= data.draw(st.integers(1, 255))
    damaged = path.with_name("damaged.fgan")
    damaged.write_bytes(content)
    with contextlib.suppress(ProjectError):
        assert read_archive(damaged) == WHOLE


@ANY_DAMAGE
@given(data=st.data())
def test_half_a_file_is_refused(path: Path, data: st.DataObject) -> None:
    content = path.read_bytes()
    damaged = path.with_name("damaged.fgan")
    damaged.write_bytes(content[: data.draw(st.integers(0, len(content) - 1))])
    with pytest.raises(ProjectError):
        read_archive(damaged)


@given(content=st.binary(max_size=200))
@ANY_DAMAGE
def test_any_other_file_is_refused(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(ProjectError, match="is no project, or damaged"):
        read_archive(path)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(ProjectError, match="No such file"):
        read_archive(tmp_path / "none.fgan")


@pytest.mark.parametrize(
    "name", ["../up.png", "/root.png", "a\\b.png", "C:/x.png", "a/../../b", "folder/", ".hidden", "a//b", "a\x00b"]
)
def test_a_name_that_leads_elsewhere_is_refused(tmp_path: Path, name: str) -> None:
    member = zipfile.ZipInfo("x")
    member.filename = name
    with pytest.raises(ProjectError):
        write_archive(tmp_path / "mine.fgan", Archive(1, {name: b"x"}))
    as_written_by_hand(tmp_path / "theirs.fgan", member)
    with pytest.raises(ProjectError):
        read_archive(tmp_path / "theirs.fgan")


def test_a_link_is_refused(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("link.png")
    link.create_system, link.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
    as_written_by_hand(tmp_path / "a.fgan", link, b"/etc/passwd")
    with pytest.raises(ProjectError, match="no plain file"):
        read_archive(tmp_path / "a.fgan")


def test_a_zip_without_our_manifest_is_no_project(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.fgan", "w") as file:
        file.writestr("photo.png", b"x")
    with pytest.raises(ProjectError, match=r"no manifest\.json"):
        read_archive(tmp_path / "a.fgan")
    with zipfile.ZipFile(tmp_path / "b.fgan", "w") as file:
        file.writestr(archive.MANIFEST, '{"format": "other", "schema": 1, "members": []}')
    with pytest.raises(ProjectError, match="of another program"):
        read_archive(tmp_path / "b.fgan")


@pytest.mark.parametrize("text", ["[" * 100_000, "[]", "{}", '{"format": "fashiongan-project"}', "\xff", "1e999"])
def test_a_manifest_that_says_nothing_is_refused(tmp_path: Path, text: str) -> None:
    with zipfile.ZipFile(tmp_path / "a.fgan", "w") as file:
        file.writestr(archive.MANIFEST, text.encode("latin-1"))
    with pytest.raises(ProjectError):
        read_archive(tmp_path / "a.fgan")


def test_what_the_manifest_does_not_name_is_refused(path: Path) -> None:
    changed(path, lambda file: file.writestr("more.png", b"x"))
    with pytest.raises(ProjectError, match=r"other files than its manifest"):
        read_archive(path)


def test_another_content_under_the_same_name_is_refused(path: Path) -> None:
    as_written_by_hand(path, zipfile.ZipInfo("a.png"))
    with pytest.raises(ProjectError, match=r"a\.png is damaged"):
        read_archive(path)


def test_a_bomb_is_refused_by_its_headers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MOST_BYTES", 1 << 20)
    member = zipfile.ZipInfo("a.bin")
    member.compress_type = zipfile.ZIP_DEFLATED
    as_written_by_hand(tmp_path / "a.fgan", member, bytes(2 << 20))
    assert (tmp_path / "a.fgan").stat().st_size < 10_000
    with pytest.raises(ProjectError, match="2 MiB unpacked"):
        read_archive(tmp_path / "a.fgan")
    with pytest.raises(ProjectError, match="2 MiB unpacked"):
        write_archive(tmp_path / "b.fgan", Archive(1, {"a.bin": bytes(2 << 20)}))


def test_a_bomb_whose_headers_lie_is_not_unpacked_further_than_they_say(tmp_path: Path) -> None:
    member = zipfile.ZipInfo("a.bin")
    member.compress_type = zipfile.ZIP_DEFLATED
    as_written_by_hand(tmp_path / "a.fgan", member, bytes(1 << 20))
    content, true = (tmp_path / "a.fgan").read_bytes(), (1 << 20).to_bytes(4, "little")
    assert content.count(true) == 2
    (tmp_path / "a.fgan").write_bytes(content.replace(true, (1).to_bytes(4, "little")))
    with pytest.raises(ProjectError):
        read_archive(tmp_path / "a.fgan")


def test_too_many_members_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_archive(tmp_path / "a.fgan", Archive(1, {f"{number}.txt": b"" for number in range(20)}))
    monkeypatch.setattr(archive, "MOST_MEMBERS", 10)
    with pytest.raises(ProjectError, match="21 files"):
        read_archive(tmp_path / "a.fgan")


def test_a_full_disk_is_one_line_and_leaves_the_old_file(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    before = path.read_bytes()
    monkeypatch.setattr(zipfile.ZipFile, "writestr", full)
    with pytest.raises(OutputError, match="No space left on device"):
        write_archive(path, Archive(1, {"b.png": b"new"}))
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]
