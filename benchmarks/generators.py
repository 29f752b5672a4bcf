"""Which kind of GAN: each candidate for equal minutes of one core on the same garments, measured on `val`.

python -m benchmarks.generators garments256.tar --minutes 8 --size 64
"""

import json
import time
from pathlib import Path
from typing import Any

import torch
import typer

from benchmarks.candidates.recipe import CANDIDATES, CandidateRecipe
from fashiongan.checkpoint_folder import checkpoint_folder
from fashiongan.dataset.labels import Split
from fashiongan.dataset.training_set import TrainingSet, load_training_set
from fashiongan.evaluation.generator.attributes import accuracy
from fashiongan.evaluation.generator.samples import draw, on_white, requests_like
from fashiongan.evaluation.kid import InceptionFeatures, bootstrap_kid
from fashiongan.evaluation.manifold import manifold_scores
from fashiongan.generator.reader import GarmentReader
from fashiongan.training.generator.conditional import ConditionalRecipe
from fashiongan.training.generator.settings import ConditionalSettings
from fashiongan.training.loop import Schedule, train
from fashiongan.training.run import STATE, read_state

CPU = torch.device("cpu")
FAKES_PER_PICTURE = 4


def compare(
    data: Path, minutes: float = 8.0, size: int = 64, batch: int = 32, out: Path = Path("out/generators")
) -> None:
    """Train every candidate, measure it, and print a line of JSON for each."""
    torch.set_num_threads(1)
    train_set, val = (load_training_set(data, split, size) for split in (Split.TRAIN, Split.VAL))
    ours = ConditionalRecipe(train_set, ConditionalSettings(size, 32, batch, 0), CPU)
    recipes: dict[str, Any] = {one.name: CandidateRecipe(one, train_set, ours.styles, batch) for one in CANDIDATES}
    measure = Measure(val)
    schedule = Schedule(minutes, checkpoint_every_minutes=1e5, grid_every_minutes=1e5)
    for name, recipe in {**recipes, "projected": ours}.items():
        folder = out / name.lower()
        if (folder / STATE).exists():
            raise SystemExit(f"{folder} holds a comparison already; give another --out.")
        start = time.process_time()
        train(recipe, folder, schedule, clock=time.process_time)
        images = read_state(folder)["step"] * batch
        cost = {
            "images": images,
            "images_a_second": round(images / (time.process_time() - start), 1),
            "memory_gb": round(recipe.memory_bytes() / 1e9, 2),
        }
        typer.echo(json.dumps({"candidate": name} | measure.of(recipe) | cost))


class Measure:
    """What a trained candidate draws for the words and colours of the validation split."""

    def __init__(self, val: TrainingSet) -> None:
        self._val = val
        self._inception = InceptionFeatures(CPU)
        self._real = self._inception(on_white(val.rgba))
        self._reader = GarmentReader.load(checkpoint_folder(), CPU).network

    def of(self, recipe: Any) -> dict[str, Any]:
        """KID x1000, precision, recall, and how many attributes are read as they were asked."""
        random = torch.Generator().manual_seed(0)
        asked = requests_like(self._val, recipe.wardrobe(), FAKES_PER_PICTURE, random)
        fakes = draw(recipe.averaged(), asked, random)
        made = self._inception(on_white(fakes))
        kid, scores = bootstrap_kid(made, self._real), manifold_scores(self._real, made[: len(self._real)])
        return {
            "kid_x1000": round(kid.value, 1),
            "kid_sd": round(kid.deviation, 1),
            "precision": round(scores.precision, 2),
            "recall": round(scores.recall, 2),
            "attributes": {n: round(v, 2) for n, v in accuracy(self._reader, fakes, asked.labels).items()},
        }


if __name__ == "__main__":
    typer.run(compare)
