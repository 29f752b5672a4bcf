"""Tasks as text and back, pictures and all, so that what waits is still there when the program is opened again.

Only classes that a task can be made of are ever built, with values that their own checks let through.
"""

import base64
import json
import math
import types
import typing
import zlib
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any

import numpy as np

from fashiongan.errors import FashionGanError, RequestError
from fashiongan.json_files import parsed_json
from fashiongan.tasks import Task

_CLASS, _ENUM, _ARRAY, _TUPLE, _DICT = "class", "enum", "array", "tuple", "dict"
_DTYPES = ("uint8", "float16", "float32", "float64", "bool", "int64")
# Unpacked, the pictures of a task have at most so many bytes: two of 64 million pixels.
_MOST_BYTES = 1 << 29


def task_text(task: Task) -> str:
    """A task as JSON."""
    return json.dumps(_plain(task))


def read_task(text: str) -> Task:
    """Read back `task_text`.

    Raises
    ------
    RequestError : not a task, or one that this program does not know
    """
    try:
        plain = parsed_json(str(text))
        if _array_bytes(plain) > _MOST_BYTES:
            raise ValueError(f"its pictures have more than {_MOST_BYTES >> 20} MiB")
        task = _value(plain)
    except (ValueError, KeyError, TypeError, AttributeError, zlib.error, RecursionError, FashionGanError) as error:
        raise RequestError(f"A task that was kept cannot be read ({error}); ask for it again.") from error
    if not isinstance(task, typing.get_args(Task)):
        raise RequestError("What was kept is no task; ask for it again.")
    return task  # type: ignore[no-any-return]


def _plain(value: object) -> Any:
    match value:
        case None | bool() | int() | float() if not isinstance(value, Enum):
            return value
        case Enum():
            return {_ENUM: type(value).__name__, "value": value.value}
        case str():
            return value
        case np.ndarray():
            packed = base64.b64encode(zlib.compress(np.ascontiguousarray(value).tobytes(), 1)).decode("ascii")
            return {_ARRAY: str(value.dtype), "shape": list(value.shape), "packed": packed}
        case tuple():
            return {_TUPLE: [_plain(one) for one in value]}
        case dict():
            return {_DICT: {str(name): _plain(one) for name, one in value.items()}}
        case list():
            return [_plain(one) for one in value]
    if not is_dataclass(value):
        raise TypeError(f"{type(value).__name__} is no part of a task")
    known = {one.name: _plain(getattr(value, one.name)) for one in fields(value) if one.init}
    return {_CLASS: type(value).__name__, "fields": known}


def _value(plain: Any) -> Any:
    if isinstance(plain, list):
        return [_value(one) for one in plain]
    if not isinstance(plain, dict):
        return plain
    if _CLASS in plain:
        return _built(_CLASSES[plain[_CLASS]], {name: _value(one) for name, one in plain["fields"].items()})
    if _ENUM in plain:
        return _CLASSES[plain[_ENUM]](plain["value"])
    if _ARRAY in plain:
        return _array(plain)
    if _TUPLE in plain:
        return tuple(_value(one) for one in plain[_TUPLE])
    return {name: _value(one) for name, one in plain[_DICT].items()}


def _built(kind: Any, values: dict[str, Any]) -> Any:
    hints = typing.get_type_hints(kind)
    for name, value in values.items():
        if not _fits(value, hints[name]):
            raise TypeError(f"{name} of a {kind.__name__} is no {type(value).__name__}")
    return kind(**values)


def _fits(value: object, hint: Any) -> bool:
    """Whether a value is of an annotated type, as far as tasks need it."""
    kind, parts = typing.get_origin(hint), typing.get_args(hint)
    if kind in (typing.Union, types.UnionType):
        return any(_fits(value, part) for part in parts)
    if kind is tuple and isinstance(value, tuple):
        each = parts[:1] * len(value) if parts[-1] is ... else parts
        return len(each) == len(value) and all(map(_fits, value, each))
    if hint is float:
        return isinstance(value, int | float)
    return hint is Any or isinstance(value, kind or hint)


def _array_bytes(plain: Any) -> int:
    """How many bytes the pictures in a task say that they have."""
    if isinstance(plain, dict) and _ARRAY in plain:
        return _size_of(plain)
    parts = plain.values() if isinstance(plain, dict) else plain if isinstance(plain, list) else ()
    return sum(map(_array_bytes, parts))


def _size_of(plain: dict[str, Any]) -> int:
    if plain[_ARRAY] not in _DTYPES:
        raise ValueError(f"{plain[_ARRAY]} is no kind of picture")
    shape = tuple(int(one) for one in plain["shape"])
    if min(shape, default=0) < 0:
        raise ValueError(f"a picture of the shape {shape}")
    return math.prod(shape) * int(np.dtype(plain[_ARRAY]).itemsize)


def _array(plain: dict[str, Any]) -> np.ndarray:
    size = _size_of(plain)
    unpacked = zlib.decompressobj().decompress(base64.b64decode(plain["packed"]), size + 1)
    return np.frombuffer(unpacked, plain[_ARRAY]).reshape(plain["shape"]).copy()


def _classes_of(kind: Any, known: dict[str, Any]) -> dict[str, Any]:
    """Every dataclass and enum that values of a type can hold, by name."""
    for part in typing.get_args(kind):
        _classes_of(part, known)
    if isinstance(kind, type) and kind.__name__ not in known and (is_dataclass(kind) or issubclass(kind, Enum)):
        known[kind.__name__] = kind
        if is_dataclass(kind):
            for hint in typing.get_type_hints(kind).values():
                _classes_of(hint, known)
    return known


_CLASSES: types.MappingProxyType[str, Any] = types.MappingProxyType(_classes_of(Task, {}))
