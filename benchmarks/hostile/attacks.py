"""The handmade attacks: which reader is given which malicious file."""

import io
import json
import os
import shutil
import zipfile
import zlib
from base64 import b64encode
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
from scipy.io import savemat

from benchmarks.hostile import bombs, seeds
from benchmarks.hostile.bombs import LARGEST_SIDE_PX, MANY, PLANTED
from benchmarks.hostile.recording_attacks import RECORDINGS, in_file
from fashiongan.dataset.labels import read_labels, shipped_label_table

# A valid input, copied to where it may be changed, becomes the malicious one that is read.
Change = Callable[[Path], Path]
Write = Callable[[list[Path], Path], Path]
HOSTILE_NAME = "a\nb\x1b[2J\u202egnp.\udcff"


def content(make: Callable[[bytes], bytes], inside: str = "", name: str = "") -> Change:
    """Another content. inside : of which file of a folder; name : that the file is given"""

    def change(path: Path) -> Path:
        file = path / inside if inside else path
        made = make(file.read_bytes() if file.exists() else b"")
        file.parent.mkdir(parents=True, exist_ok=True)
        file = file.with_name(name) if name else file
        file.write_bytes(made)
        return path if inside else file

    return change


def fixed(made: bytes, inside: str = "", name: str = "") -> Change:
    """The same content, whatever was there."""
    return content(lambda _: made, inside, name)


def attacks_on(reader: str) -> Iterator[tuple[str, Write]]:
    """Name, and what writes the input from the valid ones into a folder."""
    # The packed set, and the measurements in JSON.
    which = 1 if reader in ("garment set", "measurement file") else 0
    for name, change in (ATTACKS.get(reader, {}) | EVERYWHERE).items():
        yield name, lambda given, target, change=change: change(_fresh(given[which], target))


def _fresh(seed: Path, target: Path) -> Path:
    copy = target / seed.name
    shutil.copytree(seed, copy) if seed.is_dir() else shutil.copy(seed, copy)
    return copy


def _first_file(path: Path) -> Path:
    return sorted(one for one in path.rglob("*") if one.is_file())[0] if path.is_dir() else path


def _renamed(path: Path) -> Path:
    """A name with a line break, control characters, and bytes that are no text."""
    return path.rename(path.with_name(HOSTILE_NAME + path.suffix))


def _hostile_and_empty(path: Path) -> Path:
    _first_file(path).write_bytes(b"")
    return _renamed(path)


def _missing(path: Path) -> Path:
    _first_file(path).unlink()
    return path


def _folder(path: Path) -> Path:
    file = _first_file(path)
    file.unlink()
    file.mkdir()
    return path


def _link_to_itself(path: Path) -> Path:
    file = _first_file(path)
    file.unlink()
    file.symlink_to(file)
    return path


def _first_is(made: Callable[[], bytes]) -> Change:
    def change(path: Path) -> Path:
        _first_file(path).write_bytes(made())
        return path

    return change


EVERYWHERE: dict[str, Change] = {
    "a name with control characters": _renamed,
    "such a name and no content": _hostile_and_empty,
    "missing": _missing,
    "a folder instead": _folder,
    "a link to itself": _link_to_itself,
    "a pickle with code under its name": _first_is(bombs.pickled_code),
    "an npz with code under its name": _first_is(bombs.npz_with_code),
    "a gzip bomb under its name": _first_is(lambda: bombs.gzip_bomb(64)),
    "a terminal's commands": _first_is(lambda: b"\x1b]0;x\x07\x1b[2J\n" * 9),
    "UTF-16": _first_is(lambda: '{"a": 1}'.encode("utf-16")),
}

