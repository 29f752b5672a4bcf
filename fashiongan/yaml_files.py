"""Reading YAML that people wrote, without a surprise: safe, and one clear line for anything that is wrong."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import yaml

from fashiongan.errors import FashionGanError

# Aliases let a few hundred bytes stand for a billion values.
MOST_VALUES = 200_000
LONGEST_NUMBER = 40
# PyYAML reads some 100 kB in a second.
MOST_BYTES = 20_000_000


def read_yaml(path: Path, error_type: type[FashionGanError], example: str, most_bytes: int = MOST_BYTES) -> Any:
    """The content of a YAML file as plain values.

    Raises
    ------
    error_type : no such file, too large, not text, not YAML, or nested beyond reason; the message points at `example`
    """
    try:
        if path.stat().st_size > most_bytes:
            raise ValueError(f"it has more than {most_bytes // 1000:,} kB")
        return parsed_yaml(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise error_type(f"{path} cannot be read ({str(error)[:120]}); see {example}.") from error


def read_yaml_list(path: Path, error_type: type[FashionGanError], example: str) -> Iterator[Any]:
    """The items of a YAML list as plain values, one after the other: memory does not depend on their number.

    Raises
    ------
    error_type : as in `read_yaml`, or the file holds no list; items before a damage have been given by then
    """
    try:
        with path.open(encoding="utf-8") as text, _one_line():
            yield from _items(_Loader(text))
    except (OSError, ValueError) as error:
        raise error_type(f"{path} cannot be read ({str(error)[:120]}); see {example}.") from error


def parsed_yaml(text: str) -> Any:
    """Plain values; whole numbers have at most 18 digits.

    Raises
    ------
    ValueError : not YAML, nested beyond reason, of far too many values once aliases are written out, or something that
    cannot be, such as the 99th of a month; in one line
    """
    with _one_line():
        loader = _Loader(text)
        try:
            node = loader.get_single_node()
            return None if node is None else _built(loader, node)
        finally:
            loader.dispose()


def _items(loader: Any) -> Iterator[Any]:
    """`loader` : a yaml.SafeLoader, half of which has no types"""
    while loader.check_event(yaml.StreamStartEvent, yaml.DocumentStartEvent):
        loader.get_event()
    if not loader.check_event(yaml.SequenceStartEvent):
        raise ValueError("it is not a list")
    loader.get_event()
    while not loader.check_event(yaml.SequenceEndEvent):
        yield _built(loader, loader.compose_node(None, None))
    while not loader.check_event(yaml.StreamEndEvent):
        if loader.check_event(yaml.DocumentStartEvent):
            raise ValueError("something follows the list")
        loader.get_event()


def _built(loader: Any, node: yaml.Node) -> Any:
    _refuse_many(node)
    return loader.construct_document(node)


@contextmanager
def _one_line() -> Iterator[None]:
    """Whatever YAML that cannot be read ends in becomes a ValueError of one line."""
    try:
        yield
    except RecursionError as error:
        raise ValueError("it is nested too deep") from error
    # What a tag promises and a text does not keep ends PyYAML in any of these.
    except (yaml.YAMLError, LookupError, AttributeError, TypeError, ValueError) as error:
        raise ValueError((str(error).splitlines() or [type(error).__name__])[0]) from error


class _Loader(yaml.SafeLoader):
    """Only plain values, and numbers and texts that other formats can hold, too."""

    def construct_yaml_int(self, node: yaml.ScalarNode) -> int:
        number = int(super().construct_yaml_int(_short(node)))
        if abs(number) >= 10**18:
            raise ValueError(f"it holds {str(number)[:20]}..., which is far too large")
        return number

    def construct_yaml_float(self, node: yaml.ScalarNode) -> float:
        return float(super().construct_yaml_float(_short(node)))

    def construct_yaml_str(self, node: yaml.ScalarNode) -> str:
        text = str(super().construct_yaml_str(node))
        text.encode()
        return text


for _kind, _way in (
    ("int", _Loader.construct_yaml_int),
    ("float", _Loader.construct_yaml_float),
    ("str", _Loader.construct_yaml_str),
):
    _Loader.add_constructor(f"tag:yaml.org,2002:{_kind}", _way)


def _short(node: yaml.ScalarNode) -> yaml.ScalarNode:
    if len(node.value) > LONGEST_NUMBER:
        raise ValueError(f"it holds a number of {len(node.value)} characters")
    return node


def _refuse_many(root: yaml.Node) -> None:
    """Refuse what unfolds to more values than anybody writes, and what holds itself."""
    known: dict[int, int] = {}

    def count(node: yaml.Node) -> int:
        if id(node) not in known:
            known[id(node)] = MOST_VALUES + 1  # Met again before it is counted, it lies inside itself.
            parts = node.value if isinstance(node, yaml.CollectionNode) else ()
            each = (one for part in parts for one in (part if isinstance(part, tuple) else (part,)))
            known[id(node)] = 1 + sum(count(one) for one in each)
        if known[id(node)] > MOST_VALUES:
            raise ValueError(f"it unfolds to more than {MOST_VALUES:,} values")
        return known[id(node)]

    count(root)
