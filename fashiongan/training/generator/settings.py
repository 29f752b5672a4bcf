"""What can be chosen for a run of the conditional GAN."""

from dataclasses import dataclass

from fashiongan.errors import TrainingError

SIZES_PX = (32, 64, 128, 256)


@dataclass(frozen=True, slots=True)
class ConditionalSettings:
    """What is chosen for a run, and what a resumed run must share with the one before it."""

    size_px: int
    base_width: int
    batch: int
    seed: int
    bfloat16: bool = True

    def __post_init__(self) -> None:
        if self.size_px not in SIZES_PX:
            raise TrainingError(f"size is {self.size_px}, but pictures are {', '.join(map(str, SIZES_PX))} px.")
        if self.batch < 4 or self.batch % 2:
            raise TrainingError(f"batch is {self.batch}, but it is an even number from 4 on.")
        if not 2 <= self.base_width <= 256:
            raise TrainingError(f"width is {self.base_width}, but it is 2 to 256.")
        if not 0 <= self.seed < 2**63:
            raise TrainingError(f"seed is {self.seed}, but it is 0 to 2^63 - 1.")
