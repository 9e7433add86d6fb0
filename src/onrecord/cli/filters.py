"""The ledger argument and the conditions on statements: what `statements` and `export` share."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypedDict, TypeVar

import click

from onrecord.ledger import REVIEW_FILTERS, Filter, ReviewFilter
from onrecord.model import ACTS, KINDS, STANCES, Act, Kind, Stance

Command = TypeVar("Command", bound=Callable[..., Any])


class Conditions(TypedDict):
    """The values of the options, by the names of `Filter`."""

    source: str | None
    outlet: str | None
    kind: Kind | None
    act: Act | None
    speech_only: bool
    since: str | None
    until: str | None
    words: str | None
    article: str | None
    min_confidence: float | None
    review: ReviewFilter
    speaker: str | None
    role: str | None
    concept: str | None
    stance: Stance | None
    said_since: str | None
    said_until: str | None
    via: str | None
    to: str | None


_OPTIONS = (
    click.option("--source", metavar="WORDS", help="Words that stand in the source, in any case."),
    click.option("--outlet", metavar="NAME", help="The outlet's whole name, in any case."),
    click.option("--kind", type=click.Choice(KINDS), help="How the words are given."),
    click.option("--act", type=click.Choice(ACTS), help="What was done: words, or a thought or attitude."),
    click.option("--speech-only", is_flag=True, help="Somebody's words alone: speech and writing."),
    click.option("--since", metavar="DATE", help="Published then or later: 2023, 2023-06 or 2023-06-07."),
    click.option("--until", metavar="DATE", help="Published then or earlier, to the last day of it."),
    click.option(
        "--words", metavar="WORDS", help='Words of the statement; "a phrase" in marks, minist* for more.'
    ),
    click.option(
        "--article", metavar="ID", help="In the article with that id or its beginning, or of that file."
    ),
    click.option(
        "--min-confidence", type=click.FloatRange(0, 1), metavar="X", help="At least that sure, 0 to 1."
    ),
    click.option(
        "--review",
        type=click.Choice(REVIEW_FILTERS),
        default="standing",
        help="By what people made of it; standing (if not given) is all that is not rejected.",
    ),
    click.option(
        "--speaker", metavar="NAME", help="An actor (p-...), or one of its names, whole, in any case."
    ),
    click.option("--role", metavar="WORDS", help="Words that stand in the speaker's role, in any case."),
    click.option(
        "--via", metavar="NAME", help="Passed on by an actor (p-...), or one of its names, as --speaker."
    ),
    click.option("--to", metavar="NAME", help="Said to an actor or one of its names, as --speaker."),
    click.option("--concept", metavar="ID", help="Coded with that concept."),
    click.option(
        "--stance", type=click.Choice(STANCES), help="Coded with that stance, to --concept if given."
    ),
    click.option("--said-since", metavar="DATE", help="Said then or later."),
    click.option("--said-until", metavar="DATE", help="Said then or earlier, to the last day of it."),
)


def ledger_argument(command: Command) -> Command:
    """The path of the ledger, first of the arguments."""
    return click.argument("ledger", metavar="LEDGER", type=click.Path(path_type=Path))(command)


def filter_options(command: Command) -> Command:
    """The conditions on statements; the command takes them as `**conditions` for `selection`."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def limit_option(default: int | None) -> Callable[[Command], Command]:
    """How many results at most."""
    shown = "" if default is None else f" ({default})"
    return click.option(
        "--limit", type=click.IntRange(1), default=default, metavar="N", help=f"At most so many{shown}."
    )


def selection(conditions: Conditions) -> Filter:
    """The conditions that the options state; UsageError where a date is none."""
    return Filter(**conditions)
