"""The command line: `main` and the table of commands, each imported only when it is called.

`onrecord --help` must answer at once, so nothing here imports numpy, rich or a stage: a command's module does, when
that command runs.
"""

import importlib
import io
import keyword
import sys

import click

from onrecord.cli.status import BROKEN_OFF, NOT_DONE
from onrecord.cli.terminal import plain
from onrecord.errors import OnRecordError
from onrecord.version import __version__

# name: (heading in the help page, one line for it); the module has the command's name, _ for -, and so has the function
COMMANDS: dict[str, tuple[str, str]] = {
    "read": ("Look, and store nothing", "Print the statements of articles."),
    "article": ("Look, and store nothing", "Show how an article was read: title, date, blocks."),
    "dates": ("Look, and store nothing", "Print the dates that articles speak of, and what they mean."),
    "add": ("Keep a ledger", "Read articles, or another ledger, into a ledger (safe to repeat)."),
    "articles": ("Keep a ledger", "List articles, and what is not known of them."),
    "statements": ("Keep a ledger", "List statements, filtered by source, outlet, date, words."),
    "show": ("Keep a ledger", "Show one statement or article in its context."),
    "search": ("Keep a ledger", "Find words in articles and statements."),
    "import": ("Keep a ledger", "Take in statements and decisions from elsewhere."),
    "reread": ("Keep a ledger", "Read the articles again by this model; decisions stay."),
    "correct": (
        "Keep a ledger",
        "Put right an article's day, outlet or byline; what follows is resolved again.",
    ),
    "backup": ("Keep a ledger", "Copy a ledger while others use it."),
    "forget": ("Keep a ledger", "Remove an article or an actor for good."),
    "check": ("Keep a ledger", "Prove that a ledger is whole."),
    "review": ("Check what was found", "Look at statements one by one, a key a decision."),
    "decide": ("Check what was found", "Decide one thing of a statement or an article."),
    "undo": ("Check what was found", "Take a decision back."),
    "redo": ("Check what was found", "Bring back what was taken back."),
    "actors": ("Check what was found", "Who speaks: list, show, merge, split, rename, suggestions."),
    "log": ("Check what was found", "Show who decided what when."),
    "agreement": ("Check what was found", "Show how far coders agree."),
    "evaluate": ("Check what was found", "Say how good the machine is on these articles."),
    "codebook": ("Analyse", "Check, import, export and change the concepts of a study."),
    "suggest-concepts": ("Analyse", "Draft a codebook from statements (with a model of concepts)."),
    "suggest": ("Analyse", "Suggest codes, learning from yours (with a model of concepts)."),
    "second-read": (
        "Analyse",
        "Let a language model behind an endpoint read and code too: it sends texts there.",
    ),
    "compare": ("Analyse", "Set outlets side by side: what several carry, and who left it out."),
    "network": ("Analyse", "Make the network of a debate: who is tied to whom by what they say."),
    "report": ("Hand on", "Make one HTML page of articles, statements and who said them."),
    "export": ("Hand on", "Write statements for other programs: CSV, JSON Lines, Parquet, ..."),
}

ABOUT = """From news coverage to a checked record of who said what.

OnRecord reads news articles and finds every attributed statement: the exact words, who said them, and the words
that attribute them.  It runs on this machine, sends nothing anywhere (but for `second-read`, to the address
that you give), and never writes a word of a quotation itself: every statement is a place in a stored text.
"""

EXAMPLES = """
\b
Try it:
  onrecord report examples/         articles in, onrecord.db and report.html out
  onrecord read article.txt         statements of one article, in the terminal
  onrecord add clippings/ --ledger debate.db
  onrecord statements debate.db --source minister --since 2023-06
"""


class LazyGroup(click.Group):
    """A group that imports a command's module only when that command is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - the name is click\'s
        """The names of the commands, in the order of the help page."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - the name is click\'s
        """The command of that name, or None."""
        if cmd_name not in COMMANDS:
            return None
        name = f"{cmd_name}_" if keyword.iskeyword(cmd_name) else cmd_name.replace("-", "_")
        command = getattr(importlib.import_module(f"onrecord.cli.{name}"), name)
        assert isinstance(command, click.Command)  # noqa: S101 - a slip of ours, not of the user's
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is called, and its arguments; for a slip of the keys, what may have been meant."""
        name = args[0]
        if name not in COMMANDS and not name.startswith("-") and not ctx.resilient_parsing:
            from onrecord.model.codebook import nearest  # noqa: PLC0415 - for a message only

            ctx.fail(f"there is no command {name!r}{nearest(name, list(COMMANDS))}")
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; where it says nothing of its own about Ctrl-C, say that what is stored stays."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            click.echo("\nonrecord: broken off; what was stored by then stays", err=True)
            ctx.exit(BROKEN_OFF)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - the name is click\'s
        """Write the commands under their headings, without importing any of them."""
        for heading in dict.fromkeys(heading for heading, _ in COMMANDS.values()):
            with formatter.section(heading):
                formatter.write_dl([(name, line) for name, (of, line) in COMMANDS.items() if of == heading])


@click.group(
    cls=LazyGroup,
    help=ABOUT,
    epilog=EXAMPLES,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="onrecord")
def group() -> None:
    """All commands."""


def main() -> None:
    """Run the command line; an error of ours becomes one line on standard error and exit status 2."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal that lacks a letter must not end a run
    try:
        group(prog_name="onrecord")
    except OnRecordError as error:
        click.echo(f"onrecord: {plain(str(error))}", err=True)
        sys.exit(NOT_DONE)
    except OSError as error:  # the disk is full, say, or what we write to has gone
        click.echo(f"onrecord: {plain(str(error.strerror or error))}", err=True)
        sys.exit(NOT_DONE)
