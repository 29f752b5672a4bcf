"""The handmade attacks on pictures: claims of gigapixels, packed texts, and what a picture of ours says of itself."""

import json
from base64 import b64encode

from benchmarks.hostile import bombs, seeds
from benchmarks.hostile.bombs import LARGEST_SIDE_PX
from benchmarks.hostile.changes import Change, content, fixed
from benchmarks.hostile.text_attacks import DEEP

HUGE_PICTURES: dict[str, Change] = {
    "PNG, 60,000 x 60,000 claimed": fixed(bombs.png(60_000, 60_000), name="a.png"),
    "PNG, 2^31 x 2^31 claimed": fixed(bombs.png(2**31 - 1, 2**31 - 1), name="a.png"),
    "PNG, 0 pixels": fixed(bombs.png(0, 0), name="a.png"),
    "PNG, 64 million pixels": content(lambda _: bombs.whole_png(LARGEST_SIDE_PX), name="a.png"),
    "PNG, 64 million grey pixels of 16 bits": content(lambda _: bombs.whole_png(LARGEST_SIDE_PX, 16, 0), name="a.png"),
    "PNG, 64 million pixels of 16 bits": content(lambda _: bombs.whole_png(LARGEST_SIDE_PX, 16, 2), name="a.png"),
    "PNG, 1 x 16 million": content(lambda _: bombs.png(1, 16_000_000, rows=bytes(16_000_000 * 5)), name="a.png"),
    "PNG, packed text of a gigabyte": content(
        lambda _: bombs.with_packed_text(bombs.whole_png(64), "fashiongan", bombs.packed_zeros(1 << 30)), name="a.png"
    ),
    "PNG, 500 packed texts": content(lambda _: bombs.with_many_texts(bombs.whole_png(64), 500), name="a.png"),
    "GIF, 65,535 x 65,535": fixed(bombs.gif(), name="a.gif"),
    "TIFF, 60,000 x 60,000": fixed(bombs.tiff(), name="a.tiff"),
    "TIFF, 2^31 strips": fixed(bombs.tiff(64, 2**31 - 1), name="a.tiff"),
    "TIFF that leads in circles": fixed(bombs.tiff(64, 1, 8), name="a.tiff"),
    "WebP, 16,384 x 16,384": fixed(bombs.webp(), name="a.webp"),
    "JPEG, 65,500 x 65,500": content(lambda _: bombs.jpeg(bombs.jpeg_of(seeds.photo())), name="a.jpg"),
    "BMP, 2^31 x 2^31": fixed(bombs.bmp(), name="a.bmp"),
    "SVG of gigapixels and entities": fixed(bombs.svg(), name="a.png"),
}


def _own_text(known: dict[str, object]) -> Change:
    text = json.dumps(seeds.garment().provenance() | known).encode()
    return content(lambda old: bombs.with_text(old, "fashiongan", text))


def _nested_source(depth: int) -> dict[str, object]:
    known: dict[str, object] = seeds.reworked().provenance()
    for _ in range(depth):
        known = seeds.reworked().provenance() | {"source": known}
    return known


OWN_PICTURES: dict[str, Change] = {
    "says 20 million empty lists": content(
        lambda old: bombs.with_text(old, "fashiongan", b"[" + b"[]," * 20_000_000 + b"0]", packed=False)
    ),
    "is nested 100,000 deep": content(lambda old: bombs.with_text(old, "fashiongan", DEEP)),
    "was made of itself 300 times": content(
        lambda old: bombs.with_text(old, "fashiongan", json.dumps(_nested_source(300)).encode())
    ),
    "was made of 64 million pixels": _own_text(
        seeds.reworked().provenance()
        | {"source": {"png": b64encode(bombs.whole_png(LARGEST_SIDE_PX)).decode(), "name": "x"}}
    ),
    "was made of 60,000 x 60,000 pixels": _own_text(
        seeds.reworked().provenance() | {"source": {"png": b64encode(bombs.png(60_000, 60_000)).decode(), "name": "x"}}
    ),
    "has a boldness of 10^400": _own_text({"boldness": {"share": 10**400, "sha256": ""}}),
    "has words that are lists": _own_text({"attributes": {"category": [[]]}}),
}

DRAWINGS: dict[str, Change] = {
    "nested 100,000 deep": content(lambda old: bombs.with_text(old, "fashiongan-drawing", DEEP)),
    "20 million empty lists": content(
        lambda old: bombs.with_text(old, "fashiongan-drawing", b"[" + b"[]," * 20_000_000 + b"0]", packed=False)
    ),
}
