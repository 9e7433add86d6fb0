"""What a date expression may mean as a day on which something was said: nothing is said in the future."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from onrecord.model import DateExpression
from onrecord.model.edtf import is_edtf

_SEASON = re.compile(r"(\d{4})-(2[1-3])")
_MONTHS_OF = {"21": ("03", "05"), "22": ("06", "08"), "23": ("09", "11")}
_AGO = re.compile(
    r"(?:(?:just|only|some|about|around|nearly|almost|more than|over|not) )*"
    r"(a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2}) (week|fortnight|month|year)s? ago",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"(?:(?:this|late|early|on)\s+)*(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?\.?"
    r"(?:\s+(?:morning|afternoon|evening|night))?"
    r"|(?:(?:late|early|mid|in)[\s-]+)*(?:january|february|march|april|may|june|july|august|september|october|november"
    r"|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?",
    re.IGNORECASE,
)
"""A weekday or month alone, whose tense we may have read wrong; "next Monday" and "12 May" say which they mean."""
_NUMBERS = "zero one two three four five six seven eight nine ten eleven twelve".split()
_BEFORE = re.compile(
    r"(?:\b(?:between|from)\s+)(\d{1,2})(?:st|nd|rd|th)?\s+(?:and|to)\s+(?:the )?$", re.IGNORECASE
)
_DASHED = re.compile(r"(\d{1,2})[-–—]$")
_AFTER = re.compile(
    r"\s*(?:to|and|-|–|—)\s*(\d{1,2})\b(?!\s*(?:per|%|million|billion|p\.?m|a\.?m))", re.IGNORECASE
)
_OPENED = re.compile(r"\b(?:between|from)\s+$", re.IGNORECASE)


def day_of(published: str | None) -> date | None:
    """The day of publication as a date."""
    try:
        return date.fromisoformat(published) if published else None
    except ValueError:
        return None


def ends(value: str) -> tuple[date, date]:
    """The first and last day of a value in EDTF (a day, a month, a year or an interval of such)."""
    low, _, high = value.partition("/")
    return _end(low, first=True), _end(high or low, first=False)


def _end(value: str, *, first: bool) -> date:
    parts = [int(part) for part in value.rstrip("~?%").split("-")]
    if len(parts) == 3:
        return date(parts[0], parts[1], parts[2])
    if first:
        return date(parts[0], parts[1] if len(parts) == 2 else 1, 1)
    month = parts[1] if len(parts) == 2 else 12
    following = (
        date(parts[0] + month // 12, month % 12 + 1, 1) if (parts[0], month) < (9999, 12) else date.max
    )
    return following - timedelta(days=1) if following != date.max else following


def values(one: DateExpression, text: str, published: date | None) -> Iterator[tuple[str, bool, bool]]:
    """What an expression may mean as a day of saying: the value, whether about, whether read one turn back."""
    value = _plain(one.edtf or "")
    ago = _AGO.fullmatch(one.span.of(text)) if published else None
    if ago and published:
        day = _ago(ago, published)
        if day:
            yield day, True, False
        return
    if value is None or not is_edtf(value):
        return
    first, last = ends(value)
    joined = _interval(one, text, first) if first == last else None
    if joined:
        value = joined
        first, last = ends(value)
    if published and first > published:
        turned = _turned(value, first, published) if _BARE.fullmatch(one.span.of(text)) else None
        if turned:
            yield turned, False, True
        return
    if published and "/" in value and last > published:
        value = since(value, published)
    yield value, False, False


def since(value: str, published: date) -> str:
    """ "Since October": from then to the day of publication, as fine as the value is; one day or month where both fall
    together ("since December" in December)."""
    first = value.partition("/")[0]
    last = published.isoformat()[: len(first)]
    return first if first == last else f"{first}/{last}"


def _plain(edtf: str) -> str | None:
    """The value with seasons as months and decades left out."""
    season = _SEASON.fullmatch(edtf)
    if season is None:
        return edtf if "X" not in edtf else None
    year, number = season.groups()
    return "/".join(f"{year}-{month}" for month in _MONTHS_OF[number])


def _ago(found: re.Match[str], published: date) -> str | None:
    """ "Three weeks ago" as that day, "two months ago" as that month, "a year ago" as that month of the year before.

    None where that lies before the year 1: the day of publication is wrong then (0001-01-01 stands for none in .NET).
    """
    word, unit = found[1].lower(), found[2].lower()
    count = int(word) if word.isdigit() else 1 if word in ("a", "an") else _NUMBERS.index(word)
    if unit in ("week", "fortnight"):
        return _earlier(published, 7 * count * (2 if unit == "fortnight" else 1))
    months = published.year * 12 + published.month - 1 - count * (12 if unit == "year" else 1)
    if months < 12:
        return None
    month = f"{months // 12:04}-{months % 12 + 1:02}"
    return month if unit == "month" or count == 1 else month[:4]


def _interval(one: DateExpression, text: str, first: date) -> str | None:
    """ "Between 8 and 12 April", "from April 1 to 4", "8-12 April": both ends."""
    before = text[max(one.span.start - 30, 0) : one.span.start]
    number = _BEFORE.search(before) or _DASHED.search(before)
    if number and 0 < int(number[1]) < first.day:
        return f"{first.replace(day=int(number[1])).isoformat()}/{first.isoformat()}"
    after = _AFTER.match(text, one.span.end)
    if after and _OPENED.search(before):
        try:
            last = first.replace(day=int(after[1]))
        except ValueError:
            return None
        return f"{first.isoformat()}/{last.isoformat()}" if last > first else None
    return None


def _turned(value: str, first: date, published: date) -> str | None:
    """A weekday or month to come, read as the last one that has been; None for what is no such thing."""
    ahead = (first - published).days
    if len(value) == 10 and ahead <= 7:
        return _earlier(first, 7)
    if len(value) == 7 and ahead < 366 and first.year > 1:
        return f"{first.year - 1:04}-{first.month:02}"
    return None


def _earlier(day: date, by: int) -> str | None:
    """The day so many days before, if the calendar has it."""
    return date.fromordinal(day.toordinal() - by).isoformat() if day.toordinal() > by else None
