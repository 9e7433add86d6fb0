"""`onrecord show`: one statement in its place, or one article with all that is said in it."""

import sys
from collections.abc import Iterator
from pathlib import Path

import click
from rich.console import Console
from rich.text import Text

from onrecord.cli.actor_lines import actor_page
from onrecord.cli.filters import ledger_argument
from onrecord.cli.passage import around, is_coloured, legend, passage
from onrecord.cli.running import say
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
    statements, or an actor.

    Of an actor (p-...) it shows names, roles with their time, and all that was said, by date, with outlet and chain;
    and apart from that what others said and it passed on.  The beginning of an id is enough where no other begins so.
    Content, cue and source have colours on a terminal and marks elsewhere.
    """
    console = Console(highlight=False)
    with Ledger.open(ledger) as opened:
        try:
            if given.startswith("p-"):
                for shown in actor_page(opened, given):
                    _print(console, shown)
            elif given.startswith("s-"):
                _show_statement(console, opened.record(given))
            else:
                _show_article(console, opened, given)
        except NotFoundError as error:
            say(str(error))
            sys.exit(PARTLY)
    sys.exit(DONE)


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
    for block in article.blocks:
        style = _STYLES.get(block.role, "")
        _print(console, passage(article, block.span, reading.statements, coloured=coloured, style=style), "")
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
