"""A scan as the person lives it: a countdown, then stand, turn on, stand, ... until they are once around."""

from dataclasses import dataclass, replace
from enum import StrEnum

from scanning.guidance import Guidance

STANDS = 8
COUNTDOWN_US, HOLD_US = 3_000_000, 1_500_000


class Phase(StrEnum):
    """What is to be done now."""

    COUNTDOWN = "countdown"
    STAND = "stand"
    TURN = "turn"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Turning:
    """How far a person is. stand : the one that is held, or was held last, from 1; since_us : when the phase began, or
    when they last moved while they were to stand; moved : they began to turn on."""

    phase: Phase
    since_us: int
    now_us: int
    stand: int = 1
    moved: bool = False

    @property
    def seconds_left(self) -> float:
        """Of the countdown, or of this stand; 0 while the person turns."""
        whole_us = {Phase.COUNTDOWN: COUNTDOWN_US, Phase.STAND: HOLD_US}.get(self.phase, 0)
        return max(0.0, (self.since_us + whole_us - self.now_us) / 1e6)

    @property
    def recording(self) -> bool:
        """Frames are to be kept."""
        return self.phase in (Phase.STAND, Phase.TURN)

    @property
    def held(self) -> int:
        """How many stands are done."""
        return self.stand - (self.phase in (Phase.COUNTDOWN, Phase.STAND))


def begun(now_us: int) -> Turning:
    """The countdown begins."""
    return Turning(Phase.COUNTDOWN, now_us, now_us)


def advanced(turning: Turning, seen: Guidance, now_us: int) -> Turning:
    """What is to be done after the frame of this moment."""
    turning = replace(turning, now_us=now_us)
    passed_us = now_us - turning.since_us
    match turning.phase:
        case Phase.COUNTDOWN if passed_us >= COUNTDOWN_US:
            return replace(turning, phase=Phase.STAND, since_us=now_us)
        case Phase.STAND if not seen.still:
            return replace(turning, since_us=now_us)
        case Phase.STAND if passed_us >= HOLD_US:
            phase = Phase.DONE if turning.stand == STANDS else Phase.TURN
            return replace(turning, phase=phase, since_us=now_us, moved=False)
        case Phase.TURN if not seen.still:
            return replace(turning, moved=True)
        case Phase.TURN if turning.moved:
            return replace(turning, phase=Phase.STAND, since_us=now_us, stand=turning.stand + 1)
    return turning
