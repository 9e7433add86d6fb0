"""Who decides, and from what a person types to the values of a decision: what the deciding commands share."""

import getpass
import re
from collections.abc import Callable
from typing import Any, TypeVar

import click

from onrecord.errors import UsageError
from onrecord.model import Coder, Span

Command = TypeVar("Command", bound=Callable[..., Any])

_SPANS = re.compile(r"\d{1,9}-\d{1,9}(?:[;,]\d{1,9}-\d{1,9})*", re.ASCII)


def coder_option(command: Command) -> Command:
    """Who decides; the command takes it as `coder`."""
    return click.option(
        "--coder",
        envvar="ONRECORD_CODER",
        default=_user,
        metavar="NAME",
        help="Who decides (or the setting ONRECORD_CODER; else the name you are logged in with).",
    )(command)


def person(name: str) -> Coder:
    """The coder of that name; UsageError where it is blank."""
    if not name.strip():
        raise UsageError("a coder needs a name: give --coder NAME", code="coder")
    return Coder(name=name.strip())


def spans(given: str) -> tuple[Span, ...]:
    """Places from `120-180;201-240`, none from `none`; UsageError where it is neither."""
    if given == "none":
        return ()
    if not _SPANS.fullmatch(given):
        raise UsageError(f"{given!r} are no places: write 120-180 or 120-180;201-240, or none", code="span")
    pairs = [piece.split("-") for piece in re.split("[;,]", given)]
    try:
        return tuple(Span(int(start), int(end)) for start, end in pairs)
    except ValueError as error:
        raise UsageError(f"{given!r}: {error}", code="span") from error


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # no such user on this machine
        return ""
