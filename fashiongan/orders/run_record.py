"""What made a batch, beside its pictures: `run.json`."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from fashiongan.files import write_atomically
from fashiongan.orders.output_folder import INDEX, ORDER
from fashiongan.run_manifest import FILE, MadeWith, RunManifest, environment, sha256


def write_run(folder: Path) -> None:
    """Write it for a batch that is whole.

    Raises
    ------
    OutputError : the folder cannot be written to
    """
    made_with = MadeWith.of(_rows(folder))
    ordered = json.loads((folder / ORDER).read_text(encoding="utf-8"))["weights"]
    weights = tuple(sorted({*made_with.weights, *ordered.items()}))
    outputs = {name: sha256((folder / name).read_bytes()) for row in _rows(folder) for name in row["files"]}
    manifest = RunManifest(environment(), replace(made_with, weights=weights), outputs)
    write_atomically(folder / FILE, manifest.to_json())


def _rows(folder: Path) -> Iterator[dict[str, Any]]:
    """The lines of the index, one at a time: a photo may stand in each."""
    with (folder / INDEX).open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)
