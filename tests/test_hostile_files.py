"""The handmade attacks of `benchmarks.hostile`, as far as they are quick: each is read, or refused in one line."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from benchmarks.hostile.attacks import EVERYWHERE, attacks_on
from benchmarks.hostile.bombs import PLANTED
from benchmarks.hostile.readers import READERS, write_seeds
from fashiongan.errors import FashionGanError

# These take seconds or hundreds of megabytes, and are left to the benchmark; so are players in processes of their own.
SLOW = ("million", "gigabyte", "bomb", "packed", "900 kB", "90 MB", "100 MB", "15 MB", "256 MB", "100,000 letters")
PLAYED = "recording, played"
# The attacks on weights are the same ones for every system; these are the quickest.
OF_WEIGHTS = ("weights, sketch", "weights, restyle")


def quick_attacks() -> Iterator[tuple[str, str]]:
    for reader in READERS:
        if reader != PLAYED and (not reader.startswith("weights") or reader in OF_WEIGHTS):
            names = [name for name, _ in attacks_on(reader) if not any(word in name for word in slow_words(reader))]
            own = [name for name in names if name not in EVERYWHERE]
            yield from ((reader, name) for name in (*own, "a name with control characters", "missing"))


def slow_words(reader: str) -> tuple[str, ...]:
    # What weights say beside their shape is read, and they are then used.
    return (*SLOW, *("options", "training", "prepared", "every weight")) if reader.startswith("weights") else SLOW


@pytest.fixture(scope="session")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Path]]:
    folder = tmp_path_factory.mktemp("seeds")
    return {
        name: list(write_seeds(name, folder / str(number)))
        for number, name in enumerate(READERS)
        if not name.startswith("recording,") or name == "recording, TUM folder"
    }


# Pillow warns of damage that it reads over.
@pytest.mark.filterwarnings("ignore::UserWarning")
@pytest.mark.parametrize(("reader", "attack"), [*quick_attacks()])
def test_an_attack_is_read_or_refused_in_one_line(
    reader: str, attack: str, seeds: dict[str, list[Path]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if reader not in seeds:
        seeds[reader] = list(write_seeds(reader, tmp_path / "seeds"))
    target = tmp_path / "from" / "a" / "stranger"
    target.mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    path = dict(attacks_on(reader))[attack](seeds[reader], target)
    assert len(told(READERS[reader].read, path).splitlines()) <= 1
    assert not list(tmp_path.rglob(PLANTED))


def told(read: Callable[[Path], object], path: Path) -> str:
    """The message of an error of ours; nothing where a file is read."""
    try:
        read(path)
    except FashionGanError as error:
        return str(error)
    return ""
