"""What drawing costs on this machine: time, memory, size."""

import statistics
import time
from dataclasses import dataclass

import psutil
import torch

from fashiongan.generator.parts import GeneratorParts
from fashiongan.training.generator.batches import conditions_of

PICTURES = 16


@dataclass(frozen=True, slots=True)
class Cost:
    """ms_a_picture : of the network alone, one picture at a time; process_mb : of the whole program that measures"""

    ms_a_picture: float
    process_mb: float
    weights_millions: float


@torch.inference_mode()
def measure_cost(parts: GeneratorParts) -> Cost:
    """Median time of a picture, memory held, number of weights."""
    network = parts.network
    times = []
    for row in range(PICTURES + 2):
        latent = torch.zeros(1, network.shape.total_latent_width)
        start = time.perf_counter()
        network(latent, conditions_of(parts.wardrobe, torch.tensor([row % len(parts.wardrobe.labels)])))
        times.append(1000 * (time.perf_counter() - start))
    weights = sum(parameter.numel() for parameter in network.parameters())
    return Cost(statistics.median(times[2:]), psutil.Process().memory_info().rss / 1e6, weights / 1e6)
