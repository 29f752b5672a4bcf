"""The options that say where a batch is made."""

from enum import StrEnum

from fashiongan.errors import RequestError
from fashiongan.orders.executor import Executor, Local
from fashiongan.orders.ray_executor import OnRay


class Place(StrEnum):
    """Where pictures are made."""

    LOCAL = "local"
    RAY = "ray"


def refuse_place(place: Place, address: str | None, workers: int | None) -> None:
    """Look whether the options go together.

    Raises
    ------
    RequestError : an option of Ray without it
    """
    for name, value in (("address", address), ("workers", workers)):
        if value is not None and place is Place.LOCAL:
            raise RequestError(f"--{name} is for many machines or processes; add --executor ray.")


def executor_at(place: Place, weights: dict[str, str], address: str | None, workers: int | None) -> Executor:
    """Who makes the pictures. `weights` : SHA-256 by name, which every machine must have"""
    return Local() if place is Place.LOCAL else OnRay(weights, address, workers)
