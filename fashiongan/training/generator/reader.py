"""Recipe of the garment reader: pictures to attributes and colours."""

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, cast

import torch
from PIL import Image
from torch import Tensor
from torch.nn import functional

from fashiongan.attributes import VOCABULARY
from fashiongan.dataset.augment import composite, flip_some, random_grounds, turn_and_scale
from fashiongan.dataset.training_set import TrainingSet
from fashiongan.errors import TrainingError
from fashiongan.networks.conditioning import LAB_CENTRE, LAB_SCALE
from fashiongan.networks.garment_encoder import READER_PX, GarmentEncoder, ReaderShape
from fashiongan.training.ema import MovingAverage
from fashiongan.training.exporting import write_weights
from fashiongan.training.generator.batches import even_categories
from fashiongan.training.grid import picture_grid

SYSTEM = "reader"
LEARNING_RATE, WEIGHT_DECAY = 1e-3, 0.05
SMOOTHING = 0.1
COLOR_GAIN = 0.5
GRID = (4, 8)


@dataclass(frozen=True, slots=True)
class ReaderSettings:
    """What is chosen for a run, and what a resumed run must share with the one before it."""

    batch: int = 64
    seed: int = 0


class ReaderRecipe:
    """Trains a reader with cross-entropy for each attribute and a distance for the colours."""

    def __init__(self, garments: TrainingSet, settings: ReaderSettings, device: torch.device) -> None:
        if garments.rgba.shape[-1] != READER_PX:
            raise TrainingError(f"The reader sees {READER_PX} px, not {garments.rgba.shape[-1]}.")
        torch.manual_seed(settings.seed)
        self.settings = settings
        self.garments = garments
        self.images_per_step = settings.batch
        self.device = device
        self.random = torch.Generator().manual_seed(settings.seed)
        self.shape = ReaderShape(tuple(len(kind) for kind in VOCABULARY.values()))
        self.reader = GarmentEncoder(self.shape).to(device=device, memory_format=torch.channels_last)  # type: ignore[call-overload]
        self.average = MovingAverage(self.reader)
        self.optimiser = torch.optim.AdamW(self.reader.parameters(), lr=LEARNING_RATE, weight_decay=WEIGHT_DECAY)
        self.weights = even_categories(garments.labels[:, 0])

    def step(self) -> dict[str, float]:
        rows = torch.multinomial(self.weights, self.images_per_step, replacement=True, generator=self.random)
        rgb = self._augmented(rows).contiguous(memory_format=torch.channels_last).to(self.device)
        labels, lab = self.garments.labels[rows].to(self.device), _scaled(self.garments.lab[rows]).to(self.device)
        with torch.autocast(self.device.type, torch.bfloat16):
            _, words, colors = self.reader(rgb)
        wrong = [
            functional.cross_entropy(w.float(), labels[:, i], label_smoothing=SMOOTHING) for i, w in enumerate(words)
        ]
        attributes, off = torch.stack(wrong).sum(), functional.l1_loss(colors.float(), lab)
        self.optimiser.zero_grad()
        (attributes + COLOR_GAIN * off).backward()  # type: ignore[no-untyped-call]
        self.optimiser.step()
        self.average.update()
        right = (words[0].argmax(1) == labels[:, 0]).float().mean()
        return {"attributes": attributes.item(), "colors": off.item(), "category_right": right.item()}

    def _augmented(self, rows: Tensor) -> Tensor:
        rgba = self.garments.rgba[rows].float() / 127.5 - 1
        rgba = turn_and_scale(flip_some(rgba, self.garments.may_flip[rows], self.random), self.random)
        return composite(rgba, random_grounds(len(rows), self.random))

    @torch.no_grad()
    def sample_grid(self) -> Image.Image:
        """The same garments each time: on green where the category is read rightly, on red where it is not."""
        rows = torch.arange(0, len(self.garments), max(1, len(self.garments) // (GRID[0] * GRID[1])))
        rows = rows[: GRID[0] * GRID[1]]
        rgba = self.garments.rgba[rows].float() / 127.5 - 1
        _, words, _ = self.average.network(composite(rgba, torch.ones(len(rows), 3, 1, 1)).to(self.device))
        right = (words[0].argmax(1).cpu() == self.garments.labels[rows, 0]).float()[:, None]
        ground = torch.cat([0.6 - right, right * 1.2 - 0.6, torch.full_like(right, -0.4)], dim=1)[..., None, None]
        return picture_grid(torch.cat([composite(rgba, ground), torch.ones_like(rgba[:, :1])], dim=1), GRID[1])

    def state(self) -> dict[str, Any]:
        return {
            "settings": asdict(self.settings),
            "reader": self.reader.state_dict(),
            "average": self.average.network.state_dict(),
            "average_steps": self.average.steps,
            "optimiser": self.optimiser.state_dict(),
            "random": self.random.get_state(),
            "dropout": torch.get_rng_state(),
        }

    def restore(self, state: dict[str, Any]) -> None:
        if state.get("settings") != asdict(self.settings):
            raise TrainingError("The run was started with other settings; choose another --run.")
        self.reader.load_state_dict(state["reader"])
        self.average.network.load_state_dict(state["average"])
        self.average.steps = state["average_steps"]
        self.optimiser.load_state_dict(state["optimiser"])
        self.random.set_state(state["random"])
        torch.set_rng_state(state["dropout"])

    def averaged(self) -> GarmentEncoder:
        """The reader with its averaged weights."""
        return cast(GarmentEncoder, self.average.network)

    def export(self, path: Path, training: dict[str, Any]) -> None:
        """Averaged weights in half precision, shape and training in the header."""
        facts = {"shape": self.shape.to_dict(), "training": training, "options": asdict(self.settings)}
        write_weights(path, SYSTEM, self.average.network.state_dict(), facts)


def _scaled(lab: Tensor) -> Tensor:
    return ((lab.view(-1, 2, 3) - torch.tensor(LAB_CENTRE)) / torch.tensor(LAB_SCALE)).flatten(1)
