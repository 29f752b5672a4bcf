"""Recordings that are kept: what they are called, and the consent beside each."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from fashiongan.errors import FashionGanError
from fashiongan.files import refuse_unwritable
from fashiongan.vault import Vault
from gui.languages.wording import in_words, translate
from scanning.consent import Consent, consent_path, read_consent, write_consent


def new_recording(vault: Vault, who: str, consent: Consent | None) -> Path:
    """Where the next recording goes, named after somebody and now; the consent lies beside it before its first frame.

    Raises
    ------
    OutputError : the folder cannot be written to
    """
    safe = "".join(letter if letter.isalnum() or letter in "-_" else "_" for letter in who)
    path = vault.scans / f"{safe}-{datetime.now().astimezone():%Y%m%d-%H%M%S}.mkv"
    refuse_unwritable(path)
    if consent is not None:
        write_consent(consent, path)
        vault.keep(consent_path(path))
    return path


def what_is_there(vault: Vault, recordings: Sequence[Path]) -> str:
    """The names of what can be measured, and who agreed to it; "" for nothing."""
    if not recordings:
        return ""
    names = ", ".join(path.name for path in recordings)
    try:
        with vault.plain(consent_path(recordings[0])) as plain:
            consent = read_consent(plain.with_name(recordings[0].name))
    except FashionGanError as error:
        return f"{names}\n{in_words('Error', str(error))}"
    if consent is None:
        return names
    agreed = translate("ScanPage", "%1 agreed on %2").replace("%1", consent.pseudonym)
    return f"{names}\n{agreed.replace('%2', consent.given_at[:10])}"
