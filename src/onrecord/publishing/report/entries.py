"""The statements of the page, numbered: what the articles, the index and the timeline all refer to."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from onrecord.model import WORDED, Article, Reading, Span, Statement, words_at
from onrecord.publishing.days import day, written
from onrecord.publishing.harmless import label
from onrecord.publishing.report.segments import Mark

NO_OUTLET = "Outlet not known"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A statement with its numbers: `ref` counts over the page from 0, `place` within its article from 1.

    `anchor` is the statement's id, or None where an earlier statement of the page has the same id.
    """

    article: Article
    statement: Statement
    ref: int
    place: int
    anchor: str | None

    @property
    def source(self) -> str:
        """The source's words as the article writes them, in one line; empty where it names none."""
        return label(words_at(self.article.text, self.statement.source))

    @property
    def who(self) -> str:
        """The speaker's name in one line, or the source's words where nobody found out who that is."""
        speaker = self.statement.speaker
        return label(speaker.name) if speaker else self.source

    @property
    def doubtful(self) -> bool:
        """Whether somebody is named who is likely to have spoken, and not sure."""
        speaker = self.statement.speaker
        return speaker is not None and speaker.doubtful

    @property
    def worded(self) -> bool:
        """Whether words are reported, no mere thought or attitude."""
        return self.statement.act in WORDED

    @property
    def cue(self) -> str:
        """The words that attribute, in one line; empty where there are none."""
        return label(words_at(self.article.text, self.statement.cue))

    @property
    def percent(self) -> int:
        """The confidence as a whole percentage; 100 only where it is 1, so that no doubt is rounded away."""
        return int(self.statement.confidence * 100)

    @property
    def unchecked(self) -> bool:
        """Whether a second reader added it and no person has accepted it: nobody knows how sure it is."""
        return not self.statement.confidence

    @property
    def when(self) -> str:
        """When it was said, in EDTF; with what is added where no words say so; empty where nobody knows."""
        said_on = self.statement.said_on
        if said_on is None:
            return ""
        return f"said {said_on.value}" + (
            ", concluded from the day of publication" if said_on.inferred else ""
        )

    @property
    def facts(self) -> str:
        """When it was said, through whom it came and to whom it was said: what of that is known, in one line."""
        through, to = (
            ", ".join(label(one.name) for one in some) for some in (self.statement.via, self.statement.to)
        )
        known = (self.when, through and f"through {through}", to and f"said to {to}")
        return "; ".join(each for each in known if each)

    def words(self, width: int) -> str:
        """The content's words in one line of at most `width` code points."""
        return label(words_at(self.article.text, self.statement.content), width=width)

    def marks(self) -> Iterator[Mark]:
        """Every place of the statement in the article's text."""
        parts = self.statement
        yield from (Mark(span=span, statement=self.ref, part="content") for span in parts.content)
        yield from (Mark(span=span, statement=self.ref, part="cue") for span in parts.cue)
        yield from (Mark(span=span, statement=self.ref, part="source") for span in parts.source)


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """An article of the page: its number from 1, the day it appeared if known, and its statements."""

    number: int
    article: Article
    published: date | None
    also: tuple[str, ...]
    entries: tuple[Entry, ...]

    @property
    def outlet(self) -> str:
        """The outlet's name, or that none is known."""
        return label(self.article.outlet or "") or NO_OUTLET

    @property
    def name(self) -> str:
        """What to call the article: its title, or where it came from."""
        return label(self.article.title or "") or label(self.article.doc)

    @property
    def when(self) -> str:
        """The day it appeared, in words; what the source says instead, where that is no whole day; or nothing."""
        return written(self.published) if self.published else label(self.article.published or "")


def arrange(readings: Iterable[Reading]) -> list[Item]:
    """The articles in the order of their days, those without a day last; an article read twice stands once."""
    found: dict[str, Reading] = {}
    also: dict[str, list[str]] = {}
    for reading in readings:
        kept = found.setdefault(reading.article.id, reading)
        if kept is not reading and reading.article.doc not in also.setdefault(kept.article.id, []):
            also[kept.article.id].append(reading.article.doc)
    items: list[Item] = []
    ref = 0
    taken: set[str] = set()
    for number, reading in enumerate(sorted(found.values(), key=_order), start=1):
        entries = tuple(_entries(reading, ref, taken))
        ref += len(entries)
        published = day(reading.article.published)
        docs = tuple(label(doc) for doc in also.get(reading.article.id, ()))
        items.append(
            Item(number=number, article=reading.article, published=published, also=docs, entries=entries)
        )
    return items


def _order(reading: Reading) -> tuple[bool, date, str, str, str]:
    article = reading.article
    published = day(article.published)
    return (
        published is None,
        published or date.max,
        article.outlet or "",
        article.title or "",
        article.doc,
    )


def _entries(reading: Reading, ref: int, taken: set[str]) -> Iterator[Entry]:
    for place, statement in enumerate(sorted(reading.statements, key=_first_place), start=1):
        anchor = None if statement.id in taken else statement.id
        taken.add(statement.id)
        yield Entry(
            article=reading.article,
            statement=statement,
            ref=ref + place - 1,
            place=place,
            anchor=anchor,
        )


def _first_place(statement: Statement) -> tuple[Span, tuple[Span, ...]]:
    return (min((*statement.source, *statement.cue, *statement.content)), statement.content)
