"""The units that a user reads and types lengths in."""

from enum import StrEnum

from fashiongan.body.measurements import INCH_MM
from fashiongan.errors import MeasurementError
from gui.languages.numbers import written
from gui.languages.wording import translate


class Unit(StrEnum):
    """Millimetres are what everything is in, inside."""

    MM = "mm"
    CM = "cm"
    INCH = "inch"

    @property
    def mm(self) -> float:
        """Millimetres of one."""
        return {Unit.MM: 1.0, Unit.CM: 10.0, Unit.INCH: INCH_MM}[self]

    @property
    def decimals(self) -> int:
        """So many tell half a millimetre."""
        return {Unit.MM: 0, Unit.CM: 1, Unit.INCH: 2}[self]

    def shown(self, length_mm: float, sign: bool = False, finer: int = 0) -> str:
        """As text without the unit; `finer` : so many decimals more."""
        return written(length_mm / self.mm, self.decimals + finer, sign)

    def typed(self, text: str) -> float:
        """Millimetres of what somebody typed, with a point or a comma.

        Raises
        ------
        MeasurementError : it is no number
        """
        try:
            return float(text.strip().removesuffix(self.value).strip().replace(",", ".")) * self.mm
        except ValueError as error:
            said = translate("Unit", '"%1" is no number; type a length in %2.').replace("%2", self.value)
            raise MeasurementError(said.replace("%1", text[:40])) from error
