import re
import shlex
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer
import yaml

from fashiongan.cli import generate, train
from scanning import cli as scan
from tests.conftest import ROOT, SHIPPED

DOCUMENTS = sorted((*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), SHIPPED / "MODEL_CARD.md"))
PROGRAMS = {
    "fashiongan-generate": typer.main.get_command(generate.app),
    "fashiongan-train": typer.main.get_command(train.app),
    "fashiongan-scan": typer.main.get_command(scan.app),
}


def _anchor(heading: str) -> str:
    """As code forges make it of a heading."""
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


def _broken_links(document: Path) -> Iterator[str]:
    for link in re.findall(r"\]\(([^)\s]+)\)", document.read_text(encoding="utf-8")):
        if "://" in link:
            continue
        name, _, anchor = link.partition("#")
        target = document.parent / name if name else document
        headings = target.read_text(encoding="utf-8").splitlines() if anchor and target.is_file() else []
        anchors = {_anchor(line.lstrip("#")) for line in headings if line.startswith("#")}
        if not target.exists() or (anchor and anchor not in anchors):
            yield link


def _commands(document: Path) -> Iterator[list[str]]:
    """Each use of our programs in its shell blocks, word by word."""
    text = document.read_text(encoding="utf-8")
    for block in re.findall(r"```(?:sh|powershell)\n(.*?)```", text, re.DOTALL):
        for line in block.replace("\\\n", " ").splitlines():
            words = shlex.split(line, comments=True)
            if words and Path(words[0]).name in PROGRAMS:
                yield [Path(words[0]).name, *(word for word in words[1:] if word != "...")]


def _parse(command: Any, words: list[str]) -> None:
    context = command.make_context(command.name, words)
    if hasattr(command, "resolve_command"):
        _, inner, rest = command.resolve_command(context, [*context._protected_args, *context.args])
        _parse(inner, rest)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_and_picture_of_a_document_is_there(document: Path) -> None:
    assert list(_broken_links(document)) == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_the_programs_understand_every_command_of_a_document(document: Path) -> None:
    for program, *words in _commands(document):
        if words != ["--help"]:
            _parse(PROGRAMS[program], words)


def test_commands_are_found_in_the_documents() -> None:
    assert {words[0] for document in DOCUMENTS for words in _commands(document)} == set(PROGRAMS)


def test_the_examples_can_be_imported() -> None:
    for path in (ROOT / "examples").glob("*.py"):
        exec(compile(path.read_text(), str(path), "exec"), {"__name__": path.stem})


def test_the_citation_names_this_version() -> None:
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert (citation["version"], citation["license"]) == (project["version"], project["license"])
