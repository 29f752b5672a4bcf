import numpy as np
import pytest

from scanning.guidance import Advice, Box, Guidance
from scanning.turning import STANDS, Phase, Turning, advanced, begun

NOTHING = np.zeros((1, 1))
FRAME_US = 100_000


def seen(still: bool) -> Guidance:
    advices = () if still else (Advice.HOLD_STILL,)
    return Guidance(advices, None, 1500.0, Box(0, 0, 1, 1), 0.0, NOTHING > 0, NOTHING.astype(np.float32))


def played(turning: Turning, still: bool, seconds: float) -> Turning:
    for _ in range(round(seconds * 1e6 / FRAME_US)):
        turning = advanced(turning, seen(still), turning.now_us + FRAME_US)
    return turning


def test_three_seconds_are_counted_down_before_anything_is_kept() -> None:
    turning = played(begun(0), True, 1.0)
    assert (turning.phase, turning.seconds_left, turning.recording) == (Phase.COUNTDOWN, pytest.approx(2.0), False)
    assert played(turning, True, 2.0).recording


def test_eight_stands_with_a_turn_between_make_a_scan() -> None:
    turning = played(begun(0), True, 3.0)
    for stand in range(1, STANDS):
        turning = played(turning, True, 1.6)
        assert (turning.phase, turning.held) == (Phase.TURN, stand)
        turning = played(played(turning, False, 0.5), True, 0.1)
        assert (turning.phase, turning.stand) == (Phase.STAND, stand + 1)
    turning = played(turning, True, 1.6)
    assert (turning.phase, turning.held, turning.recording) == (Phase.DONE, STANDS, False)


def test_who_moves_while_they_are_to_stand_begins_the_stand_anew() -> None:
    turning = played(played(begun(0), True, 4.0), False, 0.1)
    assert turning.seconds_left == pytest.approx(1.5)
    assert played(turning, True, 1.4).phase is Phase.STAND


def test_who_never_turned_on_is_not_taken_to_stand_again() -> None:
    assert played(played(begun(0), True, 4.6), True, 20.0).phase is Phase.TURN
