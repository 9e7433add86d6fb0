"""Follows the dates of an article from its beginning to its end and resolves each where it stands."""

from collections.abc import Iterable, Iterator
from datetime import date

from onrecord.model import Block, DateExpression, Span
from onrecord.resolution.dates.grammar import Found, found_in
from onrecord.resolution.dates.meanings import Cyclic, Fixed, FromPublication, Read, Scene
from onrecord.resolution.dates.tense import direction
from onrecord.resolution.dates.tokens import Tokens, tokenise

_HISTORY = 3
"""Full dates for one that is told from the day of publication, from which on a text is a history."""


def find_dates(text: str, published: str | None, blocks: Iterable[Block] = ()) -> list[DateExpression]:
    """The date expressions of an article's text in order, none over another.

    `published` is the day of publication (`2023-06-07`), None where it is not known: then what is told from it stays
    underspecified.  Headings and bylines among `blocks` do not set the date that the text after them goes on from.
    """
    tokens = tokenise(text)
    found = list(found_in(tokens))
    scene = Scene(published=_day(published), telling=_is_history(found, _day(published)))
    return list(_resolved(tokens, found, scene))


def _resolved(tokens: Tokens, found: list[Found], scene: Scene) -> Iterator[DateExpression]:
    for one in found:
        scene.direction = direction(tokens, one.start, one.end)
        try:
            read = one.meaning.resolve(scene)
        except (ValueError, OverflowError):
            continue
        _go_on(scene, read)
        span = Span(tokens.starts[one.start], tokens.ends[one.end - 1])
        yield DateExpression(span=span, type=read.type, value=read.value, edtf=_edtf(read))


def _go_on(scene: Scene, read: Read) -> None:
    """What the text has now spoken of."""
    if read.point is None:
        return
    scene.here = read.point
    if read.point.unit == "quarter" and (scene.quarter is None or read.point.index > scene.quarter.index - 4):
        scene.quarter = read.point


def _is_history(found: list[Found], published: date | None) -> bool:
    """Whether full dates of other years outnumber what is told from the day of publication."""
    full = sum(
        isinstance(one.meaning, Fixed) and (published is None or one.meaning.point.year != published.year)
        for one in found
    )
    told = sum(
        isinstance(one.meaning, FromPublication)
        or (isinstance(one.meaning, Cyclic) and one.meaning.cycle == "weekday")
        for one in found
    )
    return full >= _HISTORY * (told + 1)


def _edtf(read: Read) -> str | None:
    if read.point is not None:
        return read.point.edtf
    return f"-{int(read.value[2:]) - 1:04}" if read.value.startswith("BC") else None


def _day(published: str | None) -> date | None:
    try:
        return date.fromisoformat(published) if published else None
    except ValueError:
        return None
