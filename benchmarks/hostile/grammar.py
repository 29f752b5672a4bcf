"""Damage that keeps a format's own checks whole, so that it gets past them: right checksums, lengths and hashes."""

import hashlib
import io
import json
import sqlite3
import struct
import tempfile
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import numpy as np

from benchmarks.hostile.damage import EXTREMES, PLAIN, TEXT
from benchmarks.hostile.trees import VALUES, damaged_json, damaged_yaml

Random = np.random.Generator
Damage = Callable[[bytes, Random], bytes]
_PNG, _ZIP, _MANIFEST = b"\x89PNG\r\n\x1a\n", b"PK\x03\x04", "manifest.json"


def damaged(name: str, content: bytes, random: Random) -> bytes:
    """Somehow damaged: half of the time so that the format's own checks still hold."""
    deep = _deep(name, content)
    if deep is not None and random.random() < 0.6:
        return deep(content, random)
    ways = TEXT if _is_text(name) else PLAIN
    return ways[int(random.integers(len(ways)))](content, random)


def _is_text(name: str) -> bool:
    return name.endswith((".json", ".jsonl", ".yaml", ".yml", ".csv", ".smis", ".txt", ".toml"))


def _deep(name: str, content: bytes) -> Damage | None:
    by_name = {".json": damaged_json, ".yaml": damaged_yaml, ".tar": _tar, ".safetensors": _safetensors}
    by_name |= {".jsonl": _lines_of_json, ".sqlite": _sqlite}
    by_start = {_PNG: _png, _ZIP: _zip}
    for start, way in by_start.items():
        if content.startswith(start):
            return way
    return next((way for ending, way in by_name.items() if name.endswith(ending)), None)


def _lines_of_json(content: bytes, random: Random) -> bytes:
    lines = content.splitlines()
    at = int(random.integers(len(lines)))
    lines[at] = damaged_json(lines[at], random)
    return b"\n".join(lines) + b"\n"


def png_chunks(content: bytes) -> list[tuple[bytes, bytes]]:
    """Kind and body of each chunk of a whole PNG."""
    chunks, at = [], len(_PNG)
    while at < len(content):
        (size,), kind = struct.unpack_from(">I", content, at), content[at + 4 : at + 8]
        chunks.append((kind, content[at + 8 : at + 8 + size]))
        at += 12 + size
    return chunks


def png_of(chunks: list[tuple[bytes, bytes]]) -> bytes:
    """A PNG of these chunks, with right lengths and checksums."""
    parts = [
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body)) for kind, body in chunks
    ]
    return _PNG + b"".join(parts)


def _png(content: bytes, random: Random) -> bytes:
    chunks = png_chunks(content)
    at = int(random.integers(len(chunks)))
    # What a picture says of itself is the most interesting part of it.
    texts = [index for index, (kind, _) in enumerate(chunks) if kind == b"iTXt"]
    if texts and random.random() < 0.6:
        at = texts[0]
    kind, body = chunks[at]
    if kind == b"iTXt":
        head, _, text = body.partition(b"\0\0\0\0\0")
        chunks[at] = kind, head + b"\0\0\0\0\0" + damaged_json(text, random)
    elif kind == b"IHDR":
        field = int(random.integers(len(body) - 3))
        extreme = EXTREMES[int(random.integers(len(EXTREMES)))] % 2**32
        chunks[at] = kind, body[:field] + struct.pack(">I", extreme) + body[field + 4 :]
    elif random.random() < 0.3:
        chunks.insert(int(random.integers(len(chunks))), chunks.pop(at))
    else:
        chunks[at] = kind, PLAIN[int(random.integers(len(PLAIN)))](body, random)
    return png_of(chunks)


