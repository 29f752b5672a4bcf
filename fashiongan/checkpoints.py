"""Weights: found through a manifest, checked by hash, read as safetensors and nothing else."""

import hashlib
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from fashiongan.checkpoint_folder import FOLDER_VARIABLE
from fashiongan.errors import CheckpointError
from fashiongan.json_files import parsed_json

if TYPE_CHECKING:
    # Only for their names: the window opens sooner without.
    import torch

MANIFEST = "manifest.toml"
# How a file begins that torch or pickle wrote: protocols 0 and 1, or a zip archive, or protocols 2 to 5.
_TEXT_PICKLE_STARTS = (b"(", b"]", b"}", b"c", b"I", b"S", b"V", b"l", b"d")
MAX_HEADER = 100_000_000
MOST_LAYERS, MOST_PARTS = 65_536, 1_000
_PICKLE_STARTS = (b"PK\x03\x04", b"\x80\x02", b"\x80\x03", b"\x80\x04", b"\x80\x05")


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """One file of weights as the manifest describes it."""

    name: str
    path: Path
    sha256: str
    system: str


@dataclass(frozen=True, slots=True)
class Weights:
    """Tensors in float32 with the header that tells how to build their network."""

    checkpoint: Checkpoint
    tensors: "dict[str, torch.Tensor]"
    header: dict[str, Any]


def find_checkpoint(name: str, folder: Path) -> Checkpoint:
    """Look a checkpoint up by name and check that its file is the one that the manifest means.

    Raises
    ------
    CheckpointError : no manifest, no such name, no such file, a pickle, or another hash
    """
    checkpoint = listed_checkpoint(name, folder)
    _verify(checkpoint)
    return checkpoint


def listed_checkpoint(name: str, folder: Path) -> Checkpoint:
    """What the manifest says of a checkpoint; its file is not looked at, which takes a tenth of a second.

    Raises
    ------
    CheckpointError : no manifest, or no such name
    """
    entry = _manifest(folder).get(name)
    if entry is None:
        raise CheckpointError(f'No checkpoint is called "{name}". Known: {", ".join(_manifest(folder)) or "none"}.')
    facts = [entry.get(key) for key in ("file", "sha256", "system")] if isinstance(entry, dict) else [None]
    if not all(isinstance(fact, str) for fact in facts):
        raise CheckpointError(f"{folder / MANIFEST}: [{name}] lacks file, sha256 or system; restore the manifest.")
    file, sha256, system = (str(fact) for fact in facts)
    return Checkpoint(name, folder / file, sha256, system)


def checkpoint_names(folder: Path) -> list[str]:
    """What a checkpoints folder has.

    Raises
    ------
    CheckpointError : no manifest
    """
    return list(_manifest(folder))


def _manifest(folder: Path) -> dict[str, Any]:
    path = folder / MANIFEST
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        why = getattr(error, "strerror", None) or error  # Without the path, which is told already.
        raise CheckpointError(
            f"{path} cannot be read ({why}). Restore the checkpoints folder, or point {FOLDER_VARIABLE} at one."
        ) from error
    return content


def _verify(checkpoint: Checkpoint) -> None:
    path = checkpoint.path
    try:
        if not path.is_file():  # A device would be read for ever.
            raise FileNotFoundError(path)
        with path.open("rb") as file:
            start = file.read(8)
            file.seek(0)
            found = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise CheckpointError(f"{path} is missing or unreadable; restore it from the repository.") from error
    if _looks_pickled(start):
        raise CheckpointError(f"{path} is a pickle, which can run code when opened; only safetensors are read.")
    if found != checkpoint.sha256:
        raise CheckpointError(
            f"{path} is not the file that {MANIFEST} means (its SHA-256 begins {found[:12]}, not "
            f"{checkpoint.sha256[:12]}); it is damaged or was replaced: restore it, or correct the manifest."
        )


def _looks_pickled(start: bytes) -> bool:
    """Whether these first 8 bytes are not the header length that begins every safetensors file, but a pickle's."""
    header_length = int.from_bytes(start, "little")
    textual = start[:1] in _TEXT_PICKLE_STARTS and header_length > MAX_HEADER
    return start.startswith(_PICKLE_STARTS) or textual


def load_weights(checkpoint: Checkpoint, device: "torch.device") -> Weights:
    """Read a verified checkpoint.

    Raises
    ------
    CheckpointError : the content is not safetensors, or its header is not ours
    """
    import torch
    from safetensors import SafetensorError, safe_open

    try:
        with safe_open(checkpoint.path, framework="pt", device=str(device)) as file:
            tensors = {name: file.get_tensor(name).float() for name in file.keys()}  # noqa: SIM118 - not a dict
            header = {key: _parsed(value) for key, value in (file.metadata() or {}).items()}
        _refuse_endless(header.get("shape"))
    # An unknown kind of number is a TypeError or a KeyError, a shape that does not fit its bytes a RuntimeError.
    except (OSError, SafetensorError, ValueError, KeyError, TypeError, RuntimeError) as error:
        raise CheckpointError(f"{checkpoint.path} cannot be read as safetensors ({error}); restore it.") from error
    if not all(bool(torch.isfinite(tensor).all()) for tensor in tensors.values()):
        raise CheckpointError(
            f"{checkpoint.path} holds weights that are not finite; train again from an earlier state."
        )
    if header.get("system") != checkpoint.system:
        found = " ".join(str(header.get("system")).split())[:40]
        raise CheckpointError(f"{checkpoint.path} holds {found}, not {checkpoint.system} weights.")
    return Weights(checkpoint, tensors, header)


def _refuse_endless(shape: Any) -> None:
    """ValueError where a network would have more layers or channels than any has, so that making it would not end."""
    parts = list(shape.values()) if isinstance(shape, dict) else shape if isinstance(shape, list) else []
    if len(parts) > MOST_PARTS:
        raise ValueError(f"its shape has {len(parts)} parts")
    for part in parts:
        _refuse_endless(part)
    if isinstance(shape, int | float) and abs(shape) > MOST_LAYERS:
        raise ValueError(f"its shape says {shape}")


def _parsed(value: str) -> Any:
    return parsed_json(value) if value[:1] in "{[" else value


def refuse_other_weights(made_with: tuple[str, str], here: tuple[str, str]) -> None:
    """Refuse to go on with a picture of other weights than are here; both as name and SHA-256.

    Raises
    ------
    CheckpointError : they differ
    """
    (name, sha256), (own, own_sha256) = made_with, here
    if sha256 != own_sha256:
        raise CheckpointError(
            f"The picture was made with {name} {sha256[:12]}, and here is {own} {own_sha256[:12]}; "
            "give --checkpoints the folder with its weights."
        )
