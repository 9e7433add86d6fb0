"""`onrecord search`: words in articles and statements, best hits first."""

import re
import sys
from pathlib import Path

import click
from rich.console import Console
from rich.text import Text

from onrecord.cli.filters import ledger_argument, limit_option
from onrecord.cli.passage import is_coloured
from onrecord.cli.running import say
from onrecord.cli.statement_table import one_line
from onrecord.cli.status import DONE, PARTLY
from onrecord.cli.terminal import plain
from onrecord.ledger import Hit, Ledger
from onrecord.model import words_at

_DEFAULT_LIMIT = 20


@click.command()
@ledger_argument
@click.argument("words", nargs=-1, required=True, metavar="WORDS...")
@limit_option(_DEFAULT_LIMIT)
def search(ledger: Path, words: tuple[str, ...], limit: int) -> None:
    """Find the articles and statements of LEDGER that hold all the WORDS, best hits first.

    Case and accents do not matter.  A phrase needs marks that the shell leaves alone ('"first snow"');
    minist* finds words that begin so.  `onrecord show LEDGER ID` shows a hit in its place.
    """
    console = Console(highlight=False)
    with Ledger.open(ledger) as opened:
        hits = opened.search(" ".join(words), limit)
    for hit in hits:
        _show(console, hit)
    if not hits:
        say("nothing holds all these words")
    sys.exit(DONE if hits else PARTLY)


def _show(console: Console, hit: Hit) -> None:
    article, statement = hit.article, hit.statement
    found = statement.id if statement else article.id
    named = words_at(article.text, statement.source) if statement else article.title
    facts = [one_line(fact) for fact in (named, article.outlet, article.published) if fact]
    console.print(Text(found, "cyan"), Text(" · ".join(facts), "bold"), soft_wrap=True)
    console.print(_snippet(hit, coloured=is_coloured(console)), soft_wrap=not console.is_terminal)
    console.print()


def _snippet(hit: Hit, *, coloured: bool) -> Text:
    """The words around the first match; the matches have a colour, or double brackets where there is none."""
    shown = Text("  ")
    if hit.window is None:
        return shown
    text, at = hit.article.text, hit.window.start
    if hit.statement is None and _has_words(text[:at]):
        shown.append("… ")
    for match in hit.matches:
        shown.append(_on_one_line(text[at : match.start]))
        words = _on_one_line(match.of(text))
        shown.append(words if coloured else f"[[{words}]]", style="bold yellow" if coloured else "")
        at = match.end
    shown.append(_on_one_line(text[at : hit.window.end]).rstrip())
    if _has_words(text[hit.window.end : hit.statement.content[-1].end if hit.statement else None]):
        shown.append(" …")
    return shown


def _has_words(text: str) -> bool:
    return bool(text.strip())


def _on_one_line(words: str) -> str:
    return re.sub(r"\s+", " ", plain(words))
