"""From a recording to a T-shirt on the scanned body: `python examples/scanned_tshirt.py me.mkv woman shirt.glb`.

The same without code: `fashiongan-scan measure me.mkv --figure woman --out me.yaml`, then
`fashiongan-generate --category tshirt --fit me.yaml --out shirts`, which dresses the most ordinary body with the
scanned measurements. Here the shirt hangs on the scanned skin itself.
"""

import sys
from pathlib import Path

from fashiongan.attributes import Category, GarmentAttributes
from fashiongan.body.measurements import Figure
from fashiongan.exporting.look import export_look
from fashiongan.generator.request import GenerationRequest
from fashiongan.studio import Studio
from scanning.body_scan import BodyScanner
from scanning.sources.recorded import open_recording


def main(recording: Path, figure: Figure, glb: Path) -> None:
    """Measure, draw a T-shirt, fit it, and write it with a picture beside."""
    studio = Studio()
    scan = BodyScanner(studio.measurer.model).scan([open_recording(recording)], figure)
    for one in scan.measured.measurements:
        print(f"{one.name:30} {one.value_mm:6.0f} mm  {one.reason}")
    [shirt] = studio.make(GenerationRequest(GarmentAttributes(Category.TSHIRT), 1, seed=7))
    look = studio.fit(shirt, studio.scanned_body(scan.body, scan.measured.figure))
    export_look(look, glb, glb.with_suffix(".png"))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Figure(sys.argv[2]), Path(sys.argv[3]))
