"""Runs the stages over many sources: bytes to articles to statements with speakers, one outcome a source, in order.

Workers are threads (the network runs outside Python's lock), each article is read by one of them alone, and outcomes
come in the order of the sources: the number of workers changes the time and nothing else.
"""

import logging
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, TypeVar

from onrecord.errors import ModelError, OnRecordError
from onrecord.model import Article, Name, Reading, Skipped, content_hash
from onrecord.reading import Hints, Source, load, read_bytes

if TYPE_CHECKING:
    from onrecord.encoder.reader import Encoder

LANGUAGES = frozenset({"en"})
"""What the shipped model reads."""

_AHEAD = (
    2  # sources loaded ahead for each worker: enough to keep them busy, little enough to keep memory flat
)

_log = logging.getLogger("onrecord")

Item = TypeVar("Item")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """All that one source gave: articles with their statements, and reasons where there is nothing.

    `source_hash` is the SHA-256 of the bytes, None where they could not be read.  `known` is True where the caller
    said that these bytes were read before; nothing else was done then.
    """

    doc: str
    source_hash: str | None
    readings: tuple[Reading, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    known: bool = False


class Stages:
    """The stages with what they need: a model (loaded when the first article needs it) and what the caller knows."""

    def __init__(self, *, model: Path | None = None, hints: Hints | None = None) -> None:
        self.model = model
        self.hints = hints or Hints()
        self._lock = Lock()

    @cached_property
    def encoder(self) -> "Encoder":
        """The model, loaded once."""
        # Imported here, so that reading an article's layout or listing a ledger does not wait for the runtime.
        from onrecord.encoder.reader import Encoder  # noqa: PLC0415

        return Encoder.load(self.model)

    def load_model(self) -> str:
        """Load the model now, if it is not yet; the SHA-256 over its files."""
        with self._lock:
            return self.encoder.folder.digest

    def outcome(self, doc: str, data: bytes) -> Outcome:
        """All that some bytes give; whatever goes wrong with them becomes a reason.  Raises ModelError."""
        gave: list[Reading | Skipped] = []
        try:
            gave.extend(self.results(doc, data))
        except ModelError:
            raise
        except Exception as error:  # noqa: BLE001 - one source must not end the batch; the reason is kept
            _log.debug("%s failed", doc, exc_info=True)
            gave.append(failed(doc, error))
        return Outcome(
            doc=doc,
            source_hash=content_hash(data),
            readings=tuple(item for item in gave if isinstance(item, Reading)),
            skipped=tuple(item for item in gave if isinstance(item, Skipped)),
        )

    def results(self, doc: str, data: bytes) -> Iterator[Reading | Skipped]:
        """The articles in some bytes with their statements; an article that is not English gives a reason too."""
        yield from self._results_of(read_bytes(doc, data, hints=self.hints))

    def results_of_text(self, text: str) -> Iterator[Reading | Skipped]:
        """What a text gives that is read as a plain-text file would be, whatever it looks like."""
        yield from self._results_of(read_bytes("-", text.encode("utf-8"), hints=self.hints, form="text"))

    def _results_of(self, items: Iterator[Article | Skipped]) -> Iterator[Reading | Skipped]:
        for item in items:
            if isinstance(item, Skipped):
                yield item
            elif self._is_read(item):
                yield self._reading_or_reason(item)
            else:
                yield Reading(article=item, statements=())
                yield _other_language(item)

    def _reading_or_reason(self, article: Article) -> Reading | Skipped:
        """An article with its statements, or why not: one article of a feed must not cost the others."""
        try:
            return self.reading(article)
        except ModelError:
            raise
        except Exception as error:  # noqa: BLE001 - as said; the reason is kept
            _log.debug("%s failed", article.doc, exc_info=True)
            return failed(article.doc, error)

    def reading(self, article: Article) -> Reading:
        """An article with its statements and whoever made them."""
        from onrecord.extraction.statements import extract  # noqa: PLC0415 - see `encoder`
        from onrecord.resolution.resolving import resolve  # noqa: PLC0415

        self.load_model()
        found = extract(article, self.encoder)
        made = resolve(article, found.statements, found.names)
        return Reading(article=article, statements=tuple(made))

    def names(self, article: Article) -> tuple[Name, ...]:
        """The names that the network sees in an article."""
        from onrecord.extraction.names import names_of  # noqa: PLC0415 - see `encoder`
        from onrecord.extraction.statements import encode  # noqa: PLC0415

        self.load_model()
        return names_of(article, encode(article, self.encoder))

    def _is_read(self, article: Article) -> bool:
        return self.hints.force or article.language is None or article.language in LANGUAGES

    def again(self, articles: Iterable[Article], workers: int | None = None) -> Iterator[Reading | Skipped]:
        """Articles that were read before, read by this model: in their order, several at a time.

        One in another language, or that fails, gives the reason.
        """
        return _in_order(articles, lambda pool, article: pool.submit(self._again, article), workers)

    def _again(self, article: Article) -> Reading | Skipped:
        return self._reading_or_reason(article) if self._is_read(article) else _other_language(article)


@dataclass(slots=True, kw_only=True)
class Batch:
    """Many sources, several at a time: `workers` of them, by default one a core.

    `known` says of a SHA-256 whether those bytes were read before.  Leaving the iterator early, by an interrupt
    too, waits for what is under way and starts nothing more.
    """

    stages: Stages
    workers: int | None = None
    known: Callable[[str], bool] = lambda _digest: False

    def outcomes(self, sources: Iterable[Source | Skipped]) -> Iterator[Outcome]:
        """One outcome a source, in the order of the sources."""
        return _in_order(sources, self._begin, self.workers)

    def _begin(self, pool: Executor, source: Source | Skipped) -> Future[Outcome]:
        """Bytes are loaded here, in the caller's thread: so `known` may ask a database that belongs to it."""
        data = source if isinstance(source, Skipped) else load(source)
        if isinstance(data, Skipped):
            return _settled(Outcome(doc=source.doc, source_hash=None, skipped=(data,)))
        digest = content_hash(data)
        if self.known(digest):
            return _settled(Outcome(doc=source.doc, source_hash=digest, known=True))
        return pool.submit(self.stages.outcome, source.doc, data)


def _in_order(
    items: Iterable[Item], begin: Callable[[Executor, Item], Future[Result]], workers: int | None
) -> Iterator[Result]:
    """What `begin` gives for each item, in their order, a few under way at a time (`workers`, or one a core)."""
    count = workers or os.cpu_count() or 1
    waiting: deque[Future[Result]] = deque()
    with ThreadPoolExecutor(count, thread_name_prefix="onrecord") as pool:
        try:
            for item in items:
                waiting.append(begin(pool, item))
                if len(waiting) >= count * _AHEAD:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            for future in waiting:
                future.cancel()


def _settled(outcome: Outcome) -> Future[Outcome]:
    future: Future[Outcome] = Future()
    future.set_result(outcome)
    return future


def _other_language(article: Article) -> Skipped:
    detail = (
        f"the text is not English but {article.language}: kept, and not read (--force reads it all the same)"
    )
    return Skipped(doc=article.doc, code="language", detail=detail)


def failed(doc: str, error: Exception) -> Skipped:
    """The reason that is kept where a source, or an article of one, made something of ours fail."""
    if isinstance(error, OnRecordError):
        return Skipped(doc=doc, code=error.code, detail=str(error))
    detail = f"reading failed: {type(error).__name__}: {error}; please report this with the file"
    return Skipped(doc=doc, code="failed", detail=detail)
