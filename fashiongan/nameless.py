"""What a file from outside is called in what we write, and logs without names: file names are often those of people."""

import getpass
import hashlib
import re
from pathlib import Path

_LONG = 6
_PACKAGES = ("fashiongan", "gui", "scanning")
_CODE = re.compile(r'File "([^"]*)"')
_QUOTED = re.compile(r"'[^'\n]*'|\"[^\"\n]*\"")
# From the first folder of a line to its last file: a name may have spaces, so nobody can tell where it ends before.
_PATH = re.compile(r"(?<!\w)(?:[A-Za-z]:[\\/]|~?[\\/])(?:.*\.\w{1,5}\b|.*[\\/]\S*|\S*)")
_NAME = re.compile(r"(?:(?<=: )|^)[^:]*\.(?:mkv|bag|db3|fgan|png|jpe?g|webp|ya?ml|json|csv|smis|vit|glb|ply|pdf)\b")


def nameless(path: Path) -> str:
    """`#3f2a9c`: six letters of a file's SHA-256, by which whoever has the file can tell it. OSError : it is gone"""
    return told_by(hashlib.sha256(path.read_bytes()).hexdigest())


def told_by(sha256: str) -> str:
    """The same of a file whose SHA-256 is known."""
    return f"#{sha256[:_LONG]}"


def without_names(text: str) -> str:
    """A text for a log, without folders, file names, what was quoted, and the user's own name.

    Of a traceback the lines of code stay, and the places of them as far as they are ours or of a package.
    """
    lines, code = [], False
    for line in text.split("\n"):
        place = _CODE.sub(lambda found: f'File "{_module(found[1])}"', line)
        if code or place != line:
            lines.append(place)
        else:
            lines.append(_NAME.sub("…", _PATH.sub("…", _QUOTED.sub("…", line))))
        code = place != line
    said = "\n".join(lines)
    for own in {getpass.getuser(), Path.home().name} - {""}:
        said = re.sub(rf"(?<!\w){re.escape(own)}(?!\w)", "…", said)
    return said


def _module(path: str) -> str:
    """`gui/app.py`, `torch/nn/modules/module.py`; of any other file its name alone."""
    parts = re.split(r"[\\/]", path)
    begins = [place for place, part in enumerate(parts[:-1]) if part in _PACKAGES]
    if "site-packages" in parts:
        return "/".join(parts[parts.index("site-packages") + 1 :])
    return "/".join(parts[begins[-1] :]) if begins else parts[-1]
