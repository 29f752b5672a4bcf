"""Small valid inputs of those who train: garment sets, photos, people, weights of ours and of others."""

import csv
import gzip
import io
import json
import shutil
import tarfile
import zlib
from pathlib import Path

import numpy as np
import torch
from PIL import Image
from scipy.io import savemat

from fashiongan.dataset.labels import Split, read_labels, shipped_label_table
from fashiongan.networks.residual_dense import ResidualDenseNetwork, UpscalerShape
from fashiongan.people.making import PICTURES, REGIONS, TABLE

COLOR_ROW = "50.0,10.0,10.0,60.0,0.0,0.0,0.80"


def write_garments(folder: Path) -> list[Path]:
    """A prepared folder of garments, and the same as a tar."""
    prepared = folder / "garments"
    (prepared / "images").mkdir(parents=True)
    rows = shipped_label_table().read_text().splitlines()
    chosen = [row for row in rows[1:] if ",train," in row][:4]
    (prepared / "labels.csv").write_text("\n".join([rows[0], *chosen]) + "\n")
    names = [row.split(",")[0] for row in chosen]
    lines = [f"{name},{COLOR_ROW}" for name in names]
    (prepared / "colors.csv").write_text("\n".join(["image,l1,a1,b1,l2,a2,b2,share", *lines]) + "\n")
    for name in names:
        _cut_out().save(prepared / "images" / f"{name}.webp")
    packed = folder / "packed"
    packed.mkdir()
    for table in ("labels.csv", "colors.csv"):
        (packed / table).write_bytes((prepared / table).read_bytes())
    with tarfile.open(packed / "garments.tar", "w") as archive:
        for file in sorted((prepared / "images").iterdir()):
            archive.add(file, f"images/{file.name}")
    return [prepared, packed]


def _cut_out() -> Image.Image:
    rgba = np.zeros((40, 40, 4), np.uint8)
    rgba[5:35, 8:30] = (160, 40, 60, 255)
    return Image.fromarray(rgba)


def write_photos(folder: Path) -> list[Path]:
    """A tar of photos with masks, beside no labels of its own."""
    labels = [one for one in read_labels(shipped_label_table()) if one.split is Split.TRAIN and not one.has_logo][:4]
    mask = _cut_out().getchannel("A").resize((256, 256))
    photo = Image.new("RGB", (256, 256), (120, 150, 90))
    photo.paste((90, 20, 20), (60, 60, 200, 200))
    with tarfile.open(folder / "photos256.tar", "w") as archive:
        for one in labels:
            for name, picture, form in (
                (f"photos/{one.image}.jpg", photo, "JPEG"),
                (f"masks/{one.image}.png", mask, "PNG"),
            ):
                content = io.BytesIO()
                picture.save(content, form)
                member = tarfile.TarInfo(name)
                member.size = len(content.getvalue())
                archive.addfile(member, io.BytesIO(content.getvalue()))
    return [folder / "photos256.tar"]


def write_people(folder: Path) -> list[Path]:
    """Two layouts of people."""
    name = next(f"{n:04d}" for n in range(99) if zlib.crc32(f"{n:04d}".encode()) % 8)
    labels = np.zeros((300, 200), np.uint8)
    labels[60:150, 60:140], labels[150:220, 70:130] = 13, 17
    parsed = folder / "parsed"
    (parsed / "annotations" / "pixel-level").mkdir(parents=True)
    (parsed / "photos").mkdir()
    savemat(parsed / "annotations" / "pixel-level" / f"{name}.mat", {"groundtruth": labels}, do_compression=True)
    Image.new("RGB", (200, 300), (10, 160, 40)).save(parsed / "photos" / f"{name}.jpg")
    modal = folder / "modal"
    for part in ("segm", "images", "labels/shape"):
        (modal / part).mkdir(parents=True)
    Image.fromarray(np.minimum(labels, 5)).save(modal / "segm" / f"{name}_segm.png")
    Image.new("RGB", (200, 300), (10, 160, 40)).save(modal / "images" / f"{name}.jpg")
    (modal / "labels" / "shape" / "shape_anno_all.txt").write_text(f"{name}.jpg 1 2 0 0 0 0 0 0 0 0 0 0\n")
    return [parsed, modal]


def write_own_people(folder: Path) -> list[Path]:
    """Somebody of our own in a garment of the set beside."""
    write_garments(folder)
    people = folder / "people"
    for part in (PICTURES, REGIONS):
        (people / part).mkdir(parents=True)
    garments = read_labels(folder / "garments" / "labels.csv")
    fields = ["picture", "split", "top", "top_cloth", "bottom", "bottom_cloth"]
    with (people / TABLE).open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(fields)
        writer.writerow(["0001", "train", garments[0].image, garments[0].image, "", ""])
    Image.new("RGB", (160, 256), (9, 9, 9)).save(people / PICTURES / "0001.png")
    Image.fromarray(np.full((256, 160), 2, np.uint8)).save(people / REGIONS / "0001.png")
    shutil.copytree(folder / "garments", people / "garments")
    return [people]


def write_fashion_mnist(folder: Path) -> list[Path]:
    """Fashion-MNIST in both of its layouts."""
    pixels, classes = np.full((6, 28, 28), 90, np.uint8), np.array([0, 1, 2, 3, 4, 6], np.uint8)
    idx, package = folder / "idx", folder / "package"
    idx.mkdir()
    package.mkdir()
    (idx / "train-images-idx3-ubyte.gz").write_bytes(gzip.compress(bytes(16) + pixels.tobytes(), mtime=0))
    (idx / "train-labels-idx1-ubyte.gz").write_bytes(gzip.compress(bytes(8) + classes.tobytes(), mtime=0))
    for kind in (0, 1):
        (package / f"{kind}.json").write_text(json.dumps({"data": [[kind] * 784] * 2}))
    return [idx, package]


def write_foreign(folder: Path) -> list[Path]:
    """An RRDBNet as others save it, zipped and not."""
    tensors = ResidualDenseNetwork(UpscalerShape(2, 2, 1, 4)).state_dict()
    torch.save({"params": tensors}, folder / "new.pth")
    torch.save(tensors, folder / "old.pth", _use_new_zipfile_serialization=False)
    return [folder / "new.pth", folder / "old.pth"]


def write_runs(folder: Path) -> list[Path]:
    """What a training run left."""
    run = folder / "run"
    run.mkdir()
    state = {"recipe": {"a": torch.zeros(3)}, "step": 5, "seconds": 1.0, "best": 2.0, "bad_steps": 0}
    torch.save(state, run / "state.pt")
    rows = [json.dumps({"step": n, "images": 10 * n, "seconds": n, "loss": 1.0 / n}) for n in (1, 2, 3)]
    (run / "log.jsonl").write_text("\n".join(rows) + "\n")
    (run / "scores.jsonl").write_text("\n".join(rows) + "\n")
    return [run]
