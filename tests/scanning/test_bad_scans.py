"""Scenes that cannot be measured: each ends `fashiongan-scan measure` in one line that says what to change."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from fashiongan.body.measuring import BodyMeasurer
from fashiongan.body.model import BodyModel
from fashiongan.programs import run_program
from scanning.cli import app
from scanning.recording import RecordingWriter
from scanning.simulation.camera import IDEAL, Setup, SimulatedCamera
from scanning.simulation.person import Person
from scanning.sources.source import Source
from tests.data.make_recordings import OURS
from tests.scanning.people import (
    Played,
    box,
    dog,
    in_cape,
    in_coat,
    joined,
    mannequin,
    moved,
    on_chair,
    random_adult,
    scenery,
    upright_cylinder,
    with_half_the_pixels,
)

SETUP = Setup(with_half_the_pixels(IDEAL), 1500.0, views=3, frames_a_view=5, turning_frames=1)
SEED = 30


def seen(person: Person, *others: Person, **changes: float | bool) -> Source:
    return SimulatedCamera(person, replace(SETUP, **changes), scenery=tuple(scenery(one) for one in others))  # type: ignore[arg-type]


def one_after_another(*sources: Source) -> Source:
    return Played(sources[0].camera, [frame for source in sources for frame in source.frames()])


def dark(source: Source) -> Source:
    return Played(source.camera, [replace(one, depth=np.zeros_like(one.depth)) for one in source.frames()])


def adult(model: BodyModel) -> Person:
    return random_adult(model, SEED)


NOBODY = moved(box((-100, 0, -100), (100, 100, 100)), rise_mm=-500)
Scene = Callable[[BodyModel], Source]
SCENES: dict[str, tuple[Scene, str]] = {
    "head cut off": (lambda m: seen(adult(m), distance_mm=1000.0, camera_height_mm=700.0), "cuts off the head"),
    "feet cut off": (lambda m: seen(adult(m), distance_mm=1000.0, camera_height_mm=1300.0), "the feet"),
    "arm cut off": (lambda m: seen(moved(adult(m), 600)), "cuts off a side"),
    "too near": (lambda m: seen(adult(m), distance_mm=600.0), "too near|cuts off"),
    "too far": (lambda m: seen(adult(m), distance_mm=3900.0), "1.2 to 2.5 m"),
    "out of reach": (lambda m: seen(adult(m), distance_mm=5500.0), "1.2 to 2.5 m"),
    "in a coat": (lambda m: seen(in_coat(adult(m))), "tight clothes"),
    "in a cape": (lambda m: seen(in_cape(adult(m))), "tight clothes"),
    "sitting": (lambda m: seen(on_chair(m, SEED)), "stand"),
    "two people": (lambda m: seen(adult(m), moved(adult(m), 300, -900)), "2 people"),
    "camera pushed": (
        lambda m: one_after_another(seen(adult(m), views=2), seen(adult(m), views=2, distance_mm=1550.0)),
        "camera moved",
    ),
    "camera raised": (
        lambda m: one_after_another(seen(adult(m), views=2), seen(adult(m), views=2, camera_height_mm=990.0)),
        "camera moved",
    ),
    "no depth": (lambda m: dark(seen(adult(m))), "lens covered"),
    "nobody": (lambda m: seen(NOBODY), "nobody|1 view"),
    "a dog": (lambda m: seen(dog()), "nobody"),
    "a mannequin": (lambda m: seen(mannequin(adult(m))), "no part of a standing body|only|nobody|feet"),
    "a column": (lambda m: seen(upright_cylinder(150, 1700)), "1 view"),
    "on a stool": (
        lambda m: seen(joined(moved(adult(m), rise_mm=150), box((-250, 0, -250), (250, 150, 250)))),
        "bare floor",
    ),
    "in the air": (lambda m: seen(moved(adult(m), rise_mm=150)), "on the floor itself"),
    "no floor": (lambda m: seen(adult(m), room=False), "no floor"),
    "one view": (lambda m: seen(adult(m), views=1), "1 view"),
    "two frames": (lambda m: seen(adult(m), views=1, frames_a_view=2), "nobody stands still"),
}


def measured(recording: Path, out: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    """The exit code of `fashiongan-scan measure`, and what it says on the error stream."""
    with pytest.raises(SystemExit) as left:
        run_program(app, ["measure", str(recording), "--figure", "man", "--out", str(out)])
    return int(left.value.code or 0), capsys.readouterr().err.strip()


@pytest.mark.parametrize("scene", SCENES)
def test_what_cannot_be_measured_is_told_in_one_line(
    scene: str, measurer: BodyMeasurer, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    build, says = SCENES[scene]
    source, recording = build(measurer.model), tmp_path / "scan.mkv"
    with RecordingWriter(recording, source.camera) as writer:
        for frame in source.frames():
            writer.write(frame)
    code, message = measured(recording, tmp_path / "out.yaml", capsys)
    assert code == 2
    assert len(message.splitlines()) == 1
    assert any(word in message for word in says.split("|")), message
    assert not list(tmp_path.glob("out*"))


def test_a_recording_that_breaks_off_is_told_in_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken = tmp_path / "broken.mkv"
    broken.write_bytes(OURS.read_bytes()[: OURS.stat().st_size // 5])
    code, message = measured(broken, tmp_path / "out.yaml", capsys)
    assert code == 2
    assert len(message.splitlines()) == 1
    assert "broken.mkv" in message


def test_a_file_that_is_no_recording_is_told_in_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    note = tmp_path / "note.txt"
    note.write_text("not a scan")
    code, message = measured(note, tmp_path / "out.yaml", capsys)
    assert (code, len(message.splitlines())) == (2, 1)
