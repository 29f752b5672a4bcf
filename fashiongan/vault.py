"""How a window keeps what is of people: plain, or locked under a passphrase that the user chose.

Locked are the recordings and consents in a library's `scans`, and who is dressed. A file named `locked` tells that it
is so, and by whether it opens, whether a passphrase is right. It is written first and goes last: a program that dies
in between leaves files of both kinds, and at the next unlocking the plain ones are locked, too.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from fashiongan.errors import LockedError
from fashiongan.files import TEMPORARY_PREFIX
from fashiongan.locking import Passphrase, is_locked, lock_file, lock_to, opens, unlock_file
from fashiongan.private_files import plain_copy, plain_folder, sweep_plain

PROOF, SCANS, WORN = "locked", "scans", "worn*.fgan"


class Vault:
    """The private files of one library folder. `passphrase` is known once it was given; None until then."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._proof = folder, folder / PROOF
        self.passphrase: Passphrase | None = None
        sweep_plain()

    @property
    def locks(self) -> bool:
        """Whether files are locked here."""
        return self._proof.exists()

    @property
    def scans(self) -> Path:
        """Where recordings are kept."""
        return self._folder / SCANS

    @property
    def open(self) -> bool:
        """Whether private files can be read and written now."""
        return not self.locks or self.passphrase is not None

    def files(self) -> list[Path]:
        """Every private file that is there."""
        found = [*self.scans.glob("*"), *self._folder.glob(WORN)]
        return sorted(one for one in found if one.is_file() and not one.name.startswith(TEMPORARY_PREFIX))

    def unlock(self, passphrase: Passphrase) -> None:
        """Use this passphrase from now on; what lies here plain is locked.

        Raises
        ------
        LockedError : it is the wrong one
        OutputError : a file cannot be written
        """
        if not opens(self._proof, passphrase):
            raise LockedError("This passphrase does not open what is locked here; try again. Nothing was changed.")
        self.passphrase = passphrase
        for path in self.files():
            lock_file(path, passphrase)

    def turn_on(self, passphrase: Passphrase) -> None:
        """Lock everything, now and from now on. OutputError : a file cannot be written"""
        with plain_folder() as folder:
            (folder / PROOF).write_bytes(b"")
            lock_to(folder / PROOF, self._proof, passphrase)
        self.unlock(passphrase)

    def turn_off(self) -> None:
        """Unlock everything, now and from now on.

        Raises
        ------
        LockedError : the passphrase was not given, or a file is damaged; what is locked stays so
        OutputError : a file cannot be written
        """
        passphrase = self._known()
        for path in self.files():
            unlock_file(path, passphrase)
        self._proof.unlink(missing_ok=True)
        self.passphrase = None

    def keep(self, path: Path) -> None:
        """Lock a private file that was just completed, where files are locked. Errors as of `lock_file`."""
        if self.locks:
            lock_file(path, self._known())

    def write(self, path: Path, write: Callable[[Path], object]) -> None:
        """Have a private file written; where files are locked, it never lies plain on the disk.

        Raises
        ------
        LockedError : the passphrase was not given
        OutputError : the place cannot be written to
        """
        if not self.locks:
            write(path)
            return
        passphrase = self._known()
        with plain_folder() as folder:
            write(folder / path.name)
            lock_to(folder / path.name, path, passphrase)

    @contextmanager
    def plain(self, path: Path) -> Iterator[Path]:
        """Where a private file can be read: itself, or a plain copy for as long as this lasts.

        Raises
        ------
        LockedError : the passphrase was not given, is that of another file, or the file is damaged
        """
        if not is_locked(path):
            yield path
            return
        with plain_copy(path, self._known()) as copy:
            yield copy

    def _known(self) -> Passphrase:
        if self.passphrase is None:
            raise LockedError("Scans are locked; give the passphrase first, with File, Unlock.")
        return self.passphrase
