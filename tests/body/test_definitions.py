from pathlib import Path

from fashiongan.body.definitions import DEFINITIONS

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "measurements.md"


def test_the_document_lists_every_measurement_with_clause_and_definition() -> None:
    text = DOCUMENT.read_text(encoding="utf-8")
    rows = [
        f"| {one.title} | {one.clause} | {one.text} | `{one.name}` | {one.kind.limit_mm:g} |" for one in DEFINITIONS
    ]
    assert [row for row in rows if row not in text] == []


def test_a_definition_is_one_sentence() -> None:
    assert all(one.text.endswith(".") and one.text.count(". ") == 0 for one in DEFINITIONS)
