import pytest

from fashiongan.json_files import MOST_VALUES, parsed_json


def test_plain_values_come_as_they_are() -> None:
    assert parsed_json('{"a": [1, -2.5, true, null, "\\ud83d\\ude00"]}') == {"a": [1, -2.5, True, None, "\U0001f600"]}
    assert parsed_json(b'\xef\xbb\xbf{"a": 999999999999999999}') == {"a": 10**18 - 1}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[" * 100_000,
        "1e400",
        "-1e400",
        "NaN",
        "Infinity",
        "1" * 400,
        "9" * 5000,
        '"\\ud800"',
        b"\xff",
        "[" + "[]," * MOST_VALUES + "0]",
    ],
    ids=lambda text: repr(text[:9]),
)
def test_whatever_is_wrong_is_a_value_error(text: str | bytes) -> None:
    with pytest.raises(ValueError, match=r"\S"):
        parsed_json(text)
