"""The marked days of a text beside what the software makes of each statement."""

from collections.abc import Iterator

from onrecord.resolution.choosing import Weights
from onrecord.resolution.dates import find_dates
from onrecord.resolution.sayings import Dated, Dater
from onrecord.resolution.speakers.resolving import Resolver
from training.passed_on import Day, Text
from training.seen import names_in


def dater_of(text: Text, weights: Weights | None = None) -> Dater:
    """A text with its statements at their marked places, ready to be dated."""
    article = text.article
    resolver = Resolver(article, text.statements, names_in(article))
    list(resolver.opinions())
    dates = find_dates(article.text, article.published, article.blocks)
    words, who = resolver.cast.words, resolver.who
    return Dater(article, text.statements, words, dates, who, weights, named=resolver.named)


def days_of(text: Text) -> Iterator[tuple[Dated, Day]]:
    """Each statement of a text, from its marked places, with its options and its marked day."""
    dated = {one.statement.id: one for one in dater_of(text).dated()}
    for statement, marks in zip(text.statements, text.marks, strict=True):
        yield dated[statement.id], marks.day
