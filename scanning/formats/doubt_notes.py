"""How doubt travels in files that have no place for it: as lines of notes or comments, which are read back."""

import re
from collections.abc import Mapping

from scanning.measurement_set import MeasurementSet, doubtful_basics

_LINE = re.compile(r"^(?:# )?(\w+) is in doubt: (.+)$", re.MULTILINE)


def doubt_notes(measured: MeasurementSet, names: Mapping[str, str]) -> str:
    """One line for each doubtful measurement that is written all the same; `names` maps those of the file to ours."""
    theirs = {ours: name for name, ours in names.items()}
    doubtful = [one for one in doubtful_basics(measured) if one.name in theirs]
    return "\n".join(f"{theirs[one.name]} is in doubt: {_one_line(one.reason)}" for one in doubtful)


def doubts_in(notes: object, names: Mapping[str, str]) -> dict[str, str]:
    """The reasons by our names, from what `doubt_notes` wrote; all else in the notes is passed over."""
    found = _LINE.findall(notes) if isinstance(notes, str) else []
    return {names[name]: reason for name, reason in found if name in names}


def _one_line(reason: str) -> str:
    # Neither XML nor a comment in YAML may hold control characters.
    return "".join(letter for letter in " ".join(reason.split()) if letter.isprintable()) or "doubtful"
