"""What a run manifest tells, where it is known beforehand."""

import hashlib
import io
import json
from pathlib import Path

import numpy as np
import torch
from PIL import Image

from fashiongan.attributes import Category, GarmentAttributes
from fashiongan.ideas.reworked import OtherPicture, Reworked, Tool
from fashiongan.image import GarmentImage
from fashiongan.run_manifest import MadeWith, RunManifest, environment, sha256, told_environment
from tests.library.pictures import plain_garment

PHOTO = np.full((8, 8, 4), 255, np.uint8)


def enlarged(of: GarmentImage | OtherPicture) -> GarmentImage:
    """A picture that says to be the enlargement of another."""
    whole = plain_garment().attributes
    how = Reworked(GarmentAttributes(Category.TSHIRT), whole, Tool.SKETCH, 7, of.provenance(), "Ana.png")
    return GarmentImage(PHOTO, how, "pix2pix", "1" * 64)


def test_weights_seeds_and_inputs_of_everything_behind_a_picture_are_told() -> None:
    made = MadeWith.of([enlarged(plain_garment()).provenance(), enlarged(OtherPicture(PHOTO, "Ana.png")).provenance()])
    png = io.BytesIO()
    Image.fromarray(PHOTO).save(png, "PNG")
    assert made == MadeWith(
        (("drawn", "0"), ("pix2pix", "1" * 64)), (7,), (hashlib.sha256(png.getvalue()).hexdigest(),)
    )


def test_the_seed_of_a_plain_picture_is_the_one_that_it_says_to_be_drawn_with() -> None:
    known = plain_garment().provenance()
    told = ["seed 3", "seed 5 in Ana seed 9.png", "for a taste, seed 11", "photo seed 12.png", "shape varied by 0.5"]
    assert MadeWith.of(known | {"origin": origin} for origin in told).seeds == (3, 5, 11)


def test_versions_are_those_of_the_packages_and_threads_those_of_torch() -> None:
    here = environment()
    assert (here["torch"], here["threads"]) == (torch.__version__, str(torch.get_num_threads()))
    assert here["numpy"] == np.__version__


def test_no_name_and_no_path_stands_in_it() -> None:
    made = MadeWith.of([enlarged(OtherPicture(PHOTO, "Ana.png")).provenance()])
    text = RunManifest(environment(), made, {"000.png": sha256(b"x")}).to_json()
    assert b"Ana" not in text
    assert str(Path.home()).encode() not in text or str(Path.home()) == "/"
    assert json.loads(text)["outputs"] == {"000.png": hashlib.sha256(b"x").hexdigest()}


def test_what_was_written_is_told_again() -> None:
    assert told_environment(RunManifest({"torch": "2.0"}, MadeWith()).to_json()) == {"torch": "2.0"}
