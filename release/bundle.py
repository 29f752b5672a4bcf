"""`python -m release.bundle FILE.whl FOLDER`: a folder that runs on a Linux without Python, and a packed one beside it.

This Python is copied, linked anew so that it runs from anywhere, and the wheel is installed into the copy. Nothing is
frozen: warp compiles its kernels from their source, and child processes begin as they do everywhere. It takes a C
compiler, zstd and some minutes.
"""

import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

from release.codecs_without_gpl import replace_codecs
from release.pruning import NOT_OF_PYTHON, prune, size_mb

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
PROGRAMS = {"fashiongan": "gui", "fashiongan-generate": "fashiongan.cli.generate", "fashiongan-scan": "scanning.cli"}
# -I: neither the current folder nor the user's own Python packages are looked at.
PROGRAM = """#!/bin/sh
here=$(readlink -f "$0" 2>/dev/null || echo "$0")
unset PYTHONHOME PYTHONPATH
exec "${{here%/*}}/python/bin/python3" -I -m {module} "$@"
"""
MENU = """#!/bin/sh
# Puts FashionGAN into the menu of the desktop, from where this folder lies now.
set -e
here=$(cd "$(dirname "$0")" && pwd)
menu="${XDG_DATA_HOME:-$HOME/.local/share}/applications"
mkdir -p "$menu"
sed "s|FOLDER|$here|g" "$here/fashiongan.desktop" > "$menu/fashiongan.desktop"
echo "$menu/fashiongan.desktop"
"""


def main() -> None:
    """Build and pack; what lay there before goes."""
    wheel, folder = Path(sys.argv[1]), Path(sys.argv[2]).resolve()
    shutil.rmtree(folder, ignore_errors=True)
    python = folder / "python"
    copy_python(python)
    install(wheel, python)
    before = size_mb(folder)
    packages = site_packages(python)
    prune(packages)
    replace_codecs(packages)
    add_programs(folder)
    packed = pack(folder)
    print(f"{folder}: {size_mb(folder)} MB, {before} MB before pruning")
    print(f"{packed}: {packed.stat().st_size / 1e6:.0f} MB")


def copy_python(to: Path) -> None:
    """The standard library, and a launcher with the library of this Python beside it.

    What the extension modules link to comes along, except for glibc and zlib, which every system has.
    """
    told = sysconfig.get_config_vars()
    if not told["Py_ENABLE_SHARED"]:
        sys.exit("This Python has no shared library; take one that was built with --enable-shared.")
    stdlib = Path(sysconfig.get_path("stdlib"))
    shutil.copytree(stdlib, to / "lib" / stdlib.name, ignore=shutil.ignore_patterns(*NOT_OF_PYTHON), symlinks=True)
    library = Path(told["LIBDIR"]) / told["INSTSONAME"]
    beside = [shutil.copy(path, to / "lib") for path in (library, *_linked(to / "lib" / stdlib.name / "lib-dynload"))]
    (to / "bin").mkdir()
    # The launcher names them all, so that they are loaded, from beside it, before a module asks for them.
    paths = ["-Wl,--no-as-needed", *map(str, beside), "-Wl,-rpath,$ORIGIN/../lib"]
    compiler = ["cc", "-O2", str(HERE / "python.c"), f"-I{told['INCLUDEPY']}", "-o", str(to / "bin" / "python3")]
    subprocess.run([*compiler, *paths], check=True)


def _linked(modules: Path) -> list[Path]:
    """Shared libraries that extension modules need beyond those of every system."""
    told = subprocess.run(["ldd", *map(str, modules.glob("*.so"))], check=True, capture_output=True, text=True).stdout
    found = {line.split()[2] for line in told.splitlines() if "=> /" in line}
    common = ("libc.", "libm.", "libz.", "libdl.", "librt.", "libpthread.", "libpython")
    return [Path(one) for one in sorted(found) if not Path(one).name.startswith(common)]


def install(wheel: Path, python: Path) -> None:
    """The wheel and everything that it asks for, in the versions of constraints.txt."""
    # What lies on a $PYTHONPATH is not in the copy.
    pip = [sys.executable, "-m", "pip", "--python", str(python / "bin" / "python3"), "install", "--ignore-installed"]
    subprocess.run([*pip, "--quiet", "--constraint", str(ROOT / "constraints.txt"), str(wheel)], check=True)


def site_packages(python: Path) -> Path:
    """Where that Python has its packages."""
    ask = [str(python / "bin" / "python3"), "-I", "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]
    return Path(subprocess.run(ask, check=True, capture_output=True, text=True).stdout.strip())


def add_programs(folder: Path) -> None:
    """What is started, what the menu shows, what may be read."""
    for name, module in PROGRAMS.items():
        _executable(folder / name, PROGRAM.format(module=module))
    _executable(folder / "add-to-menu", MENU)
    shutil.copy(HERE / "fashiongan.desktop", folder)
    shutil.copy(ROOT / "gui" / "fashiongan.svg", folder)
    shutil.copy(HERE / "README-bundle.md", folder / "README.md")
    shutil.copy(ROOT / "LICENSE", folder)


def _executable(path: Path, text: str) -> None:
    path.write_text(text)
    path.chmod(0o755)


def pack(folder: Path) -> Path:
    """FOLDER.tar.zst."""
    packed = folder.with_name(f"{folder.name}.tar.zst")
    command = ["tar", "--create", "--use-compress-program=zstd -10 -T0", "--file", str(packed)]
    subprocess.run([*command, "--directory", str(folder.parent), folder.name], check=True)
    return packed


if __name__ == "__main__":
    main()
