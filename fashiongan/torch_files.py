"""Files of torch.save that may come from anybody."""

import zipfile
from pathlib import Path


def refuse_packed(path: Path) -> None:
    """Refuse a zip whose records are packed, as torch.save never writes them: they may unpack to a thousand times.

    Raises
    ------
    ValueError : it is such a zip, or a damaged one
    """
    if not zipfile.is_zipfile(path):
        return
    try:
        with zipfile.ZipFile(path) as file:
            packed = [one.filename for one in file.infolist() if one.compress_type != zipfile.ZIP_STORED]
            size = sum(one.file_size for one in file.infolist())
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError) as error:
        raise ValueError("a damaged zip") from error
    if packed or size > path.stat().st_size:
        raise ValueError("records that are packed")
