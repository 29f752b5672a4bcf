"""Soak the program: `python -m benchmarks.soak pictures [--count 10000]` or `scans [--count 200]`.

Called again, a soak goes on where it was; its state lies under runs/soak. Once whole, it writes benchmarks/soak.json,
and ends with 1 where memory grew, work slowed down, or anything was lost, doubled or different.
"""

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.budget import machine
from benchmarks.soak import pictures, scans

OUT = Path(__file__).resolve().parent.parent / "soak.json"
SOAKS: dict[str, tuple[Callable[[int, Path], dict[str, Any]], int]] = {
    "pictures": (pictures.soak, 10_000),
    "scans": (scans.soak, 200),
}


def main() -> None:
    """Entry point."""
    asked = argparse.ArgumentParser(prog="python -m benchmarks.soak")
    asked.add_argument("what", choices=SOAKS)
    asked.add_argument("--count", type=int, help="how many; 10,000 pictures or 200 scans without")
    asked.add_argument("--state", type=Path, default=Path("runs/soak"), help="where a soak is kept that is not done")
    wishes = asked.parse_args()
    soak, usual = SOAKS[wishes.what]
    found = soak(wishes.count or usual, wishes.state / wishes.what)
    told: dict[str, Any] = json.loads(OUT.read_text()) if OUT.exists() else {}
    told[wishes.what] = found | {"machine": machine()}
    OUT.write_text(json.dumps(told, indent=1) + "\n")
    print(json.dumps(found, indent=1))
    sys.exit(0 if found["passed"] else 1)


if __name__ == "__main__":
    main()
