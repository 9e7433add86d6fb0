"""The grammar at work: which rules are found where in a text, the longest at each place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from onrecord.resolution.dates import (
    absolute,
    bare_days,
    clock,
    lengths,
    quarters,
    relative,
    returning,
    vague,
)
from onrecord.resolution.dates.clock import AtTime, Clock
from onrecord.resolution.dates.meanings import Plain
from onrecord.resolution.dates.rules import Rule
from onrecord.resolution.dates.scene import Meaning
from onrecord.resolution.dates.tokens import CODES, Tokens

_TABLES = (absolute, quarters, returning, bare_days, relative, clock, vague, lengths)
RULES: tuple[Rule, ...] = tuple(rule for table in _TABLES for rule in table.RULES)
"""In this order where two find places of one length."""

_BY_FIRST = {code: tuple(rule for rule in RULES if code in rule.pattern.first) for code in CODES.values()}
_BEGIN = re.compile("[" + "".join(re.escape(code) for code, some in _BY_FIRST.items() if some) + "]")
_TOO_MANY = 4
"""Tokens by which a refused match is shortened at most."""
_BETWEEN = frozenset(CODES[name] for name in ("comma", "on", "at", "zone", "local", "dot"))


@dataclass(frozen=True, slots=True)
class Found:
    """A date at tokens `start` up to `end`, with its meaning."""

    start: int
    end: int
    meaning: Meaning


def found_in(tokens: Tokens) -> Iterator[Found]:
    """The dates of a text in order, none over another."""
    return _joined(tokens, _separate(tokens))


@cache
def _any(code: str) -> re.Pattern[str]:
    """Whether any rule is there at all, where a token of this class stands: one look where there would be dozens."""
    return re.compile("|".join(rule.pattern.unlabelled for rule in _BY_FIRST[code]))


def _separate(tokens: Tokens) -> Iterator[Found]:
    codes, at = tokens.codes, 0
    while begin := _BEGIN.search(codes, at):
        at = begin.start()
        one = _longest(tokens, at) if _any(codes[at]).match(codes, at) else None
        if one:
            yield one
        at = one.end if one else at + 1


def _longest(tokens: Tokens, at: int) -> Found | None:
    """The longest match whose reader takes it for a date; of two of one length the rule that stands first."""
    matches = [
        (parts.end, rule, parts) for rule in _BY_FIRST[tokens.codes[at]] if (parts := rule.match(tokens, at))
    ]
    refused: list[tuple[int, Rule]] = []
    best: Found | None = None
    for last, rule, parts in sorted(matches, key=lambda match: -match[0]):
        if (meaning := rule.reader(parts)) is not None:
            best = Found(at, last, meaning)
            break
        if parts.has("year") and not parts.word("year").isdigit():
            refused.append((last, rule))
    return _shorter(tokens, at, refused, best)


def _shorter(tokens: Tokens, at: int, refused: list[tuple[int, Rule]], best: Found | None) -> Found | None:
    """What refused rules find in fewer tokens, if that is longer: "20 January, two weeks before" has no year."""
    for last, rule in refused:
        end = last - 1
        while end > (best.end if best else at) and end >= last - _TOO_MANY:
            parts = rule.match(tokens, at, end)
            if parts is None:
                break
            if parts.end > (best.end if best else at) and (meaning := rule.reader(parts)) is not None:
                best = Found(at, parts.end, meaning)
                break
            end = parts.end - 1
    return best


def _joined(tokens: Tokens, found: Iterator[Found]) -> Iterator[Found]:
    """A clock time and the day beside it are one expression: 5 p.m. Nov. 9, Friday at 10:30."""
    last: Found | None = None
    for one in found:
        if last and (both := _both(tokens, last, one)):
            last = both
            continue
        if last:
            yield last
        last = one
    if last:
        yield last


def _both(tokens: Tokens, one: Found, other: Found) -> Found | None:
    between = tokens.codes[one.end : other.start]
    if len(between) > 2 or not set(between) <= _BETWEEN:
        return None
    for time, day in ((one, other), (other, one)):
        if isinstance(time.meaning, Clock) and not isinstance(day.meaning, (Clock, Plain)):
            return Found(one.start, other.end, AtTime(day.meaning, time.meaning.time))
    return None
