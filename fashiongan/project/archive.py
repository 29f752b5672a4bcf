"""The file of a project: a zip of which every member is named in a manifest, with its size and SHA-256.

Nothing in it is run, unpickled or unpacked to the disk. The same members give the same bytes, on the same machine.
"""

import hashlib
import json
import re
import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

from fashiongan.errors import ProjectError
from fashiongan.files import replacing
from fashiongan.json_files import parsed_json

FORMAT, MANIFEST = "fashiongan-project", "manifest.json"
MOST_MEMBERS, MOST_BYTES, MOST_MANIFEST_BYTES = 10_000, 1 << 30, 8 << 20
# Pictures are packed already, and text and numbers unpack to some times their size: a bomb, to a thousand times.
MOST_RATIO, FREE_BYTES = 20, 64 << 20
# Folders and files of letters, digits, - and _, with dots in between: no "..", no drive, no leading slash.
_NAME = re.compile(r"[\w-]+(\.[\w-]+)*(/[\w-]+(\.[\w-]+)*)*", re.ASCII)
_LINK, _KIND, _PLAIN_FILE = 0o120000, 0o170000, 0o100644
_LONG_AGO = (1980, 1, 1, 0, 0, 0)
# What is packed already.
_STORED_ENDINGS = (".png",)
_READABLE = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
# Everything that reading a damaged zip may end in.
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    ArithmeticError,
    EOFError,
    LookupError,
    OSError,
    RuntimeError,
    TypeError,
    ValueError,
)


@dataclass(frozen=True)
class Archive:
    """What lies in a file. schema : of which version its members are; members : bytes by name"""

    schema: int
    members: Mapping[str, bytes]


def write_archive(path: Path, archive: Archive) -> None:
    """Write a file whole or not at all.

    Raises
    ------
    ProjectError : more than 10,000 members or 1 GiB, or a name that would not be read back
    OutputError : the place cannot be written to; a file that was there stays
    """
    _refuse_names(path, list(archive.members))
    _refuse_size(path, sum(map(len, archive.members.values())))
    manifest = json.dumps(_manifest(archive), indent=1).encode()
    with replacing(path) as partial, zipfile.ZipFile(partial, "w") as file:
        for name, content in [(MANIFEST, manifest), *sorted(archive.members.items())]:
            one = zipfile.ZipInfo(name, _LONG_AGO)
            one.create_system, one.external_attr = 3, _PLAIN_FILE << 16
            one.compress_type = zipfile.ZIP_STORED if name.endswith(_STORED_ENDINGS) else zipfile.ZIP_DEFLATED
            file.writestr(one, content)


def read_archive(path: Path) -> Archive:
    """Read a file that `write_archive` wrote, every member checked against the manifest.

    Raises
    ------
    ProjectError : no zip, no project, damaged, larger than may be, or with a name or a link that leads elsewhere
    """
    try:
        _refuse_size(path, path.stat().st_size)
        with zipfile.ZipFile(path) as file:
            return _read(path, file)
    except _DAMAGE as error:
        reason = (str(error).splitlines() or [type(error).__name__])[0]
        raise ProjectError(f"{path} is no project, or damaged ({reason[:120]}); open another copy of it.") from error


def _read(path: Path, file: zipfile.ZipFile) -> Archive:
    infos = file.infolist()
    _refuse_names(path, [one.orig_filename for one in infos])
    _refuse_bomb(path, sum(one.file_size for one in infos))
    for one in infos:
        if (one.external_attr >> 16) & _KIND == _LINK or one.compress_type not in _READABLE:
            raise ProjectError(f"{path}: {one.filename} is no plain file; a project of ours has no such thing.")
    if MANIFEST not in file.namelist():
        raise ProjectError(f"{path} has no {MANIFEST}, so it is no project; open a file that this program wrote.")
    schema, listed = _listed(path, _content(file, MANIFEST, MOST_MANIFEST_BYTES))
    if set(listed) != set(file.namelist()) - {MANIFEST}:
        raise ProjectError(f"{path} holds other files than its {MANIFEST} says; open another copy of it.")
    return Archive(schema, {name: _checked(path, file, name, *listed[name]) for name in sorted(listed)})


def _listed(path: Path, text: bytes) -> tuple[int, dict[str, tuple[int, str]]]:
    """The schema, and size and hash of each member by name."""
    manifest = parsed_json(text)
    if manifest["format"] != FORMAT:
        raise ProjectError(f"{path} is no project, its {MANIFEST} is of another program; open one that this one wrote.")
    members = {str(one["name"]): (int(one["size"]), str(one["sha256"])) for one in manifest["members"]}
    return int(manifest["schema"]), members


def _checked(path: Path, file: zipfile.ZipFile, name: str, size: int, sha256: str) -> bytes:
    content = _content(file, name, min(max(size, 0), MOST_BYTES))
    if len(content) != size or hashlib.sha256(content).hexdigest() != sha256:
        raise ProjectError(f"{path}: {name} is damaged; open another copy of the project.")
    return content


def _content(file: zipfile.ZipFile, name: str, most: int) -> bytes:
    """A member, of which no more is unpacked than it may be large, whatever its header says."""
    with file.open(name) as member:
        content = member.read(most + 1)
    if len(content) > most:
        raise ValueError(f"{name} unpacks to more than its {most} bytes")
    return content


def _manifest(archive: Archive) -> dict[str, Any]:
    members = [
        {"name": name, "size": len(content), "sha256": hashlib.sha256(content).hexdigest()}
        for name, content in sorted(archive.members.items())
    ]
    return {"format": FORMAT, "schema": archive.schema, "program": version("fashiongan"), "members": members}


def _refuse_names(path: Path, names: list[str]) -> None:
    if len(names) > MOST_MEMBERS:
        raise ProjectError(f"{path} has {len(names)} files in it, but a project holds {MOST_MEMBERS:,} at most.")
    seen: set[str] = set()
    for name in names:
        if not _NAME.fullmatch(name) or name in seen:
            raise ProjectError(f"{path} holds {name!r:.80}, as no project of ours does; do not trust this file.")
        seen.add(name)


def _refuse_bomb(path: Path, unpacked: int) -> None:
    _refuse_size(path, unpacked)
    if unpacked > FREE_BYTES + MOST_RATIO * path.stat().st_size:
        raise ProjectError(
            f"{path} unpacks to {unpacked / 2**20:,.0f} MiB, far more than a file of its size holds; do not trust it."
        )


def _refuse_size(path: Path, size: int) -> None:
    if size > MOST_BYTES:
        raise ProjectError(
            f"{path} has {size / 2**20:,.0f} MiB unpacked, but a project holds {MOST_BYTES >> 20:,} at most; "
            "choose fewer pictures."
        )
