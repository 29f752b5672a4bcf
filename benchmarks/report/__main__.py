"""Every benchmark in one run: `python -m benchmarks.report [--minutes 5] [--only NAME,NAME] [--page]`.

Writes benchmarks/results.json and docs/benchmarks.md. What is not run keeps the numbers of the last time; `--page` runs
nothing and writes the page again.
"""

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.budget import machine
from benchmarks.report.page import page
from benchmarks.report.steps import Answer, Step, steps

# For the window's memory; a whole hour's work takes half an hour.
MINUTES = 5.0
RESULTS, PAGE = Path("benchmarks/results.json"), Path("docs/benchmarks.md")


def results_of(
    answers: Mapping[str, Answer], refused: Mapping[str, str], where: Mapping[str, Any], day: str
) -> dict[str, Any]:
    """All that is told. answers : what each program printed, now or earlier; refused : why it prints nothing now"""
    asked = steps(MINUTES)
    ran = [(step, answers[step.name]) for step in asked if step.name in answers]
    return {
        "day": day,
        "machine": where,
        "budgets": [one.to_dict() for step, answer in ran for one in step.judged(answer)],
        "beside": [one.to_dict() for step, answer in ran for one in step.beside(answer)],
        "not_run": {
            name: f"{why} (earlier numbers above)" if name in answers else why for name, why in refused.items()
        },
        "commands": {step.name: str(step) for step in asked},
        "refused": refused,
        "answers": answers,
    }


def main() -> None:
    """Entry point."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.report")
    parser.add_argument("--minutes", type=float, default=MINUTES, help="for the window's memory")
    parser.add_argument("--only", default="", help="names of parts, with commas between")
    parser.add_argument("--page", action="store_true", help="only write the page again")
    wishes = parser.parse_args()
    asked = steps(wishes.minutes)
    unknown = set(filter(None, wishes.only.split(","))) - {step.name for step in asked}
    if unknown:
        parser.exit(
            2, f"There is no part {', '.join(sorted(unknown))}; choose of {', '.join(step.name for step in asked)}.\n"
        )
    known = json.loads(RESULTS.read_text()) if RESULTS.exists() else {}
    where, day = (known["machine"], known["day"]) if wishes.page else (machine(), date.today().isoformat())
    answers, refused = dict(known.get("answers", {})), dict(known.get("refused", {}))
    for step in () if wishes.page else asked:
        if not wishes.only or step.name in wishes.only.split(","):
            print(step, file=sys.stderr, flush=True)
            refused.pop(step.name, None)
            answer = _answer(step)
            (answers if isinstance(answer, dict) else refused)[step.name] = answer
    results = results_of(answers, refused, where, day)
    RESULTS.write_text(json.dumps(results, indent=1) + "\n")
    PAGE.write_text(page(results))
    sys.exit(0 if all(one["kept"] for one in results["budgets"]) else 1)


def _answer(step: Step) -> dict[str, Any] | str:
    surroundings = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
    ran = subprocess.run(step.command, capture_output=True, text=True, env=surroundings)
    if ran.returncode:
        return (ran.stderr.strip().splitlines() or [f"it ended with {ran.returncode}"])[-1]
    answer: dict[str, Any] = json.loads(ran.stdout)
    return answer


if __name__ == "__main__":
    main()
