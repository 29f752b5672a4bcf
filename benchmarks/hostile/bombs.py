"""Files that are made to harm: bombs, claims of a billion of anything, names that lead elsewhere, code in pickles.

Every function gives the content of a file; `attacks.py` says which reader is given which.
"""

import gzip
import hashlib
import io
import json
import os
import pickle
import struct
import tarfile
import zipfile
import zlib
from functools import cache
from pathlib import Path

import numpy as np
import torch
from PIL import Image

from benchmarks.hostile.grammar import png_chunks, png_of

PLANTED = "planted"
MANY = 10**9
# The most pixels that are read, in a square.
LARGEST_SIDE_PX = 8000


class Code:
    """Makes a folder in the current one when it is unpickled."""

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return (os.mkdir, (PLANTED,))


def pickled_code() -> bytes:
    """A pickle that runs code."""
    return pickle.dumps(Code())


def npz_with_code() -> bytes:
    """An archive of numpy whose array is a pickle."""
    made = io.BytesIO()
    np.savez(made, a=np.array([Code()], object))
    return made.getvalue()


def saved_with_code(zipped: bool) -> bytes:
    """What torch saves, with code beside a tensor."""
    return saved({"a": torch.zeros(2), "b": Code()}, zipped)


def saved(content: object, zipped: bool = True) -> bytes:
    """What torch saves."""
    made = io.BytesIO()
    torch.save(content, made, _use_new_zipfile_serialization=zipped)
    return made.getvalue()


@cache
def packed_weights(size: int) -> bytes:
    """What torch saves of zeros, but its records packed a thousandfold."""
    made, names = io.BytesIO(), zipfile.ZipFile(io.BytesIO(saved({"a": torch.zeros(size, dtype=torch.uint8)})))
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        for one in names.infolist():
            file.writestr(one.filename, names.read(one), zipfile.ZIP_DEFLATED)
    return made.getvalue()


def png(width: int, height: int, bits: int = 8, kind: int = 6, rows: bytes | None = None) -> bytes:
    """A PNG that says this of itself; rows : what is packed in it, or nothing but a few bytes"""
    head = struct.pack(">IIBBBBB", width, height, bits, kind, 0, 0, 0)
    return png_of([(b"IHDR", head), (b"IDAT", zlib.compress(rows or bytes(64), 9)), (b"IEND", b"")])


