"""The marked days of our corpus beside what the software makes of each statement."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from corpus.debate import Debate
from corpus.report import Annotation, Report
from onrecord.model import Article, Statement
from onrecord.resolution.choosing import Weights
from onrecord.resolution.dates import find_dates
from onrecord.resolution.sayings import Dated, Dater
from onrecord.resolution.sayings.place import INFERRED, OPEN
from onrecord.resolution.speakers.resolving import Resolver
from training.seen import names_in
from training.speakers_gold import golds_of


@dataclass(frozen=True, slots=True)
class Day:
    """The marked day of a statement: in EDTF without the marks for about and perhaps; None where none can be told."""

    value: str | None
    inferred: bool
    published: str

    @property
    def told(self) -> bool:
        """Whether the text tells it."""
        return self.value is not None and not self.inferred

    def fits(self, value: str) -> bool:
        """Whether an option is right: the same days; for a concluded one, the day of publication or the one before."""
        if self.value is None:
            return value == OPEN
        if value == INFERRED:
            return self.inferred and set(self.value.split("/")) <= self._usual()
        return value.rstrip("~") == self.value

    def _usual(self) -> set[str]:
        day = date.fromisoformat(self.published)
        return {self.published, (day - timedelta(days=1)).isoformat()}


def day_of(report: Report, marked: Annotation) -> Day:
    """The marked day of one statement."""
    value = (
        None if marked.said_on is None else marked.said_on.replace("~", "").replace("?", "").replace("%", "")
    )
    return Day(value, marked.inferred, report.published)


def dater_of(
    debate: Debate, report: Report, weights: Weights | None = None
) -> tuple[Article, Dater, list[Statement]]:
    """A report with its statements at their marked places, ready to be dated."""
    article, statements, _ = golds_of(debate, report)
    resolver = Resolver(article, statements, names_in(article))
    list(resolver.opinions())
    dates = find_dates(article.text, article.published, article.blocks)
    words, who = resolver.cast.words, resolver.who
    return article, Dater(article, statements, words, dates, who, weights, named=resolver.named), statements


def days_of(debate: Debate, report: Report) -> Iterator[tuple[Article, Dated, Day]]:
    """Each statement of a report, from its marked places, with its options and its marked day."""
    article, dater, statements = dater_of(debate, report)
    dated = {one.statement.id: one for one in dater.dated()}
    for statement, marked in zip(statements, report.statements, strict=True):
        yield article, dated[statement.id], day_of(report, marked)
