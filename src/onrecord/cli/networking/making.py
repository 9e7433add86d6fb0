"""The network, the series or the events that were asked for: made, and handed to where they go."""

from dataclasses import replace

from onrecord.analysis.networks import Settings, events, series
from onrecord.analysis.networks import network as network_of
from onrecord.analysis.networks.measures import DRAWS, LEVEL, sureness
from onrecord.cli.networking.writing import Target
from onrecord.cli.running import say
from onrecord.tabulating import Tabulated


def make(tabulated: Tabulated, settings: Settings, target: Target, wrong: float | None) -> int:
    """Write what was asked for; how many statements or networks it was made of.

    With intervals `wrong` is the share of codes that are taken to be wrong, else None.
    """
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
    if wrong is not None:
        written |= {"intervals": {"draws": DRAWS, "level": LEVEL, "wrong": wrong, "seed": settings.seed}}
        sure = sureness(table, settings, seed=settings.seed, wrong=wrong)
        one = replace(one, settings=written, sureness=sure)
    target.network(one)
    if one.statements and len(one.rows) == 1:
        say(f"there is one row only, {one.rows[0].name}: nobody to tie it to")
    return one.statements
