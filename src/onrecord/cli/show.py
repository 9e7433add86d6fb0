"""`onrecord show`: one statement in its place, or one article with all that is said in it."""

import sys
from collections.abc import Iterator
from pathlib import Path

import click
from rich.console import Console
from rich.text import Text

from onrecord.cli.actor_lines import actor_page
from onrecord.cli.actor_naming import actor_named
from onrecord.cli.filters import ledger_argument
from onrecord.cli.passage import around, is_coloured, legend, passage, worth_showing
from onrecord.cli.running import counted, say
from onrecord.cli.statement_table import one_line
from onrecord.cli.status import DONE, PARTLY
from onrecord.errors import NotFoundError
from onrecord.ledger import Ledger
from onrecord.model import Addressee, Article, Carrier, Record
from onrecord.model.codebook import spelled

_STYLES = {"heading": "bold", "boilerplate": "dim"}  # of blocks; the others are plain


@click.command()
@ledger_argument
@click.argument("given", metavar="ID")
def show(ledger: Path, given: str) -> None:
    """Show a statement (s-...) of LEDGER in its context, an article (a-..., or its file) with all its
    statements, or an actor (p-..., or a name that one alone has).

    Of an actor it shows names, roles with their time, and all that was said, by date, with outlet and chain;
    and apart from that what others said and it passed on; `onrecord actors show` tells how articles call it.  The
    beginning of an id is enough where no other begins so.
    Content, cue and source have colours on a terminal and marks elsewhere.  Of an article's boilerplate (menus, front
    matter) only what a statement stands in is shown.
    """
    console = Console(highlight=False)
    with Ledger.open(ledger) as opened:
        try:
            _show(console, opened, given)
        except NotFoundError as error:
            say(str(error))
            sys.exit(PARTLY)
    sys.exit(DONE)


def _show(console: Console, ledger: Ledger, given: str) -> None:
    if given.startswith("s-"):
        _show_statement(console, ledger.record(given))
    elif given.startswith("p-"):
        _print(console, *actor_page(ledger, given))
    else:
        try:
            article = ledger.article(given)
        except NotFoundError as error:
            if error.code == "ambiguous" or given.startswith("a-"):
                raise
            _print(console, *actor_page(ledger, _actor_named(ledger, given, str(error))))
        else:
            _show_article(console, ledger, article.id)


def _actor_named(ledger: Ledger, given: str, no_article: str) -> str:
    """The id of the actor of that name; where nobody has it, neither has an article."""
    try:
        return actor_named(ledger, given)
    except NotFoundError as error:
        if error.code == "ambiguous":
            raise
        raise NotFoundError(f"{no_article}; and {error}") from error


def _show_statement(console: Console, record: Record) -> None:
    article, statement, coloured = record.article, record.statement, is_coloured(console)
    _show_head(console, article)
    for block in around(article, statement):
        shown = passage(article, block.span, [statement], coloured=coloured) if block else Text("[…]", "dim")
        _print(console, shown, "")
    facts: list[str] = [statement.id, statement.kind, statement.act]
    if not record.review.by_model:  # of which nobody knows how sure it is
        facts.append(f"confidence {statement.confidence:.2f}")
    if statement.parent:
        facts.append(f"inside {statement.parent}")
    _print(console, legend(coloured=coloured), " · ".join(facts), *_decided(record))


def _decided(record: Record) -> Iterator[str]:
    """Who made it, through whom, when, its codes and its state of review: what of that is known."""
    statement, review = record.statement, record.review
    if statement.speaker:
        role = f", {one_line(statement.speaker.role)}" if statement.speaker.role else ""
        actor = f" · {statement.speaker.actor}" if statement.speaker.actor else ""
        yield f"said by {one_line(statement.speaker.name)} ({statement.speaker.type}{role}){actor}"
    if statement.via:
        yield f"through {', '.join(map(_named, statement.via))}"
    if statement.to:
        yield f"said to {', '.join(map(_named, statement.to))}"
    if statement.said_on:
        yield f"said on {statement.said_on.value}" + (" (inferred)" if statement.said_on.inferred else "")
    for code in record.codes:
        yield f"{one_line(code.concept)}: {code.stance} (coded by {one_line(code.coder)})"
    for each in record.values:
        of = f"{one_line(each.concept)}, " if each.concept else ""
        further = f", {each.entry}: {each.stance or 'no stance'}" if each.entry > 1 else ""
        given = ", ".join(f"{one_line(one.variable)} {one_line(spelled(one.value))}" for one in each.values)
        yield f"{of}{given} (coded by {one_line(each.coder)}{further})"
    flags = {
        "corrected": review.corrected,
        "added by a person": review.added and not review.by_model,
        "added by a model, and no person has accepted it": review.by_model,
        "needs another look: the latest reading does not find it": review.needs_look,
        "coders differ": review.contested,
    }
    state = [review.state, *(words for words, holds in flags.items() if holds)]
    if state != ["unreviewed"]:
        yield " · ".join(state)


def _named(one: Carrier | Addressee) -> str:
    return f"{one_line(one.name)} ({one.actor})" if one.actor else one_line(one.name)


def _show_article(console: Console, ledger: Ledger, given: str) -> None:
    (reading,) = ledger.readings([given])
    article, coloured = reading.article, is_coloured(console)
    _show_head(console, article)
    shown = worth_showing(article, reading.statements)
    for block in shown:
        style = _STYLES.get(block.role, "")
        _print(console, passage(article, block.span, reading.statements, coloured=coloured, style=style), "")
    if left_out := len(article.blocks) - len(shown):
        _print(console, Text(f"({counted(left_out, 'block')} of boilerplate left out)", "dim"), "")
    if not reading.statements:
        skipped = ledger.why_skipped(article.doc)
        _print(console, one_line(skipped.detail) if skipped else "No statements were found in it.")
        return
    _print(console, legend(coloured=coloured))
    for record in reading.records():
        source = one_line(record.source_words) or "–"
        _print(console, f"{record.statement.id}  {source}: {one_line(record.words)}")


def _show_head(console: Console, article: Article) -> None:
    facts = [one_line(fact) for fact in (article.outlet, article.published, article.byline) if fact]
    places = [one_line(place) for place in (article.id, article.doc, article.url) if place]
    _print(
        console,
        Text(one_line(article.title) or "(without a title)", "bold"),
        " · ".join(facts or ["undated"]),
    )
    _print(console, Text(" · ".join(places), "dim"), "")


def _print(console: Console, *lines: Text | str) -> None:
    """Print lines as they are; a terminal wraps them between words, a pipe gets each whole."""
    for line in lines:
        console.print(line, markup=False, soft_wrap=not console.is_terminal)
