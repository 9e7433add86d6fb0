"""Follows the dates of an article from its beginning to its end and resolves each where it stands."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from onrecord.model import Block, DateExpression, Role, Span
from onrecord.resolution.dates.calendar import Unit
from onrecord.resolution.dates.cyclic import Cyclic
from onrecord.resolution.dates.grammar import Found, found_in
from onrecord.resolution.dates.head import day_at_head
from onrecord.resolution.dates.meanings import Fixed, FromPublication
from onrecord.resolution.dates.opening import opens_sentence
from onrecord.resolution.dates.scene import Read, Scene
from onrecord.resolution.dates.tense import direction
from onrecord.resolution.dates.tokens import Tokens, tokenise

_HISTORY = 3
"""Full dates of years before for one that is told from the day of publication, from which on a text is a history."""
_NEAR: frozenset[Unit] = frozenset({"day", "week", "weekend", "month", "quarter"})
"""Stretches from which weekdays and months are counted where the day of publication does not count."""
_COARSE: frozenset[Unit] = frozenset({"year", "decade", "century"})
"""Stretches that say nothing of the months and days that follow."""
_BESIDE: frozenset[Role] = frozenset({"heading", "byline", "caption", "boilerplate"})
"""Roles of blocks that stand beside the telling: what they speak of is not what the next sentence goes on from."""


_SOME_DAY = re.compile(r"(\d{4}-\d\d)-XX")


def find_dates(text: str, published: str | None, blocks: Iterable[Block] = ()) -> list[DateExpression]:
    """The date expressions of an article's text in order, none over another.

    `published` is the day of publication (`2023-06-07`), None where it is not known: then the day at the head of the
    article counts, and where it has none, what is told from it stays underspecified (`XXXX-WXX-1`), and weekdays, days
    and months are told from those before them.  `blocks` are those of the article;
    without them the text is taken as one telling.
    """
    tokens, blocks = tokenise(text), list(blocks)
    found = list(found_in(tokens))
    day = _day(published) or day_at_head(tokens, found, blocks)
    scene = Scene(published=day, telling=_is_history(found, day))
    beside = [block.span for block in blocks if block.role in _BESIDE]
    return list(_resolved(tokens, found, scene, beside))


def _resolved(
    tokens: Tokens, found: Iterable[Found], scene: Scene, beside: list[Span]
) -> Iterator[DateExpression]:
    beside = beside[::-1]
    for one in found:
        span = Span(tokens.starts[one.start], tokens.ends[one.end - 1])
        while beside and beside[-1].end <= span.start:
            beside.pop()
        scene.direction = direction(tokens, one.start, one.end)
        try:
            read = one.meaning.resolve(scene)
        except (ValueError, OverflowError):  # outside the calendar
            continue
        if not (beside and beside[-1].overlaps(span)):
            _go_on(scene, read, opened=opens_sentence(tokens.text, span.start))
        yield DateExpression(span=span, type=read.type, value=read.value, edtf=_edtf(read))


def _go_on(scene: Scene, read: Read, *, opened: bool) -> None:
    """What the text has now spoken of; a quarter of the year before is for comparison."""
    if read.point is None:
        return
    scene.here, scene.opened = read.point, opened
    if read.point.unit in _NEAR:
        scene.near = read.point
    if read.point.unit == "quarter" and (scene.quarter is None or read.point.index > scene.quarter.index - 4):
        scene.quarter = read.point


def _is_history(found: Iterable[Found], published: date | None) -> bool:
    """Whether full dates of years before outnumber what is told from the day of publication.

    Years to come make no history (a plant opens in 2036, the loan runs to 2050), nor do years alone a year's months:
    a comparison with 2019, 2021 and 2029 stays in its own year.  One date at least must be finer.
    """
    meanings = [one.meaning for one in found]
    points = [one.point for one in meanings if isinstance(one, Fixed)]
    past = [one for one in points if published is None or one.year < published.year]
    if published and all(one.unit in _COARSE for one in past):
        return False
    full = len(past)
    told = sum(
        isinstance(one, FromPublication) or (isinstance(one, Cyclic) and one.cycle == "weekday")
        for one in meanings
    )
    return full >= _HISTORY * (told + 1)


def _edtf(read: Read) -> str | None:
    """The year before Christ n is the year 1 - n of ISO 8601; some day of a month is that month."""
    if read.point is not None:
        return read.point.edtf
    if some := _SOME_DAY.match(read.value):
        return some[1]
    return f"-{int(read.value[2:]) - 1:04}" if read.value.startswith("BC") else None


def _day(published: str | None) -> date | None:
    try:
        return date.fromisoformat(published) if published else None
    except ValueError:
        return None
