"""The page of decisions: entries in, one HTML text out; its one script, the filter, is ours."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from onrecord.model import Article, Coder, Decision, Undo, action_of
from onrecord.publishing.harmless import label
from onrecord.publishing.logbook.words import said
from onrecord.publishing.whole_page import digest, environment, joined

_FIRST = 500  # rows laid out at once; a browser keeps the rest as text: 20,000 as elements take it seconds
_CONTEXT = 240  # code points of a statement's words: enough to know it again


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A decision, whether it was taken back, and what it was about: the words as they stand now, and the article.

    `word` is the word for what was done, `who` the name of the actor whom the decision names, `takes_back` the decision
    that an undo is about.
    """

    decision: Decision
    undone: bool
    words: str | None = None
    article: Article | None = None
    who: str | None = None
    takes_back: Decision | None = None
    word: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Undoing:
    """Which decision took one back, and whose it is."""

    id: str
    coder: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    day: str
    time: str
    coder: str
    action: str
    said: str
    about: str
    place: str
    id: str
    subject: str
    settles: bool
    undone: bool
    back: _Undoing | None


def render(entries: Iterable[Entry], *, title: str, made: str, version: str) -> str:
    """One HTML page of decisions, given with the latest first, by day; `made` is the time to show.

    The same arguments give the same text.  A filter shows itself where scripts run, and the older
    decisions are set in as they are asked for; without scripts all is there to read.
    """
    rows = list(_rows(entries))
    style = joined(("report/assets/colours.css", "logbook/assets/logbook.css"))
    script = joined(("logbook/assets/filter.js",))
    return environment("onrecord.publishing.logbook").get_template("page.html.j2").render(
        title=label(title),
        made=label(made),
        version=label(version),
        first=_by_day(rows[:_FIRST]),
        rest=_by_day(rows[_FIRST:]),
        counts=Counter(row.day for row in rows),
        total=len(rows),
        coders=_counted(row.coder for row in rows),
        actions=_counted(row.action for row in rows),
        ids={row.id for row in rows},
        taken_back=sum(row.undone for row in rows),
        number="{:,}".format,
        style=Markup(style),  # noqa: S704 - our own file
        script=Markup(script),  # noqa: S704 - as above
        policy=Markup(  # noqa: S704 - as above
            f"default-src 'none'; style-src {digest(style)}; script-src {digest(script)};"
            " base-uri 'none'; form-action 'none'"
        ),
    )  # fmt: skip


def _by_day(rows: Iterable[_Row]) -> list[tuple[str, list[_Row]]]:
    return [(day, list(of_day)) for day, of_day in groupby(rows, key=lambda row: row.day)]


def _counted(names: Iterable[str]) -> list[tuple[str, int]]:
    return sorted(Counter(names).items(), key=lambda one: (-one[1], one[0]))


def _rows(entries: Iterable[Entry]) -> Iterator[_Row]:
    undoing: dict[str, _Undoing] = {}  # the latest comes first, so an undo before what it takes back
    for entry in entries:
        decision = entry.decision
        if isinstance(decision.change, Undo) and not entry.undone:
            undoing[decision.subject] = _Undoing(id=decision.id, coder=_coder(decision.coder))
        yield _row(entry, undoing.get(decision.id))


def _row(entry: Entry, back: _Undoing | None) -> _Row:
    decision, article = entry.decision, entry.article
    place = [article.outlet, article.published, article.title] if article else []
    return _Row(
        day=decision.at[: len("2024-03-01")],
        time=decision.at[len("2024-03-01T") : len("2024-03-01T09:30:00")],
        coder=_coder(decision.coder),
        action=entry.word or action_of(decision.change),
        said=label(said(decision.change, who=entry.who, takes_back=entry.takes_back)),
        about=label(entry.words or "", width=_CONTEXT),
        place=label(" · ".join(part for part in place if part)),
        id=decision.id,
        subject=label(decision.subject),
        settles=decision.settles,
        undone=entry.undone,
        back=back,
    )


def _coder(coder: Coder) -> str:
    return label(coder.name) + (" (a model)" if coder.kind == "model" else "")
