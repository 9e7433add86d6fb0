"""Actors as lines for a terminal: what `actors` and `show` print of them."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

from onrecord.cli.running import counted
from onrecord.cli.terminal import unbroken

if TYPE_CHECKING:
    from onrecord.ledger import ActorCount, Form, Ledger, RoleTime, Waiting
    from onrecord.model import Affiliation, Entry, Record

_WORDS = 100
"""Letters of a statement on its line."""

_FORMS, _FORM = 40, 80
"""Lines for the words by which somebody is called, and letters of each."""


def form_lines(forms: "Iterable[Form]") -> Iterator[str]:
    """The words by which articles call somebody: `in articles Mr Quell (7 statements)`, and how many more there are."""
    every = iter(forms)
    for one in islice(every, _FORMS):
        yield f"in articles {_cut(one.words, _FORM)} ({counted(one.statements, 'statement')})"
    if left := sum(1 for _ in every):
        yield f"in articles {left} more, each in no more statements than these"


def role_line(role: "RoleTime") -> str:
    """A role with the days of the articles that give it: `mayor (2031-06-03 to 2031-06-20, 2 articles)`."""
    days = " to ".join(dict.fromkeys(day for day in (role.since, role.until) if day))
    said = [*([days] if days else []), *([counted(role.articles, "article")] if role.articles else [])]
    return f"{role.role} ({', '.join(said)})" if said else role.role


def entry_line(entry: "Entry") -> str:
    """An entry of the reference with its offices: `Q7 Mara Quell: mayor of Halvern (2029 to 2033)`."""
    held = [
        office.role
        + (f" ({' to '.join(day for day in (office.since, office.until) if day)})" if office.since else "")
        for office in entry.offices
    ]
    said = "; ".join([*([entry.note] if entry.note else []), *held])
    return f"{entry.id} {entry.name}" + (f": {said}" if said else "")


def affiliation_line(one: "Affiliation") -> str:
    """For whom an actor speaks: `Reform League (2029-05 to 2031)`."""
    days = f" ({one.since or ''} to {one.until or ''})".replace("( to", "(to").replace("to )", "on)")
    return (one.organisation or "nobody") + (days if one.since or one.until else "")


def suggestion_line(one: "Waiting") -> str:
    """A suggestion with its score, both actors, and what speaks for (+) and against (-)."""
    both = " = ".join(f"{each.id} {each.name}{_note(each.note)}" for each in (one.one, one.other))
    seen = "; ".join(f"{'+' if weight > 0 else '-'} {words}" for words, weight in one.evidence)
    return f"{one.score:.2f}  {both}  {seen}"


def told(one: "ActorCount") -> str:
    """How much somebody said, and how much of others' words: `2 statements in 1 article, passed on 3 statements`."""
    said = f"{counted(one.statements, 'statement')} in {counted(one.articles, 'article')}"
    return f"{said}, passed on {counted(one.passed_on, 'statement')}" if one.passed_on else said


def actor_page(ledger: "Ledger", given: str) -> Iterator[str]:
    """An actor: names, roles with their time, and all that was said, by date, with outlet and chain; then all that
    others said and this one passed on.
    """
    from onrecord.ledger import Filter  # noqa: PLC0415 - keeps `--help` quick

    actor = ledger.actor(given)
    yield unbroken(f"{actor.name}{_note(actor.note)} · {actor.type} · {actor.id}")
    if actor.names:
        yield unbroken(f"also called {', '.join(actor.names)}")
    for role in ledger.roles_of(actor.id):
        yield unbroken(f"speaks as {role_line(role)}")
    for entry in ledger.entries_of(actor.id):
        yield unbroken(f"known as {entry_line(entry)}")
    yield ""
    records = list(ledger.records(Filter(speaker=actor.id)))
    for record in sorted(records, key=_day):
        yield unbroken(_said(record))
    yield counted(len(records), "statement")
    passed_on = sorted(ledger.records(Filter(via=actor.id)), key=_day)
    if passed_on:
        yield ""
        yield "passed on from others"
    for record in passed_on:
        yield unbroken(f"{_said(record)}  said by {_who(record)}")
    if passed_on:
        yield f"passed on {counted(len(passed_on), 'statement')}"


def _day(record: "Record") -> tuple[bool, str]:
    """The day it was said (of an interval the last one), else that of the article; what has neither comes last."""
    said_on = record.statement.said_on
    day = said_on.value.rpartition("/")[2] if said_on else record.article.published
    return day is None, day or ""


def _said(record: "Record") -> str:
    said_on, via = record.statement.said_on, [one.name for one in record.statement.via]
    day = said_on.value if said_on else record.article.published or "undated"
    chain = " < ".join([record.article.outlet or "an unknown outlet", *via])
    return f"{day}  {record.statement.id}  {chain}  {record.statement.kind}  {_cut(record.words, _WORDS)}"


def _cut(words: str, most: int) -> str:
    return words if len(words) <= most else f"{words[: most - 1]}…"


def _who(record: "Record") -> str:
    speaker = record.statement.speaker
    return speaker.name if speaker else record.source_words or "nobody knows whom"


def _note(note: str) -> str:
    return f", {note}" if note else ""
