"""Networks from Python: `onrecord.network`, `onrecord.network_series`, and what other libraries work with."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from os import PathLike
from pathlib import Path
from typing import Any

from onrecord.analysis.networks import Settings
from onrecord.analysis.networks import network as network_of
from onrecord.analysis.networks import series as series_of
from onrecord.analysis.networks.measures import sureness
from onrecord.errors import UsageError
from onrecord.model.network import Network
from onrecord.publishing.networks.objects import as_networkx, as_pandas
from onrecord.tabulating import Tabulated
from onrecord.tabulating.sources import Chosen, names, tabulate

__all__ = ["as_networkx", "as_pandas", "network", "network_series"]


def network(source: str | PathLike[str], *, intervals: bool = False, **settings: Any) -> Network:
    """The network of what is coded in a ledger or a .dna file, as `onrecord network` makes it.

    `settings` go by the names of the command's options: `mode`, `rows`, `columns`, `qualifier`, `aggregation`,
    `normalisation`, `duplicates`, `rules`, `isolates`, `coder`, `statement_type`, `seed`; `exclude` and `include` are
    pairs of a variable and a value, `start` and `stop` datetimes.  With `intervals` it has `sureness`.  Raises
    InputError, LedgerError, and UsageError where settings do not go together or nothing is coded.
    """
    made = _made(source, settings, doubt=intervals)
    if made.settings.window is not None:
        raise UsageError("windows are many networks: take network_series", code="network-settings")
    one = network_of(made.tabulated.table, made.settings, made.tabulated.known)
    sure = sureness(made.tabulated.table, made.settings, seed=made.settings.seed) if intervals else None
    return replace(one, settings=made.written, sureness=sure)


def network_series(source: str | PathLike[str], **settings: Any) -> Iterator[Network]:
    """A network for each place of a window in time, one after the other.

    Settings and errors are those of `network`, with `window` and `size`, and perhaps a `kernel`.
    """
    made = _made(source, settings, doubt=False)
    if made.settings.window is None:
        raise UsageError("name the window and its size: window='days', size=30", code="network-settings")
    for each in series_of(made.tabulated.table, made.settings, made.tabulated.known):
        yield replace(each, settings=made.written)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Made:
    """What is coded in a source, the settings, and what of both is written into every network."""

    tabulated: Tabulated
    settings: Settings
    written: Mapping[str, object]


def _made(source: str | PathLike[str], given: Mapping[str, Any], *, doubt: bool) -> _Made:
    told = dict(given)
    chosen = Chosen(
        **{name: told.pop(name, None) for name in ("rows", "columns", "qualifier", "statement_type", "coder")}
    )
    tabulated = tabulate(Path(source), chosen, doubt=doubt)
    rows, columns, qualifier = names(tabulated, chosen)
    unknown = sorted(told.keys() - Settings.__dataclass_fields__.keys())
    if unknown:
        known = ", ".join(Settings.__dataclass_fields__)
        raise UsageError(
            f"{unknown[0]} is no setting of a network: there are {known}", code="network-settings"
        )
    settings = Settings(rows=rows, columns=columns, qualifier=qualifier, **{"mode": "one", **told})
    written = settings.written() | {"source": tabulated.source, "left_out": tabulated.left_out}
    return _Made(tabulated=tabulated, settings=settings, written=written)
