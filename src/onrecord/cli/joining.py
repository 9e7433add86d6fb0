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
    if joined.contested:
        shown = ", ".join(islice(joined.contested, _SHOWN))
        more = "" if len(joined.contested) <= _SHOWN else f" and {len(joined.contested) - _SHOWN} more"
        say(f"to be looked at, since coders differ or a later reading does: {shown}{more}")
        say(f"`onrecord review {path} --queue disagreements` goes through them")
