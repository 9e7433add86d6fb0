"""Writes the reference pages from the code; the pages call it through cog."""

import inspect
import re

import cog
from click.testing import CliRunner

import onrecord
from onrecord import errors
from onrecord.cli import COMMANDS, group

VALUES = (onrecord.Article, onrecord.Block, onrecord.Statement, onrecord.Span, onrecord.Skipped)


def commands() -> None:
    """Every help page."""
    cog.outl("## onrecord\n")
    _help()
    for name in COMMANDS:
        cog.outl(f"\n## {name}\n")
        _help(name)


def python() -> None:
    """The function, the values, the errors."""
    _signature()
    for kind in VALUES:
        cog.outl(f"\n## {kind.__name__}\n\n{inspect.getdoc(kind)}\n")
        cog.outl("| field | type |\n|---|---|")
        for field in kind.__dataclass_fields__.values():
            cog.outl(f"| `{field.name}` | `{_plain(field.type)}` |".replace(" | None", " \\| None"))
    cog.outl(f"\n## Errors\n\n```text\n{inspect.getdoc(errors)}\n```")


def _help(*words: str) -> None:
    shown = CliRunner().invoke(group, [*words, "--help"], prog_name="onrecord", terminal_width=100).output
    cog.outl(f"```text\n{shown.rstrip()}\n```")


def _signature() -> None:
    shape = inspect.signature(onrecord.read)
    named = [_plain(parameter) for parameter in shape.parameters.values()]
    returned = _plain(shape.return_annotation).replace("]]]", "]] ]")  # three would end cog's block
    lines = "".join(f"    {each},\n" for each in [named[0], "*", *named[1:]])
    cog.outl(f"```text\nonrecord.read(\n{lines}) -> {returned}\n```\n")
    cog.outl(inspect.getdoc(onrecord.read))


def _plain(shown: object) -> str:
    """A type or a parameter without the modules that it comes from."""
    name = shown.__name__ if isinstance(shown, type) and not hasattr(shown, "__origin__") else str(shown)
    return re.sub(r"\b(?:[a-z_]+\.)+(?=[A-Z])", "", re.sub(r"<function \w+ at \w+>", "a warning", name))
