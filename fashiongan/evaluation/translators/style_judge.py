"""A score for translators in training, so that the best can be kept: how near to the style, beside doing nothing."""

from collections.abc import Callable, Mapping

from fashiongan.evaluation.kid import kid_x1000
from fashiongan.evaluation.translators.restyle_report import Restyle, Side, Space, translated


class StyleJudge:
    """Kernel distance of translated garments to the style, as a share of that of untranslated ones; both ways added.

    Translators that undo each other take turns: while one gets better, the other may fall back. Weights are worth
    keeping when neither has.
    """

    def __init__(self, sides: tuple[Side, Side], space: Space) -> None:
        self._sides, self._space = sides, space
        self._real = {side.name: space(side.held_out) for side in sides}

    def of(self, restyle: Callable[[], Mapping[str, Restyle]]) -> Callable[[], float]:
        """A judge of the translators, by the style that they make, that `restyle` gives at the time."""

        def judge() -> float:
            now = restyle()
            ways = [(one, other) for one, other in (self._sides, self._sides[::-1]) if other.name in now]
            return sum(self._share(source, target, now[target.name]) for source, target in ways)

        return judge

    def _share(self, source: Side, target: Side, restyle: Restyle) -> float:
        made = self._space(translated(restyle, source.held_out))
        before = kid_x1000(self._real[source.name], self._real[target.name])
        return kid_x1000(made, self._real[target.name]) / max(before, 1e-9)
