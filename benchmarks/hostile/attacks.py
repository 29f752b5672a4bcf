"""The handmade attacks: which reader is given which malicious file."""

from collections.abc import Iterator

from benchmarks.hostile import bombs
from benchmarks.hostile.bombs import PLANTED
from benchmarks.hostile.changes import Change, Write, content, fixed, in_file, on, on_fresh_copy
from benchmarks.hostile.dataset_attacks import IMAGE_NAME, PHOTO_NAME, claiming_map, huge_picture, tars
from benchmarks.hostile.everywhere import EVERYWHERE
from benchmarks.hostile.network_attacks import NETWORKS
from benchmarks.hostile.picture_attacks import DRAWINGS, HUGE_PICTURES, OWN_PICTURES
from benchmarks.hostile.project_attacks import LIBRARIES, PROJECTS, TASKS
from benchmarks.hostile.recording_attacks import RECORDINGS
from benchmarks.hostile.text_attacks import BODY, MEASURED, SPEC, TABLE, pipe_in_a_board, texts, yaml_attacks
from benchmarks.hostile.weight_attacks import CHECKPOINTS, FOREIGN


def attacks_on(reader: str) -> Iterator[tuple[str, Write]]:
    """Name, and what writes the input from the valid ones into a folder."""
    # The packed set, and the measurements in JSON.
    which = 1 if reader in ("garment set", "measurement file") else 0
    own = NETWORKS if reader.startswith("weights, ") else ATTACKS.get(reader, {})
    for name, change in (own | EVERYWHERE).items():
        yield name, on_fresh_copy(change, which)


ATTACKS: dict[str, dict[str, Change]] = {
    "picture": HUGE_PICTURES,
    "own picture": HUGE_PICTURES | OWN_PICTURES,
    "style picture": HUGE_PICTURES,
    "sketch": HUGE_PICTURES,
    "silhouette": HUGE_PICTURES,
    "trace": HUGE_PICTURES,
    "pasted picture": HUGE_PICTURES,
    "drawing": HUGE_PICTURES | DRAWINGS,
    "mood board, taste": texts() | {"a board with a pipe in it": pipe_in_a_board},
    "dropped file": HUGE_PICTURES | MEASURED,
    "words and colours": {"100,000 letters": fixed(b"rgb(" * 100_000 + b"\n" + b"rgb(1," * 100_000)},
    "sketch page": texts(),
    "session": texts(),
    "export wishes": texts(),
    "kept task": texts() | TASKS,
    "batch list": yaml_attacks(("category", "colors", "seed", "style"), SPEC)
    | {"a style that is a device": fixed(b"- {category: dress, style: /dev/zero}\n")},
    "batch folder": texts("request.json")
    | {
        "a number of 5,000 digits": fixed(
            b'{"files": ["' + b"9" * 5000 + b'.png"]}\n' + b"[" * 100_000 + b"\n", "designs.jsonl"
        )
    },
    "batch folder, cleared": {
        "a file that lies elsewhere": fixed(f'{{"files": ["../../../{PLANTED}"]}}\n'.encode(), "designs.jsonl")
    },
    "body file": yaml_attacks(("height_mm",), BODY) | {"900 kB of a list": fixed(b"- a\n" * 225_000)},
    "measurement file": MEASURED | texts(),
    "calibration": texts(),
    "consent": texts(),
    "project": PROJECTS,
    "library": LIBRARIES,
    "checkpoint": CHECKPOINTS,
    "checkpoints folder": {
        "a file that lies elsewhere": fixed(
            b'[upscaler]\nfile = "../../../../../../../etc/passwd"\nsha256 = "0"\nsystem = "upscaler"\n',
            "manifest.toml",
        ),
        "a manifest nested 100,000 deep": fixed(b"a = " + b"[" * 100_000, "manifest.toml"),
        "a pipe": fixed(b'[upscaler]\nfile = "/dev/zero"\nsha256 = "0"\nsystem = "upscaler"\n', "manifest.toml"),
    },
    "body model": {name: one for name, one in CHECKPOINTS.items() if "shape" not in name and "says" not in name},
    "foreign weights": FOREIGN,
    "training run": {f"state: {name}": on("state.pt", one) for name, one in FOREIGN.items()},
    "preset": {name: on("*.json", one) for name, one in texts().items()},
    "garment set": tars(IMAGE_NAME, "garments.tar")
    | {
        "a picture of gigapixels in a folder": huge_picture,
        "labels with a cell of 200,000 letters": fixed(TABLE, "labels.csv"),
    },
    "people": {"a map of 10^9 rows": in_file(claiming_map, "annotations/pixel-level/*.mat")},
    "photos": tars(PHOTO_NAME),
    "grounds": tars(PHOTO_NAME),
    "Fashion-MNIST": {
        "a gzip bomb": content(lambda _: bombs.gzip_bomb(3000), "train-images-idx3-ubyte.gz"),
        "labels that are a gzip bomb": content(lambda _: bombs.gzip_bomb(3000), "train-labels-idx1-ubyte.gz"),
    },
} | RECORDINGS
