from pathlib import Path

import pytest

from benchmarks.hostile.bombs import laughing_yaml, merging_yaml
from fashiongan.errors import RequestError
from fashiongan.yaml_files import parsed_yaml, read_yaml


def test_plain_values_and_a_few_aliases_come_as_they_are() -> None:
    text = "a: &a {b: [1, 2.5, text, null]}\nc: *a\nd: {<<: *a, e: 0x10}"
    assert parsed_yaml(text) == {"a": {"b": [1, 2.5, "text", None]}, "c": {"b": [1, 2.5, "text", None]}} | {
        "d": {"b": [1, 2.5, "text", None], "e": 16}
    }
    assert parsed_yaml("") is None


@pytest.mark.parametrize(
    "text",
    [
        laughing_yaml("height_mm").decode(),
        merging_yaml().decode(),
        "&a [*a]",
        "[" * 100_000,
        "a: 0x" + "f" * 6000,
        "a: " + ":".join("1" * 20_000),
        "2020-99-99",
        "!!timestamp 9",
        "!!int ''",
        "!!bool maybe",
        "!!python/object/apply:os.getcwd []",
        '"\\ud800"',
        "\x1b[2J",
        "{? [1] : 2}",
    ],
    ids=lambda text: repr(text[:12]),
)
def test_whatever_is_wrong_is_a_value_error_in_one_line(text: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"\S") as caught:
        parsed_yaml(text)
    assert len(str(caught.value).splitlines()) == 1
    (tmp_path / "a.yaml").write_text(text)
    with pytest.raises(RequestError, match="cannot be read"):
        read_yaml(tmp_path / "a.yaml", RequestError, "examples/lookbook.yaml")
