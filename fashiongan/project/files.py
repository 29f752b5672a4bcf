"""Writing a project to its file and reading it back."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from safetensors import SafetensorError
from safetensors.numpy import load, save

from fashiongan.body.measurements import Figure
from fashiongan.errors import ImageError, ProjectError
from fashiongan.garment.style import Ease
from fashiongan.garment.texture import Texture
from fashiongan.json_files import parsed_json
from fashiongan.project.archive import Archive, read_archive, write_archive
from fashiongan.project.migrations import SCHEMA, Content, brought_up_to_date
from fashiongan.project.project import Arrays, KeptBody, KeptFit, KeptPicture, Noted, Project
from fashiongan.run_manifest import FILE as RUN
from fashiongan.run_manifest import MadeWith, RunManifest, environment, sha256, told_environment

CONTENT, SCAN, GLB = "project.json", "scan.safetensors", "garment.glb"
# As ".glb" or "-pattern.dxf": what is made again lands in no other folder.
_ENDING = re.compile(r"(-[a-z0-9-]+)?\.[a-z0-9]+", re.ASCII)
Progress = Callable[[float, str], None]
_WRONG = (ValueError, KeyError, TypeError, AttributeError, ArithmeticError, RecursionError, SafetensorError)


def write_project(project: Project, path: Path) -> None:
    """Write a project whole or not at all; the same project gives the same bytes.

    Raises
    ------
    ProjectError : larger than may be
    ImageError : a picture is none of ours
    OutputError : the place cannot be written to; a file that was there stays
    """
    content = json.dumps(_to_plain(project), indent=1, sort_keys=True, ensure_ascii=False)
    members = {CONTENT: content.encode()}
    members |= {picture_name(index): one.png for index, one in enumerate(project.pictures)}
    if project.body and project.body.arrays:
        members[SCAN] = save({name: np.ascontiguousarray(one) for name, one in project.body.arrays.items()})
    if project.glb:
        members[GLB] = project.glb
    write_archive(path, Archive(SCHEMA, members | {RUN: _run_manifest(project, members)}))


def read_project(path: Path, progress: Progress = lambda share, what: None) -> Project:
    """Read a project; every picture is opened once, so that nothing begins that cannot be ended.

    Raises
    ------
    ProjectError : no project, damaged, of a newer program, or with a picture that cannot be read
    """
    archive = read_archive(path)
    try:
        content = brought_up_to_date(parsed_json(archive.members[CONTENT]), archive.schema, path)
        project = _from_plain(content, archive)
    except _WRONG as error:
        reason = (str(error).splitlines() or [type(error).__name__])[0]
        raise ProjectError(f"{path}: {CONTENT} is not as it must be ({reason[:120]}); open another copy.") from error
    for index, one in enumerate(project.pictures):
        progress(index / len(project.pictures), path.name)
        try:
            one.image(picture_name(index))
        except ImageError as error:
            raise ProjectError(f"{path}: {error}") from error
    return project


def _run_manifest(project: Project, members: dict[str, bytes]) -> bytes:
    made_with = MadeWith.of(one.provenance(picture_name(index)) for index, one in enumerate(project.pictures))
    return RunManifest(environment(), made_with, {name: sha256(one) for name, one in members.items()}).to_json()


def picture_name(index: int) -> str:
    """What picture `index`, from 0, is called in the file."""
    return f"pictures/{index + 1:05d}.png"


def _to_plain(project: Project) -> Content:
    pictures = [
        {"file": picture_name(index), "starred": one.noted.starred, "board": one.noted.board}
        | {"tags": list(one.noted.tags), "note": one.noted.note}
        for index, one in enumerate(project.pictures)
    ]
    return {
        "pictures": pictures,
        "body": _plain_body(project.body) if project.body else None,
        "worn": [_plain_fit(one) for one in project.worn],
        "fitted": [_plain_fit(one) for one in project.fitted],
    }


def _plain_fit(fit: KeptFit) -> dict[str, Any]:
    cut = {"picture": fit.picture, "ease": str(fit.ease), "size": fit.size, "fabric": fit.fabric}
    made = {"texture": str(fit.texture), "files": dict(fit.files), "before_enlarging": fit.before_enlarging}
    return cut | made


def _plain_body(body: KeptBody) -> dict[str, Any]:
    return {
        "figure": str(body.figure),
        "values_mm": dict(body.values_mm),
        "uncertainties_mm": dict(body.uncertainties_mm),
        "doubts": dict(body.doubts),
        "notes": list(body.notes),
    }


def _from_plain(content: Content, archive: Archive) -> Project:
    arrays = _arrays(archive.members[SCAN]) if SCAN in archive.members else {}
    body = content["body"]
    if len(content["pictures"]) > len(archive.members):
        raise ValueError(f"{len(content['pictures'])} pictures in {len(archive.members)} files")
    return Project(
        tuple(KeptPicture(archive.members[one["file"]], _noted(one)) for one in content["pictures"]),
        None if body is None else _body(body, arrays),
        tuple(map(_fit, content["worn"])),
        archive.members.get(GLB, b""),
        tuple(map(_fit, content["fitted"])),
        told_environment(archive.members[RUN]) if RUN in archive.members else {},
    )


def _fit(one: dict[str, Any]) -> KeptFit:
    files = {str(ending): str(known) for ending, known in one["files"].items()}
    if strange := [ending for ending in files if not _ENDING.fullmatch(ending)]:
        raise ValueError(f"{strange[0]!r:.40} is not how a file of ours ends")
    cut = int(one["picture"]), Ease(one["ease"]), str(one["size"]), str(one["fabric"])
    return KeptFit(*cut, Texture(one["texture"]), files, bool(one["before_enlarging"]))


def _noted(one: dict[str, Any]) -> Noted:
    tags = tuple(str(tag) for tag in one["tags"])
    return Noted(bool(one["starred"]), str(one["board"]), tags, str(one["note"]))


def _body(body: dict[str, Any], arrays: Arrays) -> KeptBody:
    values, unsure = (_numbers(body[name]) for name in ("values_mm", "uncertainties_mm"))
    doubts = {str(name): str(why) for name, why in body["doubts"].items()}
    return KeptBody(Figure(body["figure"]), values, unsure, doubts, tuple(map(str, body["notes"])), arrays)


def _numbers(values: dict[str, Any]) -> dict[str, float]:
    return {str(name): float(value) for name, value in values.items()}


def _arrays(content: bytes) -> Arrays:
    arrays = load(content)
    if not all(one.dtype == np.float64 and np.isfinite(one).all() for one in arrays.values()):
        raise ValueError(f"{SCAN} holds what is no place in millimetres")
    return dict(arrays)
