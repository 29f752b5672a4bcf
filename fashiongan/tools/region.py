"""A box of a photo, where something is to go."""

from dataclasses import dataclass

from fashiongan.errors import RequestError

LEAST_PX = 16
# More than this share of a photo leaves nothing around the garment to go by.
MOST_SHARE = 0.95


@dataclass(frozen=True, slots=True)
class Region:
    """left, top, width and height in pixels of a photo."""

    left: int
    top: int
    width: int
    height: int

    def __post_init__(self) -> None:
        if min(self.width, self.height) <= 0:
            raise RequestError(f"The region {self} covers nothing; its width and height are {LEAST_PX} px or more.")
        if min(self.width, self.height) < LEAST_PX:
            raise RequestError(f"The region {self} is too small for a garment; make it {LEAST_PX} px or more each way.")

    def __str__(self) -> str:
        return f"{self.left},{self.top},{self.width},{self.height}"

    @classmethod
    def parse(cls, text: str) -> "Region":
        """Read "x,y,w,h".

        Raises
        ------
        RequestError : not four whole numbers, or too small
        """
        try:
            left, top, width, height = (int(number) for number in text.split(","))
        except ValueError as error:
            raise RequestError(f'"{text}" is not a region; give x,y,w,h in whole pixels, as 120,80,300,400.') from error
        return cls(left, top, width, height)

    def with_seed(self, seed: int) -> str:
        """A region and a seed in one line; read back by `region_and_seed`."""
        return f"{self} seed {seed}"

    @property
    def box(self) -> tuple[float, float, float, float]:
        """left, top, width and height."""
        return self.left, self.top, self.width, self.height

    def refuse_outside(self, width_px: int, height_px: int) -> None:
        """Compare it with a photo of a size.

        Raises
        ------
        RequestError : it reaches beyond the photo, or covers all of it
        """
        size = f"the photo is {width_px} x {height_px} px"
        right, bottom = self.left + self.width, self.top + self.height
        if min(self.left, self.top) < 0 or right > width_px or bottom > height_px:
            raise RequestError(f"The region {self} reaches beyond the photo; {size}, so give a box inside it.")
        if self.width * self.height > MOST_SHARE * width_px * height_px:
            raise RequestError(f"The region {self} covers everything; {size}, so leave some of it around the garment.")

    def scaled(self, scale: float) -> "Region":
        """The same box in a photo so many times as large."""
        left, top = int(self.left * scale), int(self.top * scale)
        return Region(left, top, int(self.width * scale), int(self.height * scale))


def region_and_seed(text: str) -> tuple[Region, int]:
    """Read back `Region.with_seed`; ValueError where it is something else."""
    region, seed = text.split(" seed ")
    return Region.parse(region), int(seed)
