"""From raw photos to a garment set: background removed, checked, cropped to the garment, colours measured.

The result is a folder in the layout that `load_training_set` reads: images/<id>.webp, labels.csv, colors.csv; photos
that no label table knows are listed in unlabelled.csv, ready to be filled in and appended to labels.csv.
"""

import csv
import hashlib
import logging
import os
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps, UnidentifiedImageError
from scipy.ndimage import label as connected_parts

from fashiongan.attributes import VOCABULARY, Pattern
from fashiongan.dataset.colors import GarmentColors, measure_colors, write_colors
from fashiongan.dataset.labels import GarmentLabel, read_labels, shipped_label_table
from fashiongan.errors import DatasetError
from fashiongan.files import replacing

logger = logging.getLogger(__name__)

PHOTO_ENDINGS = (".jpg", ".jpeg", ".png", ".webp")
PHOTO_FORMATS = ("JPEG", "PNG", "WEBP")
CANVAS_PX, LONGEST_PX = 256, 240
MIN_PHOTO_PX = 96
OPAQUE = 128
MIN_AREA, MAX_AREA = 0.04, 0.92
MIN_MAIN_PART = 0.8
MAX_CUT_OFF = 0.35

Remover = Callable[[Image.Image], Image.Image]
Step = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class PreparationReport:
    """How many photos were kept, how many of those have labels, and why others were left out."""

    kept: int
    labelled: int
    refused: dict[str, int]


def rembg_remover() -> Remover:
    """Background removal by U2-Net through rembg, an optional extra.

    Raises
    ------
    DatasetError : rembg or its weights are not there
    """
    try:
        from rembg import new_session, remove
    except ImportError as error:
        raise DatasetError('Preparing photos needs one more package: pip install "fashiongan[prepare]".') from error
    folder = Path(os.environ.get("U2NET_HOME", Path.home() / ".u2net"))
    if not (folder / "u2net.onnx").is_file():  # Otherwise rembg would try to download it.
        raise DatasetError(f"{folder} has no u2net.onnx; put it there, or set U2NET_HOME: see the README.")
    try:
        session = new_session("u2net", providers=["CPUExecutionProvider"])
    except (OSError, RuntimeError, ValueError) as error:
        raise DatasetError(f"{folder}/u2net.onnx cannot be loaded ({error}); see the README.") from error
    return lambda photo: remove(photo, session=session)


def prepare(
    raw: Path, out: Path, remove_background: Remover, step: Step = lambda done, total: None
) -> PreparationReport:
    """Turn a folder of photos (with subfolders) into a garment set; one that is there already is not made again.

    Labels come from `raw`/labels.csv, else from the shipped table, by file name. Contributors without a label are the
    subfolders of `raw`, so that a split never divides one.

    Raises
    ------
    DatasetError : no photos, or none that can be used
    OutputError : `out` cannot be written to
    """
    photos = sorted(path for path in raw.rglob("*") if path.suffix.lower() in PHOTO_ENDINGS)
    if not photos:
        raise DatasetError(f"{raw} holds no photos ({', '.join(PHOTO_ENDINGS)}); give the folder that does.")
    own = raw / "labels.csv"
    labels = {label.image: label for label in read_labels(own if own.exists() else shipped_label_table())}
    refused: Counter[str] = Counter()
    kept: dict[Path, GarmentColors] = {}
    for index, photo in enumerate(photos):
        step(index, len(photos))
        try:
            label = labels.get(photo.stem)
            pattern = label.attributes.pattern if label else None
            kept[photo] = _prepare_photo(photo, out, remove_background, pattern or Pattern.SOLID)
        except DatasetError as error:
            refused[str(error)] += 1
            logger.info("%s left out: %s", photo.name, error)
    if not kept:
        raise DatasetError(f"None of the {len(photos)} photos can be used ({dict(refused)}).")
    known = [labels[photo.stem] for photo in kept if photo.stem in labels]
    write_tables(out, known, [photo for photo in kept if photo.stem not in labels], raw, kept)
    return PreparationReport(len(kept), len(known), dict(refused))


