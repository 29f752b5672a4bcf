"""Numbers as the window's language writes them. Files and what the core says keep their points."""

import re

from PySide6.QtCore import QLocale

# A number with a point, alone or with its unit.
_ALONE = re.compile(r"([+-]?\d+)\.(\d+)(\s?(?:mm|cm|m|s|px|%|°|degrees|inch))?")


def written(value: float, decimals: int, sign: bool = False) -> str:
    """A number with so many decimals, and its sign even where it is positive if asked."""
    return in_locale(f"{value:{'+' if sign else ''}.{decimals}f}")


def in_locale(text: str) -> str:
    """A number that was written with a point, as the language writes it; other texts as they are."""
    found = _ALONE.fullmatch(text)
    return f"{found[1]}{QLocale().decimalPoint()}{found[2]}{found[3] or ''}" if found else text
