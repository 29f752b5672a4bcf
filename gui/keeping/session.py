"""What is asked, looked at and chosen, as a value and as text. No Qt here."""

import json
from dataclasses import dataclass
from typing import Any

from fashiongan.errors import FashionGanError, RequestError
from fashiongan.json_files import parsed_json
from fashiongan.presets.preset import Preset, from_json, to_json


@dataclass(frozen=True, slots=True)
class Session:
    """asked : on the left of the Design page, None where its words exclude each other; page : its place on the rail;
    chosen : the numbers of pictures, in the order in which they were chosen"""

    asked: Preset | None = None
    page: int = 0
    chosen: tuple[int, ...] = ()


def to_text(session: Session) -> str:
    """JSON."""
    asked = None if session.asked is None else to_json(session.asked)
    return json.dumps({"asked": asked, "page": session.page, "chosen": list(session.chosen)})


def from_text(text: str) -> Session:
    """Read back `to_text`.

    Raises
    ------
    RequestError : it was changed into something else
    """
    try:
        kept = parsed_json(text)
        asked = None if kept["asked"] is None else from_json(kept["asked"])
        return Session(asked, _whole(kept["page"]), tuple(_whole(one) for one in kept["chosen"]))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, FashionGanError) as error:
        raise RequestError(f"What was asked last cannot be read ({error}); ask for it again.") from error


def _whole(value: Any) -> int:
    if type(value) is not int or value < 0:
        raise TypeError(f"{value!r} is no place")
    return value
