"""Reading JSON that may come from anybody: whatever is wrong with it is a ValueError, and it stays small in memory."""

import json
import re
from typing import Any

# An empty list takes three bytes of a file and sixty of memory.
MOST_VALUES = 4_000_000
MOST_DIGITS = 18
_HALF_CHARACTER = re.compile(r"\\u[dD][89a-fA-F]")


def parsed_json(text: str | bytes, most_values: int = MOST_VALUES) -> Any:
    """Plain values; whole numbers have at most 18 digits, and no number is infinite.

    Raises
    ------
    ValueError : not JSON, nested or long beyond reason, a number that cannot be, or text that is none
    """
    if isinstance(text, bytes):
        text = text.decode("utf-8-sig")
    if sum(map(text.count, ",[{")) > most_values:
        raise ValueError(f"it holds more than {most_values:,} values")
    try:
        found = json.loads(text, parse_int=_whole, parse_float=_finite, parse_constant=_finite)
    except RecursionError as error:
        raise ValueError("it is nested too deep") from error
    if _HALF_CHARACTER.search(text):
        # Half of a character beyond the first 65,536 can be written in JSON, but nowhere else.
        json.dumps(found, ensure_ascii=False).encode()
    return found


def _whole(digits: str) -> int:
    if len(digits) > MOST_DIGITS + 1:
        raise ValueError(f"it holds a number of {len(digits)} digits")
    return int(digits)


def _finite(written: str) -> float:
    number = float(written)
    if not abs(number) < float("inf"):
        raise ValueError(f"it holds {written[:20]}, which is no number")
    return number
