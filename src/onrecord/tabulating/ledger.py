"""A ledger as a table: the codes in effect on statements that stand.

One row is one code: a statement on two concepts is two rows.  Where coders differ on a statement and a concept, the
decision that settled it counts; where nobody did, the code is left out, for a network must not choose.  What a person
coded goes before what a model did.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np

from onrecord.analysis.networks import Numbers, Said, Table, Texts
from onrecord.errors import UsageError
from onrecord.ledger import Filter, Ledger, LogFilter
from onrecord.model import Code, Record, SetCode, Stance
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
    agrees: int
    coder: str


def from_ledger(ledger: Ledger, coder: str | None = None) -> Tabulated:
    """All codes of statements that are not rejected, or those of one coder.

    `stance` is 1 for agree and 0 for disagree; what is neither is left out, and counted.  `organisation` is the speaker
    where it is one, and empty for a person.  Raises UsageError: ``no-codes``, ``unknown-coder``.
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
        row for record in ledger.records(Filter()) for row in _rows(ledger, record, coder, people, left_out)
    ]
    if not rows:
        why = "".join(f"; left out: {count} ({reason})" for reason, count in left_out.items())
        raise UsageError(
            f"{ledger.path} has no statement with a concept and a stance, so there is nothing to tie: code some with "
            f"`onrecord review` or `onrecord decide`{why}",
            code="no-codes",
        )
    return Tabulated(
        table=_table(rows),
        source={"format": "ledger"} | ({} if coder is None else {"coder": coder}),
        usual=USUAL,
        said=lambda row: _said(rows[row]),
        left_out=left_out,
    )


def _rows(
    ledger: Ledger, record: Record, coder: str | None, people: set[str], left_out: Counter[str]
) -> Iterator[_Row]:
    codes = [code for code in record.codes if coder in (None, code.coder)]
    for concept, given in groupby(codes, key=lambda code: code.concept):
        of_one = list(given)
        of_people = [code for code in of_one if code.coder in people] or of_one
        stances = {code.stance for code in of_people}
        stance = stances.pop() if len(stances) == 1 else _settled(ledger, record, concept)
        if stance is None:
            left_out[DIFFER] += 1
        elif stance not in _AGREES:
            left_out[NEITHER] += 1
        else:
            yield _Row(record=record, concept=concept, agrees=_AGREES[stance], coder=_by(of_people, stance))


def _by(codes: Sequence[Code], stance: Stance) -> str:
    return ", ".join(code.coder for code in codes if code.stance == stance)


def _settled(ledger: Ledger, record: Record, concept: str) -> Stance | None:
    """The stance on which coders were brought together, None where they were not or differ again since."""
    since: dict[str, Stance | None] = {}
    for logged in ledger.log(LogFilter(subject=record.statement.id, action="code")):  # the latest first
        change = logged.decision.change
        if logged.undone or not isinstance(change, SetCode) or change.concept != concept:
            continue
        since.setdefault(logged.decision.coder.name, change.stance)
        if logged.decision.settles:
            stances = set(since.values())
            return stances.pop() if len(stances) == 1 else None
    return None


def _table(rows: Sequence[_Row]) -> Table:
    documents: dict[str, int] = {}
    spans = [row.record.statement.content for row in rows]
    return Table(
        ids=np.arange(len(rows), dtype=np.int64),
        documents=np.array(
            [documents.setdefault(row.record.article.id, len(documents)) for row in rows], dtype=np.int64
        ),
        times=np.array([row.record.article.published or "NaT" for row in rows], dtype="datetime64[s]"),
        starts=np.array([content[0].start for content in spans], dtype=np.int64),
        stops=np.array([content[-1].end for content in spans], dtype=np.int64),
        variables={name: Texts.of(map(value, rows)) for name, value in _VARIABLES.items()}
        | {"stance": Numbers.of((row.agrees for row in rows), boolean=True)},
        facts={name: Texts.of(map(value, rows)) for name, value in _FACTS.items()},
    )


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

_FACTS: dict[str, Callable[[_Row], str]] = {
    "title": lambda row: row.record.article.title or "",
    "author": lambda row: row.record.article.byline or "",
    "source": lambda row: row.record.article.outlet or "",
    "kind": lambda row: row.record.statement.kind,
    "coder": lambda row: row.coder,
}


def _said(row: _Row) -> Said:
    return Said(statement=row.record.statement.id, document=row.record.article.id, text=row.record.words)
