"""The options of the commands that read articles, and the stages that they ask for."""

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from onrecord.model import Article, Skipped

if TYPE_CHECKING:
    from onrecord.pipeline import Stages
    from onrecord.reading import Hints

Command = TypeVar("Command", bound=Callable[..., Any])


class Day(click.ParamType[str]):
    """A day as `2023-06-07`, given back as text."""

    name = "date"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The day as it was given, once it is known to be one."""
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
            with suppress(ValueError):
                return date.fromisoformat(value).isoformat()
            return self.fail(f"there is no day {value}", param, ctx)
        return self.fail(f"{value!r} is not a day; write it as 2023-06-07", param, ctx)


def hint_options(command: Command) -> Command:
    """What the caller knows of the articles: --published, --outlet, --force."""
    command = click.option("--force", is_flag=True, help="Read over-long articles and other languages too.")(
        command
    )
    command = click.option(
        "--outlet", metavar="NAME", help="The outlet of all these articles, whatever they show."
    )(command)
    return click.option(
        "--published",
        type=Day(),
        metavar="DATE",
        help="The day all these articles appeared (2023-06-07), whatever they show.",
    )(command)


def model_options(command: Command) -> Command:
    """How to read: --model, --workers."""
    command = click.option(
        "--workers",
        type=click.IntRange(1, 256),
        metavar="N",
        help="Articles read at once (default: one a core).",
    )(command)
    return click.option(
        "--model",
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        metavar="FOLDER",
        help="A model of your own instead of the one that ships.",
    )(command)


def hints(published: str | None, outlet: str | None, force: bool) -> "Hints":
    """What the options say about the articles."""
    from onrecord.reading import Hints  # noqa: PLC0415 - keeps `--help` quick

    return Hints(published=published, outlet=outlet, force=force)


def stages(model: Path | None, published: str | None, outlet: str | None, force: bool) -> "Stages":
    """The stages that the options ask for."""
    from onrecord.pipeline import Stages  # noqa: PLC0415 - keeps `--help` quick

    return Stages(model=model, hints=hints(published, outlet, force))


def articles_at(paths: Iterable[str], known: "Hints") -> Iterator[Article | Skipped]:
    """The articles of these paths as they are read, without looking for statements in them."""
    from onrecord.pipeline import failed  # noqa: PLC0415 - keeps `--help` quick
    from onrecord.reading import find, load, read_bytes  # noqa: PLC0415

    for source in find(list(paths)):
        data = source if isinstance(source, Skipped) else load(source)
        if isinstance(data, Skipped):
            yield data
            continue
        try:
            yield from read_bytes(source.doc, data, hints=known)
        except Exception as error:  # noqa: BLE001 - one source must not cost the others; the reason is shown
            yield failed(source.doc, error)
