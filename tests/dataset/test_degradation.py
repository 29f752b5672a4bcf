import io

import numpy as np
import torch
from PIL import Image
from torch import Tensor

from fashiongan.dataset.bleed import bled
from fashiongan.dataset.degradation import Degradation, draw_degradation
from fashiongan.dataset.jpeg import jpeg


def smooth_picture() -> Tensor:
    """(3, 64, 64) in [0, 1], as 8 bits hold it."""
    y, x = torch.meshgrid(torch.arange(64), torch.arange(64), indexing="ij")
    waves = torch.stack([torch.sin(x / 9), torch.sin(y / 7), torch.sin((x + y) / 11)])
    return ((waves + 1) * 127.5).round() / 255


def test_jpeg_gives_back_what_a_jpeg_file_gives_back() -> None:
    picture = smooth_picture()
    for quality in (30, 75):
        file = io.BytesIO()
        pixels = (picture * 255).round().byte().permute(1, 2, 0).numpy()
        Image.fromarray(pixels).save(file, "JPEG", quality=quality, subsampling=2)
        read = torch.from_numpy(np.array(Image.open(file))).permute(2, 0, 1) / 255
        made = jpeg(picture[None], torch.tensor([float(quality)]))[0]
        assert (made - read).abs().mean() < 1.5 / 255


def test_faultless_pictures_are_only_shrunk() -> None:
    plain = Degradation(torch.zeros(1), torch.zeros(1, 3, 16, 16), torch.zeros(1))
    small = plain.shrink(torch.full((1, 3, 64, 64), 0.6))
    assert torch.allclose(small, torch.full_like(small, 0.6), atol=1e-6)


def test_more_blur_leaves_less_contrast() -> None:
    checks = (torch.arange(64) // 4 % 2).float().expand(2, 3, 64, 64)
    blurred = Degradation(torch.tensor([0.6, 2.4]), torch.zeros(2, 3, 16, 16), torch.zeros(2)).shrink(checks)
    assert blurred[1].std() < 0.7 * blurred[0].std()


def test_the_same_seed_draws_the_same_faults() -> None:
    first, second = (draw_degradation(6, 16, torch.Generator().manual_seed(1)) for _ in range(2))
    assert torch.equal(first.noise, second.noise)
    assert torch.equal(first.quality, second.quality)


def test_colour_is_led_on_outwards_and_kept_inside() -> None:
    rgba = np.zeros((20, 20, 4), np.uint8)
    rgba[8:12, 8:12] = (200, 10, 30, 255)
    rgba[0, 0] = (0, 255, 0, 0)
    rgb = bled(rgba)
    assert (rgb == (200, 10, 30)).all()
