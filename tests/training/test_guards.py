import pytest
import torch

from fashiongan.errors import TrainingError
from fashiongan.training.guards import PATIENCE_STEPS, CollapseAlarm, kept_bytes, refuse_too_large

FINE = {"variety": 0.9, "discriminator": 0.7}


@pytest.mark.parametrize(
    ("losses", "message"),
    [({"variety": 0.01}, "all fakes look alike"), ({"discriminator": 0.0}, "cannot be fooled")],
)
def test_a_collapse_stops_the_run_and_its_state_is_not_kept_on_the_way(losses: dict[str, float], message: str) -> None:
    alarm = CollapseAlarm()
    for _ in range(PATIENCE_STEPS):
        alarm.look(FINE | losses)
    assert alarm.suspicious
    with pytest.raises(TrainingError, match=message):
        alarm.look(FINE | losses)


def test_a_bad_moment_is_forgiven() -> None:
    alarm = CollapseAlarm()
    for _ in range(3):
        for _ in range(PATIENCE_STEPS - 1):
            alarm.look(FINE | {"variety": 0.0})
        alarm.look(FINE)
        assert not alarm.suspicious


def test_what_a_convolution_keeps_is_its_input_and_its_weight() -> None:
    convolution = torch.nn.Conv2d(3, 8, 3)
    picture = torch.randn(2, 3, 16, 16)
    weights = sum(parameter.nbytes for parameter in (convolution.weight,))
    assert kept_bytes(lambda: convolution(picture)) == picture.nbytes + weights


def test_a_run_that_does_not_fit_is_refused_with_how_much_it_needs() -> None:
    refuse_too_large(1_000_000_000, torch.device("cpu"), available=2_000_000_000)
    with pytest.raises(TrainingError, match=r"needs about 5\.4 GB of memory and 2\.0 GB are free"):
        refuse_too_large(5_000_000_000, torch.device("cpu"), available=2_000_000_000)
