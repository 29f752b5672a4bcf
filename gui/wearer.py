"""Who is dressed: somebody known from measurements, or somebody who was scanned."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from fashiongan.body.fitting import FittedBody
from fashiongan.body.measurements import BodyMeasurements, Figure
from fashiongan.studio import Studio
from gui.languages.wording import translate
from scanning.formats.files import write_measurement_file
from scanning.measurement_set import MeasurementSet, measurement_set

if TYPE_CHECKING:
    # Only for its name: the window opens sooner without.
    from scanning.body_scan import BodyScan


@dataclass(frozen=True, slots=True)
class Wearer:
    """The measurements of one person, and the scan that they come from if there is one."""

    measured: MeasurementSet
    scan: "BodyScan | None" = None

    @classmethod
    def of(cls, body: BodyMeasurements) -> "Wearer":
        """Somebody with plain measurements."""
        return cls(measurement_set(body.figure, body.given()))

    @property
    def line(self) -> str:
        """Who it is in one line, in centimetres."""
        height, bust, waist, hip = (self.measured.values_mm[f"{name}_mm"] / 10 for name in _TOLD)
        said = translate("Wearer", "%1, %2 cm — bust %3, waist %4, hip %5").replace("%1", self._who())
        for place, girth in enumerate((height, bust, waist, hip), start=2):
            said = said.replace(f"%{place}", f"{girth:.0f}")
        return said

    def _who(self) -> str:
        figures = {Figure.WOMAN: translate("Wearer", "woman"), Figure.MAN: translate("Wearer", "man")}
        scanned = {Figure.WOMAN: translate("Wearer", "scanned woman"), Figure.MAN: translate("Wearer", "scanned man")}
        return (scanned if self.scan else figures)[self.measured.figure]

    def body(self, studio: Studio) -> FittedBody:
        """The scanned body itself, or the most ordinary one with these measurements.

        Raises
        ------
        MeasurementError : no body has them together
        """
        if self.scan is not None:
            return studio.scanned_body(self.scan.body, self.measured.figure)
        return studio.body(self.measured.to_body_measurements())

    def paths(self, out: Path) -> tuple[Path, ...]:
        """The files that `save` writes."""
        from scanning.scan_files import scan_paths

        return scan_paths(out) if self.scan else (out,)

    def save(self, out: Path) -> None:
        """Write the measurement file that the ending says, and for a scan the details, report, body and points beside.

        Raises
        ------
        MeasurementError : an ending that means no measurement file, or a basic measurement is missing
        OutputError : the place cannot be written to
        """
        from scanning.scan_files import write_scan

        if self.scan:
            write_scan(self.scan, out)
        else:
            write_measurement_file(self.measured, out)


_TOLD = ("height", "bust", "waist", "hip")
