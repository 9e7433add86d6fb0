"""The page of decisions: entries in, one HTML text out; without scripts, so that nothing at all runs in it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from onrecord.model import Article, Decision, action_of
from onrecord.publishing.harmless import label
from onrecord.publishing.logbook.words import said
from onrecord.publishing.whole_page import digest, environment, joined

_CONTEXT = 240  # code points of a statement's words: enough to know it again


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A decision, whether it was taken back, and what it was about: the words as they stand now, and the article.

    `who` is the name of the actor whom the decision names, `takes_back` the decision that an undo is about.
    """

    decision: Decision
    undone: bool
    words: str | None = None
    article: Article | None = None
    who: str | None = None
    takes_back: Decision | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    time: str
    coder: str
    action: str
    said: str
    about: str
    place: str
    id: str
    subject: str
    undone: bool


def render(entries: Iterable[Entry], *, title: str, made: str, version: str) -> str:
    """One HTML page of decisions, given with the latest first, by day; `made` is the time to show.

    The same arguments give the same text.
    """
    rows = [(entry.decision.at[: len("2024-03-01")], _row(entry)) for entry in entries]
    days = [(day, [row for _, row in of_day]) for day, of_day in groupby(rows, key=lambda one: one[0])]
    coders = Counter(row.coder for _, row in rows)
    style = joined(("report/assets/colours.css", "logbook/assets/logbook.css"))
    return environment("onrecord.publishing.logbook").get_template("page.html.j2").render(
        title=label(title),
        made=label(made),
        version=label(version),
        days=days,
        total=len(rows),
        coders=sorted(coders.items(), key=lambda one: (-one[1], one[0])),
        taken_back=sum(row.undone for _, row in rows),
        style=Markup(style),  # noqa: S704 - our own file
        policy=Markup(f"default-src 'none'; style-src {digest(style)}; base-uri 'none'; form-action 'none'"),  # noqa: S704
    )  # fmt: skip


def _row(entry: Entry) -> _Row:
    decision, article = entry.decision, entry.article
    place = [article.outlet, article.published, article.title] if article else []
    return _Row(
        time=decision.at[len("2024-03-01T") : len("2024-03-01T09:30:00")],
        coder=label(decision.coder.name),
        action=action_of(decision.change),
        said=label(said(decision.change, who=entry.who, takes_back=entry.takes_back)),
        about=label(entry.words or "", width=_CONTEXT),
        place=label(" · ".join(part for part in place if part)),
        id=decision.id,
        subject=label(decision.subject),
        undone=entry.undone,
    )
