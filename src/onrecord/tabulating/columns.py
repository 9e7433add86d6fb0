"""The columns of a table of codes: who, what and where, the variables of a study, the facts of documents."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

import numpy as np

from onrecord.analysis.networks import Numbers, Table, Texts
from onrecord.ledger import Ledger
from onrecord.model import ActorId, Article, ArticleId, Codebook, Statement, VariableType
from onrecord.model.edtf import first_day, last_day
from onrecord.reading.dna import DnaDocument
from onrecord.tabulating.affiliations import Affiliations
from onrecord.tabulating.codes import CodeRow

_CODED = ("organisation", "organization")
"""What a study calls its own variable of whom somebody speaks for: what is coded of the statement itself goes first."""

_MONTH = timedelta(days=31)
"""Whoever spoke in "the spring" would stand in a window of a week as sure as who spoke on a Tuesday."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """For the id of whoever speaks the name that a table has, and for whom they speak."""

    names: Mapping[ActorId, str]
    affiliations: Affiliations


def table_of(rows: Sequence[CodeRow], ledger: Ledger) -> Table:
    """The codes as a table, with the variables and the facts that the ledger has of them."""
    documents: dict[str, int] = {}
    kept = {each.article: each.document for each in ledger.dna_documents()}
    spans = [row.record.statement.content for row in rows]
    names = _names(rows, ledger)
    cast = Cast(names=names, affiliations=Affiliations(ledger, names))
    return Table(
        ids=np.arange(len(rows), dtype=np.int64),
        documents=np.array(
            [documents.setdefault(row.record.article.id, len(documents)) for row in rows], dtype=np.int64
        ),
        times=np.array([_time(row.record.article, kept) for row in rows], dtype="datetime64[s]"),
        said=np.array([_said_on(row.record.statement) for row in rows], dtype="datetime64[s]"),
        starts=np.array([content[0].start for content in spans], dtype=np.int64),
        stops=np.array([content[-1].end for content in spans], dtype=np.int64),
        variables={name: Texts.of(value(row, cast) for row in rows) for name, value in _VARIABLES.items()}
        | {"role": Texts.of(_in_one_case([_role(row, cast) for row in rows]))}
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


def _said_on(statement: Statement) -> date | str:
    """The day on which it was said, of several the one in the middle; NaT where they are more than a month."""
    if statement.said_on is None:
        return "NaT"
    first, last = (date.fromisoformat(end(statement.said_on.value)) for end in (first_day, last_day))
    return "NaT" if last - first >= _MONTH else first + (last - first) // 2


def _facts_of_dna(rows: Sequence[CodeRow], kept: Mapping[ArticleId, DnaDocument]) -> dict[str, Texts]:
    """What documents of .dna files have and other articles have not."""
    if not kept:
        return {}
    documents = [kept.get(row.record.article.id) for row in rows]
    return {
        "section": Texts.of(each.section if each else "" for each in documents),
        "type": Texts.of(each.type if each else "" for each in documents),
    }


def _study_variables(rows: Sequence[CodeRow], codebook: Codebook | None) -> dict[str, Texts | Numbers]:
    """A column for each variable of the codebook, and for each that has a value."""
    stated = codebook.variables if codebook else ()
    kinds: dict[str, set[type]] = {each.name: {_TYPES[each.type]} for each in stated}
    for row in rows:
        for name, value in row.values.items():
            kinds.setdefault(name, set()).add(type(value))
    return {name: _column(rows, name, kind) for name, kind in kinds.items() if name not in _TAKEN}


_TYPES: dict[VariableType, type] = {"short text": str, "integer": int, "boolean": bool}


def _column(rows: Sequence[CodeRow], name: str, kinds: set[type]) -> Texts | Numbers:
    values = [row.values.get(name) for row in rows]
    if kinds <= {bool, int}:
        numbers = [int(value) if isinstance(value, int) else None for value in values]
        return Numbers.of(numbers, boolean=kinds == {bool})
    return Texts.of("" if value is None else str(value) for value in values)


def _names(rows: Sequence[CodeRow], ledger: Ledger) -> Mapping[ActorId, str]:
    """The names of those who speak, of each the one that the ledger shows, whatever an article calls them."""
    speakers = (row.record.statement.speaker for row in rows)
    return ledger.names_apart({one.actor for one in speakers if one is not None and one.actor is not None})


def _speaker(row: CodeRow, cast: Cast) -> str:
    speaker = row.record.statement.speaker
    if speaker is None:
        return ""
    return speaker.name if speaker.actor is None else cast.names.get(speaker.actor, speaker.name)


def _organisation(row: CodeRow, cast: Cast) -> str:
    coded = next((str(row.values[name]) for name in _CODED if row.values.get(name)), None)
    return cast.affiliations.of(row.record) if coded is None else coded


def _role(row: CodeRow, _cast: Cast) -> str:
    speaker = row.record.statement.speaker
    return (speaker.role if speaker else None) or ""


def _in_one_case(roles: Sequence[str]) -> Iterator[str]:
    """Roles that differ by the case of their first letter as one, the small one: a sentence starts with a capital."""
    known = set(roles)
    for role in roles:
        small = role[:1].lower() + role[1:]
        yield small if small in known else role


_VARIABLES: dict[str, Callable[[CodeRow, Cast], str]] = {
    "actor": _speaker,
    "organisation": _organisation,
    "role": _role,
    "outlet": lambda row, _cast: row.record.article.outlet or "",
    "concept": lambda row, _cast: row.concept,
}

_TAKEN = (*_VARIABLES, "stance")

_FACTS: dict[str, Callable[[CodeRow], str]] = {
    "title": lambda row: row.record.article.title or "",
    "author": lambda row: row.record.article.byline or "",
    "source": lambda row: row.record.article.outlet or "",
    "kind": lambda row: row.record.statement.kind,
    "coder": lambda row: row.coder,
}

WANTING: dict[str, str] = {
    "actor": "the speaker is open",
    "organisation": "no organisation of the speaker is known",
    "role": "no role of the speaker is known",
    "outlet": "the outlet is not known",
    "stance": "no stance is coded",
}
"""What a code is that has no value of a variable."""
