"""A ledger as a table: the codes in effect on statements that stand.

One row is one code: a statement on two concepts is two rows.  Where coders differ on a statement and a concept, the
decision that settled it counts; where nobody did, the code is left out, for a network must not choose.  What a person
coded goes before what a model did.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

import numpy as np

from onrecord.analysis.networks import Numbers, Said, Table, Texts
from onrecord.errors import UsageError
from onrecord.ledger import Filter, Ledger
from onrecord.model import (
    Amount,
    Article,
    ArticleId,
    Codebook,
    CodeValues,
    Record,
    SetCode,
    Stance,
    VariableType,
)
from onrecord.reading.dna import DnaDocument
from onrecord.tabulating.doubt import chances_of_wrong
from onrecord.tabulating.tabulated import Tabulated

USUAL = ("actor", "concept", "stance")
"""Rows, columns and qualifier where none are named."""

_AGREES = {"agree": 1, "disagree": 0}
_ORGANISED = ("organisation", "outlet")

DIFFER = "coders differ"
NEITHER = "neither agrees nor disagrees"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    record: Record
    concept: str
    agrees: int | None
    coder: str
    by_person: bool
    values: Mapping[str, Amount]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    """What one coder says in one code: the stance, None where none is coded, and the variables."""

    coder: str
    stance: Stance | None
    values: Mapping[str, Amount]


def from_ledger(
    ledger: Ledger,
    coder: str | None = None,
    names: Sequence[str] = (),
    scheme: str | None = None,
    *,
    doubt: bool = False,
    decided: Iterable[Record] | None = None,
) -> Tabulated:
    """All codes of statements that are not rejected, or those of one coder, or of one scheme.

    `stance` is 1 for agree and 0 for disagree; what is neither is left out, and counted.  `organisation` is the speaker
    where it is one, and empty for a person.  The variables of codes are columns too.  Values without a concept are rows
    where one of their variables is among `names`.  With `doubt` the table knows how likely codes are wrong, where a
    model said so.  `decided`: the records, or at least those with codes or values, where the caller has them; else they
    are read.  Raises UsageError: ``no-codes``, ``unknown-coder``.
    """
    people = {each.name for each in ledger.coders() if each.kind == "person"}
    if coder is not None and coder not in {each.name for each in ledger.coders()}:
        raise UsageError(
            f"nobody named {coder!r} decided anything in {ledger.path}; coders: "
            f"{', '.join(each.name for each in ledger.coders()) or 'none yet'}",
            code="unknown-coder",
        )
    left_out: Counter[str] = Counter()
    rows = [
        row
        for record in (ledger.records(Filter()) if decided is None else decided)
        for row in _rows(ledger, _narrowed(record, coder, scheme, names), people, left_out)
    ]
    if not rows:
        why = "".join(f"; left out: {count} ({reason})" for reason, count in left_out.items())
        of_one = "" if scheme is None else f" of the statement type {scheme!r}"
        raise UsageError(
            f"{ledger.path} has no statement{of_one} with a concept and a stance, so there is nothing to tie: code "
            f"some with `onrecord review` or `onrecord decide`{why}",
            code="no-codes",
        )
    table = _table(rows, ledger)
    if doubt:
        codes = ((row.record.statement.id, row.concept, row.by_person) for row in rows)
        table = replace(table, wrong=chances_of_wrong(ledger, codes))
    return Tabulated(
        table=table,
        source={"format": "ledger", "codes": _made_by(rows)}
        | ({} if coder is None else {"coder": coder})
        | ({} if scheme is None else {"statement_type": scheme}),
        usual=USUAL,
        said=lambda row: _said(rows[row]),
        left_out=left_out,
    )


def _made_by(rows: Sequence[_Row]) -> str:
    """In words, how many codes people made and how many nobody checked."""
    unchecked = sum(not row.by_person for row in rows)
    if not unchecked:
        return "all made by people"
    return f"{unchecked} of {len(rows)} are a model's, and NOT CHECKED by anybody"


def _narrowed(record: Record, coder: str | None, scheme: str | None, names: Sequence[str]) -> Record:
    """The record with the codes and values that are meant."""
    if not record.values:
        if coder is None and scheme is None:
            return record
        codes = [each for each in record.codes if coder in (None, each.coder) and scheme is None]
        return replace(record, codes=tuple(codes))
    schemes = {(each.concept, each.coder): each.scheme for each in record.values if each.entry == 1}
    return replace(
        record,
        codes=tuple(
            each
            for each in record.codes
            if coder in (None, each.coder) and scheme in (None, schemes.get((each.concept, each.coder)))
        ),
        values=tuple(
            each
            for each in record.values
            if coder in (None, each.coder)
            and scheme in (None, each.scheme)
            and (each.concept or any(one.variable in names for one in each.values))
        ),
    )


def _rows(ledger: Ledger, record: Record, people: set[str], left_out: Counter[str]) -> Iterator[_Row]:
    for (concept, entry), of_one in _by_code(record).items():
        of_people = [one for one in of_one if one.coder in people] or of_one
        stances = {one.stance for one in of_people}
        if len(stances) == 1:
            (stance,) = stances
        else:
            stance = _settled(ledger, record, concept) if entry == 1 else None
            if stance is None:
                left_out[DIFFER] += 1
                continue
        if stance == "neither":
            left_out[NEITHER] += 1
            continue
        agree = [one for one in of_people if one.stance == stance]
        yield _Row(
            record=record,
            concept=concept,
            agrees=None if stance is None else _AGREES[stance],
            coder=", ".join(one.coder for one in agree),
            by_person=any(one.coder in people for one in agree),
            values=_shared(agree),
        )


def _by_code(record: Record) -> dict[tuple[str, int], list[_Said]]:
    """What coders say, by concept and entry."""
    found: dict[tuple[str, int], list[_Said]] = {}
    for each in record.coded():
        values = {} if each.values is None else _values(each.values)
        said = _Said(coder=each.coder, stance=each.stance, values=values)
        found.setdefault((each.concept, each.entry), []).append(said)
    return found


def _values(of: CodeValues) -> dict[str, Amount]:
    return {each.variable: each.value for each in of.values if each.value is not None}


def _shared(said: Sequence[_Said]) -> dict[str, Amount]:
    """The values on which nobody differs: a network must not choose."""
    names = {name for one in said for name in one.values}
    found = {name: {one.values[name] for one in said if name in one.values} for name in names}
    return {name: values.pop() for name, values in found.items() if len(values) == 1}


def _settled(ledger: Ledger, record: Record, concept: str) -> Stance | None:
    """The stance on which coders were brought together, None where they were not or differ again since."""
    since: dict[str, Stance | None] = {}
    for decision in reversed(ledger.desk.decisions(record.statement.id)):  # the latest first
        change = decision.change
        if not isinstance(change, SetCode) or change.concept != concept:
            continue
        since.setdefault(decision.coder.name, change.stance)
        if decision.settles:
            stances = set(since.values())
            return stances.pop() if len(stances) == 1 else None
    return None


def _table(rows: Sequence[_Row], ledger: Ledger) -> Table:
    documents: dict[str, int] = {}
    kept = {each.article: each.document for each in ledger.dna_documents()}
    spans = [row.record.statement.content for row in rows]
    return Table(
        ids=np.arange(len(rows), dtype=np.int64),
        documents=np.array(
            [documents.setdefault(row.record.article.id, len(documents)) for row in rows], dtype=np.int64
        ),
        times=np.array([_time(row.record.article, kept) for row in rows], dtype="datetime64[s]"),
        starts=np.array([content[0].start for content in spans], dtype=np.int64),
        stops=np.array([content[-1].end for content in spans], dtype=np.int64),
        variables={name: Texts.of(map(value, rows)) for name, value in _VARIABLES.items()}
        | {"stance": Numbers.of((row.agrees for row in rows), boolean=True)}
        | _study_variables(rows, ledger.codebook()),
        facts={name: Texts.of(map(value, rows)) for name, value in _FACTS.items()}
        | _facts_of_dna(rows, kept),
    )


def _time(article: Article, kept: Mapping[ArticleId, DnaDocument]) -> datetime | str:
    """When the article was published; to the second where it came from a .dna file, and nobody gave another day."""
    document = kept.get(article.id)
    if document is not None and document.date.date().isoformat() == article.published:
        return document.date
    return article.published or "NaT"


def _facts_of_dna(rows: Sequence[_Row], kept: Mapping[ArticleId, DnaDocument]) -> dict[str, Texts]:
    """What documents of .dna files have and other articles have not."""
    if not kept:
        return {}
    documents = [kept.get(row.record.article.id) for row in rows]
    return {
        "section": Texts.of(each.section if each else "" for each in documents),
        "type": Texts.of(each.type if each else "" for each in documents),
    }


def _study_variables(rows: Sequence[_Row], codebook: Codebook | None) -> dict[str, Texts | Numbers]:
    """A column for each variable of the codebook, and for each that has a value."""
    stated = codebook.variables if codebook else ()
    kinds: dict[str, set[type]] = {each.name: {_TYPES[each.type]} for each in stated}
    for row in rows:
        for name, value in row.values.items():
            kinds.setdefault(name, set()).add(type(value))
    return {name: _column(rows, name, kind) for name, kind in kinds.items() if name not in _TAKEN}


_TYPES: dict[VariableType, type] = {"short text": str, "integer": int, "boolean": bool}


def _column(rows: Sequence[_Row], name: str, kinds: set[type]) -> Texts | Numbers:
    values = [row.values.get(name) for row in rows]
    if kinds <= {bool, int}:
        numbers = [int(value) if isinstance(value, int) else None for value in values]
        return Numbers.of(numbers, boolean=kinds == {bool})
    return Texts.of("" if value is None else str(value) for value in values)


def _speaker(row: _Row) -> str:
    speaker = row.record.statement.speaker
    return speaker.name if speaker else ""


def _organisation(row: _Row) -> str:
    speaker = row.record.statement.speaker
    return speaker.name if speaker and speaker.type in _ORGANISED else ""


def _role(row: _Row) -> str:
    speaker = row.record.statement.speaker
    return (speaker.role if speaker else None) or ""


_VARIABLES: dict[str, Callable[[_Row], str]] = {
    "actor": _speaker,
    "organisation": _organisation,
    "role": _role,
    "outlet": lambda row: row.record.article.outlet or "",
    "concept": lambda row: row.concept,
}

_TAKEN = (*_VARIABLES, "stance")

_FACTS: dict[str, Callable[[_Row], str]] = {
    "title": lambda row: row.record.article.title or "",
    "author": lambda row: row.record.article.byline or "",
    "source": lambda row: row.record.article.outlet or "",
    "kind": lambda row: row.record.statement.kind,
    "coder": lambda row: row.coder,
}


def _said(row: _Row) -> Said:
    return Said(statement=row.record.statement.id, document=row.record.article.id, text=row.record.words)
