"""Filling in what a designer left open, from garments that exist."""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from fashiongan.attributes import VOCABULARY, GarmentAttributes, Pattern, valid_values
from fashiongan.color import Color
from fashiongan.dataset.colors import GarmentColors, read_colors, shipped_color_table
from fashiongan.dataset.labels import GarmentLabel, Split, read_labels, shipped_label_table

# Among rows that match equally well, this many with the nearest colour take part in the draw.
NEAREST = 24


class AttributeCompleter:
    """Completes attributes by drawing a real garment of the training split that agrees with what was given."""

    def __init__(self) -> None:
        colors = read_colors(shipped_color_table())
        labels = [label for label in read_labels(shipped_label_table()) if label.split is Split.TRAIN]
        self._labels = [label for label in labels if _ordinary(label)]
        self._colors = [colors[label.image] for label in self._labels]
        self._main_lab = np.stack([one.main_lab for one in self._colors])

    def complete(self, asked: GarmentAttributes, random: np.random.Generator) -> GarmentAttributes:
        """Every attribute given and two colours; what was asked stays as it is."""
        given = {name: getattr(asked, name) for name in VOCABULARY if getattr(asked, name) is not None}
        rows = self._agreeing(given)
        if asked.colors:
            distance = np.linalg.norm(self._main_lab[rows] - asked.colors[0].lab, axis=1)
            rows = rows[np.argsort(distance, kind="stable")[:NEAREST]]
        row = int(random.choice(rows))
        whole = replace(self._labels[row].attributes, **given)
        return replace(whole, colors=_two_colors(asked.colors, self._colors[row], whole.pattern))

    def _agreeing(self, given: dict[str, object]) -> NDArray[np.int64]:
        """Rows whose category allows all that was given, those that agree in most of it."""
        score = np.array([_score(label.attributes, given) for label in self._labels])
        return np.flatnonzero(score == score.max())


def _ordinary(label: GarmentLabel) -> bool:
    """Whether our own rules would allow the garment; people also photograph odd ones."""
    attributes = label.attributes
    assert attributes.category is not None
    return all(getattr(attributes, name) in valid_values(attributes.category, name) for name in VOCABULARY)


def _score(attributes: GarmentAttributes, given: dict[str, object]) -> int:
    assert attributes.category is not None
    if any(value not in valid_values(attributes.category, name) for name, value in given.items()):
        return -1
    return sum(getattr(attributes, name) == value for name, value in given.items())


def _two_colors(asked: tuple[Color, ...], found: GarmentColors, pattern: Pattern | None) -> tuple[Color, Color]:
    main = asked[0] if asked else Color.from_lab(found.main_lab)
    if len(asked) == 2:
        return main, asked[1]
    one_color = pattern is Pattern.SOLID or bool((found.main_lab == found.second_lab).all())
    return main, main if one_color else Color.from_lab(found.second_lab)
