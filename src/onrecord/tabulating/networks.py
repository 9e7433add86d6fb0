"""A network or a series of what is tabulated, with or without intervals, and what is written of how it was made."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from onrecord.analysis.networks import Settings
from onrecord.analysis.networks import network as network_of
from onrecord.analysis.networks import series as series_of
from onrecord.analysis.networks.measures import DRAWS, LEVEL, sure_series, sureness
from onrecord.model.network import Network
from onrecord.tabulating.tabulated import Tabulated


@dataclass(frozen=True, slots=True, kw_only=True)
class Making:
    """What a network is made of and by; with intervals `wrong` is the share of codes taken to be wrong, else None."""

    tabulated: Tabulated
    settings: Settings
    wrong: float | None = None

    @property
    def written(self) -> dict[str, object]:
        """What stands in every output: the settings, those of the intervals, and the source."""
        seed, of_source = self.settings.seed, self.tabulated.written(self.settings)
        drawn = {"intervals": {"draws": DRAWS, "level": LEVEL, "wrong": self.wrong, "seed": seed}}
        return self.settings.written() | of_source | ({} if self.wrong is None else drawn)

    def network(self) -> Network:
        """The one network of all statements that the settings choose."""
        table, settings = self.tabulated.table, self.settings
        one = replace(network_of(table, settings, self.tabulated.known), settings=self.written)
        if self.wrong is None:
            return one
        return replace(one, sureness=sureness(table, settings, seed=settings.seed, wrong=self.wrong))

    def series(self) -> Iterator[Network]:
        """A network for each window or moment, made as it is asked for."""
        table, known, settings = self.tabulated.table, self.tabulated.known, self.settings
        found = (
            series_of(table, settings, known)
            if self.wrong is None
            else sure_series(table, settings, known, seed=settings.seed, wrong=self.wrong)
        )
        written = self.written
        return (replace(each, settings=written) for each in found)
