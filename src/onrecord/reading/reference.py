"""Reads people and bodies of a reference: an extract of a Wikidata JSON dump, or a CSV; plain, .gz or .bz2.

Of Wikidata (https://doc.wikimedia.org/Wikibase/master/php/docs_topics_json.html) are taken: the English label and
aliases, the description, `instance of` (P31: Q5 is a human), and `position held` (P39) with its `start time` (P580)
and `end time` (P582), `member of political party` (P102) and `employer` (P108) with theirs; an office has the label
that the same file gives for it, else its id, and a party or an employer without one is left out.
"""

import bz2
import csv
import gzip
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import IO, Any, cast

from onrecord.errors import InputError
from onrecord.model import ACTOR_TYPES, ActorType, Affiliation, Entry, Office
from onrecord.model.edtf import is_edtf

_HUMAN = "Q5"
_ORGANISATION = ("organisation", "organization", "party")
"""What the column with whom somebody speaks for may be called; of several with a value the first counts."""
_COLUMNS = ("id", "name", "type", "aliases", "office", *_ORGANISATION, "since", "until", "note")


def entries_of(path: Path) -> list[Entry]:
    """The entries of a file, by its name (.json, .jsonl or .csv, with .gz or .bz2 behind it).

    Raises InputError where it is none of these, cannot be read, or holds no entry; the message names the line.
    """
    suffixes = [each.lower() for each in path.suffixes]
    packed = suffixes[-1] if suffixes and suffixes[-1] in (".gz", ".bz2") else ""
    kind = (suffixes[:-1] if packed else suffixes)[-1:]
    reader = {".json": _wikidata, ".jsonl": _wikidata, ".csv": _table}.get(kind[0] if kind else "")
    if reader is None:
        raise InputError(f"{path}: name a .json, .jsonl or .csv, plain, .gz or .bz2", code="format")
    try:
        with _opened(path, packed) as lines:
            found = list(reader(path, lines))
    except (OSError, EOFError, UnicodeDecodeError, csv.Error) as error:
        raise InputError(f"{path} cannot be read: {error}", code="format") from error
    if not found:
        raise InputError(
            f"{path} holds nobody: see `onrecord actors import --help` for its form", code="empty"
        )
    return found


def _opened(path: Path, packed: str) -> IO[str]:
    if packed == ".gz":
        return gzip.open(path, "rt", encoding="utf-8-sig")
    if packed == ".bz2":
        return bz2.open(path, "rt", encoding="utf-8-sig")
    return path.open(encoding="utf-8-sig", newline="")


def _wikidata(path: Path, lines: Iterable[str]) -> Iterator[Entry]:
    labels: dict[str, str] = {}
    found: list[Entry] = []
    for number, line in enumerate(lines, 1):
        shown = line.strip().rstrip(",")
        if shown in ("", "[", "]"):
            continue
        try:
            value = json.loads(shown)
            for entity in value if isinstance(value, list) else [value]:
                entry = _entity(entity)
                if entry is not None:
                    found.append(entry)
                    labels[entry.id] = entry.name
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise InputError(f"{path}, line {number}: no entity of Wikidata: {error}", code="row") from error
    for one in found:
        offices = (replace(office, role=labels.get(office.role, office.role)) for office in one.offices)
        speaks_for = (
            replace(each, organisation=labels[each.organisation])
            for each in one.affiliations
            if each.organisation in labels
        )
        yield replace(one, offices=tuple(offices), affiliations=tuple(speaks_for))


