"""What a command says where no statement fulfils the conditions: a name of which nobody is called so may be why."""

from pathlib import Path

from onrecord.cli.running import say
from onrecord.cli.terminal import unbroken
from onrecord.ledger import Filter, Ledger, Unmet

_MEANT = {
    "speaker": "nobody who speaks here",
    "via": "nobody through whom a statement came",
    "to": "nobody to whom anything was said",
    "outlet": "no outlet",
}


def say_nothing_fulfils(
    ledger: Ledger, chosen: Filter, what: str = "no statement fulfils these conditions"
) -> None:
    """Say that nothing does, and of each name that nothing has by itself which names near it there are."""
    say(what)
    for one in ledger.unmet(chosen):
        say(unbroken(_unmet_line(one, ledger.path)))


def _unmet_line(one: Unmet, ledger: Path) -> str:
    if one.name.startswith("p-"):
        return f"{_MEANT[one.condition]} has the id {one.name}: `onrecord actors list {ledger}` shows ids"
    takes = "a whole name" if one.condition == "outlet" else "a whole name or an id"
    lead = f"{_MEANT[one.condition]} is called {one.name!r}; --{one.condition} takes {takes}"
    if one.near:
        return f"{lead}, such as {' or '.join(map(repr, one.near))}"
    listing = "articles" if one.condition == "outlet" else "actors list"
    return f"{lead}, and none is near: `onrecord {listing} {ledger}` shows them"
