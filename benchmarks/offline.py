"""`python -m benchmarks.offline [--way namespace|strace|hook]`: the demo and the whole window without a network.

By default the strictest way that this system allows: a network namespace without any interface (Linux, as any user),
else every network call noted by strace, else refused inside Python alone, where native code is not seen. It says which.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

NAMESPACE, STRACE, HOOK = "namespace", "strace", "hook"
TOLD = {
    NAMESPACE: "a network namespace without any interface",
    STRACE: "strace: every network call of every process and thread",
    HOOK: "refused inside Python; native code was not looked at",
}
PROGRAMS = {
    "the demo": ("-m", "fashiongan.cli.demo"),
    "the whole window": ("-m", "benchmarks.whole_flow"),
}
# What leaves a machine or waits for others; urllib3's look at this machine's own address is told in no_network.py.
_CALL = re.compile(r"(?:connect|bind|sendto|sendmsg)\(.*sa_family=AF_INET")
_PROBE = re.compile(r'bind\(.*sin6_port=htons\(0\).*"::1"')
TIMEOUT_S = 1200


def best_way() -> str:
    """The strictest way that works here."""
    if shutil.which("unshare") and subprocess.run(["unshare", "-rn", "true"], capture_output=True).returncode == 0:
        return NAMESPACE
    return STRACE if shutil.which("strace") else HOOK


def run_offline(name: str, way: str, home: Path) -> bool:
    """Run a program in folders of its own; whether it worked and, as far as can be seen, asked nobody."""
    out, log = home / "out", home / "calls.txt"
    wrappers = {NAMESPACE: ["unshare", "-rn"], STRACE: ["strace", "-f", "-qq", "-e", "trace=network", "-o", str(log)]}
    own = {f"XDG_{kind}_HOME": str(home / kind.lower()) for kind in ("DATA", "CONFIG")}
    environment = os.environ | own | {"QT_QPA_PLATFORM": "offscreen"}
    command = [*wrappers.get(way, []), sys.executable, *PROGRAMS[name], str(out)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=TIMEOUT_S)
    calls = [line for line in log.read_text().splitlines() if _CALL.search(line)] if log.exists() else []
    calls = [line for line in calls if not _PROBE.search(line)]
    good = done.returncode == 0 and not calls
    # Only strace would have seen native code that asks and goes on without an answer.
    works = "works, and asked nobody" if way == STRACE else "works"
    print(f"{name}: {works if good else 'FAILED'}; {len(list(out.glob('*')))} files", flush=True)
    print("\n".join([*calls[:20], *(done.stderr.splitlines()[-20:] if done.returncode else [])]), end="")
    return good


def main() -> None:
    """Entry point."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--way", choices=list(TOLD))
    way = asked.parse_args().way or best_way()
    print(f"without a network, by {TOLD[way]}")
    good = []
    for name in PROGRAMS:
        with tempfile.TemporaryDirectory() as home:
            good.append(run_offline(name, way, Path(home)))
    sys.exit(0 if all(good) else 1)


if __name__ == "__main__":
    main()
