"""Factiva: each document ends in a line such as "Document ABCDEF0020310618eb6i0001x".

With indexing every field begins with two or three capitals (HD the headline, SN the source, LP and TD the text);
without it the fields are lines of their own: headline, author, "412 words", day, source, its code, language, law.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from onrecord.model import Role
from onrecord.reading.exports.sheet import Sheet, as_byline, as_day, as_outlet, as_title, named, parted
from onrecord.reading.layout.names import is_explicit
from onrecord.reading.layout.pieces import Piece

_END = re.compile(r"^[ \t]*(?:AN\s+)?Document [A-Z][A-Z0-9]{3,}\d{8}[0-9a-z]{6,12}[ \t]*\r?$", re.MULTILINE)
_CODE = re.compile(
    r"(?P<code>HD|SE|CR|BY|WC|PD|ET|SN|SC|ED|PG|VOL|LA|CY|LP|TD|CT|RF|ART|CLM|NGC|GC|CO|IN|NS|RE|IPC|IPD|PUB|AN|DLN|PBC|DE)"
    r"(?:[ \t\xa0]+|$)"
)
_TEXT = ("LP", "TD")
_ROLES: dict[str, Role | None] = {"HD": "heading", "BY": "byline", "PD": "dateline", "LP": None, "TD": None}
_WORDS = re.compile(r"[\d,.]{1,9} words$", re.IGNORECASE)
_LAW = re.compile(r"©|\(c\)|copyright\b|all rights reserved", re.IGNORECASE)
_SOURCE_CODE = re.compile(r"[A-Z][A-Z0-9]{1,9}$")
_MOST_LINES_OF_HEAD = 10


def documents_of(text: str) -> list[tuple[int, int]]:
    """Where each document begins and ends; nothing where the text is no export of Factiva."""
    ends = [match.end() for match in _END.finditer(text)]
    return list(pairwise([0, *ends]))


def sheet_of(text: str, lines: Sequence[Piece]) -> Sheet | None:
    """The fields and the text of one document; None where it has neither codes nor the line of its length."""
    codes = {found["code"] for line in lines if (found := _CODE.match(line.shown))}
    if {"HD", "SN"} <= codes:
        return _indexed(text, lines)
    counted = next((at for at, line in enumerate(lines) if _WORDS.match(line.shown)), None)
    return None if counted is None else _plain(lines, counted)


def _indexed(text: str, lines: Sequence[Piece]) -> Sheet:
    """A document whose fields have codes; a code is at the start of its first line, or alone above it."""
    pieces: list[Piece] = []
    fields: dict[str, str] = {}
    code = ""
    for line in lines:
        raw = text[line.start : line.end]
        if (found := _CODE.match(raw)) and (found["code"] not in fields):
            code = found["code"]
            value = line.start + found.end()
            fields[code] = text[value : line.end]
            role = _ROLES.get(code, "boilerplate")
            pieces += [named("boilerplate", line)] if value >= line.end else parted(text, line, value, role)
            continue
        role = _ROLES.get(code, "boilerplate")
        pieces.append(line if role is None else named(role, line))
        if code and code not in _TEXT:
            fields[code] = f"{fields[code]} {line.shown}".strip()
    return Sheet(
        pieces=tuple(pieces),
        title=fields.get("HD") or None,
        byline=as_byline(fields["BY"]) if fields.get("BY") else None,
        outlet=as_outlet(fields.get("SN", "")),
        published=as_day(fields.get("PD", "")),
    )


def _plain(lines: Sequence[Piece], counted: int) -> Sheet:
    """A document whose fields are lines in their order, the length among them."""
    above = [at for at in range(counted) if lines[at].shown]
    signed = next((at for at in reversed(above) if is_explicit(lines[at].shown)), None)
    headline = [at for at in above if at != signed]
    dated = next(
        (at for at in range(counted + 1, min(len(lines), counted + 4)) if as_day(lines[at].shown)), None
    )
    body = _body(lines, counted if dated is None else dated)
    last = next((at for at in range(body, len(lines)) if _END.match(lines[at].shown)), len(lines))
    pieces = [line if body <= at < last else named("boilerplate", line) for at, line in enumerate(lines)]
    for at, role in ((signed, "byline"), (dated, "dateline")):
        if at is not None:
            pieces[at] = named(role, lines[at])  # type: ignore[arg-type]
    title = _block_of(lines, headline)
    if title:
        pieces[title[0] : title[-1] + 1] = [as_title([lines[at] for at in title])]
    return Sheet(
        pieces=tuple(pieces),
        title=" ".join(lines[at].shown for at in title) or None,
        byline=None if signed is None else as_byline(lines[signed].shown),
        outlet=None if dated is None else _source(lines, dated),
        published=None if dated is None else as_day(lines[dated].shown),
    )


def _block_of(lines: Sequence[Piece], places: list[int]) -> list[int]:
    """The last lines of `places` with no empty line among them: a title, and not the section above it."""
    found = places[-1:]
    for at in reversed(places[:-1]):
        if lines[found[0]].gap or at + 1 != found[0]:
            break
        found.insert(0, at)
    return found


def _source(lines: Sequence[Piece], dated: int) -> str | None:
    """The source: the line below the day, or below the time of day that may follow it."""
    below = [
        line.shown for line in lines[dated + 1 : dated + 3] if any(letter.isalpha() for letter in line.shown)
    ]
    return as_outlet(below[0]) if below else None


def _body(lines: Sequence[Piece], dated: int) -> int:
    """The place of the first line of the text: below the line of law, or below the source's code and language."""
    near = range(dated + 1, min(len(lines), dated + _MOST_LINES_OF_HEAD))
    law = [at for at in near if _LAW.search(lines[at].shown)]
    code = [at for at in near if _SOURCE_CODE.match(lines[at].shown)]
    language = [at for at in near if code and at > code[-1] and lines[at].shown.count(" ") < 1]
    return max([*law[:1], *code[-1:], *language[:1], dated]) + 1
