from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import torch
from torch import Tensor, nn

from fashiongan.checkpoints import find_checkpoint, load_weights
from fashiongan.errors import CheckpointError, RequestError
from fashiongan.interchange.importing import import_style, import_upscaler
from fashiongan.interchange.layouts import recognised
from fashiongan.interchange.state_dict import read_state_dict
from fashiongan.tools.restyling import Restyler, build_translators
from fashiongan.tools.styles import known_styles
from fashiongan.tools.upscaling import PictureUpscaler
from tests.interchange.official import NEW, NEWEST, OfficialResnet, OfficialRrdb, OfficialUnet, OldRrdb, seeded

CPU = torch.device("cpu")
TRANSLATORS: dict[str, Callable[[], nn.Module]] = {
    "resnet 9 of CycleGAN": lambda: OfficialResnet(4, 9, "instance"),
    "resnet 6 with dropout": lambda: OfficialResnet(4, 6, "instance", dropout=True),
    "resnet of PyTorch 0.3": lambda: OfficialResnet(4, 6, "instance", old=True),
    "resnet of PyTorch 0.3 with dropout": lambda: OfficialResnet(4, 6, "instance", dropout=True, old=True),
    "resnet with batch norms": lambda: OfficialResnet(4, 6, "batch"),
    "resnet with batch norms and dropout": lambda: OfficialResnet(4, 6, "batch", dropout=True),
    "U-Net 128": lambda: OfficialUnet(2, 7, "batch"),
    "U-Net 256": lambda: OfficialUnet(2, 8, "batch"),
    "U-Net 256 with instance norms": lambda: OfficialUnet(2, 8, "instance"),
}
UPSCALERS: dict[str, tuple[int, Callable[[], nn.Module]]] = {
    "ESRGAN, first names": (4, lambda: OldRrdb(8, 4, 2)),
    "ESRGAN, later names": (4, lambda: OfficialRrdb(8, 4, 2, NEW)),
    "Real-ESRGAN x4": (4, lambda: OfficialRrdb(8, 4, 2, NEWEST)),
    "Real-ESRGAN x2": (2, lambda: OfficialRrdb(8, 4, 2, NEWEST, fold=2)),
    "Real-ESRGAN x1": (1, lambda: OfficialRrdb(8, 4, 2, NEWEST, fold=4)),
}


def saved(content: object, path: Path) -> Path:
    torch.save(content, path)
    return path


def pictures(height: int, width: int) -> Tensor:
    return torch.rand(2, 3, height, width, generator=torch.Generator().manual_seed(1))


@pytest.mark.parametrize("kind", TRANSLATORS)
def test_a_generator_computes_what_it_did_as_a_style(kind: str, tmp_path: Path) -> None:
    official = seeded(TRANSLATORS[kind])
    file = saved(official.state_dict(), tmp_path / "latest_net_G.pth")
    import_style(recognised(read_state_dict(file)), "horses", {}, tmp_path)
    (ours,) = build_translators(load_weights(find_checkpoint("restyle-horses", tmp_path), CPU)).values()
    seen = pictures(256, 256) * 2 - 1 if "U-Net" in kind else pictures(32, 48) * 2 - 1
    with torch.inference_mode():
        wanted = official(seen)
        assert wanted.std() > 0.02
        assert (ours(seen) - wanted).abs().max() < 1e-5


@pytest.mark.parametrize("kind", UPSCALERS)
@pytest.mark.parametrize("wrapping", [None, "params", "params_ema"])
def test_an_upscaler_computes_what_it_did(kind: str, wrapping: str | None, tmp_path: Path) -> None:
    factor, build = UPSCALERS[kind]
    official = seeded(build)
    content = {wrapping: official.state_dict()} if wrapping else official.state_dict()
    import_upscaler(recognised(read_state_dict(saved(content, tmp_path / "x.pth"))), None, {}, tmp_path)
    ours, seen = PictureUpscaler.load(tmp_path, CPU), pictures(12, 20)
    assert ours.shape.factor == factor
    with torch.inference_mode():
        wanted = official(seen)
        assert wanted.std() > 0.02
        for realism in (0.0, 0.5, 1.0):
            assert (ours.network(realism)(seen) - wanted).abs().max() < 1e-5


