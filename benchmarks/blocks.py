"""Whether every block gives a sound pattern: `python -m benchmarks.blocks [PEOPLE]`. JSON out.

Adults of ANSUR II and those at its corners x every block x every valid sleeve, neckline, length and closure x every
ease. A body gets every third combination of words, the next body the next third, and fabrics take turns, so that all
meet on some body. About 2 ms a pattern.
"""

import json
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice, product
from typing import Any

import numpy as np

from fashiongan.attributes import Category, Fabric, GarmentAttributes, valid_values
from fashiongan.body.fitting import fit_body
from fashiongan.body.measuring import BodyMeasurer
from fashiongan.body.population import corner_adults, random_adult
from fashiongan.errors import FashionGanError
from fashiongan.garment.curves import length_mm
from fashiongan.garment.dimensions import Dimensions, take_dimensions
from fashiongan.garment.pattern import Pattern
from fashiongan.garment.style import Ease, Style
from fashiongan.garment.wardrobe import BLOCKS, draft
from fashiongan.studio import Studio

WORDS = ("sleeve", "neckline", "length", "closure")
THIRDS = 3
MESSAGES_SHOWN = 5


@dataclass
class Tally:
    """What one block did so far."""

    seconds: list[float] = field(default_factory=list)
    mismatches_mm: list[float] = field(default_factory=list)
    refused: Counter[str] = field(default_factory=Counter)

    def report(self) -> dict[str, Any]:
        """Plain numbers."""
        return {
            "patterns": len(self.seconds),
            "valid_share": 1 - self.refused.total() / len(self.seconds),
            "worst_seam_mismatch_mm": round(max(self.mismatches_mm, default=0.0), 4),
            "median_s": round(float(np.median(self.seconds)), 4),
            "worst_s": round(max(self.seconds), 4),
            "refused": dict(self.refused.most_common(MESSAGES_SHOWN)),
        }


def people(count: int, measurer: BodyMeasurer) -> list[Dimensions]:
    """The corners of the survey, and random adults up to the count."""
    random, corners = np.random.default_rng(0), corner_adults()
    adults = corners + [random_adult(random) for _ in range(count - len(corners))]
    return [take_dimensions(fit_body(adult, measurer).mesh.vertices_mm, measurer) for adult in adults]


def styles(category: Category, turn: int) -> Iterator[Style]:
    """A third of all combinations of words, in every ease; `turn` says which, and shifts the fabrics."""
    fabrics = (None, *Fabric)
    combinations = product(*(valid_values(category, name) for name in WORDS))
    for index, words in islice(enumerate(combinations), turn % THIRDS, None, THIRDS):
        given = dict(zip(WORDS, map(str, words), strict=True))
        fabric = fabrics[(index + turn) % len(fabrics)]
        asked = GarmentAttributes.parse({"category": category, "fabric": fabric, **given})
        yield from (Style(asked, ease) for ease in Ease)


def seam_mismatch_mm(pattern: Pattern) -> float:
    """By how much the two sides of the worst seam differ from what is declared."""
    return max(
        abs(length_mm(pattern.edge(seam.first)) * (1 + seam.gathered) - length_mm(pattern.edge(seam.second)))
        for seam in pattern.seams
    )


def measure_block(category: Category, bodies: list[Dimensions]) -> dict[str, Any]:
    """Draft all of a category's garments for all bodies."""
    tally = Tally()
    for turn, body in enumerate(bodies):
        for style in styles(category, turn):
            start = time.perf_counter()
            try:
                tally.mismatches_mm.append(seam_mismatch_mm(draft(body, style)))
            # A root that is not found is a fault of the block, and shall be counted, not end the benchmark.
            except (FashionGanError, ValueError) as error:
                tally.refused[str(error)] += 1
            tally.seconds.append(time.perf_counter() - start)
    return tally.report()


def measure(count: int) -> dict[str, Any]:
    """All blocks on so many people."""
    bodies = people(count, Studio().measurer)
    blocks = {str(category): measure_block(category, bodies) for category in BLOCKS}
    patterns = sum(block["patterns"] for block in blocks.values())
    valid = sum(block["patterns"] * block["valid_share"] for block in blocks.values())
    worst = max(block["worst_seam_mismatch_mm"] for block in blocks.values())
    return {
        "people": len(bodies),
        "patterns": patterns,
        "valid_share": valid / patterns,
        "worst_seam_mismatch_mm": worst,
        "blocks": blocks,
    }


if __name__ == "__main__":
    print(json.dumps(measure(int(sys.argv[1]) if len(sys.argv) > 1 else 60), indent=1))
