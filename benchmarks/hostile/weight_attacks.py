"""The handmade attacks on weights, ours and those of others."""

import json
from collections.abc import Callable
from typing import Any

import torch

from benchmarks.hostile import bombs
from benchmarks.hostile.bombs import MANY
from benchmarks.hostile.changes import Change, content, fixed
from benchmarks.hostile.text_attacks import mapped


def in_header(change: Callable[[dict[str, Any]], None]) -> Change:
    """Another header before the same tensors."""

    def make(old: bytes) -> bytes:
        size = int.from_bytes(old[:8], "little")
        known = json.loads(old[8 : 8 + size])
        change(known)
        return bombs.safetensors(known, old[8 + size :])

    return content(make)


def _shape_of(other: Callable[[object], object]) -> Change:
    def change(known: dict[str, Any]) -> None:
        texts = known["__metadata__"]
        texts["shape"] = json.dumps(mapped(json.loads(texts["shape"]), other))

    return in_header(change)


CHECKPOINTS: dict[str, Change] = {
    "a tensor of 10^9 rows": fixed(bombs.billion_vertices("a")),
    "a header of 2^63 bytes": fixed(b"\xff" * 7 + b"\x7f" + b"{}"),
    "a header of 90 MB": content(lambda _: bombs.safetensors(b" " * 90_000_000 + b"{}")),
    "a header nested 100,000 deep": fixed(bombs.safetensors(b'{"a":' * 100_000)),
    "a shape of 10^9 channels": _shape_of(lambda one: MANY if isinstance(one, int) else one),
    "a shape of 4,096 channels": _shape_of(lambda one: 4096 if isinstance(one, int) else one),
    "a shape of 10^400": _shape_of(lambda one: 10**300 if isinstance(one, int) else one),
    "a shape below 0": _shape_of(lambda one: -1 if isinstance(one, int) else one),
    "what it says nested 100,000 deep": in_header(lambda known: known["__metadata__"].update(shape="[" * 100_000)),
}


FOREIGN: dict[str, Change] = {
    "code, zipped": content(lambda _: bombs.saved_with_code(True)),
    "code, not zipped": content(lambda _: bombs.saved_with_code(False)),
    "a tensor of 190 million views of one number": content(
        lambda _: bombs.saved({"a": torch.zeros(1).expand(190_000_000)})
    ),
    "a tensor of 10^12 views of one number": content(lambda _: bombs.saved({"a": torch.zeros(1).expand(10**12)})),
    "records packed a thousandfold": content(lambda _: bombs.packed_weights(1_500_000_000)),
    "a thousand names for one tensor": content(
        lambda _: bombs.saved(dict.fromkeys(map(str, range(1000)), torch.zeros(1_000_000)))
    ),
}
