"""Reading YAML that people wrote, without a surprise: safe, and one clear line for anything that is wrong."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from fashiongan.errors import FashionGanError

# PyYAML lets ValueError out of a date or number that cannot be, RecursionError out of deep nesting.
_UNREADABLE = (OSError, ValueError, RecursionError, yaml.YAMLError)


def read_yaml(path: Path, error_type: type[FashionGanError], example: str) -> Any:
    """The content of a YAML file as plain values.

    Raises
    ------
    error_type : no such file, not text, not YAML, or nested or long beyond reason; the message points at `example`
    """
    try:
        return yaml.safe_load(path.read_text(encoding="utf-8"))
    except _UNREADABLE as error:
        raise _cannot_be_read(path, error, error_type, example) from error


def read_yaml_list(path: Path, error_type: type[FashionGanError], example: str) -> Iterator[Any]:
    """The items of a YAML list as plain values, one after the other: memory does not depend on their number.

    Raises
    ------
    error_type : as in `read_yaml`, or the file holds no list; items before a damage have been given by then
    """
    try:
        with path.open(encoding="utf-8") as text:
            yield from _items(yaml.SafeLoader(text))
    except _UNREADABLE as error:
        raise _cannot_be_read(path, error, error_type, example) from error


def _items(loader: Any) -> Iterator[Any]:
    """`loader` : a yaml.SafeLoader, half of which has no types"""
    while loader.check_event(yaml.StreamStartEvent, yaml.DocumentStartEvent):
        loader.get_event()
    if not loader.check_event(yaml.SequenceStartEvent):
        raise yaml.YAMLError("it is not a list")
    loader.get_event()
    while not loader.check_event(yaml.SequenceEndEvent):
        yield loader.construct_document(loader.compose_node(None, None))
    while not loader.check_event(yaml.StreamEndEvent):
        if loader.check_event(yaml.DocumentStartEvent):
            raise yaml.YAMLError("something follows the list")
        loader.get_event()


def _cannot_be_read(
    path: Path, error: BaseException, error_type: type[FashionGanError], example: str
) -> FashionGanError:
    reason = (str(error).splitlines() or [type(error).__name__])[0]
    return error_type(f"{path} cannot be read ({reason[:120]}); see {example}.")
