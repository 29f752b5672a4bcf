"""What a person agreed to before they were recorded: a small JSON file beside the recording. It holds no name."""

import json
import secrets
from dataclasses import asdict, dataclass
from pathlib import Path

from fashiongan.errors import RecordingError
from fashiongan.files import write_atomically
from fashiongan.json_files import parsed_json

# Version 1 had no purpose of its own; it stood in the words.
FORMAT, VERSION = "fashiongan-consent", 2
ENDING = ".consent.json"
LONGEST_PSEUDONYM = 40
# No letters that are mistaken for others, and no vowels, so that no words come out.
_LETTERS, _LONG = "BCDFGHJKLMNPQRSTVWXZ23456789", 6


@dataclass(frozen=True, slots=True)
class Consent:
    """pseudonym : who agreed, by a name that only the studio can tell; words : what they read, whole; given_at : ISO
    8601 with the time zone; keep_color : colour pictures, in which they can be recognised, may be kept, too; purpose :
    what they are recorded for."""

    pseudonym: str
    words: str
    given_at: str
    keep_color: bool = False
    purpose: str = ""

    def __post_init__(self) -> None:
        if not 1 <= len(self.pseudonym.strip()) <= LONGEST_PSEUDONYM:
            raise RecordingError(
                f'the pseudonym is "{self.pseudonym}", but it has 1 to {LONGEST_PSEUDONYM} letters; choose another.'
            )


def new_pseudonym() -> str:
    """A name by chance, such as `P-7KQ3XD`: it says nothing of anybody, and nobody has it already."""
    return "P-" + "".join(secrets.choice(_LETTERS) for _ in range(_LONG))


def consent_path(recording: Path) -> Path:
    """`scan.consent.json` beside `scan.mkv`."""
    return recording.with_name(recording.stem + ENDING)


def consent_json(consent: Consent) -> bytes:
    """The file's content."""
    content = {"format": FORMAT, "version": VERSION} | asdict(consent)
    return (json.dumps(content, indent=1, ensure_ascii=False) + "\n").encode()


def write_consent(consent: Consent, recording: Path) -> None:
    """Write it beside a recording.

    Raises
    ------
    OutputError : the place cannot be written to
    """
    write_atomically(consent_path(recording), consent_json(consent))


def read_consent(recording: Path) -> Consent | None:
    """What lies beside a recording; None without.

    Raises
    ------
    RecordingError : the file is damaged, or of another program
    """
    path = consent_path(recording)
    if not path.is_file():
        return None
    try:
        content = parsed_json(path.read_text(encoding="utf-8"))
        if content["format"] != FORMAT or content["version"] not in (1, VERSION):
            raise RecordingError(f"{path} is no consent that this program reads; ask the person again.")
        pseudonym, words, given_at = (str(content[key]) for key in ("pseudonym", "words", "given_at"))
        return Consent(pseudonym, words, given_at, content["keep_color"] is True, str(content.get("purpose", "")))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise RecordingError(f"{path} cannot be read ({type(error).__name__}); ask the person again.") from error
