"""The process of the soak of scans: `python -m benchmarks.soak.scanner ROWS COUNT` goes on where the table ends."""

import hashlib
import json
import os
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import psutil

from benchmarks.soak.scans import scanned
from benchmarks.soak.watched import MEGABYTE
from fashiongan.body.measurements import Figure
from scanning.cli_measure import measure
from tests.data.make_recordings import BAG, K4A, OURS

RECORDINGS = (OURS, BAG, K4A)


def main() -> None:
    """Measure every scan that the table lacks; each has its line as soon as it is measured."""
    rows, count = Path(sys.argv[1]), int(sys.argv[2])
    done = scanned(rows)
    rows.write_text("".join(json.dumps(one) + "\n" for one in done))
    with rows.open("a") as table, tempfile.TemporaryDirectory() as folder:
        for number in range(len(done), count):
            table.write(json.dumps({"scan": number} | _scan(RECORDINGS[number % len(RECORDINGS)], Path(folder))) + "\n")
            table.flush()
            os.fsync(table.fileno())


def _scan(recording: Path, folder: Path) -> dict[str, Any]:
    begun, cpu_before_s = time.perf_counter(), time.process_time()
    out = folder / "body.yaml"
    measure([recording], Figure.MAN, out, overwrite=True, as_json=True)
    return {
        "recording": recording.name,
        "wall_s": round(time.perf_counter() - begun, 3),
        "cpu_s": round(time.process_time() - cpu_before_s, 3),
        "rss_mb": round(psutil.Process().memory_info().rss / MEGABYTE, 1),
        "sha256": hashlib.sha256(out.read_bytes()).hexdigest(),
    }


if __name__ == "__main__":
    main()
