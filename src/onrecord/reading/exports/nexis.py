"""Nexis and Lexis: "3 of 10 DOCUMENTS" above each document, or "End of Document" below it; labels such as LENGTH.

The older form has outlet, day and edition above the title, the newer one (with the label "Body") the title above them.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from onrecord.model import Role
from onrecord.reading.exports.sheet import Sheet, as_byline, as_day, as_outlet, as_title, named, parted
from onrecord.reading.layout.pieces import Piece

_COUNTER = re.compile(r"^[ \t]*\d{1,5} of \d{1,5} DOCUMENTS?[ \t]*\r?$", re.MULTILINE)
_END = re.compile(r"^[ \t]*End of Document[ \t]*\r?$", re.MULTILINE)
_LENGTH = re.compile(r"^[ \t]*length[ \t]*:[ \t]*[\d,.]{1,9} words\b", re.MULTILINE | re.IGNORECASE)
_LAST_FIELD = re.compile(r"^[ \t]*(?:load-date|publication-type|journal-code)[ \t]*:.*$", re.MULTILINE | re.I)

_LABEL = re.compile(
    r"(?P<label>byline|section|length|dateline|highlight|series|headline|type|source)[ \t]*:[ \t]*", re.I
)
_FIRST = re.compile(r"(?:byline|section|length|dateline|highlight)[ \t]*:", re.I)
_BODY = re.compile(r"body$", re.IGNORECASE)
_FOOT = re.compile(
    r"(?:load-date|publication-type|journal-code)\s*:|(?:classification|end of document)$", re.I
)
_NEAR_FOOT = re.compile(
    r"(?:language|graphic|subject|organi[sz]ation|company|industry|geographic|person|people|correction(?:-date)?|notes"
    r"|url|document-type|pub-type|type|ticker|country|state|city|bibliography|link to (?:image|pdf))\s*(?::|$)",
    re.IGNORECASE,
)
_LAW = re.compile(r"(?:©|\(c\)|copyright\b)|.{0,120}\ball rights reserved\b", re.IGNORECASE)
_MACHINE = re.compile(r"page \d{1,4} of \d{1,4}$|\d{1,5} of \d{1,5} documents?$", re.IGNORECASE)
_MOST_LINES_NEAR_FOOT = 12
_ROLES: dict[str, Role] = {"byline": "byline", "dateline": "dateline", "highlight": "standfirst"}


def documents_of(text: str) -> list[tuple[int, int]]:
    """Where each document begins and ends; nothing where the text is no export of Nexis."""
    if counters := [match.start() for match in _COUNTER.finditer(text)]:
        return list(pairwise([*counters, len(text)]))
    lengths = [match.start() for match in _LENGTH.finditer(text)]
    if not lengths:
        return []
    ends = [match.end() for match in _END.finditer(text)] or _ends_between(text, lengths)
    places = pairwise([0, *ends, len(text)])
    return [(start, end) for start, end in places if bisect_left(lengths, start) < bisect_left(lengths, end)]


def _ends_between(text: str, lengths: list[int]) -> list[int]:
    """Where documents end that nothing parts: below the last field that stands between two of their lengths."""
    fields = [match.end() for match in _LAST_FIELD.finditer(text)]
    before = [bisect_left(fields, length) for length in lengths]
    return [fields[other - 1] for one, other in pairwise(before) if one < other]


def sheet_of(text: str, lines: Sequence[Piece]) -> Sheet | None:
    """The fields and the text of one document; None where its head has no field that says so."""
    counted = next((at for at, line in enumerate(lines) if _COUNTER.match(line.shown)), 0)
    labelled = next((at for at in range(counted, len(lines)) if _FIRST.match(lines[at].shown)), None)
    if labelled is None:
        return None
    body = _body(lines, labelled)
    foot = _foot(lines, body)
    head, facts = _named_head(lines[:labelled])
    pieces, fields = _fields(text, lines[labelled:body])
    rest = [named("boilerplate", line) if line.role is None else line for line in lines[foot:]]
    return Sheet(
        pieces=(*head, *pieces, *lines[body:foot], *rest),
        title=facts.get("title") or fields.get("headline"),
        byline=as_byline(fields["byline"]) if "byline" in fields else None,
        outlet=as_outlet(facts.get("outlet", "")),
        published=as_day(facts.get("day", "")),
    )


def _body(lines: Sequence[Piece], labelled: int) -> int:
    """The place of the first line of the text: below the label "Body", or below the last of the labels at the head."""
    end = labelled + 1
    while end < len(lines) and (lines[end].gap == 0 or _LABEL.match(lines[end].shown)):
        end += 1
    said = [at + 1 for at in range(labelled, min(len(lines), end + 4)) if _BODY.match(lines[at].shown)]
    return said[0] if said else end


def _foot(lines: Sequence[Piece], body: int) -> int:
    """The place of the first of the fields below the text."""
    last = next((at for at in range(body, len(lines)) if _FOOT.match(lines[at].shown)), None)
    if last is None:
        return next((at for at in range(body, len(lines)) if _LAW.match(lines[at].shown)), len(lines))
    near = range(max(body, last - _MOST_LINES_NEAR_FOOT), last)
    return next((at for at in near if _NEAR_FOOT.match(lines[at].shown)), last)


def _named_head(lines: Sequence[Piece]) -> tuple[list[Piece], dict[str, str]]:
    """The lines above the labels with their roles, and the title, outlet and day that they give."""
    counted = next((at for at, line in enumerate(lines) if _COUNTER.match(line.shown)), None)
    plain = [
        at
        for at in range(counted or 0, len(lines))
        if lines[at].shown and not _LAW.match(lines[at].shown) and not _MACHINE.match(lines[at].shown)
    ]
    dated = next((at for at in reversed(plain) if as_day(lines[at].shown)), None)
    pieces = [named("boilerplate", line) for line in lines]
    if dated is None:
        return pieces, {"title": lines[plain[0]].shown} if plain else {}
    above = [at for at in plain if at < dated]
    facts = {"day": lines[dated].shown} | ({"outlet": lines[above[-1]].shown} if above else {})
    pieces[dated] = named("dateline", lines[dated])
    title = above[-2:-1] if counted is None else []
    title = title or _title_below(lines, [at for at in plain if at > dated])
    if title:
        heading = as_title([lines[at] for at in title])
        pieces[title[0] : title[-1] + 1] = [heading]
        facts["title"] = heading.shown
    return pieces, facts


def _title_below(lines: Sequence[Piece], below: list[int]) -> list[int]:
    """The lines of the title below the day: the first that an empty line parts from day and edition, and its others."""
    first = next((at for at in below if lines[at].gap), None)
    if first is None:
        return []
    found, known = [first], set(below)
    while found[-1] + 1 in known and lines[found[-1] + 1].gap == 0:
        found.append(found[-1] + 1)
    return found


def _fields(text: str, lines: Sequence[Piece]) -> tuple[list[Piece], dict[str, str]]:
    """The labelled lines at the head with their roles, and what the labels say."""
    pieces: list[Piece] = []
    fields: dict[str, str] = {}
    label = ""
    for line in lines:
        if found := _LABEL.match(text[line.start : line.end]):
            label = found["label"].lower()
            value = line.start + found.end()
            fields[label] = text[value : line.end]
            pieces += (
                [named("boilerplate", line)] if value >= line.end else parted(text, line, value, _role(label))
            )
        elif _BODY.match(line.shown) or not label:
            pieces.append(named("boilerplate", line))
        else:
            fields[label] += f" {line.shown}"
            pieces.append(named(_role(label), line))
    return pieces, fields


def _role(label: str) -> Role:
    return _ROLES.get(label, "boilerplate")