HUGE_PICTURES: dict[str, Change] = {
    "PNG, 60,000 x 60,000 claimed": fixed(bombs.png(60_000, 60_000), name="a.png"),
    "PNG, 2^31 x 2^31 claimed": fixed(bombs.png(2**31 - 1, 2**31 - 1), name="a.png"),
    "PNG, 0 pixels": fixed(bombs.png(0, 0), name="a.png"),
    "PNG, 64 million pixels": content(lambda _: bombs.whole_png(LARGEST_SIDE_PX), name="a.png"),
    "PNG, 64 million grey pixels of 16 bits": content(lambda _: bombs.whole_png(LARGEST_SIDE_PX, 16, 0), name="a.png"),
    "PNG, 64 million pixels of 16 bits": content(lambda _: bombs.whole_png(LARGEST_SIDE_PX, 16, 2), name="a.png"),
    "PNG, 1 x 16 million": content(lambda _: bombs.png(1, 16_000_000, rows=bytes(16_000_000 * 5)), name="a.png"),
    "PNG, packed text of a gigabyte": content(
        lambda _: bombs.with_packed_text(bombs.whole_png(64), "fashiongan", bombs.packed_zeros(1 << 30)), name="a.png"
    ),
    "PNG, 500 packed texts": content(lambda _: bombs.with_many_texts(bombs.whole_png(64), 500), name="a.png"),
    "GIF, 65,535 x 65,535": fixed(bombs.gif(), name="a.gif"),
    "TIFF, 60,000 x 60,000": fixed(bombs.tiff(), name="a.tiff"),
    "TIFF, 2^31 strips": fixed(bombs.tiff(64, 2**31 - 1), name="a.tiff"),
    "TIFF that leads in circles": fixed(bombs.tiff(64, 1, 8), name="a.tiff"),
    "WebP, 16,384 x 16,384": fixed(bombs.webp(), name="a.webp"),
    "JPEG, 65,500 x 65,500": content(lambda _: bombs.jpeg(bombs.jpeg_of(seeds.photo())), name="a.jpg"),
    "BMP, 2^31 x 2^31": fixed(bombs.bmp(), name="a.bmp"),
    "SVG of gigapixels and entities": fixed(bombs.svg(), name="a.png"),
}

_DEEP, _BRACKETS = b"[" * 100_000, b"[" + b"[]," * 10_000_000 + b"0]"


def _in_json(change: Callable[[bytes], bytes], inside: str = "") -> Change:
    return content(change, inside)


def texts(inside: str = "") -> dict[str, Change]:
    """Attacks on a file of JSON."""
    return {
        "nested 100,000 deep": fixed(_DEEP, inside),
        "10 million empty lists": fixed(_BRACKETS, inside),
        "every number 10^400": content(lambda old: _numbers(old, b"1" + b"0" * 400), inside),
        "every number 1e400": content(lambda old: _numbers(old, b"1e400"), inside),
        "every number NaN": content(lambda old: _numbers(old, b"NaN"), inside),
        "every number of 5,000 digits": content(lambda old: _numbers(old, b"9" * 5000), inside),
        "every text half a character": content(lambda old: _texts(old, "\ud800"), inside),
        "every text a terminal's command": content(lambda old: _texts(old, "\x1b[2J\r\n"), inside),
        "every text a path": content(lambda old: _texts(old, f"../../../{PLANTED}"), inside),
    }


def _numbers(old: bytes, other: bytes) -> bytes:
    tree = _mapped(json.loads(old), lambda one: "?number?" if _is_number(one) else one)
    return json.dumps(tree).encode().replace(b'"?number?"', other)


def _is_number(one: object) -> bool:
    return isinstance(one, int | float) and not isinstance(one, bool)


def _texts(old: bytes, other: str) -> bytes:
    return json.dumps(_mapped(json.loads(old), lambda one: other if isinstance(one, str) else one)).encode()


def _mapped(tree: object, change: Callable[[object], object], keep: tuple[str, ...] = ("format", "schema")) -> object:
    if isinstance(tree, dict):
        return {name: one if name in keep else _mapped(one, change) for name, one in tree.items()}
    return [_mapped(one, change) for one in tree] if isinstance(tree, list) else change(tree)


