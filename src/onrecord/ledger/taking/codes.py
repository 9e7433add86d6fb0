"""Takes in codes that were made elsewhere: a row names a statement, a concept, a stance, and variables.

{"statement": "s-k3f4...", "concept": "toll", "stance": "agree", "values": {"certainty": 3}}
{"doc": "clippings/1.txt", "start": 120, "end": 180, "text": "...", "concept": "toll", "stance": "disagree"}
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import islice
from typing import Any

from onrecord.errors import InputError, OnRecordError
from onrecord.ledger import finding, records
from onrecord.ledger.database import Database
from onrecord.ledger.deciding.coding import Book
from onrecord.ledger.deciding.deciding import Moment
from onrecord.ledger.taking.given import OF_THE_FILE, GivenRow, Refuse, Refused, Rows, Taken
from onrecord.ledger.taking.typed import number, text_or_none
from onrecord.model import (
    CODER_KINDS,
    STANCES,
    Amount,
    Coder,
    Record,
    SetCode,
    SetValues,
    Span,
    Stance,
    Valued,
)
from onrecord.model.likeness import ALIKE
from onrecord.model.storable import storable


def is_code(row: GivenRow) -> bool:
    """Whether a row is a code, and no statement."""
    return "content" not in row.value and ("concept" in row.value or "values" in row.value)


_TOGETHER = 200  # rows of one transaction: others wait for it no longer than for a source


def take_codes(database: Database, rows: Rows, coder: Coder, refuse: Refuse, *, now: datetime) -> Taken:
    """Take codes in, each by the coder whom its row names, else by `coder`; `refuse` is told of what fits nothing."""
    taken = Taken()
    left = iter(rows)
    while some := list(islice(left, _TOGETHER)):
        refused: list[Refused] = []
        with database.transaction():
            taken = taken.plus(_take_some(database, some, Moment(coder=coder, now=now), refused))
        for each in refused:
            refuse(each)
    return taken


def _take_some(
    database: Database, rows: Sequence[GivenRow | Refused], moment: Moment, refused: list[Refused]
) -> Taken:
    taken, book = Taken(), Book.of(database)
    for row in rows:
        if isinstance(row, Refused):
            refused.append(row)
            continue
        try:
            taken = taken.plus(_take(database, book, row.value, moment))
        except OnRecordError as error:
            if error.code in OF_THE_FILE:
                raise
            refused.append(Refused(place=row.place, reason=str(error)))
    return taken.plus(Taken(refused=len(refused)))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Code:
    concept: str
    stance: Stance | None
    values: Mapping[str, Amount | None]


def _take(database: Database, book: Book, value: Mapping[str, Any], moment: Moment) -> Taken:
    code = _code(value)
    who = _coder(value, moment.coder)
    record = _record(database, value)
    changes = _changes(record, code, who)
    book.code(replace(moment, coder=who), record.statement.id, changes)
    return Taken(decisions=len(changes), known=int(not changes))


def _changes(record: Record, code: _Code, coder: Coder) -> list[SetCode | SetValues]:
    """What there is to decide: nothing where the coder says so already."""
    made: list[SetCode | SetValues] = []
    held = {(each.concept, each.coder): each.stance for each in record.codes}
    if code.stance is not None and held.get((code.concept, coder.name)) != code.stance:
        made.append(SetCode(concept=code.concept, stance=code.stance))
    known: dict[str, Amount | None] = {}
    for each in record.values:
        if (each.concept, each.coder, each.entry) == (code.concept, coder.name, 1):
            known = {one.variable: one.value for one in each.values}
    other = {name: value for name, value in code.values.items() if known.get(name) != value}
    if other:
        values = tuple(Valued(variable=name, value=value) for name, value in other.items())
        made.append(SetValues(concept=code.concept, values=values))
    return made


def _code(value: Mapping[str, Any]) -> _Code:
    concept = (text_or_none(value, "concept") or "").strip()
    stance = (text_or_none(value, "stance") or "").strip().casefold()
    values = value.get("values") or {}
    if not isinstance(values, Mapping) or not all(
        each is None or isinstance(each, str | int | bool) for each in values.values()
    ):
        raise InputError("values is no object of words, whole numbers, and true or false", code="row")
    if stance and stance not in STANCES:
        raise InputError(f"{stance!r} is no stance: it is {', '.join(STANCES)}", code="row")
    if concept and not stance and not values:
        raise InputError(f"{concept} has no stance: it is {', '.join(STANCES)}", code="row")
    if not concept and (stance or not values):
        raise InputError("it has no concept", code="row")
    return _Code(concept=concept, stance=stance or None, values=values)


def _coder(value: Mapping[str, Any], coder: Coder) -> Coder:
    name = (text_or_none(value, "coder") or "").strip()
    if not name:
        return coder
    kind = text_or_none(value, "coder_kind") or "person"
    if kind not in CODER_KINDS:
        raise InputError(f"{kind!r} is no kind of coder: it is {' or '.join(CODER_KINDS)}", code="row")
    return Coder(name=name, kind=kind)


def _record(database: Database, value: Mapping[str, Any]) -> Record:
    """The statement that a row names, by its id or by its place."""
    named = text_or_none(value, "statement") or text_or_none(value, "id")
    record = records.load(database, named) if named else _at_place(database, value)
    words = text_or_none(value, "text")
    if words is not None and "".join(words.split()) != "".join(record.words.split()):
        raise InputError(
            f"its text is {words[:40]!r}, and that of {record.statement.id} {record.words[:40]!r}",
            code="words",
        )
    return record


def _at_place(database: Database, value: Mapping[str, Any]) -> Record:
    article = _article(database, value)
    start, end = number(value, "start"), number(value, "end")
    if not 0 <= start < end:
        raise InputError(f"{start} to {end} is no place", code="span")
    wanted = Span(start, end)
    found = sorted(
        (
            (_share(one, wanted), one.statement.id, one)
            for one in records.of_article(database, article).values()
        ),
        key=lambda each: (-each[0], each[1]),
    )
    if found and found[0][0] >= ALIKE:
        return found[0][2]
    near = f"; {found[0][1]} lies nearest, at {_place(found[0][2])}" if found and found[0][0] else ""
    raise InputError(f"no statement lies at {start} to {end}{near}", code="not-found")


def _article(database: Database, value: Mapping[str, Any]) -> int:
    named = text_or_none(value, "article")
    if named and named.startswith("a-"):
        return finding.find(database, "articles", named)
    doc = text_or_none(value, "doc") or named
    if not doc:
        raise InputError("it names no statement, and no article with start and end", code="row")
    rows = list(database.rows("SELECT article FROM articles WHERE doc = ?", (storable(doc),)))
    if len(rows) != 1:
        many = "several articles were" if rows else "no article was"
        raise InputError(f"{many} read from {doc}: give the article's id (a-...)", code="not-found")
    return int(rows[0]["article"])


def _share(record: Record, wanted: Span) -> float:
    """How much of both places together is in both."""
    content = record.statement.content
    held = Span(content[0].start, content[-1].end)
    shared = min(held.end, wanted.end) - max(held.start, wanted.start)
    whole = max(held.end, wanted.end) - min(held.start, wanted.start)
    return max(0, shared) / whole


def _place(record: Record) -> str:
    content = record.statement.content
    return f"{content[0].start} to {content[-1].end}"
