import pytest

from fashiongan.errors import LONGEST_MESSAGE, FashionGanError, ImageError


@pytest.mark.parametrize("name", ["a\nb.png", "a\r\x0b\x0c\x1c\x85\u2028b", "\x1b[2J", "\u202egnp.exe", "\udcff", "\0"])
def test_a_message_is_one_line_that_any_terminal_can_show(name: str) -> None:
    message = str(ImageError(f"{name} cannot be read; give a picture."))
    assert len(message.splitlines()) == 1
    assert message.isprintable()
    assert message.encode().endswith(b"cannot be read; give a picture.")


def test_a_message_quotes_only_a_little_of_a_file() -> None:
    assert len(str(FashionGanError("x" * 10_000_000))) < LONGEST_MESSAGE + 10