def yaml_attacks(keys: tuple[str, ...], whole: str) -> dict[str, Change]:
    """Attacks on a file of YAML; whole : one that is read, with {} where a value goes"""
    values = {
        "a billion laughs": bombs.laughing_value(),
        "itself": "&a [*a]",
        "a number of 6,000 hex digits": "0x" + "f" * 6000,
        "a number of 20,000 sixtieths": ":".join("1" * 20_000),
        "a date that is none": "2020-99-99",
        "a command of Python": "!!python/object/apply:os.mkdir [planted]",
        "nested 2,000 deep": "[" * 2_000,
        "a float of 1e400": "1e400",
        "not a number": ".nan",
        "half a character": '"\\ud800"',
    }
    found = {
        f"{key} is {name}": fixed((whole.replace(f"<{key}>", value).replace("<", "").replace(">", "")).encode())
        for key in keys
        for name, value in values.items()
    }
    return found | {
        "laughs at the top": fixed(bombs.laughing_yaml(keys[0])),
        "mappings that double": fixed(bombs.merging_yaml()),
    }


def _own_text(known: dict[str, object]) -> Change:
    text = json.dumps(seeds.garment().provenance() | known).encode()
    return content(lambda old: bombs.with_text(old, "fashiongan", text))


def _nested_source(depth: int) -> dict[str, object]:
    known: dict[str, object] = seeds.reworked().provenance()
    for _ in range(depth):
        known = seeds.reworked().provenance() | {"source": known}
    return known


OWN_PICTURES: dict[str, Change] = {
    "says 20 million empty lists": content(
        lambda old: bombs.with_text(old, "fashiongan", b"[" + b"[]," * 20_000_000 + b"0]", packed=False)
    ),
    "is nested 100,000 deep": content(lambda old: bombs.with_text(old, "fashiongan", _DEEP)),
    "was made of itself 300 times": content(
        lambda old: bombs.with_text(old, "fashiongan", json.dumps(_nested_source(300)).encode())
    ),
    "was made of 64 million pixels": _own_text(
        seeds.reworked().provenance()
        | {"source": {"png": b64encode(bombs.whole_png(LARGEST_SIDE_PX)).decode(), "name": "x"}}
    ),
    "was made of 60,000 x 60,000 pixels": _own_text(
        seeds.reworked().provenance() | {"source": {"png": b64encode(bombs.png(60_000, 60_000)).decode(), "name": "x"}}
    ),
    "has a boldness of 10^400": _own_text({"boldness": {"share": 10**400, "sha256": ""}}),
    "has words that are lists": _own_text({"attributes": {"category": [[]]}}),
}


def _special(name: str, mode: int = 0o100644) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo("x")
    info.filename, info.create_system, info.external_attr = name, 3, mode << 16
    return info


