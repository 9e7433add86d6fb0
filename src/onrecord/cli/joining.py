"""Joining ledgers: what `add` does with a PATH that is one."""

from collections.abc import Sequence
from itertools import islice
from pathlib import Path

from onrecord.cli.running import counted, say
from onrecord.cli.status import DONE
from onrecord.errors import UsageError
from onrecord.ledger import Joined, Ledger

_SHOWN = 10


def join_all(path: Path, others: Sequence[str]) -> int:
    """Take the other ledgers into the one at `path`, made where there is none; the exit status."""
    with Ledger.open(path, create=True) as ledger:
        for other in others:
            if path.samefile(other):
                raise UsageError(f"{other} is the ledger itself: name another one", code="usage")
            with Ledger.open(Path(other)) as given:
                _say(path, other, ledger.join(given))
        ledger.link()
    return DONE


def _say(path: Path, other: str, joined: Joined) -> None:
    parts = [
        f"{counted(joined.articles, 'new article')}",
        f"{counted(joined.decisions, 'new decision')}",
    ]
    if joined.reread:
        parts.append(f"{counted(joined.reread, 'later reading')} of articles that were here")
    if joined.forgotten:
        parts.append(f"{counted(joined.forgotten, 'article')} left out that had been removed here")
    say(f"{path}: {', '.join(parts)} from {other}")
    if joined.removed:
        say(f"removed here too, since it was removed from {other}: {_some(joined.removed)}")
    if joined.contested:
        say(f"coders differ: {_some(joined.contested)}")
        say(f"`onrecord review {path} --queue disagreements` goes through them")
    if joined.needs_look:
        say(f"the reading that stands no longer finds what was decided on: {_some(joined.needs_look)}")
        say(f"`onrecord review {path} --queue needs-look` goes through them")


def _some(ids: Sequence[str]) -> str:
    more = f" and {len(ids) - _SHOWN} more" if len(ids) > _SHOWN else ""
    return ", ".join(islice(ids, _SHOWN)) + more
