"""What a bundle does without: tests, headers, and the tools of those who develop with the packages."""

import shutil
from pathlib import Path

# readline and gdbm are under the GPL; the others have no use here.
NOT_OF_PYTHON = (
    "site-packages", "dist-packages", "EXTERNALLY-MANAGED", "__pycache__", "config-*", "test", "tests", "idlelib",
    "tkinter", "turtledemo", "lib2to3", "ensurepip", "_tkinter.*", "readline.*", "_gdbm.*", "_dbm.*", "_curses*.so",
    "nis.*", "_test*.so", "xxlimited*", "_crypt.*",
)  # fmt: skip
# Patterns under site-packages.
UNUSED = (
    "pip", "setuptools", "_distutils_hack", "distutils-precedence.pth",
    "torch/test", "torch/include", "torch/bin/test_*", "torch/bin/protoc*", "torch/bin/*Test", "torch/lib/*.a",
    "warp/tests", "warp/examples",
    "open3d/examples", "open3d/open3d_tf_ops.so", "open3d/open3d_torch_ops.so", "open3d/_ml3d/tf",
    "PySide6/Qt/qml", "PySide6/Qt/metatypes", "PySide6/Qt/libexec", "PySide6/include", "PySide6/typesystems",
    "PySide6/designer", "PySide6/assistant", "PySide6/linguist", "PySide6/qml*", "PySide6/lupdate",
    "PySide6/Qt/plugins/designer", "PySide6/Qt/plugins/qml*",
    "*/tests", "*/*/tests", "*/*/*/tests", "*/*/*/*/tests",
)  # fmt: skip


def prune(packages: Path) -> None:
    """Delete under site-packages what is never loaded."""
    for pattern in UNUSED:
        for path in list(packages.glob(pattern)):
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path)
            else:
                path.unlink(missing_ok=True)


def size_mb(folder: Path) -> int:
    """What its files hold together, in millions of bytes."""
    return round(sum(path.lstat().st_size for path in folder.rglob("*") if not path.is_dir()) / 1e6)
