"""Refusing the network inside this process: whatever Python code asks for it fails, and is told at the end."""

import socket
import sys

EVENTS = ("socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg")
LOOKUPS = ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.getnameinfo")
# Open3D imports a web framework, whose urllib3 asks so whether the system knows IPv6: this machine's own address,
# nobody listens, nothing is sent.
PROBE = ("::1", 0)
FAMILIES = (socket.AF_INET, socket.AF_INET6)


class NetworkDenied(BaseException):
    """Somebody asked for the network. No `except Exception` swallows it."""


def deny_network() -> list[str]:
    """From now on and for good; returns the list to which every attempt is added. Native code is not seen here."""
    attempts: list[str] = []

    def refuse(event: str, details: tuple[object, ...]) -> None:
        asks = event in LOOKUPS or (event in EVENTS and getattr(details[0], "family", None) in FAMILIES)
        if asks and not (event == "socket.bind" and details[1] == PROBE):
            attempts.append(f"{event} {details[1:]}")
            raise NetworkDenied(attempts[-1])

    sys.addaudithook(refuse)
    return attempts
