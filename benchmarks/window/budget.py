"""A number, what it may be, and the table of all of them."""

import os
import platform
from collections.abc import Sequence
from dataclasses import asdict, dataclass
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
        "load_1_min": round(os.getloadavg()[0], 1),
        "system": platform.platform(),
    }
