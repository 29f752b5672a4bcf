"""What resampling a scan cannot show: how far the fitted body is off in the same way for all of its views.

It was measured on simulated people, for whom the truth is known (`benchmarks/scan_accuracy.py`): with half of what
ISO 20685-1 allows for the mean error, intervals hold the truth of the body model's own people 19 times in 20.
"""

from fashiongan.body.definitions import BY_NAME

SHARE_OF_LIMIT = 0.5


def model_error_mm(name: str) -> float:
    """Half the 95 % interval of what all views share."""
    return SHARE_OF_LIMIT * BY_NAME[name].kind.limit_mm