def _entity(value: Mapping[str, Any]) -> Entry | None:
    """An entity with an English name, or None."""
    name = (value.get("labels") or {}).get("en", {}).get("value")
    if not name or not str(name).strip():
        return None
    claims = value.get("claims") or {}
    kinds = {_item(claim["mainsnak"]) for claim in claims.get("P31", ())}
    aliases = [one["value"] for one in (value.get("aliases") or {}).get("en", ())]
    return Entry(
        id=value["id"],
        name=name,
        type="person" if not kinds or _HUMAN in kinds else "organisation",
        names=tuple(dict.fromkeys(alias for alias in aliases if alias != name)),
        offices=tuple(office for claim in claims.get("P39", ()) if (office := _office(claim))),
        note=(value.get("descriptions") or {}).get("en", {}).get("value", ""),
        affiliations=tuple(
            Affiliation(organisation=office.role, since=office.since, until=office.until)
            for claim in (*claims.get("P102", ()), *claims.get("P108", ()))
            if (office := _office(claim))
        ),
    )


def _item(snak: Mapping[str, Any]) -> str | None:
    value = (snak.get("datavalue") or {}).get("value")
    return value.get("id") if isinstance(value, Mapping) else None


def _office(claim: Mapping[str, Any]) -> Office | None:
    role = _item(claim["mainsnak"])
    times = claim.get("qualifiers") or {}
    return (role and Office(role=role, since=_day(times.get("P580")), until=_day(times.get("P582")))) or None


def _day(snaks: Iterable[Mapping[str, Any]] | None) -> str | None:
    """A Wikidata time as EDTF: a day, a month or a year, as precise as it says (9 year, 10 month, 11 day)."""
    for snak in snaks or ():
        value = (snak.get("datavalue") or {}).get("value") or {}
        time, precision = str(value.get("time", "")), value.get("precision", 11)
        if time.startswith("+") and len(time) >= len("+2031-06-04"):
            return time[1 : {9: 5, 10: 8}.get(precision, 11)] if precision >= 9 else None
    return None


def _table(path: Path, lines: Iterable[str]) -> Iterator[Entry]:
    rows = csv.DictReader(lines)
    missing = {"id", "name"} - set(rows.fieldnames or ())
    if missing:
        raise InputError(
            f"{path}: no column {' and '.join(sorted(missing))}; known are {', '.join(_COLUMNS)}",
            code="columns",
        )
    found: dict[str, Entry] = {}
    for row in rows:
        number, name = (row["id"] or "").strip(), (row["name"] or "").strip()
        kind = (row.get("type") or "person").strip()
        if not number or not name or kind not in ACTOR_TYPES:
            raise InputError(
                f"{path}, line {rows.line_num}: a row needs id, name and a type of {', '.join(ACTOR_TYPES)}",
                code="row",
            )
        known = found.get(number) or Entry(
            id=number, name=name, type=cast("ActorType", kind), note=row.get("note") or ""
        )
        aliases = [alias.strip() for alias in (row.get("aliases") or "").split("|")]
        names = dict.fromkeys([*known.names, *(one for one in [name, *aliases] if one and one != known.name)])
        office = Office(
            role=(row.get("office") or "").strip(),
            since=row.get("since") or None,
            until=row.get("until") or None,
        )
        offices = (*known.offices, *([office] if office.role and office not in known.offices else []))
        said = _speaks_for(path, rows.line_num, row)
        affiliations = (*known.affiliations, *(each for each in said if each not in known.affiliations))
        found[number] = replace(known, names=tuple(names), offices=offices, affiliations=affiliations)
    yield from found.values()


def _speaks_for(path: Path, line: int, row: Mapping[str, str | None]) -> list[Affiliation]:
    """For whom the row says that somebody speaks, over the time that it gives; InputError where that is no day."""
    named = next((value for name in _ORGANISATION if (value := (row.get(name) or "").strip())), None)
    if named is None:
        return []
    since, until = ((row.get(end) or "").strip() or None for end in ("since", "until"))
    for end in (since, until):
        if end is not None and ("/" in end or not is_edtf(end)):
            raise InputError(f"{path}, line {line}: {end!r} is no day, month or year: 2031-05-02", code="row")
    return [Affiliation(organisation=named, since=since, until=until)]
