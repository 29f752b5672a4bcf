import torch

from fashiongan.dataset.lighting import STATISTICS, alike_lit, lighting_statistics, relit


def garments(count: int = 4) -> torch.Tensor:
    random = torch.Generator().manual_seed(0)
    rgba = torch.rand(count, 4, 32, 32, generator=random) - 0.5
    rgba[:, 3] = -1
    rgba[:, 3, 4:28, 4:28] = 1
    return rgba


def test_relighting_keeps_the_cut_and_the_range() -> None:
    before = garments()
    after = relit(before, torch.Generator().manual_seed(1))
    assert torch.equal(after[:, 3], before[:, 3])
    assert after.min() >= -1
    assert after.max() <= 1
    assert (after[:, :3] - before[:, :3]).abs().mean() > 0.02


def test_a_brighter_lamp_is_seen_as_brightness_and_a_red_one_as_a_red_cast() -> None:
    before = garments()
    brighter, redder = before.clone(), before.clone()
    brighter[:, :3] += 0.2
    redder[:, 0] += 0.2
    usual, bright, red = (lighting_statistics(one) for one in (before, brighter, redder))
    column = {name: index for index, name in enumerate(STATISTICS)}
    assert (bright > usual)[:, column["brightness"]].all()
    assert (red > usual)[:, column["red cast"]].all()


def test_a_blurred_picture_is_less_sharp() -> None:
    before = garments()
    blurred = before.clone()
    blurred[:, :3] = torch.nn.functional.avg_pool2d(before[:, :3], 3, stride=1, padding=1)
    sharpness = STATISTICS.index("sharpness")
    assert (lighting_statistics(blurred) < lighting_statistics(before))[:, sharpness].all()


def test_people_with_other_lamps_are_made_alike() -> None:
    before, owner = garments(20), torch.tensor([0] * 10 + [1] * 10)
    before[:10, :3] -= 0.3
    after = alike_lit(before, owner)

    def gap(rgba: torch.Tensor) -> float:
        brightness = lighting_statistics(rgba)[:, 0]
        return abs(float(brightness[:10].mean() - brightness[10:].mean()))

    assert gap(after) < 0.5 * gap(before)
