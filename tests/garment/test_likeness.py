from dataclasses import replace

import numpy as np

from fashiongan.garment.fit import FittedGarment
from fashiongan.garment.likeness import front_mask, pattern_iou, silhouette_iou
from tests.garment.flat_picture import as_image, draw, flat_top

TEE = {"category": "tshirt", "sleeve": "short", "neckline": "crew"}


def test_a_pattern_is_all_but_its_own_picture_lying_flat(worn_tshirt: FittedGarment) -> None:
    image = as_image(draw(flat_top(worn_tshirt.pattern)), TEE)
    assert pattern_iou(image, worn_tshirt.pattern) > 0.9


def test_a_picture_of_the_worn_garment_covers_it_whatever_its_size(worn_tshirt: FittedGarment) -> None:
    mask = front_mask(worn_tshirt.pattern, worn_tshirt.mesh)
    rgba = np.zeros((mask.shape[0] + 60, mask.shape[1] + 90, 4), np.uint8)
    rgba[30:-30, 45:-45] = np.where(mask, 255, 0)[..., None]
    assert silhouette_iou(as_image(rgba, {**TEE, "category": "tank", "sleeve": "none"}), worn_tshirt) > 0.9


def test_a_picture_of_another_shape_is_less_like(worn_tshirt: FittedGarment) -> None:
    image = as_image(draw(flat_top(worn_tshirt.pattern)), TEE)
    tall = replace(image, rgba=np.repeat(image.rgba, 2, axis=0))
    assert silhouette_iou(tall, worn_tshirt) < silhouette_iou(image, worn_tshirt) - 0.03
    assert pattern_iou(tall, worn_tshirt.pattern) < 0.75
