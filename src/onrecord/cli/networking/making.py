"""The network, the series or the events that were asked for: made, and handed to where they go."""

from onrecord.analysis.networks import events
from onrecord.cli.networking.writing import Target
from onrecord.cli.running import say
from onrecord.tabulating.networks import Making


def make(making: Making, target: Target) -> int:
    """Write what was asked for; how many statements or networks it was made of."""
    tabulated, settings = making.tabulated, making.settings
    if settings.mode == "events":
        found = list(events(tabulated.table, settings, tabulated.said))
        target.events(found, making.written)
        return len(found)
    if settings.window is not None:
        return target.series(making.series(), making.written)
    one = making.network()
    target.network(one)
    if one.statements and len(one.rows) == 1:
        say(f"there is one row only, {one.rows[0].name}: nobody to tie it to")
    return one.statements
