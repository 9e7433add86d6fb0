"""`onrecord article`: show how an article was read, before anything is made of it."""

import json
import re
import sys

import click

from onrecord.cli.reading_options import articles_at, hint_options, hints
from onrecord.cli.running import refuse_nothing, say_skipped
from onrecord.cli.status import DONE, NOT_DONE, PARTLY
from onrecord.cli.terminal import plain
from onrecord.cli.writing import to_standard_output
from onrecord.model import Article, Block, Role, Skipped

_UNKNOWN = "-"
_BARE_CONTROLS = re.compile("[\x7f-\x9f]")

_MARKDOWN: dict[Role, str] = {
    "heading": "## {}",
    "standfirst": "**{}**",
    "byline": "_{}_",
    "dateline": "_{}_",
    "caption": "_{}_",
    "quotation": "> {}",
    "paragraph": "{}",
    "boilerplate": "~~{}~~",
}
_STYLES: dict[Role, str] = {
    "heading": "bold",
    "standfirst": "italic",
    "quotation": "cyan",
    "caption": "green",
    "byline": "yellow",
    "dateline": "yellow",
    "boilerplate": "dim",
}


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--format",
    "form",
    type=click.Choice(["jsonl", "table", "markdown"]),
    help="A table where standard output is a terminal, else JSON Lines.",
)
@hint_options
def article(
    paths: tuple[str, ...], form: str | None, published: str | None, outlet: str | None, force: bool
) -> None:
    """Show how an article was read: title, author, outlet, day, language, and the role of each block.

    PATH is a file, a folder (its files in sorted order) or - for standard input.  Text (.txt, .md), saved HTML pages
    and RSS or Atom feeds are recognised.  In text, menus, share links
    and credits are marked as boilerplate, not cut out; of a page the article's own text is taken.
    """
    refuse_nothing(paths)
    form = form or ("table" if sys.stdout.isatty() else "jsonl")
    shown = refused = 0
    for one in articles_at(paths, hints(published, outlet, force)):
        if isinstance(one, Skipped):
            refused += 1
            say_skipped(one)
        else:
            shown += 1
            _show(one, form)
    sys.exit(NOT_DONE if not shown else PARTLY if refused else DONE)


def _show(one: Article, form: str) -> None:
    if form == "jsonl":
        to_standard_output([f"{_json_line(one)}\n"])
    elif form == "markdown":
        to_standard_output([f"{_as_markdown(one)}\n"])
    else:
        _print_table(one)


def _json_line(one: Article) -> str:
    """The article as system.md has it; control characters that JSON lets stand are escaped, as the others are."""
    row = {
        "doc": one.doc,
        "title": one.title,
        "byline": one.byline,
        "outlet": one.outlet,
        "published": one.published,
        "language": one.language,
        "url": one.url,
        "text": one.text,
        "blocks": [{"start": b.span.start, "end": b.span.end, "role": b.role} for b in one.blocks],
    }
    line = json.dumps(row, ensure_ascii=False)
    return _BARE_CONTROLS.sub(lambda match: f"\\u{ord(match[0]):04x}", line)


def _facts(one: Article) -> list[tuple[str, str]]:
    """What is known of the article, by the words of the output's fields."""
    values = (one.title, one.byline, one.outlet, one.published, one.language, one.url)
    names = ("title", "byline", "outlet", "published", "language", "url")
    facts = [(name, value or _UNKNOWN) for name, value in zip(names, values, strict=True)]
    return [("doc", one.doc), *(fact for fact in facts if fact[0] != "url" or fact[1] != _UNKNOWN)]


def _words(one: Article, block: Block) -> str:
    return plain(" ".join(block.span.of(one.text).split()))


def _as_markdown(one: Article) -> str:
    head = "\n".join(f"- {name}: {_escaped(plain(value))}" for name, value in _facts(one))
    blocks = (_MARKDOWN[block.role].format(_escaped(_words(one, block))) for block in one.blocks)
    return "\n\n".join([f"# {_escaped(plain(one.title or one.doc))}", head, *blocks]) + "\n"


def _escaped(words: str) -> str:
    """An article's markup is shown, never rendered."""
    return words.replace("&", "&amp;").replace("<", "&lt;")


def _print_table(one: Article) -> None:
    from rich.console import Console  # noqa: PLC0415 - keeps `--help` quick
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    head, body = Table.grid(padding=(0, 2)), Table.grid(padding=(0, 2, 1, 0))
    for name, value in _facts(one):
        head.add_row(Text(name, style="dim"), Text(plain(value), style="bold" if name == "title" else ""))
    for block in one.blocks:
        style = _STYLES.get(block.role, "")
        body.add_row(Text(block.role, style="dim"), Text(_words(one, block), style=style))
    console = Console(soft_wrap=False)
    console.print(head)
    console.print()
    console.print(body)
