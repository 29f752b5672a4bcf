import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from PIL import Image

from fashiongan.cli.generate import app
from fashiongan.orders.output_folder import INDEX
from fashiongan.programs import run_program
from fashiongan.training.release import release
from tests.cli.conftest import contents

# Without creative weights the second line cannot be drawn: both of what it says choose the cloth.
SPEC = """
- {category: tshirt, pattern: stripe, colors: [navy, white], count: 20}
- {category: dress, creativity: 0.5, style: red.png}
- {category: skirt, color: teal, seed: 7, count: 19}
"""
COUNT, BAD = 40, 20
WORKER = "ray::make_shard"
ON_TWO = ("--executor", "ray", "--workers", "2")
LONGEST_S = 60.0


@pytest.fixture(scope="module")
def place(tiny_weights: Path, tiny_reader: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a spec and with tiny weights."""
    folder = tmp_path_factory.mktemp("place")
    (folder / "checkpoints").mkdir()
    release(tiny_weights, "conditional", {"system": "conditional"}, folder / "checkpoints")
    release(tiny_reader, "reader", {"system": "reader"}, folder / "checkpoints")
    (folder / "spec.yaml").write_text(SPEC)
    Image.new("RGB", (64, 64), "red").save(folder / "red.png")
    return folder


def arguments(place: Path, out: str, *options: str) -> list[str]:
    given = {"--spec": place / "spec.yaml", "--checkpoints": place / "checkpoints", "--out": place / out}
    return [*(str(part) for option in given.items() for part in option), *options]


def generate(place: Path, out: str, *options: str) -> int:
    with pytest.raises(SystemExit) as ended:
        run_program(app, arguments(place, out, *options))
    return int(ended.value.code or 0)


@pytest.fixture(scope="module")
def here(place: Path) -> dict[str, bytes]:
    """What one process makes of the spec."""
    assert generate(place, "here") == 1
    return contents(place / "here")


def workers_of(process: psutil.Process) -> Iterator[psutil.Process]:
    for child in process.children(recursive=True):
        try:
            if child.name().startswith(WORKER) or WORKER in " ".join(child.cmdline()):
                yield child
        except psutil.NoSuchProcess:
            continue


def wait_for_lines(index: Path) -> None:
    deadline = time.monotonic() + LONGEST_S
    while not (index.exists() and index.stat().st_size):
        assert time.monotonic() < deadline
        time.sleep(0.002)


class WorkerKiller(threading.Thread):
    """Kills a worker that is making pictures, once there are some."""

    def __init__(self, index: Path) -> None:
        super().__init__()
        self._index, self.killed = index, 0

    def run(self) -> None:
        wait_for_lines(self._index)
        deadline = time.monotonic() + LONGEST_S
        while not self.killed and time.monotonic() < deadline:
            for worker in workers_of(psutil.Process()):
                worker.kill()
                self.killed = worker.pid
                return
            time.sleep(0.002)


def test_a_killed_worker_and_a_line_that_fails_lose_nothing_else(
    place: Path, here: dict[str, bytes], capsys: pytest.CaptureFixture[str]
) -> None:
    killer = WorkerKiller(place / "two" / INDEX)
    killer.start()
    assert generate(place, "two", *ON_TWO) == 1
    killer.join()
    assert killer.killed
    notes = [line for line in capsys.readouterr().err.splitlines() if line.startswith("not made")]
    assert [note.split(": ")[1] for note in notes] == [f"{BAD:03d}.png"]
    assert contents(place / "two") == here
    rows = [json.loads(line)["files"] for line in (place / "two" / INDEX).read_text().splitlines()]
    assert rows == [[f"{number:03d}.png"] for number in range(COUNT) if number != BAD]


def test_a_killed_batch_is_gone_on_with(place: Path, here: dict[str, bytes]) -> None:
    out = place / "killed"
    command = [sys.executable, "-m", "fashiongan.cli.generate", *arguments(place, out.name, *ON_TWO)]
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as leavings:
        batch = subprocess.Popen(command, env=os.environ | {"TMPDIR": leavings}, stderr=subprocess.DEVNULL)
        wait_for_lines(out / INDEX)
        left = list(workers_of(psutil.Process(batch.pid)))
        batch.kill()
        batch.wait()
        assert psutil.wait_procs(left, LONGEST_S)[1] == []
    assert 0 < len((out / INDEX).read_text().splitlines()) < COUNT
    assert generate(place, out.name, "--resume") == 1
    assert contents(out) == here
