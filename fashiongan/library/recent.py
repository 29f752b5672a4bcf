"""Pictures that were read not long ago: what is chosen is asked for again and again."""

import threading
from collections import OrderedDict
from pathlib import Path

from fashiongan.image import GarmentImage, read_garment_image

# A large one has 4 MB.
KEPT = 6


class RecentImages:
    """Reads pictures; a file that did not change is not read twice, as long as it is among the last ones. Any thread
    may call it."""

    def __init__(self) -> None:
        self._changing = threading.Lock()
        self._kept: OrderedDict[tuple[Path, int, int], GarmentImage] = OrderedDict()

    def read(self, path: Path) -> GarmentImage:
        """A picture with all that it says of itself.

        Raises
        ------
        ImageError : its file was lost or damaged
        """
        try:
            facts = path.stat()
        except OSError:
            return read_garment_image(path)
        key = (path, facts.st_mtime_ns, facts.st_size)
        with self._changing:
            image = self._kept.pop(key, None)
        image = image or read_garment_image(path)
        with self._changing:
            self._kept[key] = image
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return image
