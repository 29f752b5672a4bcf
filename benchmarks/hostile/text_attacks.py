"""The handmade attacks on texts: JSON, YAML, and the tables and XML of measurements."""

import json
import os
from collections.abc import Callable
from pathlib import Path

from benchmarks.hostile import bombs
from benchmarks.hostile.bombs import PLANTED
from benchmarks.hostile.changes import Change, content, fixed

DEEP, _BRACKETS = b"[" * 100_000, b"[" + b"[]," * 10_000_000 + b"0]"


def texts(inside: str = "") -> dict[str, Change]:
    """Attacks on a file of JSON."""
    return {
        "nested 100,000 deep": fixed(DEEP, inside),
        "10 million empty lists": fixed(_BRACKETS, inside),
        "every number 10^400": content(lambda old: numbers_replaced(old, b"1" + b"0" * 400), inside),
        "every number 1e400": content(lambda old: numbers_replaced(old, b"1e400"), inside),
        "every number NaN": content(lambda old: numbers_replaced(old, b"NaN"), inside),
        "every number of 5,000 digits": content(lambda old: numbers_replaced(old, b"9" * 5000), inside),
        "every text half a character": content(lambda old: texts_replaced(old, "\ud800"), inside),
        "every text a terminal's command": content(lambda old: texts_replaced(old, "\x1b[2J\r\n"), inside),
        "every text a path": content(lambda old: texts_replaced(old, f"../../../{PLANTED}"), inside),
    }


def numbers_replaced(old: bytes, other: bytes) -> bytes:
    """JSON in which every number is written another way."""
    tree = mapped(json.loads(old), lambda one: "?number?" if _is_number(one) else one)
    return json.dumps(tree).encode().replace(b'"?number?"', other)


def _is_number(one: object) -> bool:
    return isinstance(one, int | float) and not isinstance(one, bool)


def texts_replaced(old: bytes, other: str) -> bytes:
    """JSON in which every text is another one."""
    return json.dumps(mapped(json.loads(old), lambda one: other if isinstance(one, str) else one)).encode()


def mapped(tree: object, change: Callable[[object], object], keep: tuple[str, ...] = ("format", "schema")) -> object:
    """A tree whose leaves are changed, but for those of some names."""
    if isinstance(tree, dict):
        return {name: one if name in keep else mapped(one, change) for name, one in tree.items()}
    return [mapped(one, change) for one in tree] if isinstance(tree, list) else change(tree)


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


def pipe_in_a_board(path: Path) -> Path:
    """A folder of pictures, one of which is a pipe that nobody writes to."""
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
