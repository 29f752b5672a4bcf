"""What is measured, one program after the other, and which of its numbers have a budget or a peer."""

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from benchmarks.budget import Beside, Budget

Answer = Mapping[str, Any]
# As benchmarks.solvers calls them, which loads more than this should.
OURS, STYLE3D = "ours, 20 substeps", "Style3D, 10 x 4"


@dataclass(frozen=True, slots=True)
class Step:
    """One program. arguments : of this Python, prints JSON; judged : its numbers with a budget; beside : with a peer"""

    name: str
    arguments: Sequence[str]
    judged: Callable[[Answer], Sequence[Budget]] = lambda answer: ()
    beside: Callable[[Answer], Sequence[Beside]] = lambda answer: ()

    @property
    def command(self) -> list[str]:
        """As it is called here."""
        return [sys.executable, *self.arguments]

    def __str__(self) -> str:
        return " ".join(("python", *self.arguments))


def _design(answer: Answer) -> list[Budget]:
    return [
        Budget("16 pictures of 256 px, weights loaded", answer["16_pictures_s"], 2, "s"),
        Budget("one move of a slider", 1000 * answer["slider_move_s"], 60, "ms"),
        Budget("a garment cut, sewn, draped and textured", answer["cut_sew_drape_texture_s"], 10, "s"),
        Budget("most memory of those", answer["peak_memory_mb"], 2048, "MB"),
    ]


def _sketch(answer: Answer) -> list[Budget]:
    return [Budget("a sketch to its picture", answer["sketch_to_garment_ms"], 100, "ms")]


def _beside_unet(answer: Answer) -> list[Beside]:
    theirs = answer["public_unet256_ngf64_ms"]
    return [Beside("a sketch to its picture", answer["sketch_to_garment_ms"], "pix2pix: U-Net 256", theirs, "ms")]


def _beside_resnet(answer: Answer) -> list[Beside]:
    ours, what = answer["ours"]["restyle_ms"], "a picture in another style"
    return [
        Beside(what, ours, f"CycleGAN: ResNet of {blocks} blocks", answer[name]["restyle_ms"], "ms")
        for name, blocks in (("papers_9_blocks_width_64", 9), ("papers_6_blocks_width_64", 6))
    ]


def _beside_esrgan(answer: Answer) -> list[Beside]:
    ours, what = answer["ours"]["seconds"], "256 px enlarged to 1024 px"
    return [
        Beside(what, ours, "ESRGAN: 23 blocks", answer["paper"]["seconds"], "s"),
        Beside(what, ours, "bicubic", answer["bicubic"]["seconds"], "s"),
    ]


def _scan(answer: Answer) -> list[Budget]:
    return [
        Budget("a recording of 8 views to measurements", answer["measure_s"], 20, "s"),
        Budget("most memory of that", answer["peak_mb"], 2048, "MB"),
    ]


def _viewport(answer: Answer) -> list[Budget]:
    return [
        Budget("orbiting the 3D view, median", answer["frames_per_s_median"], 30, "frames/s", least=True),
        Budget("orbiting the 3D view, slowest of 20", answer["frames_per_s_slowest_of_20"], 30, "frames/s", least=True),
    ]


def _window(answer: Answer) -> list[Budget]:
    told = (one for part in answer.values() for one in part["budgets"])
    return [Budget(**{name: value for name, value in one.items() if name != "kept"}) for one in told]


def _demo(answer: Answer) -> list[Budget]:
    return [Budget("the whole demo, once installed", answer["seconds"], 120, "s")]


def _beside_newton(answer: Answer) -> list[Beside]:
    falls = {word: {one["solver"]: one["seconds"] for one in told["falls"]} for word, told in answer.items()}
    return [
        Beside(f"cloth of a {word} to rest", seconds[OURS], f"newton: {STYLE3D}", seconds[STYLE3D], "s")
        for word, seconds in falls.items()
    ]


def _beside_clad_body(answer: Answer) -> list[Beside]:
    seconds = answer["seconds_a_body"]
    ours, taken = seconds["ours"]["median_s"], answer["measurements_taken"]
    what = f"a body measured, {taken['ours']} measurements beside {taken['clad_body_all']}"
    return [Beside(what, 1000 * ours, "clad-body", 1000 * seconds["clad_body_all"]["median_s"], "ms")]


def steps(minutes: float) -> tuple[Step, ...]:
    """All of them; `minutes` for the window's memory."""
    window = ("-m", "benchmarks.window", "--json", "--minutes", f"{minutes:g}")
    return (
        Step("design", ("-m", "benchmarks.budgets"), _design),
        Step("demo", ("-m", "benchmarks.report.demo"), _demo),
        Step("sketch", ("-m", "benchmarks.translators"), _sketch, _beside_unet),
        Step("restyle", ("-m", "benchmarks.translators_restyle"), beside=_beside_resnet),
        Step("upscale", ("-m", "benchmarks.translators_upscale"), beside=_beside_esrgan),
        Step("scan", ("-m", "benchmarks.scan_speed"), _scan),
        Step("3D view", ("-m", "benchmarks.viewport"), _viewport),
        Step("window", window, _window),
        Step("bodies", ("-m", "benchmarks.bodies")),
        Step("patterns", ("-m", "benchmarks.blocks", "4")),
        Step("cloth", ("-m", "benchmarks.solvers", "--sheet", "out/solvers.png"), beside=_beside_newton),
        Step("measuring", ("-m", "benchmarks.measuring_peer"), beside=_beside_clad_body),
    )
