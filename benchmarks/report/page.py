"""docs/benchmarks.md, made of benchmarks/results.json alone."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

HEAD = """# Benchmarks

Made by `make bench`, never by hand: every number with a budget, and ours beside peers that can be run in the same
process. All numbers are in [results.json](../benchmarks/results.json), with what each program told besides. Other
programs on the machine count, so its load is told.
"""
PEERS = """## Beside peers

The same work in the same process on the same threads, in the sizes that the papers give; a ratio above 1 says how many
times as long the peer takes. Networks are untrained on both sides, as weights do not change the time. Bicubic enlarging
is no network at all: it is what quality is held against ([translators](translators.md)).
"""


def page(results: Mapping[str, Any]) -> str:
    """The whole page."""
    parts = [HEAD, _machine(results), _budgets(results["budgets"]), _beside(results["beside"])]
    if results["not_run"]:
        parts.append(
            "## Not run\n\n" + "\n".join(f"- {what}: {why}" for what, why in results["not_run"].items()) + "\n"
        )
    return "\n".join([*parts, _commands(results["commands"])])


def _machine(results: Mapping[str, Any]) -> str:
    where = results["machine"]
    return (
        f"Measured on {results['day']}: {where['processor']}, {where['processors']} cores, no graphics card, "
        f"{where['system']}, Python {where['python']}, load {where['load_1_min']} when it began.\n"
    )


def _budgets(budgets: Iterable[Mapping[str, Any]]) -> str:
    rows = [
        (one["name"], _quantity(one["measured"], one["unit"]), _limit(one), "kept" if one["kept"] else "**missed**")
        for one in budgets
    ]
    return _table("## Budgets", ("what", "measured", "budget", ""), rows)


def _limit(one: Mapping[str, Any]) -> str:
    return f"{'at least' if one['least'] else 'at most'} {one['allowed']:g}"


def _beside(compared: Iterable[Mapping[str, Any]]) -> str:
    rows = [
        (
            one["what"],
            _quantity(one["ours"], one["unit"]),
            one["peer"],
            _quantity(one["theirs"], one["unit"]),
            f"{one['ratio']:g}",
        )
        for one in compared
    ]
    return _table(PEERS, ("what", "ours", "peer", "theirs", "ratio"), rows)


def _quantity(value: float, unit: str) -> str:
    return f"{value:,.0f} {unit}" if value >= 1000 else f"{value:.3g} {unit}"


def _table(title: str, head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return f"{title.rstrip()}\n\n" + "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"


def _commands(commands: Mapping[str, str]) -> str:
    return _table("## Each by itself", ("part", "command"), [(name, f"`{line}`") for name, line in commands.items()])
