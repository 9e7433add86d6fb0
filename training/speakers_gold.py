"""A report of our corpus as the software would have read it, each statement with its marked speaker."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from corpus.debate import Debate
from corpus.report import Annotation, Report
from onrecord.model import Article, Block, Span, Speaker, Statement, content_hash, identify
from onrecord.resolution.speakers.entities import fold

_LEADING = frozenset(("the", "a", "an"))
_MARKS = str.maketrans("’‘“”", "''\"\"")


@dataclass(frozen=True, slots=True)
class Gold:
    """Who spoke: the names that are right for an actor, or the report's words for nobody named."""

    names: frozenset[str]
    own: str | None

    def is_right(self, speaker: Speaker | None) -> bool:
        """Whether a speaker is right; leaving it open is not."""
        return speaker is not None and self.fits(speaker.name)

    def fits(self, given: str) -> bool:
        """Whether a name is a form of the actor's; or one with the report's words, one within the other."""
        name = plain(given)
        if self.own is not None:
            return name == self.own or _within(name, self.own) or _within(self.own, name)
        return name in self.names


def plain(name: str) -> str:
    """A name without capitals, accents, and an article before it."""
    words = fold(name.translate(_MARKS))
    while len(words) > 1 and words[0] in _LEADING:
        words = words[1:]
    return " ".join(words)


def _within(inner: str, outer: str) -> bool:
    """Whether the one's words begin or end the other's: "senior official" and "senior official in the ministry"."""
    return bool(re.search(rf"(?<!\S){re.escape(inner)}(?!\S)", outer)) and len(inner) > 3


def golds_of(debate: Debate, report: Report) -> tuple[Article, list[Statement], list[Gold]]:
    """The report as an article, its statements by their marked places, and their speakers."""
    article = Article(
        doc=f"{debate.id}/{report.name}",
        text=report.text,
        blocks=tuple(Block(span=Span(*place), role=role) for role, place in report.blocks),
        format="text",
        source_hash=content_hash(report.text.encode()),
        title=report.title,
        byline=report.byline,
        outlet=report.outlet,
        published=report.published,
        language="en",
    )
    contents = {one.number: tuple(Span(*place) for place in one.content) for one in report.statements}
    ids = {number: identify(article.id, content) for number, content in contents.items()}
    statements = [
        Statement(
            id=ids[one.number],
            kind=one.kind,
            act=one.act,
            content=contents[one.number],
            cue=tuple(Span(*place) for place in one.cue),
            source=tuple(Span(*place) for place in one.source),
            confidence=1.0,
            parent=None if one.parent is None else ids[one.parent],
        )
        for one in report.statements
    ]
    return article, statements, [gold_of(debate, one) for one in report.statements]


def gold_of(debate: Debate, marked: Annotation) -> Gold:
    """The marked speaker of a statement."""
    if marked.speaker is not None:
        return Gold(forms(debate, [marked.speaker]), None)
    own = marked.unnamed or marked.group
    return Gold(frozenset(), None if own is None else plain(own))


def golds_of_names(debate: Debate, names: Iterable[str]) -> list[Gold]:
    """What is right for each of some marked names: a form of the actor's, or the report's words."""
    return [
        Gold(forms(debate, [name]), None) if name in debate.actors else Gold(frozenset(), plain(name))
        for name in names
    ]


def forms(debate: Debate, names: Iterable[str]) -> frozenset[str]:
    """Every form of the names of some actors."""
    actors = [debate.actors[name].names if name in debate.actors else (name,) for name in names]
    return frozenset(plain(form) for names in actors for form in names)
