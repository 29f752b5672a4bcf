from pathlib import Path

import pytest
from PIL import Image

from benchmarks.hostile import bombs
from fashiongan.dataset.decoding import decoded, opened_tar
from fashiongan.errors import DatasetError


def names_in(path: Path) -> tuple[str, ...]:
    with opened_tar(path, "no tar") as archive:
        return archive.names


@pytest.mark.parametrize(
    "content",
    [
        bombs.tar_member("a.png", b"", type=b"2", linkname="/etc/passwd"),
        bombs.tar_member("a.png", b"", type=b"3"),
        bombs.sparse_tar("a.png"),
        bombs.linked_tar(["a.png", "b.png"]),
    ],
    ids=["link", "device", "hole", "circle"],
)
def test_links_devices_and_holes_are_no_pictures(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.tar").write_bytes(content)
    assert names_in(tmp_path / "a.tar") == ()


def test_a_plain_file_is_read_and_a_packed_tar_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.tar").write_bytes(bombs.tar_member("a.png", b"whole"))
    with opened_tar(tmp_path / "a.tar", "no tar") as archive:
        assert archive.read("a.png") == b"whole"
    (tmp_path / "b.tar").write_bytes(bombs.gzip_bomb(16))
    with pytest.raises(DatasetError, match=r"give a plain \.tar that is whole") as caught:
        names_in(tmp_path / "b.tar")
    assert len(str(caught.value).splitlines()) == 1


@pytest.mark.parametrize("content", [bombs.png(60_000, 60_000), bombs.png(8001, 8001), bombs.pickled_code(), b""])
def test_what_claims_too_much_or_is_no_picture_is_refused(content: bytes) -> None:
    with pytest.raises(ValueError, match=r"\S"):
        decoded(content, ("PNG",))


def test_pixels_come_as_they_are(tmp_path: Path) -> None:
    Image.new("RGB", (3, 2), (1, 2, 3)).save(tmp_path / "a.png")
    assert decoded(tmp_path / "a.png", ("PNG",)).tolist() == [[[1, 2, 3]] * 3] * 2
    assert decoded((tmp_path / "a.png").read_bytes(), ("PNG",), "L").shape == (2, 3)
