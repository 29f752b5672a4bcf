"""PyAV brings FFmpeg with x264 and x265, which are under the GPL and are not for us to pass on; we encode with neither.

FFmpeg does not start without the two files, so others take their place, all of whose functions answer with nothing: it
then has no such encoder.
"""

import subprocess
import tempfile
from pathlib import Path

CODECS = ("libx264-*", "libx265-*")


def replace_codecs(packages: Path) -> None:
    """Put a library that does nothing in the place of each."""
    libraries = packages / "av.libs"
    [asking] = libraries.glob("libavcodec-*")
    told = subprocess.run(["nm", "-D", "--undefined-only", str(asking)], check=True, capture_output=True, text=True)
    names = [line.split()[-1] for line in told.stdout.splitlines()]
    for pattern in CODECS:
        [path] = libraries.glob(pattern)
        stem = path.name[3:7]
        _write_hollow(path, [name for name in names if name.startswith(f"{stem}_")])


def _write_hollow(path: Path, names: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "hollow.c"
        source.write_text("".join(f"void *{name}(void) {{ return 0; }}\n" for name in names))
        path.unlink()
        command = ["cc", "-shared", "-nostdlib", f"-Wl,-soname,{path.name}", "-o", str(path), str(source)]
        subprocess.run(command, check=True)
