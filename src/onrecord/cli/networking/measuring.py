"""What `onrecord network --measure` reads off a network, reckoned and written."""

from dataclasses import dataclass, replace

from onrecord.analysis.networks import Settings
from onrecord.analysis.networks.measures import polarization
from onrecord.cli.networking.writing import Target
from onrecord.errors import UsageError
from onrecord.publishing.networks import polarization as written
from onrecord.publishing.pictures import polarized
from onrecord.tabulating import Tabulated

_FORMATS = {"polarization": ("json", "csv", "svg", "png")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """Which measure is asked for, and of polarization into how many camps."""

    name: str
    camps: int = 2

    def refuse(self, form: str, *, intervals: bool, pictured: bool) -> None:
        """Raise UsageError where the measure cannot be written so, before anything is reckoned."""
        formats = _FORMATS[self.name]
        if form not in formats:
            raise UsageError(
                f"--measure {self.name} is not written as {form}: take {', '.join(formats)}", code="usage"
            )
        if intervals or pictured:
            raise UsageError(
                "--intervals, --picture and --most-ties are of a network: leave them away with --measure",
                code="usage",
            )

    def write(self, tabulated: Tabulated, settings: Settings, target: Target) -> int:
        """Reckon and write it; of how many statements, windows or columns it is."""
        found = polarization(tabulated.table, settings, count=self.camps, seed=settings.seed)
        inside = {"source": tabulated.source, "left_out": tabulated.left_out}
        of = replace(found, settings=found.settings | inside)
        if target.form in ("svg", "png"):
            target.picture_of(polarized.lines(of))
        else:
            target.lines({"json": written.json_lines, "csv": written.csv_lines}[target.form](of))
        return len(of.points)
