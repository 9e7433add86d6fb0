"""Why a statement is here: how sure the machine is, what it found, what people decided."""

from itertools import islice

from rich.text import Text

from onrecord.cli.reviewing import describing
from onrecord.cli.reviewing.reasons import reasons
from onrecord.cli.reviewing.screen import Screen
from onrecord.cli.statement_table import one_line
from onrecord.ledger import Ledger
from onrecord.model import Record, Statement, words_at


def page(screen: Screen, ledger: Ledger, record: Record) -> list[Text]:
    """The page that answers, as long as the screen is high; where it is low, what people decided has half of it."""
    found = ledger.desk.found(record.statement.id)
    told = list(islice(describing.history(ledger, record.statement.id), screen.height))
    reasons = [Text("Why is it here?", "bold"), Text(), *_wrapped(screen, _reasons(record, found))]
    decided = [
        Text(),
        Text("What people decided, the latest first", "bold"),
        Text(),
        *_wrapped(screen, told or ["nobody has decided anything yet"]),
    ]
    room = screen.height - 2
    decided = _cut(decided, max(room - len(reasons), room // 2))
    return [*_cut(reasons, room - len(decided)), *decided, Text(), Text("any key goes back", "dim")]


def _cut(lines: list[Text], room: int) -> list[Text]:
    return lines if len(lines) <= room else [*lines[: max(room - 1, 0)], Text("…", "dim")]


def _reasons(record: Record, found: Statement | None) -> list[str]:
    if found is None:
        who = "A second reader, which is a model," if record.review.by_model else "A person"
        return [f"{who} found it; the machine did not."]
    text, now = record.article.text, record.statement
    told = [
        f"The machine is {found.confidence:.0%} sure that content and source are right together.",
        *_parts(text, found),
        *reasons(record.article, found),
    ]
    if (found.content, found.cue, found.source) != (now.content, now.cue, now.source):
        told += ["A person moved it; now it is", *_parts(text, now)]
    return told


def _parts(text: str, statement: Statement) -> list[str]:
    return [
        f"content: {words_at(text, statement.content)}",
        f"cue: {words_at(text, statement.cue) or '–'}",
        f"source: {words_at(text, statement.source) or '–'}",
    ]


def _wrapped(screen: Screen, told: list[str]) -> list[Text]:
    return [line for each in told for line in screen.wrap(Text(one_line(each)))]
