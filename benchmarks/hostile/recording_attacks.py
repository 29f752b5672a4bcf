"""The handmade attacks on recordings."""

import sqlite3
from pathlib import Path

from benchmarks.hostile import bombs
from benchmarks.hostile.changes import Change, content, in_file
from fashiongan.locking import MAGIC


def _listed(line: bytes) -> Change:
    return in_file(lambda old: old + line, "depth.txt")


def _depth_elsewhere(path: Path) -> Path:
    depth = sorted(path.glob("depth/*.png"))[0]
    depth.unlink()
    depth.symlink_to("/etc/passwd")
    return path


def _compressed_bag(way: str) -> Change:
    """A bag with an image of 200 million zeros in one chunk."""

    def change(path: Path) -> Path:
        from rosbags.rosbag1 import Reader, Writer

        made = path.with_name("bomb.bag")
        writer = Writer(made)
        writer.set_compression(Writer.CompressionFormat[way])
        with Reader(path) as reader, writer:
            for one in reader.connections:
                copy = writer.add_connection(one.topic, one.msgtype, msgdef=one.msgdef.data, md5sum=one.digest)
                for _, at_ns, content in reader.messages([one]):
                    writer.write(copy, at_ns, content)
                    if one.topic.endswith("image/data"):
                        writer.write(copy, at_ns, bytes(200_000_000))
                        break
        return made

    return change


def _endless(path: Path) -> Path:
    table = sqlite3.connect(path)
    table.executescript(
        "ALTER TABLE messages RENAME TO old; CREATE VIEW messages AS WITH RECURSIVE n(a) AS (SELECT 1 UNION ALL SELECT "
        "a + 1 FROM n) SELECT a AS id, 1 AS topic_id, a AS timestamp, x'00' AS data FROM n;"
    )
    table.close()
    return path


def _with_cost(cost: int) -> Change:
    """A locked file whose header says another cost of a guess, as a power of two."""
    return content(lambda old: old[: len(MAGIC)] + bytes([cost]) + old[len(MAGIC) + 1 :])


LOCKED: dict[str, Change] = {
    "a guess that costs nothing": _with_cost(0),
    "a guess that costs a gigabyte": _with_cost(20),
    "a guess that costs 2^265 bytes": _with_cost(255),
    "a guess of a later program": _with_cost(19),
    "half of a header": content(lambda old: old[:20]),
    "nothing but its header": content(lambda old: old[: len(MAGIC) + 33]),
    "without its last byte": content(lambda old: old[:-1]),
    "a byte more": content(lambda old: old + b"x"),
    "itself once more behind it": content(lambda old: old + old),
    "not locked at all": content(lambda old: b"\x1a\x45\xdf\xa3" + old[len(MAGIC) :]),
}

RECORDINGS: dict[str, dict[str, Change]] = {
    "recording, TUM folder": {
        "depth of 60,000 x 60,000": in_file(lambda _: bombs.png(60_000, 60_000, 16, 0), "depth/*.png"),
        "depth packed a thousandfold": in_file(lambda _: bombs.whole_png(8000, 16, 0), "depth/*.png"),
        "colour of 60,000 x 60,000": in_file(lambda _: bombs.png(60_000, 60_000), "rgb/*.png"),
        "depth with a text of a gigabyte": in_file(
            lambda _: bombs.with_packed_text(bombs.whole_png(64, 16, 0), "t", bombs.packed_zeros(1 << 30)),
            "depth/*.png",
        ),
        "a list that leads out": _listed(b"\n1 ../../../../../../../../etc/passwd\n"),
        "an absolute path in a list": _listed(b"\n1 /etc/passwd\n"),
        "a link elsewhere": _depth_elsewhere,
        "a time of 1e400": _listed(b"\n1e400 depth/0.png\n"),
        "a path with control characters": _listed(b"\n1 \x1b[2J\x00\xe2\x80\xae.png\n"),
        "a camera nested 100,000 deep": in_file(lambda _: b"[" * 100_000, "camera.json"),
        "a camera of 10^400": in_file(lambda old: old.replace(b"60.0", b"1" + b"0" * 400), "camera.json"),
        "a list of 15 MB": _listed(b"\n1 depth/none.png" * 1_000_000),
    },
    "recording, bag": {
        "a chunk packed a thousandfold": _compressed_bag("LZ4"),
        "a chunk packed a thousandfold by bzip2": _compressed_bag("BZ2"),
        "a header of 2^32 bytes": content(lambda old: old[:13] + b"\xff\xff\xff\xff" + old[17:]),
    },
    "recording, Matroska": {
        "a picture far too wide": content(lambda old: old.replace(b"\xb0\x81\x40", b"\xb0\x81\xff")),
        "another codec": content(lambda old: old.replace(b"V_FFV1", b"V_VP9\0")),
        "a size of 2^56": content(
            lambda old: old[:40].replace(b"\x18\x53\x80\x67", b"\x18\x53\x80\x67\x01") + old[40:]
        ),
    },
    "recording, locked": LOCKED,
    "recording, played": {
        "a view that never ends": _endless,
        "a header that claims 2^32 pages": content(lambda old: old[:28] + b"\xff\xff\xff\xfe" + old[32:]),
    },
}
