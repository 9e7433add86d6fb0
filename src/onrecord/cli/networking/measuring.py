"""What `onrecord network --measure` reads off a network, reckoned and written."""

from dataclasses import asdict, dataclass, replace

from onrecord.analysis.networks import Settings
from onrecord.analysis.networks.measures import annealed_backbone, backbone, polarization, states
from onrecord.analysis.networks.measures.annealing import PENALTY, STEPS
from onrecord.analysis.networks.measures.states import Distance
from onrecord.cli.networking.writing import Target
from onrecord.errors import UsageError
from onrecord.publishing.networks import backbone as as_backbone
from onrecord.publishing.networks import polarization as as_polarization
from onrecord.publishing.networks import states as as_states
from onrecord.publishing.pictures import passage, polarized
from onrecord.tabulating import Tabulated

_FORMATS = {
    "polarization": ("json", "csv", "svg", "png"),
    "states": ("json", "csv", "svg", "png"),
    "backbone": ("json", "csv"),
    "annealing": ("json", "csv"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """Which measure is asked for; of polarization into how many camps, of states how networks are set apart.

    Of annealing: how many columns are kept, or with None the `penalty` for each.
    """

    name: str
    camps: int = 2
    distance: Distance = "absdiff"
    keep: int | None = None
    penalty: float | None = None

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
        """Reckon and write it; of how many windows or columns it is."""
        return {
            "polarization": self._polarization,
            "states": self._states,
            "backbone": self._backbone,
            "annealing": self._annealing,
        }[self.name](tabulated, settings, target)

    def _polarization(self, tabulated: Tabulated, settings: Settings, target: Target) -> int:
        found = polarization(tabulated.table, settings, count=self.camps, seed=settings.seed)
        of = replace(found, settings={**found.settings, **_source(tabulated)})
        forms = {
            "json": as_polarization.json_lines,
            "csv": as_polarization.csv_lines,
            "svg": polarized.lines,
            "png": polarized.lines,
        }
        target.lines(forms[target.form](of))
        return len(of.points)

    def _states(self, tabulated: Tabulated, settings: Settings, target: Target) -> int:
        found = states(tabulated.table, settings, distance=self.distance, seed=settings.seed)
        of = replace(found, settings={**found.settings, **_source(tabulated)})
        forms = {
            "json": as_states.json_lines,
            "csv": as_states.csv_lines,
            "svg": passage.lines,
            "png": passage.lines,
        }
        target.lines(forms[target.form](of))
        return len(of.moments)

    def _backbone(self, tabulated: Tabulated, settings: Settings, target: Target) -> int:
        written = settings.written() | {"measure": "backbone"} | _source(tabulated)
        rows = [
            {"removed": each.removed, **asdict(each.loss)} for each in backbone(tabulated.table, settings)
        ]
        target.lines(
            as_backbone.csv_lines(rows, written)
            if target.form == "csv"
            else as_backbone.json_lines("steps", rows, {}, written)
        )
        return len(rows)

    def _annealing(self, tabulated: Tabulated, settings: Settings, target: Target) -> int:
        penalty = PENALTY if self.penalty is None else self.penalty
        found = annealed_backbone(
            tabulated.table, settings, size=self.keep, penalty=penalty, seed=settings.seed
        )
        made_by = {"measure": "annealing", "seed": settings.seed, "steps": STEPS}
        made_by |= {"penalty": penalty} if self.keep is None else {"keep": self.keep}
        written = settings.written() | made_by | _source(tabulated)
        rows = [{"name": name, "part": "backbone"} for name in found.kept]
        rows += [{"name": name, "part": "redundant"} for name in found.redundant]
        facts = {**asdict(found.loss), "penalized": found.penalized}
        target.lines(
            as_backbone.csv_lines(rows, written)
            if target.form == "csv"
            else as_backbone.json_lines("columns", rows, {"loss": facts}, written)
        )
        return len(rows)


def _source(tabulated: Tabulated) -> dict[str, object]:
    return {"source": tabulated.source, "left_out": tabulated.left_out}
