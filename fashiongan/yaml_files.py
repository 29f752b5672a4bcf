"""Reading YAML that people wrote, without a surprise: safe, and one clear line for anything that is wrong."""

from pathlib import Path
from typing import Any

import yaml

from fashiongan.errors import FashionGanError


def read_yaml(path: Path, error_type: type[FashionGanError], example: str) -> Any:
    """The content of a YAML file as plain values.

    Raises
    ------
    error_type : no such file, not text, not YAML, or nested or long beyond reason; the message points at `example`
    """
    try:
        return yaml.safe_load(path.read_text(encoding="utf-8"))
    # PyYAML lets ValueError out of a date or number that cannot be, RecursionError out of deep nesting.
    except (OSError, ValueError, RecursionError, yaml.YAMLError) as error:
        reason = (str(error).splitlines() or [type(error).__name__])[0]
        raise error_type(f"{path} cannot be read ({reason[:120]}); see {example}.") from error
