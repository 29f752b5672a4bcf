"""Damage to JSON and YAML that keeps their grammar: a value anywhere in the tree that is of another kind or size."""

import json
from typing import Any

import numpy as np
import yaml

Random = np.random.Generator
_RAW = "raw-value-{}"
# Written as they stand; what JSON and YAML themselves would never write.
RAW_JSON: tuple[str, ...] = (
    "1e400",
    "-1e400",
    "NaN",
    "Infinity",
    "-Infinity",
    "9" * 400,
    "9" * 5000,
    "1" + "0" * 308 + ".0",
    '"\\ud800"',
)
RAW_JSON += ('"\\u0000"', "[" * 200 + "]" * 200, "[" * 100_000, '{"a":' * 900 + "1" + "}" * 900, '"\\u001b[2J\\u202e"')
RAW_YAML: tuple[str, ...] = (
    ".nan",
    ".inf",
    "-.inf",
    "1e400",
    "0x" + "f" * 5000,
    "9" * 5000,
    ":".join("1" * 3000),
    "2020-99-99",
    "~",
)
RAW_YAML += (
    "!!python/object/apply:os.system ['touch planted']",
    "!!binary '%%%'",
    "!!set {a, b}",
    "&a [*a, *a]",
    "*none",
)
RAW_YAML += (
    "!!timestamp 9",
    "{? [1, 2] : 3}",
    "[" * 300 + "]" * 300,
    "<<",
    "=",
    "!!omap [1]",
    '"\\uD800"',
    "0b" + "1" * 9000,
)
VALUES: tuple[Any, ...] = (
    0,
    -1,
    1,
    2**31 - 1,
    2**63 - 1,
    10**18,
    0.5,
    -0.0,
    1e308,
    5e-324,
    True,
    False,
    None,
    "",
    " ",
    [],
)
VALUES += (
    {},
    "a\nb",
    "x" * 100_000,
    "../../planted",
    "/etc/passwd",
    "NUL",
    "\x1b[31m",
    "é" * 50,
    [[[[]]]],
    {"a": {"b": 1}},
)
VALUES += ([0] * 1000, ["x"], [None], {"": None}, "1", "nan", "9" * 5000, "%s%n", "{0}", "­‮")


def damaged_json(content: bytes, random: Random) -> bytes:
    """JSON with something else in one to three places."""
    try:
        tree = json.loads(content)
    except (ValueError, RecursionError):
        return content
    tree, raw = _changed(tree, random, RAW_JSON)
    text = json.dumps(tree)
    for name, value in raw.items():
        text = text.replace(json.dumps(name), value)
    return text.encode("utf-8", "surrogatepass")


def damaged_yaml(content: bytes, random: Random) -> bytes:
    """The same for YAML."""
    try:
        tree = yaml.safe_load(content)
    except (ValueError, RecursionError, yaml.YAMLError):
        return content
    tree, raw = _changed(tree, random, RAW_YAML)
    text = yaml.safe_dump(tree, default_flow_style=bool(random.integers(2)), width=10_000_000)
    for name, value in raw.items():
        text = text.replace(name, value)
    return text.encode("utf-8", "surrogatepass")


def _changed(tree: Any, random: Random, raws: tuple[str, ...]) -> tuple[Any, dict[str, str]]:
    raw: dict[str, str] = {}
    for number in range(int(random.integers(1, 4))):
        places = [place for place in _places(tree) if place]
        if not places:
            break
        place = places[int(random.integers(len(places)))]
        if random.random() < 0.45:
            name = _RAW.format(number)
            raw[name] = raws[int(random.integers(len(raws)))]
            tree = _with(tree, place, name)
        elif random.random() < 0.15:
            tree = _with(tree, place, None, drop=True)
        else:
            tree = _with(tree, place, VALUES[int(random.integers(len(VALUES)))])
    return tree, raw


def _places(tree: Any, place: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    found = [place]
    items = tree.items() if isinstance(tree, dict) else enumerate(tree[:20]) if isinstance(tree, list) else ()
    for name, value in items:
        found += _places(value, (*place, name))
    return found


def _with(tree: Any, place: tuple[Any, ...], value: Any, drop: bool = False) -> Any:
    """A copy with another value in one place, or without it."""
    if not place:
        return value
    copy = dict(tree) if isinstance(tree, dict) else list(tree)
    if len(place) == 1 and drop:
        del copy[place[0]]
    else:
        copy[place[0]] = _with(copy[place[0]], place[1:], value, drop)
    return copy
