"""Texts in the user's language: those of the window, and those that the core says in English."""

import re
from functools import lru_cache

from PySide6.QtCore import QCoreApplication

from gui.languages.core_words import WORDS
from gui.languages.numbers import in_locale

# Calls of `translate` are found by lupdate, as those of `tr` are.
translate = QCoreApplication.translate


def in_words(context: str, text: str) -> str:
    """A text of the core in the user's language; as it is where nobody told how to say it, but for a number alone.

    context : of `core_words`; a text is there as a whole, or with %1, %2... where something is filled in. What is
    filled in is looked up in the same context.
    """
    for pattern, key in _patterns(context):
        if found := pattern.fullmatch(text):
            parts = [in_words(context, part) for part in found.groups()]
            return _filled(translate(context, key), parts)
    return in_locale(text)


@lru_cache
def _patterns(context: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """What tells each text of a context: whole ones first, then those that say most."""
    keys = sorted(WORDS[context], key=lambda key: ("%1" in key, -len(key)))
    return tuple((re.compile(re.sub(r"%\d", "(.+?)", re.escape(key))), key) for key in keys)


def _filled(text: str, parts: list[str]) -> str:
    return re.sub(r"%(\d)", lambda place: parts[int(place[1]) - 1], text)
