"""The handmade attacks on sets to train on: tars, tables, and the maps of people."""

import io
from pathlib import Path
from typing import Any

import numpy as np
from scipy.io import savemat

from benchmarks.hostile import bombs, seeds
from benchmarks.hostile.bombs import PLANTED
from benchmarks.hostile.changes import Change, content, fixed
from fashiongan.dataset.labels import read_labels, shipped_label_table


def _photo_name() -> str:
    return next(one.image for one in read_labels(shipped_label_table()) if one.split == "train" and not one.has_logo)


PHOTO_NAME = f"photos/{_photo_name()}.jpg"
IMAGE_NAME = f"images/{next(one.image for one in read_labels(shipped_label_table()) if one.split == 'train')}.webp"
_HUGE_JPEG = bombs.jpeg(bombs.jpeg_of(seeds.photo()))


def tars(name: str, inside: str = "") -> dict[str, Change]:
    """Attacks on a tar in which a member is looked for."""
    return {
        "a member that leads out": fixed(bombs.tar_member(f"../../{PLANTED}"), inside),
        "an absolute member": fixed(bombs.tar_member(f"/tmp/{PLANTED}"), inside),
        "a link elsewhere": fixed(bombs.tar_member(name, b"", type=b"2", linkname="/etc/passwd"), inside),
        "links in a circle": fixed(bombs.linked_tar([name, "masks/a", "masks/b"]), inside),
        "a device": fixed(bombs.tar_member(name, b"", type=b"3", devmajor=1, devminor=5), inside),
        "a hole of a terabyte": fixed(bombs.sparse_tar(name), inside),
        "a gzip bomb": content(lambda _: bombs.gzip_bomb(4000), inside),
        "a picture of gigapixels": fixed(bombs.tar_member(name, _HUGE_JPEG), inside),
        "a member of 2^62 bytes": content(lambda _: _claiming(bombs.tar_member(name), 2**62), inside),
    }


def _claiming(tar: bytes, size: int) -> bytes:
    changed = bytearray(tar)
    changed[124:136] = b"\x80" + size.to_bytes(11, "big")
    changed[148:156] = b" " * 8
    changed[148:156] = b"%06o\0 " % sum(changed[:512])
    return bytes(changed)


def huge_picture(path: Path) -> Path:
    """A prepared folder instead of a tar, with a claim of gigapixels."""
    (path / "images").mkdir()
    (path / "images" / f"{Path(IMAGE_NAME).stem}.png").write_bytes(bombs.png(60_000, 60_000))
    return path


def claiming_map(old: bytes) -> bytes:
    """A plain map in MATLAB's format that says to have 2^31 rows."""
    made: Any = io.BytesIO()  # Of which scipy's stubs know only files with paths.
    savemat(made, {"groundtruth": np.zeros((7, 9), np.uint8)})
    rows, columns = (7).to_bytes(4, "little"), (9).to_bytes(4, "little")
    assert old
    content: bytes = made.getvalue()
    return content.replace(rows + columns, (2**31 - 1).to_bytes(4, "little") + columns, 1)
