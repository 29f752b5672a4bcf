import json
import re
from pathlib import Path

import pytest

from fashiongan.errors import RecordingError
from scanning.consent import Consent, consent_json, consent_path, new_pseudonym, read_consent, write_consent

CONSENT = Consent("K-07", "I agree.", "2026-05-04T12:00:00+02:00", keep_color=True)


def test_consent_lies_beside_its_recording_and_is_read_back(tmp_path: Path) -> None:
    write_consent(CONSENT, tmp_path / "K-07.mkv")
    assert [path.name for path in tmp_path.iterdir()] == ["K-07.consent.json"]
    assert read_consent(tmp_path / "K-07.mkv") == CONSENT


def test_the_file_says_who_agreed_to_what_and_when() -> None:
    content = json.loads(consent_json(CONSENT))
    assert content["pseudonym"] == "K-07"
    assert content["words"] == "I agree."
    assert content["given_at"].startswith("2026-05-04")


def test_without_a_file_nobody_agreed(tmp_path: Path) -> None:
    assert read_consent(tmp_path / "old.mkv") is None


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"format": "other", "version": 1}', "{" * 9])
def test_a_damaged_consent_is_refused_in_one_line(tmp_path: Path, text: str) -> None:
    consent_path(tmp_path / "a.mkv").write_text(text)
    with pytest.raises(RecordingError, match="ask the person again") as told:
        read_consent(tmp_path / "a.mkv")
    assert "\n" not in str(told.value)


@pytest.mark.parametrize("pseudonym", ["", "  ", "x" * 41])
def test_nobody_agrees_without_a_pseudonym(pseudonym: str) -> None:
    with pytest.raises(RecordingError, match="pseudonym"):
        Consent(pseudonym, "I agree.", "2026-05-04T12:00:00+02:00")


def test_a_consent_of_the_first_version_is_read_without_a_purpose(tmp_path: Path) -> None:
    first = {"format": "fashiongan-consent", "version": 1, "pseudonym": "K-07", "words": "I agree."}
    told = first | {"given_at": "2026-05-04T12:00:00+02:00", "keep_color": True}
    consent_path(tmp_path / "a.mkv").write_text(json.dumps(told))
    assert read_consent(tmp_path / "a.mkv") == CONSENT


def test_a_pseudonym_is_made_by_chance_and_can_be_read_out() -> None:
    made = {new_pseudonym() for _ in range(200)}
    assert len(made) == 200
    assert all(re.fullmatch("P-[2-9BCDFGHJ-NP-TV-XZ]{6}", one) for one in made)
