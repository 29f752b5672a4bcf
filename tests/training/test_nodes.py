import os
import re
import socket
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest
import torch
import typer

from fashiongan.cli.train import app
from fashiongan.errors import TrainingError
from fashiongan.training.processes import Processes
from tests.conftest import ROOT

JOB_SCRIPT = ROOT / "examples" / "slurm" / "train.sbatch"
LONGEST_S = 120.0


def free_port() -> str:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return str(free.getsockname()[1])


def train(garments: Path, run: Path, minutes: float) -> list[str]:
    options = f"--run {run} --minutes {minutes} --size 32 --width 4 --batch 4 --judge-every 0"
    return ["fashiongan.cli.train", "conditional", str(garments), *options.split()]


def started(command: list[str], out: Path, environment: dict[str, str]) -> subprocess.Popen[bytes]:
    with out.open("wb") as said:
        given = os.environ | {"OMP_NUM_THREADS": "1"} | environment
        return subprocess.Popen([sys.executable, "-m", *command], env=given, stdout=said, stderr=said)


def under_slurm(command: list[str], folder: Path) -> list[subprocess.Popen[bytes]]:
    """As srun starts one task on each of two nodes."""
    port = free_port()
    job = {"SLURM_JOB_ID": "1", "SLURM_NTASKS": "2", "SLURM_NNODES": "2", "SLURM_NTASKS_PER_NODE": "1"}
    job |= {"SLURM_LOCALID": "0", "SLURM_JOB_NAME": "train", "MASTER_ADDR": "127.0.0.1", "MASTER_PORT": port}
    ranks = ({"SLURM_PROCID": str(rank), "SLURM_NODEID": str(rank)} for rank in range(2))
    return [started(command, folder / f"node{n}.txt", job | rank) for n, rank in enumerate(ranks)]


def under_torchrun(command: list[str], folder: Path) -> list[subprocess.Popen[bytes]]:
    """torchrun on each of two nodes."""
    port = free_port()
    where = f"--nnodes 2 --nproc-per-node 1 --master-addr 127.0.0.1 --master-port {port}"
    run = ["torch.distributed.run", *where.split()]
    return [
        started([*run, "--node-rank", str(node), "-m", "--", *command], folder / f"node{node}.txt", {})
        for node in range(2)
    ]


def test_two_nodes_train_go_on_and_end_together(tiny_garments: Path, tmp_path: Path) -> None:
    run = tmp_path / "run"
    nodes = under_slurm(train(tiny_garments, run, 0.001), tmp_path)
    assert [node.wait(LONGEST_S) for node in nodes] == [0, 0], (tmp_path / "node0.txt").read_text()
    nodes = under_torchrun(train(tiny_garments, run, 10), tmp_path)
    said = [tmp_path / f"node{node}.txt" for node in range(2)]
    deadline = time.monotonic() + LONGEST_S
    while not all("resumed" in one.read_text() for one in said):
        assert time.monotonic() < deadline
        time.sleep(0.05)
    (second,) = psutil.Process(nodes[1].pid).children()
    second.kill()
    assert all(node.wait(LONGEST_S) for node in nodes)
    errors = [line for line in said[0].read_text().splitlines() if line.startswith("Error: ")]
    assert len(errors) == 1
    assert "Process 0 of 2 has lost another" in errors[0]
    assert (run / "state.pt").exists()


def test_nodes_that_see_different_folders_are_told(tmp_path: Path) -> None:
    class Two:
        world_size, global_rank = 2, 0

        def all_reduce(self, ends: object, reduce_op: str) -> object:
            """The other process begins at 0."""
            return torch.maximum(ends, torch.zeros(2, dtype=torch.float64))

    with pytest.raises(TrainingError, match="from steps 0 to 70"):
        Processes(Two()).refuse_apart(70)


def test_the_job_script_is_sound_and_gives_options_that_there_are() -> None:
    subprocess.run(["bash", "-n", JOB_SCRIPT], check=True)
    script = JOB_SCRIPT.read_text().replace("\\\n", " ")
    (line,) = [line for line in script.splitlines() if line.startswith("srun ")]
    given = set(re.findall(r" (--[a-z-]+)", line.partition(" conditional ")[2]))
    command = typer.main.get_command(app).commands["conditional"]
    known = {name for parameter in command.params for name in parameter.opts}
    assert given <= known
    assert {"--run", "--minutes"} <= given


def test_the_job_script_runs_what_it_is_given(tmp_path: Path) -> None:
    srun = tmp_path / "srun"
    srun.write_text('#!/bin/sh\nprintf "%s\\n" "$*"\n')
    srun.chmod(0o755)
    given = {"PATH": f"{tmp_path}:{os.environ['PATH']}", "GARMENTS": "a set", "RUN": "runs/mine"}
    said = subprocess.run(["bash", JOB_SCRIPT], env=given, capture_output=True, text=True, check=True).stdout
    assert "conditional a set --run runs/mine" in said
    without = subprocess.run(["bash", JOB_SCRIPT], env=given | {"RUN": ""}, capture_output=True, text=True)
    assert (without.returncode, "give the folder of the run" in without.stderr) == (1, True)
