"""What somebody likes and dislikes: starred pictures as the numbers that a taste network makes of them, in a file."""

import base64
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fashiongan.errors import RequestError
from fashiongan.files import write_atomically
from fashiongan.json_files import parsed_json

FORMAT, VERSION = "fashiongan-taste", 1
MOST_BYTES = 50_000_000
Code = NDArray[np.float32]
Rgba = NDArray[np.uint8]


@dataclass(frozen=True, eq=False)
class Star:
    """What somebody thinks of one picture.

    name : to show; sha256 : of the pixels, by which a picture is found again; drawn : by a generator, no photo;
    code : (K,) in half precision
    """

    name: str
    sha256: str
    liked: bool
    drawn: bool
    code: NDArray[np.float16]

    def to_dict(self) -> dict[str, Any]:
        """Plain values, ready for JSON."""
        code = base64.b64encode(self.code.astype("<f2").tobytes()).decode("ascii")
        return {"name": self.name, "sha256": self.sha256, "liked": self.liked, "drawn": self.drawn, "code": code}

    @classmethod
    def from_dict(cls, known: Mapping[str, Any]) -> "Star":
        """Read back `to_dict`; KeyError, TypeError or ValueError where it is something else."""
        code = np.frombuffer(base64.b64decode(known["code"], validate=True), "<f2").astype(np.float16)
        flags = known["liked"], known["drawn"]
        if not len(code) or not np.isfinite(code).all() or not all(isinstance(flag, bool) for flag in flags):
            raise ValueError("a star is not one of ours")
        return cls(str(known["name"]), str(known["sha256"]), *flags, code)


@dataclass(frozen=True, eq=False)
class TasteProfile:
    """Stars, and the name and SHA-256 of the taste network that their codes are of."""

    checkpoint: str
    checkpoint_sha256: str
    stars: tuple[Star, ...] = ()

    def __post_init__(self) -> None:
        widths = {len(star.code) for star in self.stars}
        if len(widths) > 1:
            raise RequestError(f"The stars have codes of {sorted(widths)} numbers, not of one network; star anew.")

    @property
    def made_with(self) -> tuple[str, str]:
        """Name and SHA-256 of the weights."""
        return self.checkpoint, self.checkpoint_sha256

    @property
    def sha256(self) -> str:
        """Of everything that counts, whatever the file."""
        return hashlib.sha256(self._json()).hexdigest()

    def has(self, sha256: str) -> bool:
        """Whether a picture is liked."""
        return any(star.sha256 == sha256 and star.liked for star in self.stars)

    def toggled(self, star: Star) -> "TasteProfile":
        """With a star, or without it where the picture has one already."""
        others = tuple(one for one in self.stars if one.sha256 != star.sha256)
        return replace(self, stars=others if self.has(star.sha256) else (*others, star))

    def save(self, path: Path) -> None:
        """Write the profile, whole or not at all.

        Raises
        ------
        OutputError : the place cannot be written to
        """
        write_atomically(path, self._json())

    def _json(self) -> bytes:
        head = {"format": FORMAT, "version": VERSION}
        weights = {"checkpoint": self.checkpoint, "checkpoint_sha256": self.checkpoint_sha256}
        stars = {"stars": [star.to_dict() for star in self.stars]}
        return (json.dumps(head | weights | stars, indent=1) + "\n").encode()


def picture_sha256(rgba: Rgba) -> str:
    """What a picture is found again by: the SHA-256 of its size and pixels."""
    return hashlib.sha256(repr(rgba.shape).encode() + np.ascontiguousarray(rgba).tobytes()).hexdigest()


def read_profile(path: Path) -> TasteProfile:
    """Read a taste profile.

    Raises
    ------
    RequestError : no such file, not a profile of ours, of another version, or damaged
    """
    try:
        if path.stat().st_size > MOST_BYTES:
            raise ValueError("far too large")
        known = parsed_json(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise RequestError(f"{path} cannot be read as a taste profile ({str(error)[:120]}); star anew.") from error
    if not isinstance(known, dict) or known.get("format") != FORMAT:
        raise RequestError(f"{path} is not a taste profile; give one that the window wrote, or a folder of pictures.")
    if known.get("version") != VERSION:
        raise RequestError(
            f"{path} is a taste profile of version {known.get('version')!r}, and this program reads {VERSION}; "
            "update it."
        )
    try:
        stars = tuple(Star.from_dict(star) for star in known["stars"])
        return TasteProfile(str(known["checkpoint"]), str(known["checkpoint_sha256"]), stars)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise RequestError(f"{path} is a damaged taste profile ({str(error)[:120]}); star anew.") from error
