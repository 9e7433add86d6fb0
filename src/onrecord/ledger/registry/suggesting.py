"""Suggestions: two actors who may be one, and what speaks for it."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.ledger import actors
from onrecord.ledger.database import Database
from onrecord.ledger.registry import roots
from onrecord.model import Actor


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A suggestion that waits for a person: two actors, a score from 0 to 1, and what speaks for and against.

    `evidence` holds what was seen, in words, with its weight (against, where it is below 0).
    """

    one: Actor
    other: Actor
    score: float
    evidence: tuple[tuple[str, float], ...]


_QUERY = """
    SELECT a.id AS one, b.id AS other, s.score, s.evidence FROM suggestions AS s
    JOIN actors AS a ON a.actor = s.one JOIN actors AS b ON b.actor = s.other
    WHERE coalesce(a.root, a.actor) <> coalesce(b.root, b.actor) ORDER BY s.score DESC, a.name, b.name, a.id, b.id
"""


def waiting(database: Database) -> Iterator[Waiting]:
    """The suggestions, the likeliest first, each pair once; none of two that people have told apart."""
    told, seen = roots.apart(database), set[frozenset[str]]()
    for row in list(database.rows(_QUERY)):
        one, other = actors.load(database, row["one"]), actors.load(database, row["other"])
        if told and _told_apart(database, told, one, other):
            continue
        two = frozenset((one.id, other.id))
        if two not in seen:
            seen.add(frozenset(two))
            evidence = tuple((words, weight) for words, weight in json.loads(row["evidence"]))
            yield Waiting(one=one, other=other, score=row["score"], evidence=evidence)


def _told_apart(database: Database, told: frozenset[frozenset[str]], one: Actor, other: Actor) -> bool:
    some, others = (set(actors.all_of(database, each.id)) for each in (one, other))
    return any(len(two & some) == 1 and len(two & others) == 1 for two in told)
