"""What made some files: versions, machine, weights, seeds, hashes of what went in and came out; no names or paths."""

import base64
import hashlib
import json
import os
import platform
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from fashiongan.json_files import parsed_json

FORMAT, VERSION, FILE = "fashiongan-run", 1, "run.json"
Provenance = Mapping[str, Any]
# What a picture, a pattern, a drape or a file depends on.
_PACKAGES = (
    "ezdxf",
    "numpy",
    "open3d",
    "opencv-contrib-python-headless",
    "pillow",
    "PySide6-Essentials",
    "reportlab",
    "safetensors",
    "scipy",
    "shapely",
    "torch",
    "trimesh",
    "warp-lang",
)
_SEED = re.compile(r"(?:^|, )seed (\d+)(?: in |$)")


@dataclass(frozen=True)
class MadeWith:
    """What pictures say of how they were made, one after the other. weights : name and SHA-256"""

    weights: tuple[tuple[str, str], ...] = ()
    seeds: tuple[int, ...] = ()
    inputs: tuple[str, ...] = ()

    @classmethod
    def of(cls, pictures: Iterable[Provenance]) -> "MadeWith":
        """Everything once, in order; of what a picture was made of, too."""
        weights: set[tuple[str, str]] = set()
        seeds, inputs = set[int](), set[str]()
        for one in (known for picture in pictures for known in _lineage(picture)):
            weights.update(_weights(one))
            seeds.update(_seeds(one))
            inputs.update([sha256(base64.b64decode(one["png"]))] if "png" in one else [])
        return cls(tuple(sorted(weights)), tuple(sorted(seeds)), tuple(sorted(inputs)))

    def to_dict(self) -> dict[str, Any]:
        """Plain values."""
        checkpoints = [{"name": name, "sha256": known} for name, known in self.weights]
        return {"checkpoints": checkpoints, "seeds": list(self.seeds), "inputs": list(self.inputs)}


@dataclass(frozen=True)
class RunManifest:
    """environment : version of everything by name; outputs : SHA-256 by the name that the program gave"""

    environment: Mapping[str, str]
    made_with: MadeWith
    outputs: Mapping[str, str] = field(default_factory=dict)

    def to_json(self) -> bytes:
        """The same values give the same bytes."""
        head = {"format": FORMAT, "version": VERSION, "environment": dict(self.environment)}
        plain = head | self.made_with.to_dict() | {"outputs": dict(self.outputs)}
        return json.dumps(plain, indent=1, sort_keys=True).encode() + b"\n"


def sha256(content: bytes) -> str:
    """In hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


def environment() -> dict[str, str]:
    """What the bytes of a file may depend on, beside what was asked: versions, processor and threads here and now."""
    import torch  # The window opens sooner without.

    here = {"fashiongan": version("fashiongan"), "python": platform.python_version(), "system": _system()}
    here |= {"processor": _processor(), "threads": str(torch.get_num_threads())}
    return here | {name: found for name in _PACKAGES if (found := _version(name))}


def told_environment(content: bytes) -> dict[str, str]:
    """The environment that a manifest tells of; ValueError, KeyError, TypeError or AttributeError where it is none."""
    known = parsed_json(content)["environment"]
    return {str(name): str(value) for name, value in known.items()}


def _lineage(picture: Provenance) -> list[Provenance]:
    """What a picture says of itself, then what it was made of says of itself, and so on."""
    source = picture.get("source")
    return [picture, *(_lineage(source) if source else [])]


def _weights(known: Provenance) -> list[tuple[str, str]]:
    own = [(str(known["checkpoint"]), str(known["checkpoint_sha256"]))] if "checkpoint" in known else []
    bold = known.get("boldness")
    return [*own, *([("creative", str(bold["sha256"]))] if bold else [])]


def _seeds(known: Provenance) -> list[int]:
    told = [int(known["seed"])] if "seed" in known else []
    found = _SEED.search(str(known.get("origin", "")))
    return [*told, *([int(found[1])] if found else [])]


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


def _system() -> str:
    return f"{platform.system()} {platform.machine()}"


def _processor() -> str:
    """What the processor calls itself, as far as the system tells."""
    described = Path("/proc/cpuinfo")
    if described.exists():
        names = re.findall(r"^model name\s*:\s*(.+)$", described.read_text(encoding="utf-8"), re.MULTILINE)
        if names:
            return f"{names[0]} x {os.cpu_count()}"
    return f"{platform.processor() or platform.machine()} x {os.cpu_count()}"
