import threading
from pathlib import Path

import numpy as np
import pytest

from fashiongan.errors import ImageError
from fashiongan.image import GarmentImage
from fashiongan.library.library import Library
from fashiongan.library.prepared import prepared
from fashiongan.library.recent import KEPT, RecentImages
from tests.library.pictures import plain_garment


@pytest.fixture
def image() -> GarmentImage:
    return plain_garment()


def test_what_another_thread_made_ready_is_kept_as_if_it_were_added(tmp_path: Path, image: GarmentImage) -> None:
    with Library(tmp_path) as library:
        ready = []
        thread = threading.Thread(target=lambda: ready.append(prepared(image)))
        thread.start()
        thread.join()
        kept, added = library.keep(ready[0]), library.add(image)
        assert library.path(kept.number).read_bytes() == library.path(added.number).read_bytes()
        assert library.thumbnail(kept.number) == library.thumbnail(added.number)
        assert (kept.attributes, kept.color, kept.origin) == (added.attributes, added.color, added.origin)


def test_a_picture_that_did_not_change_is_read_once(tmp_path: Path, image: GarmentImage) -> None:
    path, recent = tmp_path / "1.png", RecentImages()
    image.save(path)
    assert recent.read(path) is recent.read(path)


def test_a_picture_that_was_lost_is_not_read_from_memory(tmp_path: Path, image: GarmentImage) -> None:
    path, recent = tmp_path / "1.png", RecentImages()
    image.save(path)
    recent.read(path)
    path.unlink()
    with pytest.raises(ImageError):
        recent.read(path)


def test_only_the_last_pictures_stay_in_memory(tmp_path: Path, image: GarmentImage) -> None:
    recent = RecentImages()
    paths = [tmp_path / f"{place}.png" for place in range(KEPT + 1)]
    for path in paths:
        image.save(path)
    first = recent.read(paths[0])
    for path in paths[1:]:
        recent.read(path)
    again = recent.read(paths[0])
    assert again is not first
    assert np.array_equal(again.rgba, first.rgba)
