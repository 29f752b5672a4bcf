"""The handmade attacks on the weights of a network: files that are whole, but hold another network than they say."""

import json
from collections.abc import Callable
from typing import Any

import torch
from safetensors.torch import load, save
from torch import Tensor

from benchmarks.hostile.bombs import MANY
from benchmarks.hostile.changes import Change, content
from benchmarks.hostile.weight_attacks import CHECKPOINTS, in_header

Tensors = dict[str, Tensor]
# As wide as a shape may just say to be, and deeper and wider than any file of ours.
WIDE = 60_000


def _with_tensors(change: Callable[[Tensors], Tensors]) -> Change:
    def make(old: bytes) -> bytes:
        size = int.from_bytes(old[:8], "little")
        made: bytes = save(change(load(old)), json.loads(old[8 : 8 + size])["__metadata__"])
        return made

    return content(make)


def _each(change: Callable[[Tensor], Tensor]) -> Change:
    return _with_tensors(lambda old: {name: change(one).contiguous() for name, one in old.items()})


def _only_floating(change: Callable[[Tensor], Tensor]) -> Change:
    return _each(lambda one: change(one) if one.is_floating_point() else one)


def _only_whole(change: Callable[[Tensor], Tensor]) -> Change:
    return _each(lambda one: one if one.is_floating_point() else change(one))


def _number_at(place: int, value: object) -> Change:
    """One number of the shape is another; where it has fewer, its last."""

    def change(known: dict[str, Any]) -> None:
        texts = known["__metadata__"]
        shape = json.loads(texts["shape"])
        owners = _owners(shape)
        owner, name = owners[min(place, len(owners) - 1)]
        owner[name] = value
        texts["shape"] = json.dumps(shape)

    return in_header(change)


def _owners(tree: Any) -> list[tuple[Any, Any]]:
    """Where the numbers of a shape stand: each as what holds it, and by what name."""
    items = tree.items() if isinstance(tree, dict) else enumerate(tree)
    found: list[tuple[Any, Any]] = []
    for name, value in items:
        found += _owners(value) if isinstance(value, dict | list) else [(tree, name)]
    return found


def _said(name: str, value: object) -> Change:
    """Something else under a name in what the file says of itself."""
    return in_header(lambda known: known["__metadata__"].update({name: json.dumps(value)}))


def _vocabulary(sizes: list[int]) -> Change:
    def change(known: dict[str, Any]) -> None:
        shape = json.loads(known["__metadata__"]["shape"])
        owner = shape.get("foreground", shape)
        owner["vocabulary_sizes"] = sizes
        known["__metadata__"]["shape"] = json.dumps(shape)

    return in_header(change)


_NUMBERS: dict[str, object] = {"10^9": MANY, "60,000": WIDE, "0": 0, "a text": "9"}
_VALUES: tuple[object, ...] = ([], {"dark": []})
_SAID = ("shape", "base", "options", "directions", "prepared", "training", "system")
NETWORKS: dict[str, Change] = (
    CHECKPOINTS
    | {
        f"number {place} of its shape is {word}": _number_at(place, value)
        for place in (0, 1, 8, 9, 10)
        for word, value in _NUMBERS.items()
    }
    | {f"{name} is {json.dumps(value)}": _said(name, value) for name in _SAID for value in _VALUES}
    | {f"{name} is {value}": _said(name, value) for name in _SAID for value in ("x", None)}
    | {
        "a vocabulary of a million kinds": _vocabulary([0] * 1_000_000),
        "a vocabulary of none": _vocabulary([]),
        "no tensors": _with_tensors(lambda old: {}),
        "without its first tensor": _with_tensors(lambda old: dict(sorted(old.items())[1:])),
        "without its last tensor": _with_tensors(lambda old: dict(sorted(old.items())[:-1])),
        "every second tensor": _with_tensors(lambda old: dict(sorted(old.items())[::2])),
        "a tensor more": _with_tensors(lambda old: old | {"a": torch.zeros(3)}),
        "a thousand tensors more": _with_tensors(lambda old: old | {f"a{n}": torch.zeros(1) for n in range(1000)}),
        "tensors of half the rows": _each(lambda one: one[: len(one) // 2] if one.ndim else one),
        "tensors without rows": _each(lambda one: one[:0] if one.ndim else one),
        "tensors of one row": _each(lambda one: one[:1] if one.ndim else one),
        "tensors that are numbers": _each(lambda one: one.reshape(-1)[0]),
        "tensors that are flat": _each(lambda one: one.reshape(-1)),
        "tensors of one dimension more": _each(lambda one: one[None]),
        "every weight not a number": _only_floating(lambda one: torch.full_like(one, torch.nan)),
        "every weight infinite": _only_floating(lambda one: torch.full_like(one, torch.inf)),
        "every weight as large as can be": _only_floating(lambda one: torch.full_like(one, 65_504.0)),
        "every weight 0": _only_floating(torch.zeros_like),
        "every weight a whole number": _only_floating(lambda one: one.long()),
        "every weight a yes or no": _only_floating(lambda one: one.bool()),
        "every weight of 64 bits and huge": _only_floating(lambda one: torch.full_like(one, 1e300, dtype=torch.double)),
        "every weight complex": _only_floating(lambda one: one.float().to(torch.complex64)),
        "every weight of 8 bits": _only_floating(lambda one: one.to(torch.float8_e4m3fn)),
        "every whole number below 0": _only_whole(lambda one: torch.full_like(one, -1, dtype=torch.int64)),
        "every whole number 255": _only_whole(lambda one: torch.full_like(one, 255)),
        "every whole number 2^62": _only_whole(lambda one: torch.full_like(one, 2**62, dtype=torch.int64)),
        "every whole number broken": _only_whole(lambda one: torch.full_like(one, 0.5, dtype=torch.float32)),
        "whole numbers of half the rows": _only_whole(lambda one: one[: len(one) // 2]),
        "whole numbers without columns": _only_whole(lambda one: one[..., :0]),
        "whole numbers that are flat": _only_whole(lambda one: one.reshape(-1)),
        "cut in the middle": content(lambda old: old[: len(old) // 2]),
        "without its last byte": content(lambda old: old[:-1]),
        "nothing but its header": content(lambda old: old[: 8 + int.from_bytes(old[:8], "little")]),
    }
)
