"""When two runs of frames are the same."""

from collections.abc import Sequence

import numpy as np

from scanning.frame import RgbdFrame


def assert_same_frames(frames: Sequence[RgbdFrame], expected: Sequence[RgbdFrame]) -> None:
    """Bit by bit, with time, sequence number and colour."""
    for frame, wanted in zip(frames, expected, strict=True):
        assert (frame.timestamp_us, frame.sequence) == (wanted.timestamp_us, wanted.sequence)
        np.testing.assert_array_equal(frame.depth, wanted.depth)
        assert frame.rgb is not None
        assert wanted.rgb is not None
        np.testing.assert_array_equal(frame.rgb, wanted.rgb)
