import json
import tomllib
from pathlib import Path
from typing import Any

import pytest
import torch
from PIL import Image

from fashiongan.attributes import VOCABULARY
from fashiongan.checkpoints import Checkpoint, load_weights
from fashiongan.cli.train import app
from fashiongan.dataset.labels import read_labels
from fashiongan.people.making import PICTURES, REGIONS, TABLE
from fashiongan.programs import run_program
from fashiongan.tools.redressing import Redresser
from tests.tools.redressers import body_of, colored, person_map

CPU = torch.device("cpu")
OPTIONS = ["--minutes", "0.005", "--width", "2", "--batch", "1"]


def run_train(*arguments: object) -> int:
    with pytest.raises(SystemExit) as stop:
        run_program(app, [str(one) for one in arguments])
    return int(stop.value.code or 0)


@pytest.fixture
def people(tmp_path: Path, tiny_garments: Path, tiny_checkpoints: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """One person in flat colours, and the tiny checkpoints in use."""
    monkeypatch.setenv("FASHIONGAN_CHECKPOINTS", str(tiny_checkpoints))
    ids = {str(one.attributes.category): one.image for one in read_labels(tiny_garments / "labels.csv")}
    folder, top, skirt = tmp_path / "people", ids["tshirt"], ids["skirt"]
    for name in (PICTURES, REGIONS):
        (folder / name).mkdir(parents=True)
    head = "picture,split,top,top_cloth,bottom,bottom_cloth"
    (folder / TABLE).write_text(f"{head}\n00000-0,train,{top},{top},{skirt},{skirt}\n")
    maps = person_map()
    Image.fromarray(colored(maps)).convert("RGB").save(folder / PICTURES / "00000-0.png")
    Image.fromarray(maps + 8 * body_of(maps)).save(folder / REGIONS / "00000-0.png")
    return folder


def test_three_runs_train_and_are_joined_released_and_loaded(people: Path, tiny_garments: Path, tmp_path: Path) -> None:
    runs = [tmp_path / stage for stage in ("parser", "regions", "textures")]
    for run in runs:
        stage = ("--stage", run.name, "--garments", tiny_garments)
        assert run_train("fashiongan", people, "--run", run, *stage, *OPTIONS) == 0
    joined, report = tmp_path / "joined.safetensors", tmp_path / "report.json"
    assert run_train("join-fashiongan", *runs, "--out", joined) == 0
    training = load_weights(Checkpoint("fashiongan", joined, "", "fashiongan"), CPU).header["training"]
    miou = {"regions_miou": 0.9}
    known: dict[str, Any] = {
        "parser": {"as drawn": miou, "in front of photos": miou},
        "regions": {"stage 1, parsed body": 0.8},
        "again": {"lpips": 0.1},
        "redressed": {"right": dict.fromkeys(VOCABULARY, 0.5), "body_unchanged": 0.97},
    }
    report.write_text(json.dumps(known | {"split": "test", "training": training}))
    to = tmp_path / "released"
    command = ["--report", report, "--command", "make", "--data", "tiny", "--to", to]
    assert run_train("release-redress", joined, *command) == 0
    entry = tomllib.loads((to / "manifest.toml").read_text())["fashiongan"]
    assert (entry["parser_miou_test"], entry["category_right_test"]) == (0.9, 0.5)
    assert Redresser.load(to, CPU).parts.parser.shape.width == 2
    report.write_text(json.dumps(known | {"split": "train", "training": training}))
    assert run_train("release-redress", joined, *command) == 2


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["fashiongan", "nowhere", "--run", "run", "--stage", "parser"], "nowhere holds no people"),
        (["fashiongan", ".", "--run", "run", "--stage", "all"], "'parser', 'regions', 'textures'"),
        (["fashiongan", ".", "--run", "run", "--stage", "parser", "--width", "1"], "width is 1"),
        (["join-fashiongan", "a", "b", "c", "--out", "out"], "a/weights.safetensors"),
        (["evaluate-redress", ".", "--weights", "none.safetensors"], "none.safetensors"),
        (["release-redress", "none", "--report", "r", "--command", "c", "--data", "d"], "none"),
        (["people", "nowhere.tar", "--out", "out", "--count", "0"], "count"),
    ],
)
def test_bad_input_is_one_line_with_exit_code_2(
    capsys: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    assert run_train(*arguments) == 2
    assert message in capsys.readouterr().err.splitlines()[-1]
