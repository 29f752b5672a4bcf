"""People of any folder that can be trained on: our own, or photos that others have parsed."""

from pathlib import Path

from fashiongan.dataset.labels import Split
from fashiongan.errors import DatasetError
from fashiongan.people.making import TABLE
from fashiongan.people.parsed_folders import is_parsed_folder, read_parsed_people
from fashiongan.people.reading import PeopleSet, StyleCodes, read_own_people


def load_people(folder: Path, split: Split, garments: Path | None, codes: StyleCodes) -> PeopleSet:
    """One split of a folder. garments : the set that our own people are dressed from

    Raises
    ------
    DatasetError : no such folder, in no known layout, or without its garments
    """
    if is_parsed_folder(folder):
        return read_parsed_people(folder, split, codes)
    if not (folder / TABLE).is_file():
        raise DatasetError(
            f"{folder} holds no people; make some with fashiongan-train people, or give Clothing Co-Parsing or "
            "DeepFashion-MultiModal."
        )
    if garments is None:
        raise DatasetError(f"{folder} is dressed from a garment set; give it with --garments.")
    return read_own_people(folder, split, garments, codes)
