"""Older projects brought up to date, schema by schema: each step takes the content of one to that of the next."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from fashiongan.errors import ProjectError

Content = dict[str, Any]


def _to_1(content: Content) -> Content:
    """Schema 0, which no release wrote and tests keep alive, said `favourite`, and tags in one line with commas."""
    for one in content["pictures"]:
        one["starred"] = one.pop("favourite")
        one["tags"] = [word.strip() for word in one["tags"].split(",") if word.strip()]
    return content


def _to_2(content: Content) -> Content:
    """Schema 1 could not tell what the cloth shows, what was made of a garment, nor of garments fitted one by one."""
    for one in content["worn"]:
        one |= {"texture": "picture", "files": {}, "before_enlarging": False}
    return content | {"fitted": []}


STEPS: tuple[Callable[[Content], Content], ...] = (_to_1, _to_2)
SCHEMA = len(STEPS)


def brought_up_to_date(content: Content, schema: int, path: Path) -> Content:
    """Content of any schema so far as it would be written today.

    Raises
    ------
    ProjectError : of a newer program, or of no schema
    KeyError, TypeError, AttributeError : it is not what its schema says
    """
    if schema > SCHEMA:
        raise ProjectError(f"{path} was written by a newer program (schema {schema}); update this one to open it.")
    if schema < 0:
        raise ProjectError(f"{path} is of schema {schema}, which there never was; open another copy of it.")
    for step in STEPS[schema:]:
        content = step(content)
    return content
