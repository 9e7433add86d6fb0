"""What `onrecord network --measure` reads off a network, reckoned and written."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from onrecord.analysis.networks import Settings
from onrecord.analysis.networks.measures import WRONG, polarization, states
from onrecord.analysis.networks.measures.annealing import PENALTY
from onrecord.cli.networking.figures import Told, figures
from onrecord.cli.networking.measure_options import MeasureOptions
from onrecord.cli.networking.writing import Target
from onrecord.publishing.networks import figures as as_figures
from onrecord.publishing.networks import polarization as as_polarization
from onrecord.publishing.networks import states as as_states
from onrecord.publishing.pictures import passage, polarized
from onrecord.tabulating import Tabulated


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """The measure that is asked for."""

    asked: MeasureOptions

    def write(self, tabulated: Tabulated, settings: Settings, target: Target) -> int:
        """Reckon and write it; of how many windows, nodes or columns it is."""
        if self.asked.measure == "polarization":
            return self._polarization(tabulated, settings, target)
        if self.asked.measure == "states":
            return self._states(tabulated, settings, target)
        return self._figures(tabulated, settings, target)

    def _polarization(self, tabulated: Tabulated, settings: Settings, target: Target) -> int:
        found = polarization(tabulated.table, settings, count=self.asked.camps or 2, seed=settings.seed)
        of = replace(found, settings={**found.settings, **tabulated.written(settings)})
        forms = {
            "json": as_polarization.json_lines,
            "csv": as_polarization.csv_lines,
            "svg": polarized.lines,
            "png": polarized.lines,
        }
        target.lines(forms[target.form](of))
        return len(of.points)

    def _states(self, tabulated: Tabulated, settings: Settings, target: Target) -> int:
        found = states(
            tabulated.table, settings, distance=self.asked.distance or "absdiff", seed=settings.seed
        )
        of = replace(found, settings={**found.settings, **tabulated.written(settings)})
        forms = {
            "json": as_states.json_lines,
            "csv": as_states.csv_lines,
            "svg": passage.lines,
            "png": passage.lines,
        }
        target.lines(forms[target.form](of))
        return len(of.moments)

    def _figures(self, tabulated: Tabulated, settings: Settings, target: Target) -> int:
        found = figures(self.asked.measure, tabulated.table, settings, self._told())
        written = settings.written() | dict(found.made_by) | tabulated.written(settings)
        lines: Iterable[str] = (
            as_figures.csv_lines(found.rows, written)
            if target.form == "csv"
            else as_figures.json_lines(found.of, found.rows, found.facts, written)
        )
        target.lines(lines)
        return len(found.rows)

    def _told(self) -> Told:
        asked = self.asked
        return Told(
            camps=asked.camps or 2,
            method=asked.method or "louvain",
            groups=asked.groups,
            keep=asked.keep,
            penalty=PENALTY if asked.penalty is None else asked.penalty,
            wrong=wrong_share(asked) if asked.intervals else None,
        )


def wrong_share(asked: MeasureOptions) -> float:
    """The share of codes that are taken to be wrong."""
    return WRONG if asked.wrong is None else asked.wrong
