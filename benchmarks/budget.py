"""A number, what it may be, and the table of all of them."""

import os
import platform
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Budget:
    """One line of the table. least : whether `allowed` is the least and not the most that the number may be"""

    name: str
    measured: float
    allowed: float
    unit: str
    least: bool = False

    @property
    def kept(self) -> bool:
        """Whether the number is as it should be."""
        return self.measured >= self.allowed if self.least else self.measured <= self.allowed

    def to_dict(self) -> dict[str, Any]:
        """Plain values."""
        return asdict(self) | {"kept": self.kept}


@dataclass(frozen=True, slots=True)
class Beside:
    """Ours beside a peer's in the same process, in the same unit, less is better. what : what is compared"""

    what: str
    ours: float
    peer: str
    theirs: float
    unit: str

    @property
    def ratio(self) -> float:
        """How many times as much the peer takes."""
        return self.theirs / self.ours

    def to_dict(self) -> dict[str, Any]:
        """Plain values."""
        return asdict(self) | {"ratio": float(f"{self.ratio:.3g}")}


def table(budgets: Sequence[Budget]) -> str:
    """All lines, one under the other."""
    width = max(len(one.name) for one in budgets)
    return "\n".join(
        f"{one.name:{width}}  {one.measured:9.1f} {one.unit:8} {'at least' if one.least else 'at most':8} "
        f"{one.allowed:6g}  {'kept' if one.kept else 'MISSED'}"
        for one in budgets
    )


def machine() -> dict[str, object]:
    """Where it was measured: other programs count, so the load is told."""
    return {
        "qt_platform": os.environ.get("QT_QPA_PLATFORM", "the desktop's own"),
        "processors": os.cpu_count(),
        "processor": _processor(),
        "load_1_min": round(os.getloadavg()[0], 1),
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
    }


def _processor() -> str:
    """Its maker's name for it, where the system tells."""
    told = Path("/proc/cpuinfo")
    lines = told.read_text().splitlines() if sys.platform == "linux" and told.exists() else []
    return next(
        (line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), platform.processor()
    )
