"""What speaks for the speaker, the day, the chain and the hearers that the machine found: the words they rest on."""

import re
from collections.abc import Iterator

from onrecord.cli.statement_table import one_line
from onrecord.model import Article, SaidOn, Speaker, Statement, words_at

_AROUND = 40  # letters on each side of a name: enough to see what the article says of it


def reasons(article: Article, found: Statement) -> Iterator[str]:
    """A line for each of them, the speaker first."""
    yield f"speaker: {_speaker(article, found)}"
    yield f"day: {_day(article, found.said_on)}"
    for label, some in (("via", found.via), ("to", found.to)):
        for one in some:
            yield f"{label}: {one.name}, {_stands(article, found, one.name)}"


def _speaker(article: Article, found: Statement) -> str:
    speaker, source = found.speaker, words_at(article.text, found.source)
    if speaker is None:
        of = f" for “{one_line(source)}”" if source else ""
        return f"open: nobody was likely enough{of}"
    return f"{_known(speaker)}; {_stands(article, found, speaker.name)}"


def _known(speaker: Speaker) -> str:
    role = f", {speaker.role}" if speaker.role else ""
    # A second reader's word: nobody knows how sure it is.
    sure = f", {speaker.confidence:.0%} sure" if speaker.confidence else ""
    return f"{speaker.name}{role}{sure}"


def _day(article: Article, said_on: SaidOn | None) -> str:
    if said_on is None:
        return "open: no words were likely enough to say when"
    sure = f"{said_on.value}, {said_on.confidence:.0%} sure"
    counted = f"the day of publication, {article.published}" if article.published else "no day of publication"
    if said_on.span is None:
        return f"{sure}; no words say so: it follows from {counted}"
    words = one_line(said_on.span.of(article.text))
    return f"{sure}; by the words “{words}”, with {counted}"


def _stands(article: Article, found: Statement, name: str) -> str:
    """Where the name stands: in the source itself, else the last time before it, else the first time after it."""
    at = min(span.start for span in (*found.source, *found.cue, *found.content))
    for wanted in dict.fromkeys((name, name.rsplit(maxsplit=1)[-1] if name.split() else name)):
        places = [each.span() for each in re.finditer(rf"(?<!\w){re.escape(wanted)}(?!\w)", article.text)]
        if any(span.start <= start and end <= span.end for span in found.source for start, end in places):
            return "named in the source"
        before = [place for place in places if place[0] < at]
        if places:
            return f"named in {_shown(article.text, *(before[-1] if before else places[0]))}"
    return "whose name the article has nowhere in that form"


def _shown(text: str, start: int, end: int) -> str:
    """A place with a few words around it, whole ones."""
    left = text.rfind(" ", 0, max(start - _AROUND, 0)) + 1 if start > _AROUND else 0
    right = text.find(" ", min(end + _AROUND, len(text)))
    right = len(text) if right < 0 else right
    return f"“{'…' if left else ''}{one_line(text[left:right])}{'…' if right < len(text) else ''}”"
