"""What is looked for in a library, as a condition on its table."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from fashiongan.attributes import VOCABULARY
from fashiongan.color import Color
from fashiongan.library.names import TAG_SEPARATOR

# Colours within so many units of CIELAB look alike at the size of a thumbnail.
NEAR = 25.0


@dataclass(frozen=True)
class Query:
    """Everything that must hold of a picture; what is left as it is, is open.

    words : attribute to words of which it must show one; color : of most of its cloth, within NEAR; text : each word
    of it is in the attributes, tags, board, note or origin; meant : by a word of `text` in lower case, the words of the
    vocabulary that it stands for, too; board, tag : None for any
    """

    words: Mapping[str, frozenset[str]] = field(default_factory=dict)
    color: Color | None = None
    text: str = ""
    meant: Mapping[str, frozenset[str]] = field(default_factory=dict)
    starred: bool = False
    board: str | None = None
    tag: str | None = None
    trashed: bool = False
    oldest_first: bool = False

    def condition(self) -> tuple[str, list[Any]]:
        """SQL after SELECT ... FROM pictures, and what its question marks stand for."""
        parts: list[tuple[str, list[Any]]] = [("trashed = ?", [int(self.trashed)])]
        for name, wanted in self.words.items():
            if wanted:
                places = ", ".join("?" * len(wanted))
                parts.append((f"{_column(name)} IN ({places})", sorted(wanted)))
        if self.starred:
            parts.append(("starred = 1", []))
        if self.board is not None:
            parts.append(("board = ?", [self.board]))
        if self.tag is not None:
            parts.append(("instr(? || tags || ?, ?) > 0", [*(TAG_SEPARATOR,) * 2, _enclosed(self.tag)]))
        if self.color is not None:
            parts.append(_near(self.color))
        parts += [_mentions(word, self.meant.get(word, frozenset())) for word in self.text.lower().split()]
        where = " AND ".join(condition for condition, _ in parts)
        order = "ASC" if self.oldest_first else "DESC"
        return f"WHERE {where} ORDER BY number {order}", [value for _, values in parts for value in values]


EVERYTHING = Query()


def _column(name: str) -> str:
    if name not in VOCABULARY:
        raise KeyError(name)
    return name


def _enclosed(tag: str) -> str:
    return f"{TAG_SEPARATOR}{tag}{TAG_SEPARATOR}"


def _near(color: Color) -> tuple[str, list[Any]]:
    lab = [float(one) for one in color.lab]
    columns = ("lightness", "green_red", "blue_yellow")
    squares = " + ".join(f"({column} - ?) * ({column} - ?)" for column in columns)
    return f"{squares} <= ?", [*(one for value in lab for one in (value, value)), NEAR**2]


def _mentions(word: str, meant: frozenset[str]) -> tuple[str, list[Any]]:
    columns = (*VOCABULARY, "tags", "board", "note", "origin")
    everything = " || ' ' || ".join(columns)
    is_one = [f"? IN ({', '.join(VOCABULARY)})"] * len(meant)
    return f"({' OR '.join([f'instr(lower({everything}), ?) > 0', *is_one])})", [word, *sorted(meant)]
