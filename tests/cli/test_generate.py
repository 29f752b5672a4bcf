import json
from pathlib import Path

import pytest
from click.testing import Result
from PIL import Image
from typer.testing import CliRunner

from fashiongan.cli.generate import app
from fashiongan.image import GarmentImage


@pytest.fixture
def run(tiny_checkpoints: Path, monkeypatch: pytest.MonkeyPatch):  # type: ignore[no-untyped-def]
    monkeypatch.setenv("FASHIONGAN_CHECKPOINTS", str(tiny_checkpoints))

    def invoke(*arguments: object) -> Result:
        result = CliRunner().invoke(app, [str(one) for one in arguments])
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return result

    return invoke


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def test_a_request_gives_pictures_a_sheet_and_an_index(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    out = tmp_path / "out"
    result = run("--category", "dress", "--color", "#1f3a5f", "--pattern", "floral", "--count", 3, "--out", out)
    assert result.exit_code == 0
    assert set(contents(out)) == {"000.png", "001.png", "002.png", "sheet.png", "designs.jsonl", "request.json"}
    rows = [json.loads(line) for line in (out / "designs.jsonl").read_text().splitlines()]
    assert [row["seed"] for row in rows] == [0, 1, 2]
    assert rows[0]["asked"] == {"category": "dress", "pattern": "floral", "colors": ["#1f3a5f"]}
    with Image.open(out / "001.png") as picture:
        assert json.loads(picture.info["fashiongan"])["seed"] == 1
        assert picture.mode == "RGBA"


def test_the_same_seed_gives_the_same_bytes(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    for name in ("a", "b"):
        run("--category", "tshirt", "--count", 2, "--seed", 7, "--out", tmp_path / name)
    assert contents(tmp_path / "a") == contents(tmp_path / "b")


def test_a_picture_is_made_again_from_what_it_says_of_itself(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    run("--category", "dress", "--color", "teal", "--count", 3, "--seed", 5, "--out", tmp_path / "a")
    assert run("--like", tmp_path / "a" / "002.png", "--out", tmp_path / "b").exit_code == 0
    assert contents(tmp_path / "b")["000.png"] == contents(tmp_path / "a")["002.png"]


def test_a_picture_of_other_weights_is_refused(run, tmp_path: Path, two_sided_tshirt: GarmentImage) -> None:  # type: ignore[no-untyped-def]
    two_sided_tshirt.save(tmp_path / "other.png")
    result = run("--like", tmp_path / "other.png", "--out", tmp_path / "out")
    assert (result.exit_code, "was made with drawn" in result.stderr) == (2, True)


def test_a_resumed_folder_ends_like_one_that_was_never_stopped(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    arguments = ("--category", "tshirt", "--count", 3, "--seed", 7, "--out")
    run(*arguments, tmp_path / "whole")
    run(*arguments, tmp_path / "cut")
    (tmp_path / "cut" / "002.png").unlink()
    (tmp_path / "cut" / "sheet.png").unlink()
    index = tmp_path / "cut" / "designs.jsonl"
    index.write_text(index.read_text()[:-30])
    assert run(*arguments, tmp_path / "cut", "--resume").exit_code == 0
    assert contents(tmp_path / "cut") == contents(tmp_path / "whole")


def test_an_existing_folder_is_never_overwritten_silently(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    run("--category", "tshirt", "--out", tmp_path / "out")
    before = contents(tmp_path / "out")
    result = run("--category", "dress", "--out", tmp_path / "out")
    assert result.exit_code == 2
    assert "--resume to continue it, --overwrite to replace it" in result.stderr
    assert contents(tmp_path / "out") == before


def test_overwrite_replaces_what_we_made_and_nothing_else(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    out = tmp_path / "out"
    run("--category", "tshirt", "--count", 3, "--out", out)
    (out / "notes.txt").write_text("mine")
    assert run("--category", "dress", "--out", out, "--overwrite").exit_code == 0
    assert {"000.png", "notes.txt"} <= set(contents(out))
    assert "002.png" not in contents(out)


def test_a_folder_of_somebody_else_is_not_cleared(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "holiday.jpg").write_text("precious")
    result = run("--category", "dress", "--out", tmp_path, "--overwrite")
    assert result.exit_code == 2
    assert "was not made by this program" in result.stderr
    assert (tmp_path / "holiday.jpg").read_text() == "precious"


def test_another_order_cannot_be_resumed(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    run("--category", "tshirt", "--out", tmp_path / "out")
    result = run("--category", "dress", "--out", tmp_path / "out", "--resume")
    assert (result.exit_code, "holds another order" in result.stderr) == (2, True)


def test_a_spec_makes_every_request_and_fits_what_can_be_cut(run, tmp_path: Path, body_file: Path) -> None:  # type: ignore[no-untyped-def]
    spec = tmp_path / "spec.yaml"
    spec.write_text("- {category: skirt, color: black}\n- {category: tank, colors: [red, white], seed: 4}\n")
    result = run("--spec", spec, "--fit", body_file, "--out", tmp_path / "out")
    assert "not fitted: 000.png: A skirt cannot be cut yet" in result.stderr
    made = contents(tmp_path / "out")
    # The untrained generator may draw nothing at all, and then there is nothing to put on the cloth.
    fitted = {"001.glb", "001-look.png"} <= set(made)
    assert fitted or "001.png: The picture shows no garment" in result.stderr
    assert {"000.png", "001.png"} <= set(made)


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
        (("--resume", "--overwrite"), "give one of them"),
        (("--checkpoints", "nowhere"), "nowhere"),
    ],
)
def test_a_bad_request_is_one_line_with_exit_code_2(  # type: ignore[no-untyped-def]
    run, tmp_path: Path, arguments: tuple[str, ...], message: str
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
        ("- {count: many}", "must be whole numbers"),
        ("- {colors: [nocolor]}", "is not a colour"),
    ],
)
def test_a_bad_spec_is_one_line_with_its_place(run, tmp_path: Path, text: str, message: str) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "spec.yaml").write_text(text)
    result = run("--spec", tmp_path / "spec.yaml", "--out", tmp_path / "out")
    assert (result.exit_code, message in result.stderr) == (2, True)


def test_an_output_that_is_a_file_is_refused(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "out").write_text("")
    result = run("--category", "dress", "--out", tmp_path / "out")
    assert (result.exit_code, "cannot be used as a folder" in result.stderr) == (2, True)


def test_an_unknown_option_is_refused(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    assert run("--colour", "red", "--out", tmp_path / "out").exit_code == 2
