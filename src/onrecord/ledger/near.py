"""Conditions that name nobody here, and the names near them that do: what is said where nothing was found.

Nothing is widened by it: a condition goes on meaning exactly what it names, and a person chooses.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from difflib import get_close_matches
from heapq import nlargest
from typing import Literal, get_args

from onrecord.ledger.conditions import conditions
from onrecord.ledger.database import Database
from onrecord.ledger.selection import Filter
from onrecord.resolution.actors.spelling import folded

Named = Literal["speaker", "via", "to", "outlet"]
NAMED: tuple[Named, ...] = get_args(Named)
"""The conditions that take a whole name."""

_OFFERED = 5  # names in a message: enough to choose from, short enough for a line
_TRIED = 25  # each costs a look along an index: one who is near may have said nothing
_SMALL = frozenset({"the", "of", "and", "for", "in", "a"})  # no sign that two names are near
_SURNAME, _WORD = 4, 2  # what the last word of a name and another weigh, where its beginning weighs 1
_BEGINS = 2  # letters that two words have in common, before it is asked whether one is a slip of the other
_SLIP = 0.75  # likeness from which a name may be a slip of the keys


@dataclass(frozen=True, slots=True, kw_only=True)
class Unmet:
    """A condition that no statement fulfils by itself, whatever the others ask, and names that some do fulfil."""

    condition: Named
    name: str
    near: tuple[str, ...]


def unmet(database: Database, selection: Filter) -> Iterator[Unmet]:
    """Those of the conditions by name that name nobody here, each with at most five names near it.

    It takes a look at every name that there is, so it is for when nothing was found.
    """
    for condition in NAMED:
        name = getattr(selection, condition)
        if name is not None and not _is_met(database, condition, name):
            yield Unmet(condition=condition, name=name, near=tuple(_near(database, condition, name)))


def _is_met(database: Database, condition: Named, name: str) -> bool:
    named = replace(Filter(review="all"), **{condition: name})  # type: ignore[arg-type]  # the four take a name
    (asked,) = conditions(named, None)
    if asked.numbers is not None:
        query, values = asked.numbers.sql, asked.numbers.values
    else:
        query, values = f"SELECT 1 FROM articles AS a WHERE {asked.test.sql}", asked.test.values  # noqa: S608 - ours
    return database.row(f"SELECT 1 FROM ({query}) LIMIT 1", values) is not None  # noqa: S608 - our words


def _near(database: Database, condition: Named, name: str) -> list[str]:
    """Likely slips of the keys, then those that share most words, each under the name that is shown for it."""
    words = _words(name)
    scored = ((_shared(words, other), other) for other in _names(database, condition))
    found = nlargest(_TRIED, (each for each in scored if each[0]), key=lambda each: (each[0], -len(each[1])))
    sharing = [other for score, other in found if score == found[0][0]]
    likely = [*_slips(database, condition, name), *sharing]
    shown = dict.fromkeys(one for other in likely for one in _shown(database, condition, other))
    return [one for one in list(shown)[:_TRIED] if _is_met(database, condition, one)][:_OFFERED]


def _names(database: Database, condition: Named) -> Iterator[str]:
    """Every outlet of an article, or every name of the registry, each once."""
    query = (
        "SELECT DISTINCT outlet AS name FROM articles WHERE outlet IS NOT NULL ORDER BY outlet"
        if condition == "outlet"
        else "SELECT name FROM actor_names UNION SELECT name FROM figures WHERE home IS NOT NULL ORDER BY name"
    )
    for row in database.rows(query):
        yield row["name"]


def _shown(database: Database, condition: Named, name: str) -> list[str]:
    """What those who go by a name are called in lists; an outlet of an article as it is written there."""
    if condition == "outlet":
        return [name]
    query = """
        SELECT DISTINCT r.name FROM known_names AS n JOIN actors AS a USING (actor)
        JOIN actors AS r ON r.actor = coalesce(a.root, a.actor) WHERE n.name = ? ORDER BY r.name LIMIT ?
    """
    return [row["name"] for row in database.rows(query, (name, _OFFERED))]


def _words(name: str) -> tuple[str, ...]:
    words = folded(name)
    return tuple(word for word in words if word not in _SMALL) or words


def _shared(words: tuple[str, ...], other: str) -> int:
    """How much of a name stands in another: its words, the last before the others, or one that its last word begins."""
    theirs = folded(other)
    if not words or not theirs:
        return 0
    whole = sum(_WORD for word in words[:-1] if word in theirs)
    if words[-1] in theirs:
        return whole + _SURNAME
    return whole + any(word.startswith(words[-1]) for word in theirs)


def _slips(database: Database, condition: Named, name: str) -> list[str]:
    """Names that look like one, among those of which a word begins as one of its words does."""
    begun = tuple(word[:_BEGINS] for word in _words(name))
    alike = {
        " ".join(folded(other)): other
        for other in _names(database, condition)
        if begun and any(word.startswith(begun) for word in folded(other))
    }
    close = get_close_matches(" ".join(folded(name)), list(alike), n=_OFFERED, cutoff=_SLIP)
    return [alike[each] for each in close]
