"""An untrained composer of a few thousand weights, and photos of real garments on plain grounds."""

import io
import tarfile
from pathlib import Path

import torch
from PIL import Image

from fashiongan.checkpoints import find_checkpoint, load_weights
from fashiongan.generator.parts import ENCODER_PREFIX, GeneratorParts, build_generator
from fashiongan.networks.compose_generator import ComposeGenerator, ComposeShape
from fashiongan.training.exporting import write_weights
from fashiongan.training.release import release
from fashiongan.training.weights import take_over

CPU = torch.device("cpu")
GROUND = (120, 150, 90)


def tiny_generator(folder: Path) -> GeneratorParts:
    """The tiny generator of a checkpoints folder; all of its frame is garment."""
    parts = build_generator(load_weights(find_checkpoint("conditional", folder), CPU))
    assert parts.network.to_rgba.bias is not None
    parts.network.to_rgba.bias.data[3] = 3.0
    return parts


def add_composer(folder: Path) -> None:
    """Put a composer into a checkpoints folder that has a tiny generator."""
    torch.manual_seed(0)
    parts, weights = tiny_generator(folder), folder / "run.safetensors"
    network = ComposeGenerator(ComposeShape(parts.network.shape, width=2))
    take_over(network.foreground, parts.network.state_dict())
    torch.nn.init.normal_(network.to_change.weight, 0, 0.1)
    encoder = {f"{ENCODER_PREFIX}{name}": value for name, value in parts.style_encoder.state_dict().items()}
    tensors = network.state_dict() | encoder | parts.wardrobe.to_tensors()
    drawn_by = {"foreground": find_checkpoint("conditional", folder).sha256}
    write_weights(weights, "mcgan", tensors, {"shape": network.shape.to_dict(), "options": drawn_by})
    release(weights, "mcgan", {"system": "mcgan"}, folder)
    weights.unlink()


def photo_tar(garments: Path, to: Path) -> Path:
    """A tar like photos256.tar: each garment of a set, half as large, on a plain ground of 96 x 80 px."""
    with tarfile.open(to, "w") as archive:
        for file in sorted((garments / "images").iterdir()):
            with Image.open(file) as picture:
                cut_out = picture.convert("RGBA").resize((60, 60))
            photo, mask = Image.new("RGB", (96, 80), GROUND), Image.new("L", (96, 80))
            photo.paste(cut_out, (18, 10), cut_out)
            mask.paste(cut_out.getchannel("A"), (18, 10))
            _add(archive, f"photos/{file.stem}.jpg", photo, "JPEG")
            _add(archive, f"masks/{file.stem}.png", mask, "PNG")
    return to


def _add(archive: tarfile.TarFile, name: str, picture: Image.Image, form: str) -> None:
    content = io.BytesIO()
    picture.save(content, form)
    entry = tarfile.TarInfo(name)
    entry.size = content.tell()
    content.seek(0)
    archive.addfile(entry, content)