def _zip(content: bytes, random: Random) -> bytes:
    """A member damaged and packed again; the hash in a manifest of ours is made right."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as file:
            members = {one.filename: file.read(one) for one in file.infolist()}
            ways = {one.filename: one.compress_type for one in file.infolist()}
    except (zipfile.BadZipFile, OSError, RuntimeError):
        return content
    names = sorted(members)
    name = names[int(random.integers(len(names)))]
    if name.endswith(".pkl") or random.random() < 0.85:
        members[name] = damaged(name, members[name], random)
    else:
        del members[name]
    if _MANIFEST in members and name != _MANIFEST:
        members[_MANIFEST] = _right_manifest(members)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as file:
        for one, inside in members.items():
            file.writestr(zipfile.ZipInfo(one), inside, ways[one])
    return made.getvalue()


def _right_manifest(members: dict[str, bytes]) -> bytes:
    known = json.loads(members[_MANIFEST])
    known["members"] = [
        {"name": name, "size": len(inside), "sha256": hashlib.sha256(inside).hexdigest()}
        for name, inside in members.items()
        if name != _MANIFEST
    ]
    return json.dumps(known).encode()


def _safetensors(content: bytes, random: Random) -> bytes:
    size = int.from_bytes(content[:8], "little")
    header, tensors = json.loads(content[8 : 8 + size]), content[8 + size :]
    texts = [name for name, value in header.get("__metadata__", {}).items() if value[:1] in "{["]
    if texts and random.random() < 0.4:
        name = texts[int(random.integers(len(texts)))]
        header["__metadata__"][name] = damaged_json(header["__metadata__"][name].encode(), random).decode(
            "utf-8", "replace"
        )
        changed = json.dumps(header).encode()
    elif random.random() < 0.3:
        one = header[
            sorted(set(header) - {"__metadata__"})[int(random.integers(len(header) - ("__metadata__" in header)))]
        ]
        one["dtype"] = ("F64", "BF16", "I64", "U8", "BOOL", "F8_E4M3", "X")[int(random.integers(7))]
        changed = json.dumps(header).encode()
    elif random.random() < 0.4:
        return content[: 8 + size] + PLAIN[int(random.integers(len(PLAIN)))](tensors, random)
    else:
        changed = damaged_json(content[8 : 8 + size], random)
    return len(changed).to_bytes(8, "little") + changed + tensors


def _tar(content: bytes, random: Random) -> bytes:
    """A header with an extreme field and a right checksum, or a member damaged."""
    changed, at = bytearray(content), 0
    headers = []
    while at + 512 <= len(content) and content[at : at + 1] != b"\0":
        headers.append(at)
        try:
            at += 512 + -(-int(content[at + 124 : at + 135], 8) // 512) * 512
        except ValueError:
            break
    if not headers:
        return content
    at = headers[int(random.integers(len(headers)))]
    if random.random() < 0.4:
        return PLAIN[int(random.integers(len(PLAIN)))](content, random)
    field = (0, 100, 124, 136, 156, 157, 257, 345)[int(random.integers(8))]
    values = (
        b"77777777777",
        b"-1",
        b"\xff" * 12,
        b"0" * 12,
        b"../../planted",
        b"/etc/passwd",
        b"L",
        b"x",
        b"S",
        b"2",
        b"1",
    )
    value = values[int(random.integers(len(values)))]
    changed[at + field : at + field + len(value)] = value
    changed[at + 148 : at + 156] = b" " * 8
    changed[at + 148 : at + 156] = b"%06o\0 " % sum(changed[at : at + 512])
    return bytes(changed)


def _sqlite(content: bytes, random: Random) -> bytes:
    """A value of another kind in a table, as any program could write it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.sqlite"
        path.write_bytes(content)
        table = sqlite3.connect(path)
        names = [name for (name,) in table.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY 1")]
        name = names[int(random.integers(len(names)))]
        columns = [row[1] for row in table.execute(f"PRAGMA table_info({name})")]
        column = columns[int(random.integers(len(columns)))]
        value = VALUES[int(random.integers(len(VALUES)))]
        plain = value if isinstance(value, int | float | str | None) else json.dumps(value)
        kept = plain.encode() if isinstance(plain, str) and random.random() < 0.3 else plain
        try:
            with table:
                table.execute(f"UPDATE {name} SET {column} = ?", [kept])
        except (sqlite3.Error, UnicodeEncodeError, OverflowError):
            table.execute("PRAGMA user_version = 99")
        table.close()
        return path.read_bytes()
