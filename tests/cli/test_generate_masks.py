import json
from pathlib import Path

import pytest
from PIL import Image

from tests.cli.conftest import Run, contents
from tests.tools.fillers import add_filler, add_twin


@pytest.fixture
def mask(tiny_checkpoints: Path, tmp_path: Path) -> Path:
    add_filler(tiny_checkpoints)
    page = Image.new("L", (90, 120), 255)
    page.paste(0, (30, 10, 60, 110))
    page.save(tmp_path / "mask.png")
    return tmp_path / "mask.png"


def test_a_silhouette_is_filled_with_a_swatch_and_made_again_from_the_picture(
    run: Run, mask: Path, tmp_path: Path
) -> None:
    Image.new("RGB", (64, 64), (20, 120, 40)).save(tmp_path / "green.png")
    out, again, other = tmp_path / "out", tmp_path / "again", tmp_path / "other"
    options = ("--mask", mask, "--style", tmp_path / "green.png", "--category", "dress", "--count", 2)
    result = run(*options, "--out", out)
    assert result.exit_code == 0, result.stderr
    rows = [json.loads(line) for line in (out / "designs.jsonl").read_text().splitlines()]
    assert [row["tool"] for row in rows] == ["fill", "fill"]
    assert "masked" in json.loads((out / "request.json").read_text())["weights"]
    assert run("--like", out / "001.png", "--out", again).exit_code == 0
    assert contents(again)["000.png"] == contents(out)["001.png"]
    assert run("--mask", out / "000.png", "--color", "red", "--out", other).exit_code == 0


def test_a_folder_of_bold_pictures_names_the_creative_weights(run: Run, tiny_checkpoints: Path, tmp_path: Path) -> None:
    add_twin(tiny_checkpoints)
    assert run("--category", "dress", "--creativity", "0.5", "--out", tmp_path / "bold").exit_code == 0
    assert run("--category", "dress", "--out", tmp_path / "usual").exit_code == 0
    orders = {name: json.loads((tmp_path / name / "request.json").read_text()) for name in ("bold", "usual")}
    assert set(orders["bold"]["weights"]) == {"conditional", "creative"}
    assert set(orders["usual"]["weights"]) == {"conditional"}


@pytest.mark.parametrize(
    ("arguments", "answer"),
    [
        (("--mask", "BLANK"), "blank.png covers nothing"),
        (("--mask", "GREY"), "looks like a photo"),
        (("--mask", "TEXT"), "cannot be read as a picture"),
        (("--mask", "none.png"), "none.png"),
        (("--mask", "MASK", "--vary", "0.5"), "cannot be given beside it"),
        (("--mask", "MASK", "--creativity", "0.5"), "cannot be given beside it"),
        (("--mask", "MASK", "--style", "none.png"), "none.png"),
        (("--mask", "MASK", "--count", "0"), "count is 0"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line_before_the_folder_is_made(
    run: Run, mask: Path, tmp_path: Path, arguments: tuple[str, ...], answer: str
) -> None:
    Image.new("RGB", (200, 200), "white").save(tmp_path / "blank.png")
    Image.linear_gradient("L").save(tmp_path / "grey.png")
    (tmp_path / "text.png").write_text("hello")
    files = {name: tmp_path / f"{name.lower()}.png" for name in ("BLANK", "GREY", "TEXT")} | {"MASK": mask}
    result = run(*(files.get(one, one) for one in arguments), "--out", tmp_path / "out")
    assert (result.exit_code, len(result.stderr.strip().splitlines())) == (2, 1)
    assert answer in result.stderr
    assert not (tmp_path / "out").exists()
