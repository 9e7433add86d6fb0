"""Writes the reference pages from the code; the pages call it through cog."""

import inspect
import re
from collections.abc import Callable

import click
import cog
from click.testing import CliRunner

import onrecord
from onrecord import errors
from onrecord.cli import COMMANDS, group
from onrecord.second_reading import SecondRead

VALUES = (
    onrecord.Article, onrecord.Block, onrecord.Statement, onrecord.Speaker, onrecord.Carrier, onrecord.SaidOn,
    onrecord.Span, onrecord.Name, onrecord.DateExpression, onrecord.Record, onrecord.Review, onrecord.Code,
    onrecord.Skipped, onrecord.Codebook, onrecord.Concept, onrecord.Variable, onrecord.CodeValues, onrecord.Valued,
    onrecord.Filter, onrecord.LogFilter, onrecord.Coder, onrecord.Decision, SecondRead,
)  # fmt: skip
DECISIONS = (
    onrecord.Accept, onrecord.Reject, onrecord.Correct, onrecord.Add, onrecord.SetSpeaker, onrecord.SetVia,
    onrecord.SetTo, onrecord.SetDate, onrecord.SetCode, onrecord.SetValues, onrecord.Note, onrecord.MarkRead,
    onrecord.SetFact, onrecord.SetRole, onrecord.Rename, onrecord.Merge, onrecord.SetOrganisation,
    onrecord.SetTitle, onrecord.SetConcept,
    onrecord.DropConcept, onrecord.SetVariable, onrecord.DropVariable, onrecord.RenameConcept, onrecord.MergeConcept,
    onrecord.SplitConcept,
)  # fmt: skip


def commands() -> None:
    """Every help page."""
    cog.outl("## onrecord\n")
    _help()
    for name in COMMANDS:
        cog.outl(f"\n## {name}\n")
        _help(name)
        command = group.get_command(click.Context(group), name)
        for inner in (
            command.list_commands(click.Context(command)) if isinstance(command, click.Group) else ()
        ):
            cog.outl(f"\n### {name} {inner}\n")
            _help(name, inner)


def python() -> None:
    """The function, the values, the errors."""
    _signature(onrecord.read)
    cog.outl()
    _signature(onrecord.find_names)
    cog.outl()
    _signature(onrecord.second_read)
    for function in (onrecord.network, onrecord.network_series, onrecord.as_networkx, onrecord.as_pandas):
        cog.outl()
        _signature(function)
    _ledger()
    cog.outl("\n## What can be decided\n")
    for kind in DECISIONS:
        fields = ", ".join(kind.__dataclass_fields__)
        cog.outl(f"- `{kind.__name__}({fields})`: {' '.join(inspect.getdoc(kind).split())}")
    for kind in VALUES:
        cog.outl(f"\n## {kind.__name__}\n\n{inspect.getdoc(kind)}\n")
        cog.outl("| field | type |\n|---|---|")
        for field in kind.__dataclass_fields__.values():
            cog.outl(
                f"| `{field.name}` | `{_plain(field.type)}` |".replace(" | ", " \\| ").replace(
                    "` \\| `", "` | `"
                )
            )
    cog.outl(f"\n## Errors\n\n```text\n{inspect.getdoc(errors)}\n```")


def _ledger() -> None:
    """The methods of a ledger."""
    cog.outl(f"\n## Ledger\n\n{inspect.getdoc(onrecord.Ledger)}\n")
    for name, method in inspect.getmembers(onrecord.Ledger, inspect.isroutine):
        if not name.startswith("_"):
            given = ", ".join(p for p in inspect.signature(method).parameters if p != "self")
            cog.outl(f"- `{name}({given})`: {' '.join(inspect.getdoc(method).split())}")


def _help(*words: str) -> None:
    shown = CliRunner().invoke(group, [*words, "--help"], prog_name="onrecord", terminal_width=100).output
    cog.outl(f"```text\n{shown.rstrip()}\n```")


def _signature(function: Callable[..., object]) -> None:
    shape = inspect.signature(function)
    named = [_plain(parameter) for parameter in shape.parameters.values()]
    returned = _plain(shape.return_annotation).replace("]]]", "]] ]")  # three would end cog's block
    named[1:1] = ["*"] if named[1:] and not named[1].startswith("*") else []
    lines = "".join(f"    {each},\n" for each in named)
    cog.outl(f"```text\nonrecord.{function.__name__}(\n{lines}) -> {returned}\n```\n")
    cog.outl(inspect.getdoc(function))


def _plain(shown: object) -> str:
    """A type or a parameter without the modules that it comes from."""
    name = shown.__name__ if isinstance(shown, type) and not hasattr(shown, "__origin__") else str(shown)
    return re.sub(r"\b(?:[a-z_]+\.)+(?=[A-Z])", "", re.sub(r"<function \w+ at \w+>", "a warning", name))
