"""Networks from Python: `onrecord.network`, `onrecord.network_series`, and what other libraries work with."""

from collections.abc import Iterator, Mapping
from os import PathLike
from pathlib import Path
from typing import Any

from onrecord.analysis.networks import Settings
from onrecord.analysis.networks.measures import WRONG
from onrecord.errors import UsageError
from onrecord.model.network import Network
from onrecord.publishing.networks.objects import as_networkx, as_pandas
from onrecord.tabulating.networks import Making
from onrecord.tabulating.sources import Chosen, names, tabulate

__all__ = ["as_networkx", "as_pandas", "network", "network_series"]


def network(
    source: str | PathLike[str], *, intervals: bool = False, wrong: float = WRONG, **settings: Any
) -> Network:
    """The network of what is coded in a ledger or a .dna file, as `onrecord network` makes it.

    `settings` go by the names of the command's options: `mode` (one or two), `rows`, `columns`, `qualifier`,
    `aggregation`, `normalisation`, `duplicates`, `rules`, `day`, `isolates`, `coder`, `statement_type`, `seed`;
    `exclude` and `include` hold pairs of a variable and a value, `start` and `stop` are datetimes.  With `intervals`
    it has `sureness`, and `wrong` is the chance that a code is wrong of which nothing else is known.  Raises
    InputError, LedgerError, and UsageError where settings do not go together or nothing is coded.
    """
    made = _making(source, settings, wrong if intervals else None)
    if made.settings.window is not None:
        raise UsageError("windows are many networks: take network_series", code="network-settings")
    return made.network()


def network_series(
    source: str | PathLike[str], *, intervals: bool = False, wrong: float = WRONG, **settings: Any
) -> Iterator[Network]:
    """A network for each place of a window in time, one after the other.

    Settings and errors are those of `network`, with `window` and `size`, and perhaps a `kernel`.  With `intervals` what
    a window of fewer than five articles has over articles is NaN.
    """
    made = _making(source, settings, wrong if intervals else None)
    if made.settings.window is None:
        raise UsageError("name the window and its size: window='days', size=30", code="network-settings")
    return made.series()


def _making(source: str | PathLike[str], given: Mapping[str, Any], wrong: float | None) -> Making:
    told = dict(given)
    if told.get("mode") == "events":
        raise UsageError(
            "a list of events is no network: take mode='one' or 'two', or onrecord network --mode events",
            code="network-settings",
        )
    if wrong is not None and not 0 <= wrong <= 1:
        raise UsageError(f"wrong={wrong} is no share: give 0 to 1", code="network-settings")
    chosen = Chosen(
        **{name: told.pop(name, None) for name in ("rows", "columns", "qualifier", "statement_type", "coder")}
    )
    unknown = sorted(told.keys() - Settings.__dataclass_fields__.keys())
    if unknown:
        known = ", ".join(Settings.__dataclass_fields__)
        raise UsageError(
            f"{unknown[0]} is no setting of a network: there are {known}", code="network-settings"
        )
    tabulated = tabulate(Path(source), chosen, doubt=wrong is not None)
    rows, columns, qualifier = names(tabulated, chosen)
    settings = Settings(rows=rows, columns=columns, qualifier=qualifier, **{"mode": "one", **told})
    return Making(tabulated=tabulated.by_day(settings.day), settings=settings, wrong=wrong)
