"""The one or two colours that a garment shows, measured in CIELAB inside its mask."""

import csv
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import binary_erosion

from fashiongan.attributes import Pattern
from fashiongan.color import lab_from_rgb
from fashiongan.errors import DatasetError

MAX_SAMPLES = 4000
# Two clusters nearer than this are light and shade of one cloth, not two colours.
SAME_COLOR_DELTA_E = 16.0


@dataclass(frozen=True, slots=True)
class GarmentColors:
    """Main and second colour as (3,) CIELAB; a garment of one colour has it twice. `main_share` is 0-1 of the area."""

    main_lab: NDArray[np.float64]
    second_lab: NDArray[np.float64]
    main_share: float

    def as_row(self) -> NDArray[np.float64]:
        """(6,) main and second CIELAB."""
        return np.concatenate([self.main_lab, self.second_lab])


def measure_colors(rgba: NDArray[np.uint8], pattern: Pattern) -> GarmentColors:
    """Measure the colours of one cut-out: the median of a solid cloth, else the two largest clusters.

    Parameters
    ----------
    rgba : (H, W, 4) sRGB
    pattern : the labelled pattern

    Raises
    ------
    DatasetError : the mask is empty
    """
    lab = cloth_lab(rgba)
    median = np.median(lab, axis=0)
    if pattern is Pattern.SOLID:
        return GarmentColors(median, median, 1.0)
    pair = two_colors(lab)
    if 1 - pair.main_share < 0.06 or np.linalg.norm(pair.main_lab - pair.second_lab) < SAME_COLOR_DELTA_E:
        return GarmentColors(median, median, 1.0)
    return pair


def cloth_lab(rgba: NDArray[np.uint8]) -> NDArray[np.float64]:
    """(N, 3) CIELAB of some thousand pixels well inside the mask of an (H, W, 4) cut-out.

    Raises
    ------
    DatasetError : the mask is empty
    """
    mask = rgba[..., 3] > 200
    inner = binary_erosion(mask, iterations=2)
    pixels = rgba[..., :3][inner if inner.sum() > 64 else mask]
    if not len(pixels):
        raise DatasetError("a picture has no opaque pixel, so it has no colour; remove it and its label.")
    return lab_from_rgb(pixels[:: max(1, len(pixels) // MAX_SAMPLES)])


def two_colors(lab: NDArray[np.float64]) -> GarmentColors:
    """The centres of two clusters of (N, 3) CIELAB, the larger first, however near they are."""
    if np.ptp(lab, axis=0).max() < 1e-6:  # Clustering needs two different colours to begin with.
        return GarmentColors(lab[0], lab[0], 1.0)
    from scipy.cluster.vq import kmeans2  # The window opens sooner without.

    centres, member = kmeans2(lab, 2, minit="++", seed=0)
    share = np.bincount(member, minlength=2) / len(member)
    first = int(share.argmax())
    return GarmentColors(centres[first], centres[1 - first], float(share[first]))


def shipped_color_table() -> Path:
    """Colours of the shipped label table's pictures, as measured by `measure_colors`."""
    return Path(str(files("fashiongan.dataset") / "colors.csv"))


def write_colors(path: Path, colors: dict[str, GarmentColors]) -> None:
    """Write one row a picture: image, the two CIELAB triples, the main colour's share."""
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["image", "l1", "a1", "b1", "l2", "a2", "b2", "share"])
        for image, one in colors.items():
            writer.writerow([image, *(f"{value:.1f}" for value in one.as_row()), f"{one.main_share:.2f}"])


def read_colors(path: Path) -> dict[str, GarmentColors]:
    """Read what `write_colors` wrote.

    Raises
    ------
    DatasetError : no such file, or a row that is not a picture id and seven numbers
    """
    try:
        with path.open(newline="", encoding="utf-8") as file:
            rows = list(csv.reader(file))[1:]
        numbers = {row[0]: np.array([float(value) for value in row[1:8]]) for row in rows}
    except (OSError, ValueError, IndexError) as error:
        raise DatasetError(f"{path} cannot be read as a colour table ({error}); run prepare again.") from error
    if any(len(row) != 7 for row in numbers.values()):
        raise DatasetError(f"{path} is not a colour table: a row has other than 8 columns; run prepare again.")
    return {image: GarmentColors(row[:3], row[3:6], float(row[6])) for image, row in numbers.items()}
