"""schema.org as JSON-LD: a Quotation for a statement with quoted words, a Claim for one that is told in others.

Only types and properties that https://schema.org has are used.  What it has no place for (cue, places in the text,
stance, confidence) stays behind.  Of an indirect statement that denies the cue is part of the text ("never claimed
that the toll would go"): the rest alone would be claimed by whoever never claimed it.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from onrecord.model import ActorType, Article, Carrier, Record, Speaker
from onrecord.publishing.denying import denies
from onrecord.publishing.jsonl import line
from onrecord.publishing.w3c import text_iri

CONTEXT = "https://schema.org"
_DATE = re.compile(r"\d{4}(-\d\d){0,2}", re.ASCII)

_TYPES: dict[ActorType, str] = {
    "person": "Person",
    "organisation": "Organization",
    "group": "Organization",
    "unnamed": "Person",
    "outlet": "NewsMediaOrganization",
}


def lines(records: Iterable[Record]) -> Iterator[str]:
    """One object a line."""
    for record in records:
        yield line(thing(record))


def thing(record: Record) -> dict[str, Any]:
    """The Quotation or Claim for a statement; what is not known is left out."""
    article, statement = record.article, record.statement
    source = text_iri(article.text_hash)
    made = {
        "@context": CONTEXT,
        "@type": "Claim" if statement.kind == "indirect" else "Quotation",
        "@id": f"{source}#{statement.id}",
        "identifier": statement.id,
        "text": _text(record),
        "inLanguage": article.language,
        "isPartOf": _report(article, source),
        "citation": [_carried_by(one) for one in statement.via],
        "audience": [{"@type": "Audience", "name": one.name} for one in statement.to],
        "about": [
            {"@type": "DefinedTerm", "termCode": concept}
            for concept in dict.fromkeys(code.concept for code in record.codes)
        ],
    }
    return _known(made | _said(record) | _when(statement.said_on.value if statement.said_on else None))


def _text(record: Record) -> str:
    denied = record.statement.kind == "indirect" and denies(record)
    return f"{record.cue_words} {record.words}" if denied else record.words


def _said(record: Record) -> dict[str, Any]:
    """Who said it: the speaker, or the words of the article where nobody found out who that is."""
    speaker = record.statement.speaker
    who = _speaker(speaker) if speaker else None
    if who is None and record.source_words:
        who = {"@type": "Person", "description": record.source_words}
    if record.statement.kind == "indirect":
        return {"creator": who, "appearance": {"@id": text_iri(record.article.text_hash)}}
    return {"creator": who, "spokenByCharacter": who}


def _speaker(speaker: Speaker) -> dict[str, Any]:
    kind = _TYPES[speaker.type]
    named = "description" if speaker.type == "unnamed" else "name"
    title = {"jobTitle": speaker.role} if kind == "Person" else {"description": speaker.role}
    return _known({"@type": kind, named: speaker.name} | title)


def _carried_by(one: Carrier) -> dict[str, Any]:
    kind = _TYPES[one.type]
    role = "publisher" if one.type == "outlet" else "creator"
    return {"@type": "CreativeWork", role: {"@type": kind, "name": one.name}}


def _when(value: str | None) -> dict[str, Any]:
    """A day, month or year as `dateCreated`; an interval, or a date that is not sure, as `temporal`."""
    if value is None:
        return {}
    return {"dateCreated" if _DATE.fullmatch(value) else "temporal": value}


def _report(article: Article, source: str) -> dict[str, Any]:
    outlet = {"@type": "NewsMediaOrganization", "name": article.outlet} if article.outlet else None
    return _known(
        {
            "@type": "NewsArticle",
            "@id": source,
            "identifier": article.id,
            "headline": article.title,
            "author": {"@type": "Person", "name": article.byline} if article.byline else None,
            "publisher": outlet,
            "datePublished": article.published,
            "inLanguage": article.language,
            "url": article.url,
        }
    )


def _known(stated: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in stated.items() if value not in (None, [])}
