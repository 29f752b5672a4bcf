"""Which figures of a depth camera are good enough, and what to do about those that are not."""

from dataclasses import dataclass

from scanning.depth_quality import DepthQuality


@dataclass(frozen=True, slots=True)
class Limit:
    """What one figure has to keep: at least, where `is_least`, else at most in absolute value."""

    name: str
    unit: str
    value: float
    is_least: bool
    advice: str
    source: str

    def keeps(self, measured: float) -> bool:
        """Whether a figure is good enough."""
        return measured >= self.value if self.is_least else abs(measured) <= self.value


@dataclass(frozen=True, slots=True)
class Verdict:
    """One figure, judged; measured and passed are None where it cannot be told."""

    name: str
    unit: str
    measured: float | None
    limit: float
    is_least: bool
    passed: bool | None
    advice: str


_DATASHEET = "Intel RealSense D400 Series datasheet, depth quality specification"
_TESTING = "Intel RealSense Camera Depth Testing Methodology, revision 1.0"
# The sheet allows 2 % RMS up to 2 m; a body at 1 to 2 m needs half of that.
LIMITS = {
    "fill_rate_percent": Limit(
        "fill rate",
        "%",
        99.0,
        True,
        "take a wall with some texture, light it evenly, or switch the projector on",
        _DATASHEET,
    ),
    "z_accuracy_percent": Limit(
        "Z accuracy",
        "%",
        2.0,
        False,
        "measure the distance again, then correct the depth: fashiongan-scan calibrate wall",
        _DATASHEET,
    ),
    "plane_rms_percent": Limit(
        "plane-fit RMS",
        "%",
        1.0,
        False,
        "clean the lenses and go closer; if it stays, calibrate with the maker's tool",
        _DATASHEET,
    ),
    "subpixel_rms_px": Limit(
        "sub-pixel RMS", "px", 0.2, False, "clean the lenses; if it stays, calibrate with the maker's tool", _TESTING
    ),
    "temporal_noise_percent": Limit(
        "temporal noise", "%", 1.0, False, "let the camera warm up, light the wall evenly, and go closer", _DATASHEET
    ),
}


def verdicts(quality: DepthQuality) -> list[Verdict]:
    """Every figure against its limit."""
    return [_verdict(limit, getattr(quality, field)) for field, limit in LIMITS.items()]


def is_good(judged: list[Verdict]) -> bool:
    """Whether no figure failed."""
    return all(one.passed is not False for one in judged)


def _verdict(limit: Limit, measured: float | None) -> Verdict:
    passed = None if measured is None else limit.keeps(measured)
    advice = limit.advice if passed is False else ""
    return Verdict(limit.name, limit.unit, measured, limit.value, limit.is_least, passed, advice)