def _with_members(other: Callable[[dict[str, bytes]], dict[str, bytes]]) -> Change:
    return content(lambda old: bombs.project_of(other(bombs.members_of(old))))


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
    "a scan that is a pickle": _with_members(lambda old: old | {"scan.safetensors": bombs.pickled_code()}),
} | {
    f"inside: {name}": _with_members(lambda old, make=make: old | {"project.json": make(old["project.json"])})
    for name, make in {
        "every number 10^400": lambda old: _numbers(old, b"1" + b"0" * 400),
        "every number NaN": lambda old: _numbers(old, b"NaN"),
        "every text half a character": lambda old: _texts(old, "\ud800"),
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


def _header(change: Callable[[dict[str, object]], None]) -> Change:
    def make(old: bytes) -> bytes:
        size = int.from_bytes(old[:8], "little")
        known = json.loads(old[8 : 8 + size])
        change(known)
        return bombs.safetensors(known, old[8 + size :])

    return content(make)


def _shape_of(other: Callable[[object], object]) -> Change:
    def change(known: dict[str, object]) -> None:
        texts = known["__metadata__"]
        texts["shape"] = json.dumps(_mapped(json.loads(texts["shape"]), other))

    return _header(change)


CHECKPOINTS: dict[str, Change] = {
    "a tensor of 10^9 rows": fixed(bombs.billion_vertices("a")),
    "a header of 2^63 bytes": fixed(b"\xff" * 7 + b"\x7f" + b"{}"),
    "a header of 90 MB": content(lambda _: bombs.safetensors(b" " * 90_000_000 + b"{}")),
    "a header nested 100,000 deep": fixed(bombs.safetensors(b'{"a":' * 100_000)),
    "a shape of 10^9 channels": _shape_of(lambda one: MANY if isinstance(one, int) else one),
    "a shape of 4,096 channels": _shape_of(lambda one: 4096 if isinstance(one, int) else one),
    "a shape of 10^400": _shape_of(lambda one: 10**300 if isinstance(one, int) else one),
    "a shape below 0": _shape_of(lambda one: -1 if isinstance(one, int) else one),
    "what it says nested 100,000 deep": _header(lambda known: known["__metadata__"].update(shape="[" * 100_000)),
}


FOREIGN: dict[str, Change] = {
    "code, zipped": content(lambda _: bombs.saved_with_code(True)),
    "code, not zipped": content(lambda _: bombs.saved_with_code(False)),
    "a tensor of 190 million views of one number": content(
        lambda _: bombs.saved({"a": bombs.torch.zeros(1).expand(190_000_000)})
    ),
    "a tensor of 10^12 views of one number": content(lambda _: bombs.saved({"a": bombs.torch.zeros(1).expand(10**12)})),
    "records packed a thousandfold": content(lambda _: bombs.packed_weights(1_500_000_000)),
    "a thousand names for one tensor": content(
        lambda _: bombs.saved(dict.fromkeys(map(str, range(1000)), bombs.torch.zeros(1_000_000)))
    ),
}


def _photo_name() -> str:
    return next(one.image for one in read_labels(shipped_label_table()) if one.split == "train" and not one.has_logo)


_NAME = f"photos/{_photo_name()}.jpg"
_IMAGE = f"images/{next(one.image for one in read_labels(shipped_label_table()) if one.split == 'train')}.webp"
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


def _on(pattern: str, change: Change) -> Change:
    """An attack on one file of a folder that is read."""

    def inside(path: Path) -> Path:
        change(sorted(path.glob(pattern))[0])
        return path

    return inside


def _huge_picture(path: Path) -> Path:
    """A prepared folder instead of a tar, with a claim of gigapixels."""
    (path / "images").mkdir()
    (path / "images" / f"{Path(_IMAGE).stem}.png").write_bytes(bombs.png(60_000, 60_000))
    return path


def _claiming_map(old: bytes) -> bytes:
    """A plain map in MATLAB's format that says to have 2^31 rows."""
    made = io.BytesIO()
    savemat(made, {"groundtruth": np.zeros((7, 9), np.uint8)})
    rows, columns = (7).to_bytes(4, "little"), (9).to_bytes(4, "little")
    assert old
    return made.getvalue().replace(rows + columns, (2**31 - 1).to_bytes(4, "little") + columns, 1)


def _fifo(path: Path) -> Path:
    board = path.parent / "board"
    board.mkdir()
    os.mkfifo(board / "a.png")
    return board


BODY = "figure: woman\nheight_mm: <height_mm>\nbust_mm: 900\nwaist_mm: 740\nhip_mm: 980\n"
SPEC = "- category: <category>\n  colors: <colors>\n  seed: <seed>\n  style: <style>\n"
TABLE = f"name,value_mm\nheight_mm,{'1' * 200_000}\n".encode()

MEASURED: dict[str, Change] = {
    "entities that unfold": fixed(bombs.laughing_xml(), name="a.smis"),
    "an entity that is a file": fixed(bombs.reading_xml(), name="a.smis"),
    "XML nested 100,000 deep": fixed(b"<smis>" * 100_000, name="a.smis"),
    "XML of UTF-16": fixed(bombs.laughing_xml().decode().encode("utf-16"), name="a.smis"),
    "a cell of 200,000 letters": fixed(TABLE, name="a.csv"),
    "a cell with a zero byte": fixed(b"name,value_mm\nheight_mm,\x001\n", name="a.csv"),
    "a number of 900,000 digits": fixed(b"name,value_mm\nheight_mm," + b"9" * 900_000 + b"\n", name="a.csv"),
    "JSON nested 100,000 deep": fixed(b'{"a":' * 100_000, name="a.json"),
    "900 kB of a list": fixed(b"- a\n" * 225_000),
} | yaml_attacks(("height_mm",), BODY)

ATTACKS: dict[str, dict[str, Change]] = {
    "picture": HUGE_PICTURES,
    "own picture": HUGE_PICTURES | OWN_PICTURES,
    "style picture": HUGE_PICTURES,
    "sketch": HUGE_PICTURES,
    "silhouette": HUGE_PICTURES,
    "trace": HUGE_PICTURES,
    "pasted picture": HUGE_PICTURES,
    "drawing": HUGE_PICTURES
    | {
        "nested 100,000 deep": content(lambda old: bombs.with_text(old, "fashiongan-drawing", _DEEP)),
        "20 million empty lists": content(
            lambda old: bombs.with_text(old, "fashiongan-drawing", b"[" + b"[]," * 20_000_000 + b"0]", packed=False)
        ),
    },
    "mood board, taste": texts() | {"a board with a pipe in it": _fifo},
    "dropped file": HUGE_PICTURES | MEASURED,
    "words and colours": {"100,000 letters": fixed(b"rgb(" * 100_000 + b"\n" + b"rgb(1," * 100_000)},
    "sketch page": texts(),
    "session": texts(),
    "export wishes": texts(),
    "kept task": texts() | TASKS,
    "batch list": yaml_attacks(("category", "colors", "seed", "style"), SPEC)
    | {"a style that is a device": fixed(b"- {category: dress, style: /dev/zero}\n")},
    "batch folder": texts("request.json")
    | {
        "a number of 5,000 digits": fixed(
            b'{"files": ["' + b"9" * 5000 + b'.png"]}\n' + b"[" * 100_000 + b"\n", "designs.jsonl"
        )
    },
    "batch folder, cleared": {
        "a file that lies elsewhere": fixed(f'{{"files": ["../../../{PLANTED}"]}}\n'.encode(), "designs.jsonl")
    },
    "body file": yaml_attacks(("height_mm",), BODY) | {"900 kB of a list": fixed(b"- a\n" * 225_000)},
    "measurement file": MEASURED | texts(),
    "calibration": texts(),
    "consent": texts(),
    "project": PROJECTS,
    "library": LIBRARIES,
    "checkpoint": CHECKPOINTS,
    "checkpoints folder": {
        "a file that lies elsewhere": fixed(
            b'[upscaler]\nfile = "../../../../../../../etc/passwd"\nsha256 = "0"\nsystem = "upscaler"\n',
            "manifest.toml",
        ),
        "a manifest nested 100,000 deep": fixed(b"a = " + b"[" * 100_000, "manifest.toml"),
        "a pipe": fixed(b'[upscaler]\nfile = "/dev/zero"\nsha256 = "0"\nsystem = "upscaler"\n', "manifest.toml"),
    },
    "body model": {name: one for name, one in CHECKPOINTS.items() if "shape" not in name and "says" not in name},
    "foreign weights": FOREIGN,
    "training run": {f"state: {name}": _on("state.pt", one) for name, one in FOREIGN.items()},
    "preset": {name: _on("*.json", one) for name, one in texts().items()},
    "garment set": tars(_IMAGE, "garments.tar")
    | {
        "a picture of gigapixels in a folder": _huge_picture,
        "labels with a cell of 200,000 letters": fixed(TABLE, "labels.csv"),
    },
    "people": {"a map of 10^9 rows": in_file(_claiming_map, "annotations/pixel-level/*.mat")},
    "photos": tars(_NAME),
    "grounds": tars(_NAME),
    "Fashion-MNIST": {
        "a gzip bomb": content(lambda _: bombs.gzip_bomb(3000), "train-images-idx3-ubyte.gz"),
        "labels that are a gzip bomb": content(lambda _: bombs.gzip_bomb(3000), "train-labels-idx1-ubyte.gz"),
    },
} | RECORDINGS
