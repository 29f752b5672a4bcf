"""Locked files: what only a passphrase opens.

AES-256-GCM in pieces of a megabyte, so that a file of any size needs little memory; each piece is sealed with its place
and with whether it is the last one, so none can be changed, moved, or cut off unseen. The key comes from the passphrase
by scrypt (RFC 7914), and every file has one of its own by HKDF (RFC 5869), so no number is used twice. A locked file
keeps its name: what it is is told by its first bytes. Without the passphrase nobody opens it again, we neither.
"""

import os
import struct
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from fashiongan.errors import LockedError
from fashiongan.files import replacing

if TYPE_CHECKING:
    # Only for its name: programs start sooner without.
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

MAGIC = b"FGLOCK1\n"
LEAST_LETTERS = 8
PIECE_BYTES, TAG_BYTES, KEY_BYTES, SALT_BYTES = 1 << 20, 16, 32, 16
# scrypt's cost, as a power of two: 128 MiB and some 0.4 s for each guess. A file of a later program may ask for four
# times as much; one that asks for more, or for nothing, is not ours.
COST, MOST_COST = 17, 19
_HEADER = struct.Struct(f">{len(MAGIC)}sB{SALT_BYTES}s{SALT_BYTES}s")


class Passphrase:
    """What a user typed. Its keys are made once and then kept in memory, as long as this object is.

    Raises
    ------
    LockedError : fewer than 8 letters
    """

    def __init__(self, words: str) -> None:
        if len(words) < LEAST_LETTERS:
            raise LockedError(f"A passphrase has {LEAST_LETTERS} letters at least; take a few words.")
        secret = unicodedata.normalize("NFC", words).encode()
        self.salt = os.urandom(SALT_BYTES)
        self.key = lru_cache(maxsize=64)(lambda salt, cost: _scrypt(secret, salt, cost))


def is_locked(path: Path) -> bool:
    """Whether a file is locked; one that is not there or cannot be read is not."""
    try:
        with path.open("rb") as file:
            return file.read(len(MAGIC)) == MAGIC
    except OSError:
        return False


def lock_file(path: Path, passphrase: Passphrase) -> None:
    """Put the locked file in the place of the plain one; one that is locked stays as it is.

    Raises
    ------
    LockedError : it cannot be read
    OutputError : the place cannot be written to; the file is as it was
    """
    if not is_locked(path):
        lock_to(path, path, passphrase)


def unlock_file(path: Path, passphrase: Passphrase) -> None:
    """Put the plain file in the place of the locked one; one that is not locked stays as it is.

    Raises
    ------
    LockedError : the wrong passphrase, or damaged; the file is as it was
    OutputError : the place cannot be written to; the file is as it was
    """
    if is_locked(path):
        unlock_to(path, path, passphrase)


def lock_to(plain: Path, locked: Path, passphrase: Passphrase) -> None:
    """Write a locked copy. Errors as of `lock_file`."""
    header = _HEADER.pack(MAGIC, COST, passphrase.salt, os.urandom(SALT_BYTES))
    cipher = _cipher(header, passphrase)
    with _opened(plain) as source, replacing(locked) as partial, partial.open("wb") as target:
        target.write(header)
        for number, piece, last in _pieces(source, PIECE_BYTES):
            target.write(cipher.encrypt(_place(number, last), piece, header))


def unlock_to(locked: Path, plain: Path, passphrase: Passphrase) -> None:
    """Write a plain copy. Errors as of `unlock_file`."""
    with _opened(locked) as source, replacing(plain) as partial, partial.open("wb") as target:
        for piece in _unlocked(source, locked, passphrase):
            target.write(piece)


def opens(path: Path, passphrase: Passphrase) -> bool:
    """Whether this is the passphrase of a locked file.

    Raises
    ------
    LockedError : it is no locked file, or cannot be read
    """
    with _opened(path) as source:
        try:
            next(_unlocked(source, path, passphrase))
        except LockedError:
            return False
    return True


def _unlocked(source: BinaryIO, path: Path, passphrase: Passphrase) -> Iterator[bytes]:
    from cryptography.exceptions import InvalidTag

    header = source.read(_HEADER.size)
    if len(header) != _HEADER.size or not header.startswith(MAGIC) or not 1 <= header[len(MAGIC)] <= MOST_COST:
        raise LockedError(f"{path} is no locked file of ours; choose another one.")
    cipher = _cipher(header, passphrase)
    for number, piece, last in _pieces(source, PIECE_BYTES + TAG_BYTES):
        try:
            yield cipher.decrypt(_place(number, last), piece, header)
        except InvalidTag as error:
            why = "is damaged; take another copy of it" if number else "does not open; try the passphrase again"
            raise LockedError(f"{path} {why}. Nothing was changed.") from error


def _cipher(header: bytes, passphrase: Passphrase) -> "AESGCM":
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    _, cost, salt, own_salt = _HEADER.unpack(header)
    return AESGCM(HKDF(SHA256(), KEY_BYTES, own_salt, MAGIC).derive(passphrase.key(salt, cost)))


def _scrypt(secret: bytes, salt: bytes, cost: int) -> bytes:
    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

    return Scrypt(salt, KEY_BYTES, n=1 << cost, r=8, p=1).derive(secret)


def _place(number: int, last: bool) -> bytes:
    """The nonce of a piece: where it stands, and whether anything follows."""
    return number.to_bytes(11, "big") + bytes([last])


def _pieces(source: BinaryIO, size: int) -> Iterator[tuple[int, bytes, bool]]:
    """Number and content of each piece, and whether it is the last; an empty file has one."""
    piece, number = source.read(size), 0
    while True:
        following = source.read(size)
        yield number, piece, not following
        if not following:
            return
        piece, number = following, number + 1


def _opened(path: Path) -> BinaryIO:
    try:
        return path.open("rb")
    except OSError as error:
        raise LockedError(f"{path} cannot be read ({error.strerror}); nothing was changed.") from error
