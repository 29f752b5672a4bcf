"""Putting weights into the checkpoints folder, with everything that a reader must know of them in the manifest."""

import hashlib
import json
import tomllib
from pathlib import Path

from fashiongan.checkpoints import MANIFEST
from fashiongan.files import write_atomically

Entry = dict[str, str | int | float]


def release(weights: Path, name: str, facts: Entry, folder: Path) -> Path:
    """Copy weights to `folder` and write their entry: file, SHA-256 and `facts` (system, licence, training, numbers).

    Raises
    ------
    OutputError : the folder cannot be written to
    """
    content = weights.read_bytes()
    target = folder / f"{name}.safetensors"
    write_atomically(target, content)
    path = folder / MANIFEST
    manifest = tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    manifest[name] = {"file": target.name, "sha256": hashlib.sha256(content).hexdigest()} | facts
    write_atomically(path, _toml(manifest).encode())
    return target


def _toml(manifest: dict[str, Entry]) -> str:
    # JSON strings and numbers are TOML strings and numbers.
    tables = [
        f"[{name}]\n" + "".join(f"{key} = {json.dumps(value)}\n" for key, value in entry.items())
        for name, entry in sorted(manifest.items())
    ]
    return "# Written by fashiongan-train release.\n\n" + "\n".join(tables)
