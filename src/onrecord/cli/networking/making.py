"""The network, the series or the events that were asked for: made, and handed to where they go."""

from dataclasses import replace

from onrecord.analysis.networks import Settings, events, series
from onrecord.analysis.networks import network as network_of
from onrecord.analysis.networks.measures import DRAWS, LEVEL, WRONG, sureness
from onrecord.cli.networking.writing import Target
from onrecord.cli.running import say
from onrecord.tabulating import Tabulated


def make(tabulated: Tabulated, settings: Settings, target: Target, *, intervals: bool) -> int:
    """Write what was asked for; how many statements or networks it was made of."""
    table, known = tabulated.table, tabulated.known
    written = settings.written() | {"source": tabulated.source, "left_out": tabulated.left_out}
    if settings.mode == "events":
        found = list(events(table, settings, tabulated.said))
        target.events(found, written)
        return len(found)
    if settings.window is not None:
        made = (replace(each, settings=written) for each in series(table, settings, known))
        return target.series(made, written)
    one = replace(network_of(table, settings, known), settings=written)
    if intervals:
        written |= {"intervals": {"draws": DRAWS, "level": LEVEL, "wrong": WRONG, "seed": settings.seed}}
        one = replace(one, settings=written, sureness=sureness(table, settings, seed=settings.seed))
    target.network(one)
    if one.statements and len(one.rows) == 1:
        say(f"there is one row only, {one.rows[0].name}: nobody to tie it to")
    return one.statements
