import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
import torch
from PIL import Image
from safetensors.torch import load_file, save_file

from fashiongan.checkpoints import find_checkpoint, load_weights
from fashiongan.cli.generate import app
from fashiongan.exporting.look import look_files
from fashiongan.image import GarmentImage
from fashiongan.nameless import nameless
from fashiongan.programs import run_program
from fashiongan.project.files import read_project
from fashiongan.training.release import release
from tests.conftest import SHIPPED


@dataclass(frozen=True)
class Outcome:
    """What a program left on its streams, and how it ended."""

    exit_code: int
    stdout: str
    stderr: str


@pytest.fixture
def run(
    tiny_checkpoints: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., Outcome]:
    monkeypatch.setenv("FASHIONGAN_CHECKPOINTS", str(tiny_checkpoints))

    def invoke(*arguments: object) -> Outcome:
        with pytest.raises(SystemExit) as ended:
            run_program(app, [str(one) for one in arguments])
        streams = capsys.readouterr()
        return Outcome(int(ended.value.code or 0), streams.out, streams.err)

    return invoke


Run = Callable[..., Outcome]


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def reweigh(path: Path, tensors: dict[str, torch.Tensor]) -> None:
    """Release a generator anew with other weights."""
    header = load_weights(find_checkpoint("conditional", path.parent), torch.device("cpu")).header
    facts = {name: json.dumps(header[name]) for name in ("shape", "directions")}
    save_file(tensors, path, metadata={"system": "conditional", **facts})
    release(path, "conditional", {"system": "conditional"}, path.parent)


def test_a_request_gives_pictures_a_sheet_and_an_index(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "out"
    result = run("--category", "dress", "--color", "#1f3a5f", "--pattern", "floral", "--count", 3, "--out", out)
    assert result.exit_code == 0
    assert set(contents(out)) == {"000.png", "001.png", "002.png", "sheet.png", "designs.jsonl", "request.json"}
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


def test_a_photo_that_cannot_be_read_off_leaves_no_folder(run: Run, tmp_path: Path, tiny_checkpoints: Path) -> None:
    photo = Image.new("RGB", (64, 64), "white")
    photo.paste("red", (16, 12, 48, 60))
    photo.save(tmp_path / "red.png")
    (tiny_checkpoints / "reader.safetensors").unlink()
    result = run("--photo", tmp_path / "red.png", "--out", tmp_path / "out")
    assert (result.exit_code, "reader.safetensors is missing" in result.stderr) == (2, True)
    assert not (tmp_path / "out").exists()


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


@pytest.mark.parametrize("lost", [0, 1, 2])
def test_a_resumed_folder_ends_like_one_that_was_never_stopped(run: Run, tmp_path: Path, lost: int) -> None:
    arguments = ("--category", "tshirt", "--count", 3, "--seed", 7, "--out")
    run(*arguments, tmp_path / "whole")
    run(*arguments, tmp_path / "cut")
    picture = tmp_path / "cut" / f"00{lost}.png"
    picture.write_bytes(picture.read_bytes()[:60])
    (tmp_path / "cut" / "sheet.png").unlink()
    (tmp_path / "cut" / ".partial-abc.png").write_bytes(b"half")
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


def test_a_fitted_garment_is_written_with_its_pattern_and_tech_pack(run: Run, tmp_path: Path, body_file: Path) -> None:
    spec, out = tmp_path / "spec.yaml", tmp_path / "out"
    spec.write_text("- {category: tank, pattern: solid, color: red, seed: 4}\n")
    options = ("--spec", spec, "--fit", body_file, "--ease", "loose", "--checkpoints", SHIPPED)
    assert run(*options, "--out", out).exit_code == 0
    fitted = {path.name for path in look_files(out / "000.glb", out / "000-look.png")}
    assert set(contents(out)) == fitted | {"000.png", "sheet.png", "designs.jsonl", "request.json"}
    assert run("--category", "dress", "--out", out, "--overwrite").exit_code == 0
    assert fitted.isdisjoint(contents(out))


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
    assert set(contents(out)) == {"000.png", "sheet.png", "designs.jsonl", "request.json"}
