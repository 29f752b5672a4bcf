import json
from pathlib import Path

import torch
from PIL import Image
from safetensors.torch import load_file

from fashiongan.exporting.look import look_files
from fashiongan.image import GarmentImage
from fashiongan.nameless import nameless
from tests.cli.conftest import Run, contents, reweigh
from tests.conftest import SHIPPED


def test_a_request_gives_pictures_a_sheet_and_an_index(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "out"
    result = run("--category", "dress", "--color", "#1f3a5f", "--pattern", "floral", "--count", 3, "--out", out)
    assert result.exit_code == 0
    assert set(contents(out)) == {
        "000.png",
        "001.png",
        "002.png",
        "sheet.png",
        "designs.jsonl",
        "request.json",
        "run.json",
    }
    rows = [json.loads(line) for line in (out / "designs.jsonl").read_text().splitlines()]
    assert [row["origin"] for row in rows] == ["seed 0", "seed 1", "seed 2"]
    assert rows[0]["asked"] == {"category": "dress", "pattern": "floral", "colors": ["#1f3a5f"]}
    with Image.open(out / "001.png") as picture:
        assert json.loads(picture.info["fashiongan"])["origin"] == "seed 1"
        assert picture.mode == "RGBA"


def test_the_same_seed_gives_the_same_bytes(run: Run, tmp_path: Path) -> None:
    for name in ("a", "b"):
        run("--category", "tshirt", "--count", 2, "--seed", 7, "--out", tmp_path / name)
    assert contents(tmp_path / "a") == contents(tmp_path / "b")


def test_a_picture_is_made_again_from_what_it_says_of_itself(run: Run, tmp_path: Path) -> None:
    run("--category", "dress", "--color", "teal", "--count", 3, "--seed", 5, "--out", tmp_path / "a")
    assert run("--like", tmp_path / "a" / "002.png", "--out", tmp_path / "b").exit_code == 0
    assert contents(tmp_path / "b")["000.png"] == contents(tmp_path / "a")["002.png"]


def test_variations_keep_what_is_liked_and_repeat_with_their_seed(run: Run, tmp_path: Path) -> None:
    run("--category", "dress", "--seed", 5, "--out", tmp_path / "liked")
    liked = tmp_path / "liked" / "000.png"
    for name in ("a", "b"):
        options = ("--like", liked, "--vary", 0.4, "--count", 2, "--seed", 9)
        assert run(*options, "--out", tmp_path / name).exit_code == 0
    assert contents(tmp_path / "a") == contents(tmp_path / "b")
    rows = [json.loads(line) for line in (tmp_path / "a" / "designs.jsonl").read_text().splitlines()]
    assert [row["origin"] for row in rows] == ["look varied by 0.4"] * 2
    assert rows[0]["code"]["latent"] != rows[1]["code"]["latent"]
    assert run("--like", tmp_path / "a" / "001.png", "--out", tmp_path / "again").exit_code == 0
    assert contents(tmp_path / "again")["000.png"] == contents(tmp_path / "a")["001.png"]


def test_every_tool_that_begins_with_a_picture_draws_and_repeats(run: Run, tmp_path: Path) -> None:
    run("--category", "dress", "--count", 2, "--seed", 5, "--out", tmp_path / "liked")
    first, second = (tmp_path / "liked" / name for name in ("000.png", "001.png"))
    tools = {
        "blend": ("--toward", second, "--count", 3),
        "mix": ("--cloth-of", second),
        "steer": ("--steer", "shape 1", "--by", 3, "--count", 3),
        "color": ("--color", "teal"),
        "look": ("--vary", 0.3, "--change", "cloth"),
    }
    made = {}
    for name, options in tools.items():
        for turn in ("a", "b"):
            assert run("--like", first, *options, "--out", tmp_path / name / turn).exit_code == 0
        assert contents(tmp_path / name / "a") == contents(tmp_path / name / "b")
        made[name] = contents(tmp_path / name / "a")["000.png"]
    assert len(set(made.values())) == len(tools)
    photo = Image.new("RGB", (64, 64), "white")
    photo.paste("red", (16, 12, 48, 60))
    photo.save(tmp_path / "red.png")
    assert run("--photo", tmp_path / "red.png", "--category", "dress", "--out", tmp_path / "photo").exit_code == 0
    known = json.loads((tmp_path / "photo" / "designs.jsonl").read_text())
    assert known["origin"] == f"photo {nameless(tmp_path / 'red.png')}"
    wrong = {
        ("--vary", 0.2, "--steer", "shape 1"): "are two tools",
        ("--cloth-of", second, "--count", 2): "--cloth-of does not take --count",
        ("--steer", "shape 1", "--seed", 3): "--steer does not take --seed",
        ("--change", "shape", "--color", "red"): "--color does not take --change",
    }
    for options, message in wrong.items():
        assert message in run("--like", first, *options, "--out", tmp_path / "none").stderr
    Image.effect_noise((64, 64), 90).save(tmp_path / "noise.png")
    assert "No garment stands out" in run("--photo", tmp_path / "noise.png", "--out", tmp_path / "none").stderr
    result = run("--like", first, "--steer", "prettier", "--out", tmp_path / "none")
    assert (result.exit_code, "is not a direction. Known: " in result.stderr) == (2, True)


def test_a_style_picture_is_part_of_the_order(run: Run, tmp_path: Path) -> None:
    for name, color in (("a", "red"), ("b", "blue")):
        Image.new("RGB", (64, 64), color).save(tmp_path / f"{name}.png")
    options = ("--category", "skirt", "--truncation", 0.7, "--out", tmp_path / "out", "--style")
    assert run(*options, tmp_path / "a.png").exit_code == 0
    assert run(*options, tmp_path / "a.png", "--resume").exit_code == 0
    assert "holds another order" in run(*options, tmp_path / "b.png", "--resume").stderr


def test_a_picture_of_other_weights_is_refused(run: Run, tmp_path: Path, two_sided_tshirt: GarmentImage) -> None:
    two_sided_tshirt.save(tmp_path / "other.png")
    result = run("--like", tmp_path / "other.png", "--out", tmp_path / "out")
    assert (result.exit_code, "was made with drawn" in result.stderr) == (2, True)


def test_a_fitted_garment_is_written_with_its_pattern_and_tech_pack(run: Run, tmp_path: Path, body_file: Path) -> None:
    spec, out = tmp_path / "spec.yaml", tmp_path / "out"
    spec.write_text("- {category: tank, pattern: solid, color: red, seed: 4}\n")
    options = ("--spec", spec, "--fit", body_file, "--ease", "loose", "--checkpoints", SHIPPED)
    assert run(*options, "--out", out).exit_code == 0
    fitted = {path.name for path in look_files(out / "000.glb", out / "000-look.png")}
    assert set(contents(out)) == fitted | {"000.png", "sheet.png", "designs.jsonl", "request.json", "run.json"}
    assert run("--category", "dress", "--out", out, "--overwrite").exit_code == 0
    assert fitted.isdisjoint(contents(out))


def test_garments_that_cannot_be_fitted_are_named_and_their_pictures_kept(
    run: Run, tmp_path: Path, tiny_checkpoints: Path, body_file: Path
) -> None:
    """A generator whose pictures are transparent all over."""
    path, out = tiny_checkpoints / "conditional.safetensors", tmp_path / "out"
    tensors = load_file(path)
    for name in (one for one in tensors if one.startswith(("to_rgba", "details"))):
        tensors[name] = torch.zeros_like(tensors[name])
    tensors["to_rgba.bias"] = torch.tensor([0.0, 0.0, 0.0, -9.0], dtype=tensors["to_rgba.bias"].dtype)
    reweigh(path, tensors)
    result = run("--category", "tshirt", "--fit", body_file, "--out", out)
    assert result.exit_code == 1
    assert "not fitted: 000.png: " in result.stderr
    assert set(contents(out)) == {"000.png", "sheet.png", "designs.jsonl", "request.json", "run.json"}
