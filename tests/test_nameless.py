"""Logs and names: what a log keeps is told by planting what must not be in it."""

import getpass
import logging
from pathlib import Path

import pytest

from fashiongan.nameless import nameless, without_names
from gui.crash_log import Nameless

MARKER = "Ann-Marker"


def test_a_file_is_called_by_what_is_in_it(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"abc")
    # The SHA-256 of "abc" in FIPS 180-2.
    assert nameless(tmp_path / "a.png") == "#ba7816"


@pytest.mark.parametrize(
    "said",
    [
        f"/home/{MARKER}/scan.mkv is cut short; record again.",
        f"/media/My {MARKER}/her scan {MARKER}.mkv is cut short",
        f"~/{MARKER}/x cannot be read",
        rf"C:\Users\{MARKER}\scan.mkv is cut short",
        f"left out of the library: /x/{MARKER}/000001.png says wrongly how it was made",
        f"12:00 WARNING scanning: {MARKER} one.bag has colour as bgr8, which cannot be read",
        f"FileNotFoundError: [Errno 2] No such file or directory: '/home/{MARKER}'",
        f"KeyError: '{MARKER}'",
        f'ValueError: the pseudonym is "{MARKER}"',
    ],
)
def test_nobody_is_named(said: str) -> None:
    assert MARKER not in without_names(said)


def test_the_users_own_name_and_folder_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGNAME", MARKER)
    monkeypatch.setenv("HOME", "/home/other-marker")
    assert getpass.getuser() == MARKER
    said = without_names(f"{MARKER} at other-marker did 3 things")
    assert said == "… at … did 3 things"


def test_a_traceback_still_says_where_and_what() -> None:
    try:
        raise OSError(f"/home/{MARKER}/scan.mkv: 17 of 20 frames")
    except OSError as error:
        record = logging.LogRecord("fashiongan", logging.CRITICAL, __file__, 1, "uncaught error", (), None)
        record.exc_info = (type(error), error, error.__traceback__)
    told = Nameless("%(message)s").format(record)
    assert "OSError" in told
    assert 'File "test_nameless.py", line' in told
    assert "in test_a_traceback_still_says_where_and_what" in told
    assert "uncaught error" in told
    assert str(Path(__file__).parent) not in told
    # The line of code that raised stands in it; what it raised does not.
    assert f"/home/{MARKER}" not in told


def test_our_own_modules_and_packages_are_told_by_their_places() -> None:
    told = without_names(f'  File "/home/{MARKER}/src/fashiongan/gui/app.py", line 3, in main')
    assert told == '  File "gui/app.py", line 3, in main'
    told = without_names(f'  File "/home/{MARKER}/lib/site-packages/torch/nn/x.py", line 3, in f')
    assert told == '  File "torch/nn/x.py", line 3, in f'
