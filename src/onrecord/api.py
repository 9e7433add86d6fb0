"""The Python interface: `onrecord.read` and `onrecord.find_names`."""

import warnings
from collections.abc import Callable, Iterator
from datetime import date
from functools import lru_cache
from os import PathLike, fspath
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.errors import InputError, UsageError
from onrecord.model import Article, Name, Reading, Skipped, Statement

if TYPE_CHECKING:
    from onrecord.pipeline import Stages


class InputWarning(UserWarning):
    """A source among several gave nothing; the message says why."""


def _warn(skipped: Skipped) -> None:
    warnings.warn(f"{skipped.doc}: {skipped.detail} [{skipped.code}]", InputWarning, stacklevel=4)


def read(
    path: str | PathLike[str] | None = None,
    *,
    text: str | None = None,
    published: str | None = None,
    outlet: str | None = None,
    force: bool = False,
    model: PathLike[str] | None = None,
    workers: int | None = None,
    on_skip: Callable[[Skipped], None] = _warn,
) -> Iterator[tuple[Article, list[Statement]]]:
    """Read a file, a folder or a text: each article with its statements, in the order of the files' names.

    Give either `path` or `text`; a text is read as a plain-text file would be, with `doc` ``-``.  `published` (an ISO
    date) and `outlet` override what an article shows of itself.  `force` reads articles in other languages and
    over-long ones too.  `model` is a model's folder, `workers` how many articles are read at once (all cores).

    What gives no statements goes to `on_skip` with its reason: by default as an InputWarning.  Raises UsageError for
    arguments that do not fit, InputError where `path` is one file that cannot be read, or is not there, and ModelError.
    """
    if (path is None) == (text is None):
        raise UsageError("read() takes either a path or text=..., and not both")
    if workers is not None and workers < 1:
        raise UsageError(f"workers is {workers}: at least one is needed")
    if published is not None and not _is_day(published):
        raise UsageError(f"published is {published!r}, which is no day: write it as 2023-06-07")
    return _read(_stages(published, outlet, force, model), path, text, workers, on_skip)


def find_names(article: Article, *, model: PathLike[str] | None = None) -> tuple[Name, ...]:
    """The names of persons, organisations and places in an article that `read` gave, in the order of its text.

    The network that finds statements tells them in the same pass; asked for here, it runs over the text once more.
    `model` is a model's folder.  Raises ModelError.
    """
    return _stages_of(None if model is None else Path(model)).names(article)


@lru_cache(maxsize=2)
def _stages_of(model: Path | None) -> "Stages":
    return _stages(None, None, force=False, model=model)


def _is_day(words: str) -> bool:
    try:
        return date.fromisoformat(words).isoformat() == words
    except ValueError:
        return False


def _stages(published: str | None, outlet: str | None, force: bool, model: PathLike[str] | None) -> "Stages":
    # Imported here, so that `import onrecord` stays quick for those who only want its types.
    from onrecord.pipeline import Stages  # noqa: PLC0415
    from onrecord.reading import Hints  # noqa: PLC0415

    hints = Hints(published=published, outlet=outlet, force=force)
    return Stages(model=None if model is None else Path(model), hints=hints)


def _read(
    stages: "Stages",
    path: str | PathLike[str] | None,
    text: str | None,
    workers: int | None,
    on_skip: Callable[[Skipped], None],
) -> Iterator[tuple[Article, list[Statement]]]:
    gave: Iterator[Reading | Skipped]
    if text is not None:
        gave, alone = stages.results_of_text(_storable(text)), True
    else:
        assert path is not None  # noqa: S101 - `read` has checked it
        gave, alone = _gave(stages, fspath(path), workers), not Path(path).is_dir()
    given = False
    for item in gave:
        if isinstance(item, Reading):
            given = True
            yield item.article, list(item.statements)
        elif (
            alone
            and not given
            and "#" not in item.doc.removeprefix(fspath(path or ""))
            and item.code != "language"
        ):
            raise InputError(f"{item.doc}: {item.detail}", code=item.code)
        else:
            on_skip(item)


def _storable(text: str) -> str:
    """The text, if it can be written as UTF-8; raises InputError where it holds half a character."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise InputError(
            f"the text holds half a character (a lone surrogate) at {error.start}: decode it anew",
            code="lone-surrogate",
        ) from error
    return text


def _gave(stages: "Stages", path: str, workers: int | None) -> Iterator[Reading | Skipped]:
    """What a path gives, source by source."""
    from onrecord.pipeline import Batch  # noqa: PLC0415
    from onrecord.reading import find  # noqa: PLC0415

    outcomes = Batch(stages=stages, workers=workers).outcomes(find([path]))
    for outcome in outcomes:
        yield from outcome.readings
        yield from outcome.skipped
