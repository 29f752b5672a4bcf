"""What can be declared stands in pyproject.toml. Here: a wheel takes along what lies beside the packages."""

from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

TAKEN_ALONG = ("checkpoints", "examples")


class BuildWithWeights(build_py):
    """Copies the weights and the examples into the package, where `checkpoint_folder.py` finds them."""

    def run(self) -> None:
        """An editable install needs no copy: it finds them in the repository."""
        super().run()
        if not self.editable_mode:
            for name in TAKEN_ALONG:
                for path in sorted(one for one in Path(name).rglob("*") if one.is_file()):
                    to = Path(self.build_lib) / "fashiongan" / "shipped" / path
                    self.mkpath(str(to.parent))
                    self.copy_file(str(path), str(to))


setup(cmdclass={"build_py": BuildWithWeights})