def _prepare_photo(photo: Path, out: Path, remove_background: Remover, pattern: Pattern) -> GarmentColors:
    target = out / "images" / f"{photo.stem}.webp"
    if not target.exists():
        cut_out = cut_garment(np.asarray(remove_background(_read_photo(photo)).convert("RGBA")))
        with replacing(target) as partial:
            Image.fromarray(cut_out).save(partial, "WEBP", quality=92, exact=False)
    with Image.open(target, formats=("WEBP",)) as picture:
        return measure_colors(np.asarray(picture.convert("RGBA")), pattern)


def _read_photo(path: Path) -> Image.Image:
    try:
        with Image.open(path, formats=PHOTO_FORMATS) as photo:
            upright = ImageOps.exif_transpose(photo).convert("RGB")
    except (OSError, UnidentifiedImageError, Image.DecompressionBombError) as error:
        raise DatasetError("unreadable") from error
    if min(upright.size) < MIN_PHOTO_PX:
        raise DatasetError(f"smaller than {MIN_PHOTO_PX} px")
    return upright


def cut_garment(rgba: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Keep the largest part of a cut-out, crop to it, centre it: (H, W, 4) to (256, 256, 4), longest side 240 px.

    Raises
    ------
    DatasetError : nothing or nearly everything is opaque, it lies in pieces, or the photo's edge cuts it off
    """
    mask = rgba[..., 3] > OPAQUE
    if not MIN_AREA <= mask.mean() <= MAX_AREA:
        raise DatasetError("no garment stands out")
    parts, _ = connected_parts(mask)
    sizes = np.bincount(parts.ravel())[1:]
    main = parts == sizes.argmax() + 1
    if sizes.max() / sizes.sum() < MIN_MAIN_PART:
        raise DatasetError("in several pieces")
    border = np.concatenate([main[0], main[-1], main[:, 0], main[:, -1]])
    if border.mean() > MAX_CUT_OFF:
        raise DatasetError("cut off by the edge of the photo")
    rows, columns = np.flatnonzero(main.any(1)), np.flatnonzero(main.any(0))
    clean = np.where(main[..., None], rgba, 0).astype(np.uint8)
    return _centred(clean[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1])


def _centred(rgba: NDArray[np.uint8]) -> NDArray[np.uint8]:
    scale = LONGEST_PX / max(rgba.shape[:2])
    size = (max(1, round(rgba.shape[1] * scale)), max(1, round(rgba.shape[0] * scale)))
    small = Image.fromarray(rgba).convert("RGBa").resize(size, Image.Resampling.LANCZOS).convert("RGBA")
    canvas = Image.new("RGBA", (CANVAS_PX, CANVAS_PX))
    canvas.paste(small, ((CANVAS_PX - size[0]) // 2, (CANVAS_PX - size[1]) // 2))
    return np.asarray(canvas)


def write_tables(
    out: Path, known: list[GarmentLabel], unknown: list[Path], raw: Path, colors: dict[Path, GarmentColors]
) -> None:
    """Write labels.csv, unlabelled.csv (if any) and colors.csv.

    Raises
    ------
    OutputError : `out` cannot be written to
    """
    header = ["image", "split", "contributor", *VOCABULARY, "logo"]
    _write_rows(out / "labels.csv", header, (_row(label) for label in known))
    if unknown:
        rows = ([photo.stem, split_of(owner := _owner(photo, raw)), owner] + [""] * 8 for photo in unknown)
        _write_rows(out / "unlabelled.csv", header, rows)
    with replacing(out / "colors.csv") as partial:
        write_colors(partial, {photo.stem: one for photo, one in colors.items()})


def _write_rows(path: Path, header: list[str], rows: Iterator[list[str]]) -> None:
    with replacing(path) as partial, partial.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def _row(label: GarmentLabel) -> list[str]:
    words = [str(getattr(label.attributes, name)) for name in VOCABULARY]
    return [label.image, str(label.split), label.contributor, *words, "y" if label.has_logo else "n"]


def _owner(photo: Path, raw: Path) -> str:
    folder = photo.parent.relative_to(raw).as_posix()
    return "all" if folder == "." else folder


def split_of(contributor: str) -> str:
    """The split of a contributor: always the same one; about 4 % val, 8 % test, as in the shipped table."""
    share = int(hashlib.sha256(contributor.encode()).hexdigest(), 16) % 100
    return "val" if share < 4 else "test" if share < 12 else "train"
