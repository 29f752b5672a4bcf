"""A folder of presets, one small JSON file each, of the user's own."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from fashiongan.errors import FashionGanError, OutputError, RequestError
from fashiongan.files import write_atomically
from fashiongan.json_files import parsed_json
from fashiongan.presets.preset import Preset, from_json, to_json

_ENDING, _LARGEST_BYTES = ".json", 2_000_000


@dataclass(frozen=True, slots=True)
class KeptPresets:
    """What lies in a folder: the presets by name, and one line for each file that could not be read."""

    presets: tuple[Preset, ...]
    refused: tuple[str, ...]


def read_presets(folder: Path) -> KeptPresets:
    """All presets of a folder, which need not exist. A damaged file is told and leaves the others alone."""
    presets: dict[str, Preset] = {}
    refused = []
    for path in _files(folder):
        try:
            preset = _read(path)
        except RequestError as error:
            refused.append(str(error))
        else:
            presets[preset.name.casefold()] = preset
    return KeptPresets(tuple(presets[name] for name in sorted(presets)), tuple(refused))


def write_preset(folder: Path, preset: Preset) -> None:
    """Keep a preset; one of the same name, in capitals or not, is replaced.

    Raises
    ------
    OutputError : the folder cannot be written to
    """
    kept = folder / _file_name(preset.name)
    write_atomically(kept, (json.dumps(to_json(preset), indent=1) + "\n").encode())
    _delete_others(folder, preset.name, kept)


def delete_preset(folder: Path, name: str) -> None:
    """Delete a preset from the disk; nothing happens if there is none.

    Raises
    ------
    OutputError : the folder cannot be written to
    """
    _delete_others(folder, name, None)


def rename_preset(folder: Path, preset: Preset, name: str) -> Preset:
    """Keep a preset under another name only; one that has that name is replaced.

    Raises
    ------
    RequestError : not a name
    OutputError : the folder cannot be written to
    """
    renamed = Preset(name, preset.request, preset.seed_locked)
    write_preset(folder, renamed)
    if name.casefold() != preset.name.casefold():
        delete_preset(folder, preset.name)
    return renamed


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.glob(f"[!.]*{_ENDING}") if path.is_file())


def _file_name(name: str) -> str:
    """Readable, and another for each name on every system."""
    folded = name.casefold()
    plain = "-".join("".join(letter if letter.isascii() and letter.isalnum() else " " for letter in folded).split())
    return f"{plain[:40] or 'preset'}-{hashlib.sha256(folded.encode()).hexdigest()[:8]}{_ENDING}"


def _delete_others(folder: Path, name: str, kept: Path | None) -> None:
    for path in _files(folder):
        if path != kept and _name_in(path) == name.casefold():
            try:
                path.unlink(missing_ok=True)
            except OSError as error:
                raise OutputError(f"{path} cannot be deleted ({error.strerror}); delete it by hand.") from error


def _name_in(path: Path) -> str | None:
    try:
        return _read(path).name.casefold()
    except RequestError:
        return None


def _read(path: Path) -> Preset:
    try:
        if path.stat().st_size > _LARGEST_BYTES:
            raise ValueError(f"it has more than {_LARGEST_BYTES // 1_000_000} MB")
        return from_json(parsed_json(path.read_bytes()))
    except KeyError as error:
        raise _damaged(path, f"it has no {error}") from error
    except (OSError, ValueError, TypeError, AttributeError, RecursionError, FashionGanError) as error:
        raise _damaged(path, str(error)) from error


def _damaged(path: Path, why: str) -> RequestError:
    return RequestError(f"{path.name} cannot be read as a preset ({why}); keep it anew, or delete {path}.")
