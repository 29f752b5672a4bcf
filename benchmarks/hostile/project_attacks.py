"""The handmade attacks on what the window keeps and passes on: projects, libraries, tasks that wait."""

import json
import zipfile
import zlib
from base64 import b64encode
from collections.abc import Callable
from pathlib import Path

import numpy as np

from benchmarks.hostile import bombs
from benchmarks.hostile.bombs import PLANTED
from benchmarks.hostile.changes import Change, content, fixed
from benchmarks.hostile.text_attacks import numbers_replaced, texts_replaced


def _special(name: str, mode: int = 0o100644) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo("x")
    info.filename, info.create_system, info.external_attr = name, 3, mode << 16
    return info


def _with_members(other: Callable[[dict[str, bytes]], dict[str, bytes]]) -> Change:
    return content(lambda old: bombs.project_of(other(bombs.members_of(old))))


def _with_content(make: Callable[[bytes], bytes]) -> Change:
    return _with_members(lambda old: old | {"project.json": make(old["project.json"])})


def _listed_often(members: dict[str, bytes]) -> dict[str, bytes]:
    known = json.loads(members["project.json"])
    known["pictures"] = known["pictures"][:1] * 50_000
    return members | {"project.json": json.dumps(known).encode()}


PROJECTS: dict[str, Change] = {
    "a member of a gigabyte of zeros": content(lambda old: bombs.project_of({"a.bin": bytes((1 << 30) - 1000)})),
    "ten members of 100 MB": content(lambda old: bombs.project_of({f"{n}.bin": bytes(100_000_000) for n in range(10)})),
    "a bomb in a bomb": content(
        lambda old: bombs.project_of(bombs.members_of(old) | {"a.zip": bombs.project_of({"b.bin": bytes(1 << 28)})})
    ),
    "2,000 names for one place": fixed(bombs.overlapping_zip()),
    "20,000 members": content(lambda old: bombs.project_of({f"{n}": b"" for n in range(20_000)})),
    "a name that leads out": fixed(bombs.project_of({f"../../{PLANTED}": b"x"}, [_special(f"../../{PLANTED}")])),
    "an absolute name": fixed(bombs.project_of({f"/tmp/{PLANTED}": b"x"}, [_special(f"/tmp/{PLANTED}")])),
    "a name with control characters": fixed(bombs.project_of({"a\nb\x1b[2J": b"x"}, [_special("a\nb\x1b[2J")])),
    "a link": fixed(bombs.project_of({"a.png": b"/etc/passwd"}, [_special("a.png", 0o120777)])),
    "a scan of 10^9 vertices": _with_members(lambda old: old | {"scan.safetensors": bombs.billion_vertices("body_mm")}),
    "a mesh of 10^9 vertices": _with_members(lambda old: old | {"garment.glb": bombs.glb()}),
    "a picture of 60,000 x 60,000": _with_members(lambda old: old | {"pictures/00001.png": bombs.png(60_000, 60_000)}),
    "one picture 50,000 times": _with_members(_listed_often),
    "20 million empty lists": _with_members(lambda old: old | {"project.json": b"[" + b"[]," * 20_000_000 + b"0]"}),
    "20 million empty lists of what made it": _with_members(
        lambda old: old | {"run.json": b"[" + b"[]," * 20_000_000 + b"0]"}
    ),
    "what made it nested 100,000 deep": _with_members(lambda old: old | {"run.json": b"[" * 100_000}),
    "what made it is no text": _with_members(lambda old: old | {"run.json": b"\xff\xfe[]"}),
    "a scan that is a pickle": _with_members(lambda old: old | {"scan.safetensors": bombs.pickled_code()}),
} | {
    f"inside: {name}": _with_content(make)
    for name, make in {
        "every number 10^400": lambda old: numbers_replaced(old, b"1" + b"0" * 400),
        "every number NaN": lambda old: numbers_replaced(old, b"NaN"),
        "every text half a character": lambda old: texts_replaced(old, "\ud800"),
    }.items()
}


def _schema(statements: str) -> Change:
    def change(path: Path) -> Path:
        bombs.with_schema(path / "library.sqlite", statements)
        return path

    return change


_ENDLESS = "WITH RECURSIVE n(a) AS (SELECT 1 UNION ALL SELECT a + 1 FROM n) SELECT a"
LIBRARIES: dict[str, Change] = {
    "a trigger that never ends": _schema(
        f"CREATE TRIGGER t AFTER UPDATE ON pictures BEGIN INSERT INTO thumbnails {_ENDLESS}, x'00' FROM n; END;"
    ),
    "a view that never ends": _schema(
        "ALTER TABLE pictures RENAME TO old; "
        f"CREATE VIEW pictures AS {_ENDLESS} AS number, 'x' AS file, 0 AS trashed FROM n;"
    ),
    "an index that takes a gigabyte": _schema("CREATE INDEX i ON pictures (length(zeroblob(number * 400000000)));"),
    "a file that lies elsewhere": _schema(
        f"UPDATE pictures SET file = '../../../{PLANTED}', trashed = 1 WHERE number = 1;"
    ),
    "words that are none": _schema("UPDATE pictures SET category = x'00ff', tags = 7, lightness = 'x';"),
    "text that is none": _schema("UPDATE pictures SET note = CAST(x'ff41' AS TEXT);"),
    "numbers that are none": _schema("UPDATE embeddings SET vector = x'000000'; UPDATE waiting SET task = 7;"),
    "changes of another table": _schema("UPDATE changes SET field = 'number = 1; --', before = '[[1, 2]]';"),
    "a header that claims 2^32 pages": content(lambda old: old[:28] + b"\xff\xff\xff\xfe" + old[32:], "library.sqlite"),
    "broken pages": content(lambda old: old[:4096] + bytes(len(old) - 4096), "library.sqlite"),
    "garbage pages": content(
        lambda old: old[:4096] + np.random.default_rng(0).bytes(len(old) - 4096), "library.sqlite"
    ),
    "a journal of somebody else": fixed(b"\xd9\xd5\x05\xf9 \xa1c\xd7" + bytes(4000), "library.sqlite-journal"),
}


def _task_with(array: dict[str, object]) -> Change:
    def make(old: bytes) -> bytes:
        return json.dumps({"class": "OtherPicture", "fields": {"rgba": array, "name": "x"}}).encode()

    return content(make)


_PACKED_ZEROS = b64encode(zlib.compress(bytes(1 << 28), 9)).decode()
TASKS: dict[str, Change] = {
    "a picture of 2^62 bytes": _task_with({"array": "uint8", "shape": [2**31, 2**31], "packed": ""}),
    "a picture of a gigabyte of zeros": _task_with({"array": "uint8", "shape": [1 << 28], "packed": _PACKED_ZEROS}),
    "six pictures of 256 MB": content(
        lambda old: json.dumps([{"array": "uint8", "shape": [1 << 28], "packed": _PACKED_ZEROS}] * 6).encode()
    ),
}