@cache
def whole_png(side_px: int, bits: int = 8, kind: int = 6) -> bytes:
    """A black PNG with all of its pixels, packed a thousandfold."""
    channels = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}[kind]
    packer, row = zlib.compressobj(1), bytes(1 + side_px * channels * bits // 8)
    body = b"".join(packer.compress(row) for _ in range(side_px)) + packer.flush()
    head = struct.pack(">IIBBBBB", side_px, side_px, bits, kind, 0, 0, 0)
    return png_of([(b"IHDR", head), (b"IDAT", body), (b"IEND", b"")])


@cache
def packed_zeros(size: int) -> bytes:
    """Zeros as zlib packs them."""
    packer, block = zlib.compressobj(9), bytes(1 << 20)
    return b"".join(packer.compress(block) for _ in range(size >> 20)) + packer.flush()


def with_packed_text(content: bytes, key: str, packed: bytes) -> bytes:
    """A PNG with one more text, which is packed already."""
    chunks = png_chunks(content)
    return png_of([chunks[0], (b"iTXt", key.encode() + b"\0\1\0\0\0" + packed), *chunks[1:]])


def with_text(content: bytes, key: str, text: bytes, packed: bool = True) -> bytes:
    """A PNG with another text instead of its own."""
    chunks = [one for one in png_chunks(content) if one[0] != b"iTXt"]
    body = key.encode() + b"\0" + (b"\1\0\0\0" + zlib.compress(text, 9) if packed else b"\0\0\0\0" + text)
    return png_of([chunks[0], (b"iTXt", body), *chunks[1:]])


def with_many_texts(content: bytes, count: int) -> bytes:
    """A PNG with many packed texts of a megabyte each."""
    chunks, text = png_chunks(content), zlib.compress(bytes(1_000_000), 9)
    return png_of([chunks[0], *((b"zTXt", b"t%d\0\0" % number + text) for number in range(count)), *chunks[1:]])


def gif() -> bytes:
    """A GIF of 65,535 x 65,535 pixels."""
    return b"GIF89a\xff\xff\xff\xff\x80\0\0" + bytes(6) + b"\x2c\0\0\0\0\xff\xff\xff\xff\0\x08\2\x4c\1\0\x3b"


def tiff(width: int = 60_000, count: int = 1, next_at: int = 0) -> bytes:
    """A TIFF of many pixels, with tags of many values, or whose directories lead in circles."""
    tags = [(256, 4, 1, width), (257, 4, 1, width), (258, 3, count, 8), (259, 3, 1, 1), (262, 3, 1, 1)]
    tags += [(273, 4, count, 8), (277, 3, 1, 1), (278, 4, 1, width), (279, 4, count, 64)]
    body = b"".join(struct.pack("<HHII", *tag) for tag in tags)
    return b"II*\0" + struct.pack("<IH", 8, len(tags)) + body + struct.pack("<I", next_at) + bytes(64)


def webp() -> bytes:
    """A WebP of 16,384 x 16,384 pixels."""
    size = 16_384 - 1
    body = b"VP8X" + struct.pack("<I", 10) + b"\0\0\0\0" + size.to_bytes(3, "little") * 2
    body += b"VP8L" + struct.pack("<I", 6) + b"\x2f" + (size | size << 14).to_bytes(4, "little") + b"\0"
    return b"RIFF" + struct.pack("<I", len(body) + 4) + b"WEBP" + body


def jpeg(content: bytes) -> bytes:
    """A JPEG whose frame says 65,500 pixels each way."""
    at = content.index(b"\xff\xc0") + 5
    return content[:at] + struct.pack(">HH", 65_500, 65_500) + content[at + 4 :]


def bmp() -> bytes:
    """A BMP of two billion pixels each way."""
    return (
        b"BM"
        + struct.pack("<IHHI", 200, 0, 0, 54)
        + struct.pack("<IiiHHIIiiII", 40, 2**31 - 1, 2**31 - 1, 1, 24, *[0] * 6)
    )


def svg() -> bytes:
    """A drawing of gigapixels with entities that unfold, for readers that take any format that Qt knows."""
    laughs = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    return (
        f'<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a0 "ha">{laughs}]>'
        '<svg xmlns="http://www.w3.org/2000/svg" width="60000" height="60000"><text>&a9;</text></svg>'
    ).encode()


def laughing_yaml(key: str) -> bytes:
    """A few hundred bytes that are a billion words once written out."""
    lines = ["a0: &a0 [ha, ha, ha, ha, ha, ha, ha, ha, ha, ha]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 10)]
    return "\n".join([*lines, f"{key}: *a9"]).encode()


def laughing_value(indent: str = "") -> str:
    """The same as one value in place."""
    made = "&a0 [ha, ha, ha, ha, ha, ha, ha, ha, ha, ha]"
    for n in range(1, 10):
        made = f"&a{n} [{made}, {', '.join([f'*a{n - 1}'] * 9)}]"
    return indent + made


def merging_yaml() -> bytes:
    """Mappings that take in one another, twice each: 2^40 entries."""
    lines = ["a0: &a0 {height_mm: 1680}"]
    lines += [f"a{n}: &a{n} {{<<: [*a{n - 1}, *a{n - 1}]}}" for n in range(1, 41)]
    return "\n".join(lines).encode()


def laughing_xml(tag: str = "smis") -> bytes:
    """Entities that unfold."""
    laughs = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    return f'<?xml version="1.0"?><!DOCTYPE {tag} [<!ENTITY a0 "ha">{laughs}]><{tag}><unit>&a9;</unit></{tag}>'.encode()


def reading_xml() -> bytes:
    """An entity that is another file."""
    return (
        b'<?xml version="1.0"?><!DOCTYPE smis [<!ENTITY a SYSTEM "file:///etc/passwd">]><smis><unit>&a;</unit></smis>'
    )


def project_of(members: dict[str, bytes], names: list[zipfile.ZipInfo] | None = None, packed: bool = True) -> bytes:
    """A zip with a manifest that agrees to its members; names : of them, if they are special"""
    listed = [
        {"name": name, "size": len(one), "sha256": hashlib.sha256(one).hexdigest()} for name, one in members.items()
    ]
    manifest = {"format": "fashiongan-project", "schema": 1, "members": listed}
    made, way = io.BytesIO(), zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
    infos = names or [zipfile.ZipInfo(name) for name in members]
    with zipfile.ZipFile(made, "w") as file:
        file.writestr("manifest.json", json.dumps(manifest), zipfile.ZIP_DEFLATED)
        for info, one in zip(infos, members.values(), strict=True):
            file.writestr(info, one, way)
    return made.getvalue()


def members_of(content: bytes) -> dict[str, bytes]:
    """What lies in a project, without its manifest."""
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        return {one.filename: file.read(one) for one in file.infolist() if one.filename != "manifest.json"}


def overlapping_zip(count: int = 2000) -> bytes:
    """Many names for one packed megabyte: every entry of the directory points at the same place.

    Source: Fifield, A better zip bomb (2019).
    """
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("a.bin", bytes(1_000_000))
    content = made.getvalue()
    at, size = content.index(b"PK\1\2"), len(content)
    entry = content[at : content.index(b"PK\5\6")]
    names = [b"%05d" % number for number in range(count)]
    directory = b"".join(entry.replace(b"a.bin", name) for name in names)
    end = struct.pack("<4sHHHHIIH", b"PK\5\6", 0, 0, count, count, len(directory), at, 0)
    assert size
    return content[:at] + directory + end


def safetensors(header: dict[str, object] | bytes, body: bytes = b"") -> bytes:
    """A file with this header."""
    text = header if isinstance(header, bytes) else json.dumps(header).encode()
    return len(text).to_bytes(8, "little") + text + body


def billion_vertices(name: str) -> bytes:
    """A header that says 10^9 vertices, and a few bytes."""
    return safetensors({name: {"dtype": "F64", "shape": [MANY, 3], "data_offsets": [0, 24 * MANY]}}, bytes(240))


def glb(count: int = MANY) -> bytes:
    """A mesh whose header says 10^9 vertices."""
    text = json.dumps(
        {"asset": {"version": "2.0"}, "accessors": [{"count": count, "type": "VEC3", "componentType": 5126}]}
    )
    text += " " * (-len(text) % 4)
    return b"glTF" + struct.pack("<III4s", 2, 20 + len(text), len(text), b"JSON") + text.encode()


def tar_member(name: str, content: bytes = b"x", **facts: object) -> bytes:
    """A tar with one member of any kind."""
    made, member = io.BytesIO(), tarfile.TarInfo(name)
    member.size = len(content)
    for fact, value in facts.items():
        setattr(member, fact, value)
    with tarfile.open(fileobj=made, mode="w") as archive:
        archive.addfile(member, io.BytesIO(content) if member.isreg() else None)
    return made.getvalue()


def sparse_tar(name: str, size: int = 1 << 40) -> bytes:
    """A member of a terabyte that is nothing but a hole."""
    facts = {
        "GNU.sparse.major": "1",
        "GNU.sparse.minor": "0",
        "GNU.sparse.name": name,
        "GNU.sparse.realsize": str(size),
    }
    made, member = io.BytesIO(), tarfile.TarInfo("GNUSparseFile.0/a")
    content = b"1\n0\n0\n".ljust(512, b"\0")
    member.size, member.pax_headers = len(content), facts
    with tarfile.open(fileobj=made, mode="w", format=tarfile.PAX_FORMAT) as archive:
        archive.addfile(member, io.BytesIO(content))
    return made.getvalue()


def linked_tar(names: list[str]) -> bytes:
    """Links that lead in a circle."""
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w") as archive:
        for name, other in zip(names, [*names[1:], names[0]], strict=True):
            member = tarfile.TarInfo(name)
            member.type, member.linkname = tarfile.LNKTYPE, other
            archive.addfile(member)
    return made.getvalue()


def gzip_bomb(megabytes: int) -> bytes:
    """Zeros, packed a thousandfold: many small files of gzip in a row are one large one."""
    return gzip.compress(bytes(1 << 24), 9, mtime=0) * (megabytes // 16)


def jpeg_of(picture: Image.Image) -> bytes:
    """A JPEG."""
    made = io.BytesIO()
    picture.save(made, "JPEG")
    return made.getvalue()


def with_schema(path: Path, statements: str) -> None:
    """Run statements on a SQLite file."""
    import sqlite3

    table = sqlite3.connect(path)
    table.executescript(statements)
    table.close()
