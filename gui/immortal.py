"""Keeps True, False and None alive in Python 3.11, from which PySide 6.12 takes references that it never added.

Every signal that is emitted costs True one, every `processEvents` costs None one; at zero the program is ended. A
window that is open all day would get there, with a live camera within minutes. From Python 3.12 on they are immortal.
"""

import ctypes
import sys

MANY = 1 << 40


def keep_constants_alive() -> None:
    """Give them more references than can ever be taken; call it once when the program starts."""
    if sys.version_info >= (3, 12):
        return
    for constant in (True, False, None):
        # CPython keeps the count of references first in every object.
        references = ctypes.c_ssize_t.from_address(id(constant))
        references.value = max(references.value, MANY)
