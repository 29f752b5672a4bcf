"""`fashiongan-scan lock`, `unlock` and `erase`: what is kept of people."""

from pathlib import Path
from typing import Annotated

import typer

from fashiongan.erasing import erase_everything, erase_person
from fashiongan.errors import LockedError, RequestError
from fashiongan.locking import is_locked, lock_file, unlock_file
from fashiongan.own_folders import own_folders
from scanning.cli_options import PassphraseFile, ask_passphrase

LOST = "A passphrase that is lost cannot be found again, and nobody can open the files without it."
Files = Annotated[list[Path], typer.Argument(help="Recordings, measurements, projects: files of any kind.")]


def lock(files: Files, passphrase_file: PassphraseFile = None) -> None:
    """Lock files under a passphrase, each in its place. A passphrase that is lost cannot be found again."""
    _refuse_missing(files)
    typer.echo(LOST, err=True)
    passphrase = ask_passphrase(passphrase_file, twice=True)
    for path in files:
        told = "was locked already" if is_locked(path) else "locked"
        lock_file(path, passphrase)
        typer.echo(f"{path}: {told}")


def unlock(files: Files, passphrase_file: PassphraseFile = None) -> None:
    """Unlock files that `lock` or the window locked, each in its place."""
    _refuse_missing(files)
    passphrase = ask_passphrase(passphrase_file)
    for path in files:
        told = "unlocked" if is_locked(path) else "was not locked"
        unlock_file(path, passphrase)
        typer.echo(f"{path}: {told}")


def erase(
    person: Annotated[str | None, typer.Option(help="The pseudonym of whom to forget.")] = None,
    everything: Annotated[bool, typer.Option("--everything", help="All that the programs keep, of everybody.")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask again.")] = False,
) -> None:
    """Erase what the window keeps of a person, or all that it keeps. Close the window before; this cannot be undone."""
    if (person is None) != everything:
        raise RequestError("Say whom to forget with --person PSEUDONYM, or --everything.")
    folders = own_folders()
    whom = "all pictures, scans and settings" if person is None else f"everything about {person}"
    if not yes and not typer.confirm(f"Erase {whom} below {folders.data}? This cannot be undone.", err=True):
        raise typer.Exit
    if person is None:
        erase_everything(folders)
        typer.echo(f"erased: {folders.data} and the settings; files that you wrote elsewhere are yours to delete")
    else:
        erased = erase_person(folders, person)
        typer.echo(f"erased: {erased.files} files, {erased.rows} notes and entries")


def _refuse_missing(files: list[Path]) -> None:
    missing = next((path for path in files if not path.is_file()), None)
    if missing is not None:
        raise LockedError(f"{missing} is no file; nothing was changed.")
