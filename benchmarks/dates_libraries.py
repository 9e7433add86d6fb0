"""Scores libraries on the data of benchmarks/dates.py: `python -m benchmarks.dates_libraries NAME --part develop`.

NAME is dateparser, parsedatetime, recognizers, timexy, timefhuman or datefinder; install the one that is asked for
(recognizers-text-date-time needs emoji<2).  Each is told the day of publication and to prefer the past, and its
answer is written as TIMEX3 as kindly as it allows.  docs/decisions/0012 has the figures.
"""

import argparse
import importlib
import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from benchmarks.dates import Finder, Marked, Report, reports, score
from benchmarks.quality import HERE

_UNITS = {"day": 10, "week": 10, "month": 7, "year": 4}


def _reference(published: str | None) -> datetime:
    return datetime.fromisoformat(published or "2000-01-01")


def _grain(words: str) -> int:
    """How many characters of an ISO day the words speak of: a library that gives a day for `last year` is forgiven."""
    if re.search(r"\d{1,2}(?:st|nd|rd|th)?\b(?!\d)|day\b|today|tomorrow|ago|tonight", words, re.I):
        return 10
    if re.search(r"jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|month", words, re.I):
        return 7
    return 4 if re.search(r"\d{4}|year", words, re.I) else 10


def _placed(text: str, found: Iterable[tuple[str, datetime]]) -> Iterator[Marked]:
    """Words that a library gave without their place, looked for from left to right."""
    at = 0
    for words, day in found:
        start = text.find(words, at)
        if start >= 0:
            at = start + len(words)
            yield Marked(start, at, day.date().isoformat()[: _grain(words)])


def dateparser(report: Report) -> Iterable[Marked]:
    """dateparser.search.search_dates."""
    text, published = report.text, report.published
    search = importlib.import_module("dateparser.search").search_dates
    settings = {"RELATIVE_BASE": _reference(published), "PREFER_DATES_FROM": "past"}
    return _placed(text, search(text, languages=["en"], settings=settings) or [])


def parsedatetime(report: Report) -> Iterator[Marked]:
    """parsedatetime.Calendar.nlp."""
    text, published = report.text, report.published
    calendar = importlib.import_module("parsedatetime").Calendar()
    for day, _, start, end, words in calendar.nlp(text, sourceTime=_reference(published)) or ():
        yield Marked(start, end, day.date().isoformat()[: _grain(words)])


def datefinder(report: Report) -> Iterable[Marked]:
    """datefinder.find_dates."""
    text, published = report.text, report.published
    find = importlib.import_module("datefinder").find_dates
    found = find(text, index=True, base_date=_reference(published))
    return [Marked(s, e, day.date().isoformat()[: _grain(text[s:e])]) for day, (s, e) in found if e > s]


def timefhuman(report: Report) -> Iterator[Marked]:
    """Timefhuman with places; only single moments count."""
    text, published = report.text, report.published
    module = importlib.import_module("timefhuman")
    config = module.tfhConfig(
        now=_reference(published), return_matched_text=True, direction=module.Direction.previous
    )
    for words, (start, end), value in module.timefhuman(text, config=config):
        if isinstance(value, datetime):
            yield Marked(start, end, value.date().isoformat()[: _grain(words)])


def timexy(report: Report) -> Iterator[Marked]:
    """The spaCy component timexy, which knows no day of publication."""
    text = report.text
    importlib.import_module("timexy")
    for entity in _pipeline()(text).ents:
        value = re.search(r'value="([^"]*)"', entity.kb_id_)
        if value:
            grain = 10 if value[1].startswith("P") else _grain(entity.text)
            yield Marked(entity.start_char, entity.end_char, value[1][:grain])


def _pipeline(kept: list[Any] = []) -> Any:  # noqa: B006 - made once
    if not kept:
        kept.append(importlib.import_module("spacy").blank("en"))
        kept[0].max_length = 10_000_000
        kept[0].add_pipe("timexy", config={"kb_id_type": "timex3", "label": "timexy"})
    return kept[0]


def recognizers(report: Report) -> Iterator[Marked]:
    """Microsoft's recognizers: their TIMEX, completed from the last value that is not after the day of publication."""
    text, published = report.text, report.published
    recognize = importlib.import_module("recognizers_date_time").recognize_datetime
    for one in recognize(text, "en-us", reference=_reference(published)):
        values = (one.resolution or {}).get("values") or [{}]
        yield Marked(one.start, one.end + 1, _timex(values, published or "9999"))


def _timex(values: list[dict[str, str]], published: str) -> str:
    timex = values[0].get("timex", "")
    if "X" not in timex or timex.startswith("P") or "set" in values[0].get("type", ""):
        return timex
    days = [value.get("value") or value.get("start") or "" for value in values]
    day = max((each for each in days if each[:10] <= published), default=days[0])
    if timex.startswith("XXXX-WXX-") or timex.count("-") == 2:
        return day[:10] + timex.partition("T")[1] + timex.partition("T")[2]
    return day[:4] + timex[4:]


FINDERS: dict[str, Finder] = {
    each.__name__: each for each in (dateparser, parsedatetime, recognizers, timexy, timefhuman, datefinder)
}


def main() -> None:
    """Print the figures of one library."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.dates_libraries", description=__doc__)
    parser.add_argument("name", choices=FINDERS)
    parser.add_argument("--shared", type=Path, default=HERE.parent.parent / "shared")
    parser.add_argument("--part", choices=["develop", "aside", "timebank", "aquaint"], default="develop")
    parser.add_argument("--errors", type=Path)
    options = parser.parse_args()
    if options.errors and options.part not in ("develop", "aquaint"):
        parser.error("the part that is set aside is scored and not looked at")
    print(options.name, score(reports(options.shared, options.part), FINDERS[options.name], options.errors))


if __name__ == "__main__":
    main()
