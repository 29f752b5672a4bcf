"""What cannot be asked for is told in one line."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--category", "cape"), '"cape" is not a category'),
        (("--color", "blueish"), "is not a colour"),
        (("--category", "skirt", "--sleeve", "long"), "Valid for a skirt"),
        (("--count", "0"), "count is 0"),
        (("--fit", "none.yaml"), "none.yaml"),
        (("--spec", "none.yaml"), "none.yaml"),
        (("--spec", "none.yaml", "--category", "dress"), "cannot be given beside it"),
        (("--like", "none.png"), "none.png"),
        (("--vary", "0.5"), "--vary needs a picture to work on"),
        (("--cloth-of", "none.png"), "--cloth-of needs a picture to work on"),
        (("--by", "2"), "--by needs a picture to work on"),
        (("--photo", "a.png", "--like", "b.png"), "--photo says what to make"),
        (("--photo", "a.png", "--count", "2"), "--photo says what to make"),
        (("--spec", "a.yaml", "--vary", "0.2"), "--spec says what to make"),
        (("--photo", "none.png"), "none.png"),
        (("--style", "none.png"), "none.png"),
        (("--truncation", "1.5"), "truncation is 1.5"),
        (("--creativity", "nan"), "creativity is nan"),
        (("--resume", "--overwrite"), "give one of them"),
        (("--checkpoints", "nowhere"), "nowhere"),
    ],
)
def test_a_bad_request_is_one_line_with_exit_code_2(
    run: Run, tmp_path: Path, arguments: tuple[str, ...], message: str
) -> None:
    result = run(*arguments, "--out", tmp_path / "out")
    assert result.exit_code == 2
    assert message in result.stderr
    assert result.stderr.startswith("Error: ")
    assert result.stderr.count("\n") == 1
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "cannot be read"),
        ("category: dress", "is not a list"),
        ("- {category: cape}", "request 1: "),
        ("- {size: 3}", '"size" is not known'),
        ("- {count: many}", "it is a whole number"),
        ("- {colors: [nocolor]}", "is not a colour"),
        ("- {color: 0xff0000}", "hex in quotes"),
        ("- {colors: {red: 1}}", "hex in quotes"),
        ("- color: #ff0000", "hex in quotes"),
        ("- {color: red, colors: [blue]}", "give one of them"),
        ("- {category: [dress]}", "it is one word"),
        ("- {truncation: lots}", "it is a number from 0 to 1"),
        ("- {creativity: 2}", "creativity is 2"),
        ("- {style: 3}", "the path of a picture"),
        ("- {style: none.png}", "none.png"),
        ("- {category: 2020-99-99}", "cannot be read"),
        ("[" * 5000, "cannot be read"),
        ("- {seed: " + "9" * 5000 + "}", "cannot be read"),
    ],
)
def test_a_bad_spec_is_one_line_with_its_place(run: Run, tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "spec.yaml").write_text(text)
    result = run("--spec", tmp_path / "spec.yaml", "--out", tmp_path / "out")
    assert (result.exit_code, message in result.stderr) == (2, True)


def test_an_output_that_is_a_file_is_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("")
    result = run("--category", "dress", "--out", tmp_path / "out")
    assert (result.exit_code, "cannot be used as a folder" in result.stderr) == (2, True)


@pytest.mark.parametrize("options", [("--colour", "red", "--out", "x"), (), ("--count", "many", "--out", "x")])
def test_a_wrong_option_is_one_line_with_exit_code_2(run: Run, options: tuple[str, ...]) -> None:
    result = run(*options)
    assert result.exit_code == 2
    assert result.stderr.startswith("Error: ")
    assert result.stderr.count("\n") == 1


def test_who_gives_a_wrong_word_is_told_which_option_it_was(run: Run, tmp_path: Path) -> None:
    result = run("--category", "tshirt", "--ease", "tight", "--out", tmp_path / "out")
    assert result.exit_code == 2
    assert "--ease" in result.stderr
    assert "'slim', 'regular', 'loose'" in result.stderr
