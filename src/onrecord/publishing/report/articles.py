"""An article as the page shows it: blocks, cut into segments, with a note in the margin for each statement."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from onrecord.model import Article, Block, Role, Span
from onrecord.publishing.harmless import label, shown
from onrecord.publishing.report.entries import Entry, Item
from onrecord.publishing.report.segments import Mark, Segment, segments

_LETTER = {"content": "c", "cue": "q", "source": "s"}
_NOTE_WIDTH = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """The place where a statement begins: what a link to it leads to (no id where another place has it)."""

    id: str | None
    ref: int
    place: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Words that are drawn alike.  `tokens` name each statement that they belong to, and as what: `c12 s14`."""

    words: str
    classes: str
    tokens: str
    anchors: tuple[Anchor, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A statement in the margin beside the block in which it begins.

    `name` is whose it is, and empty where neither the text nor anybody else names one; `doubtful` where that is likely
    and not sure; `source` are the words of the text where they are others (she, the minister), else empty.
    """

    entry: Entry
    name: str
    doubtful: bool
    source: str
    parent: int | None

    @property
    def facts(self) -> str:
        """What is shown when the note is pointed at: how the text calls whoever speaks, when, through whom, to whom."""
        called = f"“{self.source}” in the text" if self.source else ""
        return "; ".join(each for each in (called, self.entry.facts) if each)


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockView:
    """A block: how it is drawn (its role, or `title`), its words, the notes beside it."""

    style: str
    runs: tuple[Run, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Blocks in a row that are all part of the report, or all left out of it (`boilerplate`)."""

    boilerplate: bool
    blocks: tuple[BlockView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleView:
    """An article: its head, its text in stretches, and anchors of statements that no block of the text holds.

    `titled` and `signed` say that the text itself shows the title and the byline, so that the head need not.
    """

    item: Item
    titled: bool
    signed: bool
    language: str
    stretches: tuple[Stretch, ...]
    stray: tuple[Anchor, ...]


def view(item: Item) -> ArticleView:
    """The article as the page shows it."""
    article = item.article
    blocks = list(_whole(article))
    cut = segments(
        (block.span for block in blocks), (mark for entry in item.entries for mark in entry.marks())
    )
    waiting = {entry.ref: entry for entry in item.entries}
    title = _title_block(article, blocks)
    notes = _Notes(item.entries)
    views = []
    for block, pieces in zip(blocks, cut, strict=True):
        begun = [
            waiting.pop(mark.statement)
            for piece in pieces
            for mark in piece.marks
            if mark.statement in waiting
        ]
        style = "title" if block is title else block.role
        views.append(
            BlockView(style=style, runs=tuple(_runs(article.text, pieces, begun)), notes=notes.of(begun))
        )
    return ArticleView(
        item=item,
        titled=title is not None,
        signed=_shows_byline(article, blocks),
        language=_language(article),
        stretches=tuple(_stretches(blocks, views)),
        stray=tuple(_anchor(entry) for entry in waiting.values()),
    )


class _Notes:
    """Makes notes; knows the number that each statement of the article goes by."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._places = {entry.statement.id: entry.place for entry in entries}

    def of(self, entries: Iterable[Entry]) -> tuple[Note, ...]:
        return tuple(self._note(entry) for entry in sorted(entries, key=lambda entry: entry.place))

    def _note(self, entry: Entry) -> Note:
        parent = entry.statement.parent
        name, source = (label(words, width=_NOTE_WIDTH) for words in (entry.who, entry.source))
        return Note(
            entry=entry,
            name=name,
            doubtful=entry.doubtful,
            source="" if source == name else source,
            parent=self._places.get(parent) if parent else None,
        )


def _whole(article: Article) -> Iterator[Block]:
    """The blocks, and a paragraph for any words that stand between them, so that nothing can be lost."""
    at = 0
    for block in article.blocks:
        yield from _between(article.text, at, block.span.start)
        yield block
        at = block.span.end
    yield from _between(article.text, at, len(article.text))


def _between(text: str, start: int, end: int) -> Iterator[Block]:
    if text[start:end].strip():
        yield Block(span=Span(start, end), role="paragraph")


def _title_block(article: Article, blocks: Iterable[Block]) -> Block | None:
    """The first heading whose words are the article's title."""
    wanted = _plain(article.title or "")
    headings = (block for block in blocks if block.role == "heading")
    return next(
        (block for block in headings if wanted and _plain(block.span.of(article.text)) == wanted), None
    )


def _shows_byline(article: Article, blocks: Iterable[Block]) -> bool:
    wanted = _plain(article.byline or "")
    lines = (_plain(block.span.of(article.text)) for block in blocks if block.role in ("byline", "dateline"))
    return any(wanted in line for line in lines)


def _plain(words: str) -> str:
    return label(words).strip("#*_ ").casefold()


def _language(article: Article) -> str:
    code = article.language or ""
    return code if code.isascii() and code.isalpha() else ""


def _runs(text: str, pieces: Sequence[Segment], begun: Iterable[Entry]) -> Iterator[Run]:
    waiting = {entry.ref: entry for entry in begun}
    for piece in pieces:
        here = [waiting.pop(mark.statement) for mark in piece.marks if mark.statement in waiting]
        yield Run(
            words=shown(piece.span.of(text)),
            classes=_classes(piece.marks),
            tokens=" ".join(f"{_LETTER[mark.part]}{mark.statement}" for mark in piece.marks),
            anchors=tuple(_anchor(entry) for entry in sorted(here, key=lambda entry: entry.place)),
        )


def _classes(marks: Sequence[Mark]) -> str:
    """`c`, `q` and `s` for what the words are to any statement; `n` where they are content of two or more."""
    letters = [_LETTER[mark.part] for mark in marks]
    nested = ["n"] if letters.count("c") > 1 else []
    return " ".join([*sorted(set(letters)), *nested])


def _anchor(entry: Entry) -> Anchor:
    return Anchor(id=entry.anchor, ref=entry.ref, place=entry.place)


def _stretches(blocks: Sequence[Block], views: Sequence[BlockView]) -> Iterator[Stretch]:
    def left_out(pair: tuple[Block, BlockView]) -> bool:
        role: Role = pair[0].role
        return role == "boilerplate"

    for boilerplate, pairs in groupby(zip(blocks, views, strict=True), key=left_out):
        yield Stretch(boilerplate=boilerplate, blocks=tuple(each for _, each in pairs))
