import io
import json
import tarfile
import tomllib
from pathlib import Path
from typing import Any

import pytest
import torch
from PIL import Image

from fashiongan.cli.train import app
from fashiongan.dataset.labels import read_labels
from fashiongan.networks.residual_dense import ResidualDenseNetwork, UpscalerShape
from fashiongan.programs import run_program
from fashiongan.tools.upscaling import FIDELITY, REALISM, PictureUpscaler
from fashiongan.training.exporting import write_weights

CPU = torch.device("cpu")
TRAINING = {"steps": 3, "images": 6}


def run_train(*arguments: str) -> int:
    with pytest.raises(SystemExit) as stop:
        run_program(app, list(arguments))
    return int(stop.value.code or 0)


def run_of(folder: Path, *stages: str) -> Path:
    """A run that has written weights of these stages."""
    torch.manual_seed(0)
    shape = UpscalerShape(4, 2, 1)
    states = {stage: ResidualDenseNetwork(shape).state_dict() for stage in stages}
    tensors = {f"{stage}{name}": one for stage, state in states.items() for name, one in state.items()}
    folder.mkdir()
    write_weights(folder / "weights.safetensors", "upscaler", tensors, {"shape": shape.to_dict(), "training": TRAINING})
    return folder


@pytest.fixture
def photos(tiny_garments: Path, tmp_path: Path) -> Path:
    """One grey photo for each tiny garment."""
    path, content = tmp_path / "photos.tar", io.BytesIO()
    Image.new("RGB", (256, 256), "grey").save(content, "JPEG")
    with tarfile.open(path, "w") as archive:
        for label in read_labels(tiny_garments / "labels.csv"):
            member = tarfile.TarInfo(f"photos/{label.image}.jpg")
            member.size = len(content.getvalue())
            archive.addfile(member, io.BytesIO(content.getvalue()))
    return path


def test_a_run_trains_on_garments_and_photos(tiny_garments: Path, photos: Path, tmp_path: Path) -> None:
    options = ["--minutes", "0.001", "--width", "4", "--growth", "2", "--blocks", "1", "--batch", "1"]
    run = tmp_path / "run"
    assert run_train("esrgan", str(tiny_garments), "--photos", str(photos), "--run", str(run), *options) == 0
    assert (run / "weights.safetensors").is_file()


def test_weights_are_measured_and_released_with_their_numbers(
    tiny_garments: Path, photos: Path, tmp_path: Path
) -> None:
    run, report, shelf = run_of(tmp_path / "run", FIDELITY, REALISM), tmp_path / "report.json", tmp_path / "shelf"
    weights = ["--weights", str(run / "weights.safetensors"), "--pictures", "1", "--out", str(report)]
    assert run_train("evaluate-esrgan", str(tiny_garments), "--photos", str(photos), *weights) == 0
    assert report.with_suffix(".png").is_file()
    said = ["--report", str(report), "--command", "make", "--data", "tiny", "--to", str(shelf)]
    assert run_train("release-esrgan", str(run), *said) == 0
    entry = tomllib.loads((shelf / "manifest.toml").read_text())["upscaler"]
    measured: dict[str, Any] = json.loads(report.read_text())["kinds"]["photos"]
    assert (entry["steps"], entry["photos_lpips"]) == (3, measured["realism 1"]["lpips"])
    assert PictureUpscaler.load(shelf, CPU).has_realism


def test_a_report_of_other_weights_and_a_run_of_the_first_stage_are_not_released(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report, shelf = tmp_path / "report.json", tmp_path / "shelf"
    report.write_text(json.dumps({"training": {"steps": 4}}))
    said = ["--report", str(report), "--command", "make", "--data", "tiny", "--to", str(shelf)]
    assert run_train("release-esrgan", str(run_of(tmp_path / "run", FIDELITY, REALISM)), *said) == 2
    assert "does not report on these weights" in capsys.readouterr().err
    assert run_train("release-esrgan", str(run_of(tmp_path / "first", FIDELITY)), *said) == 2
    assert "has only learnt stage psnr" in capsys.readouterr().err
    assert not shelf.exists()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["esrgan", "nowhere.tar", "--run", "run"], "nowhere.tar"),
        (["esrgan", ".", "--run", "run", "--stage", "gan"], "give --begin-with"),
        (["evaluate-esrgan", ".", "--photos", "p.tar", "--weights", "none.safetensors"], "none.safetensors"),
        (["release-esrgan", "none", "--report", "r", "--command", "c", "--data", "d"], "none/weights.safetensors"),
    ],
)
def test_bad_input_is_one_line_with_exit_code_2(
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    message: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run_train(*arguments) == 2
    errors = capsys.readouterr().err.splitlines()
    assert message in errors[-1]
    assert not list(tmp_path.iterdir())
