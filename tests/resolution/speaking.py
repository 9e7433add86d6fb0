"""Statements of a small article, by words, and who made them."""

from building import article, statement

from onrecord.model import Article, Speaker, Statement
from onrecord.resolution.resolving import resolve
from onrecord.resolution.speakers import opinions


def told(
    text: str, *parts: tuple[str, str | None, str | None], **facts: object
) -> tuple[Article, list[Statement]]:
    """An article and its statements, each as (content, cue, source)."""
    report = article(text, **facts)
    return report, [statement(report, content, cue=cue, source=source) for content, cue, source in parts]


def speakers(text: str, *parts: tuple[str, str | None, str | None], **facts: object) -> list[Speaker | None]:
    """Who is given out as the speaker of each statement."""
    report, found = told(text, *parts, **facts)
    return [one.speaker for one in resolve(report, found)]


def likeliest(text: str, *parts: tuple[str, str | None, str | None], **facts: object) -> list[str | None]:
    """The name of the likeliest speaker of each statement, sure or not; None where leaving it open is likelier."""
    report, found = told(text, *parts, **facts)
    return [
        one.speakers[0].name if one.speakers and one.speakers[0].confidence > one.open else None
        for one in opinions(report, found)
    ]
