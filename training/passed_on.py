"""Texts whose statements have their days, carriers and hearers marked, as the software would have read them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from corpus.debate import Debate
from corpus.news import PartOfNews, load_passed_on
from corpus.report import Annotation
from corpus.sheets import Stated
from onrecord.model import Article, Statement
from onrecord.resolution.sayings.place import INFERRED, OPEN
from training.speakers_gold import Gold, golds_of, golds_of_names, plain
from training.speakers_sheets import with_speakers

_NOT_SURE = str.maketrans("", "", "~?%")


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
        """Whether an option is right: the same days; for a concluded one, an interval that reaches to the day before

        publication, or to that day: annotators let it begin with the event that the report tells of.
        """
        if self.value is None:
            return value == OPEN
        if value == INFERRED:
            return self.inferred and self.value.split("/")[-1] in self._usual()
        return value.rstrip("~") == self.value

    def _usual(self) -> set[str]:
        day = date.fromisoformat(self.published)
        return {self.published, (day - timedelta(days=1)).isoformat()}


@dataclass(frozen=True, slots=True)
class Marks:
    """What is marked of one statement; numbers are those of the report."""

    number: int
    parent: int | None
    day: Day
    via: list[Gold]
    to: list[Gold]


@dataclass(frozen=True, slots=True)
class Text:
    """An article, its statements at their marked places, and what is marked of each, in the same order."""

    article: Article
    statements: list[Statement]
    marks: list[Marks]


def of_debates(debates: Iterable[Debate]) -> Iterator[Text]:
    """The reports of some debates of our corpus."""
    for debate in debates:
        for report in debate.reports:
            article, statements, _ = golds_of(debate, report)
            marks = [
                _marks(one, report.published, golds_of_names(debate, one.via), golds_of_names(debate, one.to))
                for one in report.statements
            ]
            yield Text(article, statements, marks)


def of_news(shared: Path, part: PartOfNews) -> Iterator[Text]:
    """Real news of which this is marked; whom nobody lists is right by the words of the report."""
    for sheet in load_passed_on(shared, part):
        for article, statements, _ in with_speakers([sheet]):
            dated = replace(article, published=sheet.published, outlet=sheet.outlet, kept_id=article.id)
            marks = [
                _marks(one, sheet.published or "", _words(one.via), _words(one.to))
                for one in sheet.statements
            ]
            yield Text(dated, statements, marks)


def _words(names: Iterable[str]) -> list[Gold]:
    return [Gold(frozenset(), plain(name)) for name in names]


def _marks(one: Annotation | Stated, published: str, via: list[Gold], to: list[Gold]) -> Marks:
    value = None if one.said_on is None else one.said_on.translate(_NOT_SURE)
    return Marks(one.number, one.parent, Day(value, one.inferred, published), via, to)
