"""How long `make demo` takes once all is installed: `python -m benchmarks.report.demo`. JSON."""

import json
import resource
import subprocess
import sys
import tempfile
import time


def main() -> None:
    """Run it once, in a process and a folder of its own."""
    with tempfile.TemporaryDirectory() as folder:
        begun = time.perf_counter()
        subprocess.run([sys.executable, "-m", "fashiongan.cli.demo", folder], check=True, stdout=subprocess.DEVNULL)
        seconds = time.perf_counter() - begun
    peak_mb = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(json.dumps({"seconds": round(seconds, 1), "peak_mb": round(peak_mb)}))


if __name__ == "__main__":
    main()