def test_two_upscalers_become_the_ends_of_the_slider(tmp_path: Path) -> None:
    torch.manual_seed(0)
    sharp, smooth = (OfficialRrdb(4, 2, 1, NEWEST) for _ in range(2))
    ends = [recognised(one.state_dict()) for one in (sharp, smooth)]
    import_upscaler(ends[0], ends[1], {}, tmp_path)
    ours, seen = PictureUpscaler.load(tmp_path, CPU), pictures(8, 8)
    with torch.inference_mode():
        assert torch.allclose(ours.network(1)(seen), sharp(seen), atol=1e-6)
        assert torch.allclose(ours.network(0)(seen), smooth(seen), atol=1e-6)


def test_an_imported_style_is_a_style_like_others(tmp_path: Path) -> None:
    official = recognised(seeded(TRANSLATORS["U-Net 256"]).state_dict())
    import_style(official, "shoes", {"licence": "BSD"}, tmp_path)
    assert known_styles(tmp_path) == ["shoes"]
    rgba = np.full((70, 40, 4), 200, np.uint8)
    made = Restyler.load(tmp_path, CPU, "shoes").restyle(rgba)
    assert made.shape == rgba.shape
    assert (made[..., 3] == 200).all()


def test_saved_in_parallel_or_in_half_it_is_the_same_network(tmp_path: Path) -> None:
    state = seeded(TRANSLATORS["resnet 6 with dropout"]).state_dict()
    parallel = saved({f"module.{name}": value for name, value in state.items()}, tmp_path / "parallel.pth")
    half = saved({name: value.half() for name, value in state.items()}, tmp_path / "half.pth")
    one, other = (recognised(read_state_dict(file)) for file in (parallel, half))
    assert one.shape == other.shape
    assert all(torch.allclose(value, other.tensors[name], atol=1e-3) for name, value in one.tensors.items())


def test_what_has_the_name_is_only_replaced_when_asked(tmp_path: Path) -> None:
    upscaler = recognised(OfficialRrdb(4, 2, 1, NEW).state_dict())
    import_upscaler(upscaler, None, {}, tmp_path)
    with pytest.raises(RequestError, match="has upscaler already; add --replace"):
        import_upscaler(upscaler, None, {}, tmp_path)
    import_upscaler(upscaler, None, {}, tmp_path, replace=True)


def without_reflection() -> dict[str, Tensor]:
    """A residual block that pads with zeros has its convolutions at other places."""
    state = OfficialResnet(2, 1, "instance").state_dict()
    return {name.replace("conv_block.1.", "conv_block.0."): value for name, value in state.items()}


def without_norms() -> dict[str, Tensor]:
    state = OfficialResnet(2, 1, "batch").state_dict()
    return {name: value for name, value in state.items() if value.ndim == 4 or name == "model.18.bias"}


def doubled_once() -> dict[str, Tensor]:
    state = OldRrdb(4, 2, 1).state_dict()
    return {name: value for name, value in state.items() if not name.startswith("model.10")}


def of_bayer_pixels() -> dict[str, Tensor]:
    return OfficialRrdb(4, 2, 1, NEW).state_dict() | {"conv_first.weight": torch.zeros(4, 5, 3, 3)}


@pytest.mark.parametrize("state", [without_reflection, without_norms, doubled_once, of_bayer_pixels])
def test_a_variant_that_computes_something_else_is_refused(state: Callable[[], dict[str, Tensor]]) -> None:
    with pytest.raises(CheckpointError, match=r"unknown variant .* What is read: ResNet and U-Net"):
        recognised(state())


def test_another_network_is_refused() -> None:
    with pytest.raises(CheckpointError, match=r"unknown network .*What is read: ResNet and U-Net"):
        recognised({f"model.{name}": value for name, value in nn.Linear(2, 2).state_dict().items()})


def test_only_rgb_to_rgb_is_a_style(tmp_path: Path) -> None:
    network = OfficialResnet(2, 1, "instance")
    network.model[1] = nn.Conv2d(1, 2, 7)
    with pytest.raises(CheckpointError, match="makes 3 channels of 1; a style makes RGB of RGB"):
        import_style(recognised(network.state_dict()), "grey", {}, tmp_path)
