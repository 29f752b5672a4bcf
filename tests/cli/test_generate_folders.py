"""What a batch does with a folder in which something lies already."""

from pathlib import Path

import pytest
from PIL import Image
from safetensors.torch import load_file

from fashiongan.files import TEMPORARY_PREFIX
from fashiongan.project.files import read_project
from tests.cli.conftest import Run, contents, reweigh


def test_a_photo_that_cannot_be_read_off_leaves_no_folder(run: Run, tmp_path: Path, tiny_checkpoints: Path) -> None:
    photo = Image.new("RGB", (64, 64), "white")
    photo.paste("red", (16, 12, 48, 60))
    photo.save(tmp_path / "red.png")
    (tiny_checkpoints / "reader.safetensors").unlink()
    result = run("--photo", tmp_path / "red.png", "--out", tmp_path / "out")
    assert (result.exit_code, "reader.safetensors is missing" in result.stderr) == (2, True)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("lost", [0, 1, 2])
def test_a_resumed_folder_ends_like_one_that_was_never_stopped(run: Run, tmp_path: Path, lost: int) -> None:
    arguments = ("--category", "tshirt", "--count", 3, "--seed", 7, "--out")
    run(*arguments, tmp_path / "whole")
    run(*arguments, tmp_path / "cut")
    picture = tmp_path / "cut" / f"00{lost}.png"
    picture.write_bytes(picture.read_bytes()[:60])
    (tmp_path / "cut" / "sheet.png").unlink()
    (tmp_path / "cut" / f"{TEMPORARY_PREFIX}abc.png").write_bytes(b"half")
    index = tmp_path / "cut" / "designs.jsonl"
    index.write_bytes(index.read_bytes()[:-30] + b"\xff\xfe\n3\n{}\n")
    assert run(*arguments, tmp_path / "cut", "--resume").exit_code == 0
    assert contents(tmp_path / "cut") == contents(tmp_path / "whole")


def test_a_folder_is_not_continued_with_other_weights(run: Run, tmp_path: Path, tiny_checkpoints: Path) -> None:
    run("--category", "tshirt", "--out", tmp_path / "out")
    path = tiny_checkpoints / "conditional.safetensors"
    reweigh(path, {n: t if n.startswith("wardrobe") else t * 1.1 for n, t in load_file(path).items()})
    result = run("--category", "tshirt", "--out", tmp_path / "out", "--resume")
    assert (result.exit_code, "made with other weights" in result.stderr) == (2, True)


def test_overwrite_never_removes_a_file_that_a_batch_would_not_make(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run("--category", "tshirt", "--out", out)
    (tmp_path / "victim.png").write_text("precious")
    (out / "designs.jsonl").write_text('{"files": ["../victim.png"]}\n{"files": ["sheet.png.bak"]}\n')
    assert run("--category", "dress", "--out", out, "--overwrite").exit_code == 0
    assert (tmp_path / "victim.png").read_text() == "precious"


def test_a_body_that_cannot_be_fitted_leaves_the_old_folder_whole(run: Run, tmp_path: Path) -> None:
    run("--category", "tshirt", "--out", tmp_path / "out")
    before = contents(tmp_path / "out")
    body = "figure: woman\nheight_mm: 1600\nbust_mm: 800\nwaist_mm: 900\nhip_mm: 800\nshoulder_mm: 550\n"
    (tmp_path / "body.yaml").write_text(body)
    options = ("--category", "tshirt", "--fit", tmp_path / "body.yaml", "--overwrite")
    result = run(*options, "--out", tmp_path / "out")
    assert (result.exit_code, "No body has these" in result.stderr) == (2, True)
    assert contents(tmp_path / "out") == before


def test_an_existing_folder_is_never_overwritten_silently(run: Run, tmp_path: Path) -> None:
    run("--category", "tshirt", "--out", tmp_path / "out")
    before = contents(tmp_path / "out")
    result = run("--category", "dress", "--out", tmp_path / "out")
    assert result.exit_code == 2
    assert "--resume to continue it, --overwrite to replace it" in result.stderr
    assert contents(tmp_path / "out") == before


def test_overwrite_replaces_what_we_made_and_nothing_else(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run("--category", "tshirt", "--count", 3, "--out", out)
    (out / "notes.txt").write_text("mine")
    assert run("--category", "dress", "--out", out, "--overwrite").exit_code == 0
    assert {"000.png", "notes.txt"} <= set(contents(out))
    assert "002.png" not in contents(out)


def test_a_folder_of_somebody_else_is_not_cleared(run: Run, tmp_path: Path) -> None:
    (tmp_path / "holiday.jpg").write_text("precious")
    result = run("--category", "dress", "--out", tmp_path, "--overwrite")
    assert result.exit_code == 2
    assert "was not made by this program" in result.stderr
    assert (tmp_path / "holiday.jpg").read_text() == "precious"


def test_a_batch_is_kept_as_a_project_and_never_over_another(run: Run, tmp_path: Path) -> None:
    project = tmp_path / "dresses.fgan"
    options = ("--category", "dress", "--count", 2, "--project", project)
    assert run(*options, "--out", tmp_path / "out").exit_code == 0
    kept = read_project(project)
    assert [one.png for one in kept.pictures] == [(tmp_path / "out" / f"00{i}.png").read_bytes() for i in range(2)]
    assert kept.body is None
    again = run(*options, "--out", tmp_path / "other")
    assert (again.exit_code, "is there already" in again.stderr) == (2, True)
    assert not (tmp_path / "other").exists()
    assert "NAME.fgan" in run(*options[:-1], tmp_path / "a.zip", "--out", tmp_path / "other").stderr


def test_another_order_cannot_be_resumed(run: Run, tmp_path: Path) -> None:
    run("--category", "tshirt", "--out", tmp_path / "out")
    result = run("--category", "dress", "--out", tmp_path / "out", "--resume")
    assert (result.exit_code, "holds another order" in result.stderr) == (2, True)
