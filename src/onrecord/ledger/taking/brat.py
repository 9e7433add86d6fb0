"""brat's standoff as rows: ours, PolNeAR's, and any other with events that have a Content.

Format: https://brat.nlplab.org/standoff.html.  Pieces of one part that only the end of a line keeps apart are one
place again.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from onrecord.errors import InputError
from onrecord.ledger.taking.given import GivenRow, Refused
from onrecord.model import ACTS, KINDS, Article, Skipped, Span, words_at

if TYPE_CHECKING:
    from onrecord.extraction.kinds import Quoted

Word = TypeVar("Word", bound=str)

_BOUND = re.compile(r"(T\d+)\t(\S+) (\d+ \d+(?:;\d+ \d+)*)(?:\t(.*))?", re.DOTALL)
_EVENT = re.compile(r"(E\d+)\t(.+)")
_ATTRIBUTE = re.compile(r"A\d+\t(Kind|Act) (E\d+) (\w+)")
_NOTE = re.compile(r"#\d+\t\w+ (E\d+)\t(?:.*; )?confidence: (\d(?:\.\d+)?) for ([^;]+)(?:;.*)?")
_ADDED = re.compile(r"#\d+\t\w+ (E\d+)\tid: [^;]+; added: ([^;]+)(?:;.*)?")
_LINE_END = re.compile("[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_PLACES = re.compile(r"-|\d+-\d+(?:\+\d+-\d+)*", re.ASCII)
_PARTS = ("content", "cue", "source")
_ACT = "speech"


def brat_rows(annotations: Path) -> Iterator[GivenRow | Refused]:
    """The statements of an `.ann` file, whose text lies beside it under the same name with `.txt`.

    PolNeAR's layout is read too: `attributions/NAME_CODER.ann` beside `text/NAME.txt`.
    """
    try:
        article = _article(annotations)
        lines = annotations.read_bytes().decode("utf-8").split("\n")
    except (InputError, OSError, UnicodeDecodeError) as error:
        yield Refused(place=str(annotations), reason=_reason(error))
        return
    stated, quoted = _stated(article), quoted_in(article)
    standoff = _Standoff([line.removesuffix("\r") for line in lines], article.text)
    for number, line in enumerate(lines, 1):
        found = _EVENT.fullmatch(line.removesuffix("\r"))
        if found is None:
            continue
        place = f"{annotations}, line {number}"
        try:
            row = standoff.row(found[1], found[2], quoted)
        except (InputError, ValueError) as error:
            yield Refused(place=place, reason=str(error))
            continue
        if row is not None:
            yield GivenRow(place=place, value={"doc": article.doc, "article": stated} | row)


def shape_of(row: Mapping[str, Any]) -> str:
    """A row's kind, places and act as its note tells them, `mixed 11-60+122-205 117-121 - speech`: what it was when it
    was written.
    """
    parts = ("+".join(f"{start}-{end}" for start, end in row[name] or ()) for name in _PARTS)
    return " ".join((row["kind"], *(part or "-" for part in parts), row.get("act") or _ACT))


def _written(shape: str) -> tuple[str, dict[str, list[Span]], str | None] | None:
    """The kind, the places and the act that `shape_of` wrote; None where it did not write them.

    Earlier versions wrote no act: None.
    """
    kind, *rest = shape.split(" ")
    parts, acts = rest[: len(_PARTS)], rest[len(_PARTS) :]
    if len(parts) < len(_PARTS) or len(acts) > 1 or not all(_PLACES.fullmatch(part) for part in parts):
        return None
    try:
        spans = [
            [Span(*map(int, piece.split("-"))) for piece in part.split("+") if piece] if part != "-" else []
            for part in parts
        ]
    except ValueError:
        return None
    return kind, dict(zip(_PARTS, spans, strict=True)), acts[0] if acts else None


class _Standoff:
    """The lines of a file, by what they say of which event."""

    def __init__(self, lines: list[str], text: str) -> None:
        self._text = text
        self._bound = {m[1]: (m[3], m[4]) for m in map(_BOUND.fullmatch, lines) if m}
        self._attributes = {(m[2], m[1]): m[3] for m in map(_ATTRIBUTE.fullmatch, lines) if m}
        self._notes = {m[1]: (float(m[2]), m[3]) for m in map(_NOTE.fullmatch, lines) if m}
        self._added = {m[1]: m[2] for m in map(_ADDED.fullmatch, lines) if m}

    def row(self, event: str, arguments: str, quoted: "Quoted") -> dict[str, Any] | None:
        """The row of an event; None for one without a content."""
        parts: dict[str, list[Span]] = {name: [] for name in _PARTS}
        for argument in arguments.split():
            role, _, target = argument.partition(":")
            # A second argument of a role is called Content2.
            name = role.rstrip("0123456789").lower()
            if name in parts:
                parts[name] += self._spans(target)
        if not parts["content"]:
            return None
        places = self._whole(parts)
        kind = self._attribute(event, "Kind", KINDS) or quoted.kind(self._text, places["content"])
        act = self._attribute(event, "Act", ACTS)
        confidence, shape = self._notes.get(event, (None, self._added.get(event, "")))
        written = self._untouched(shape, kind, act, places)
        return {
            **{name: [span.pair() for span in spans] for name, spans in (written or places).items()},
            "kind": kind,
            "act": act,
            "text": words_at(self._text, (written or places)["content"]),
            # What somebody moved since it was written is that person's, whatever a model was once sure of.
            "confidence": confidence if written else None,
            "as_written": written is not None,
        }

    def _untouched(
        self, shape: str, kind: str, act: str | None, places: Mapping[str, list[Span]]
    ) -> dict[str, list[Span]] | None:
        """The places of a statement as they were written, if nobody changed one, its kind or its act since."""
        written = _written(shape)
        if written is None or written[0] != kind or self._whole(written[1]) != places:
            return None
        return written[1] if written[2] in (None, act or _ACT) else None

    def _whole(self, places: Mapping[str, list[Span]]) -> dict[str, list[Span]]:
        """Places as they come out of a file, in which the end of a line cannot be told from a gap."""
        return {name: _joined(spans, self._text) for name, spans in places.items()}

    def _attribute(self, event: str, name: str, known: Sequence[Word]) -> Word | None:
        """The value of an event's attribute, where it is one of the known."""
        stated = self._attributes.get((event, name))
        return next((value for value in known if value == stated), None)

    def _spans(self, target: str) -> list[Span]:
        if target not in self._bound:
            raise InputError(f"{target} is nowhere in the file", code="row")
        places, words = self._bound[target]
        spans = [Span(*map(int, piece.split())) for piece in places.split(";")]
        held = " ".join(span.of(self._text) for span in spans)
        if max(span.end for span in spans) > len(self._text):
            raise InputError(f"{target} ends beyond the text", code="span-outside")
        # Where tools disagree about blanks the letters still tell.
        if words is not None and "".join(words.split()) != "".join(held.split()):
            raise InputError(
                f"{target} is {words[:60]!r}, and at that place stands {held[:60]!r}", code="words"
            )
        return [_trimmed(span, self._text) for span in spans if span.of(self._text).strip()]


def _trimmed(span: Span, text: str) -> Span:
    """Without the blanks at its ends, which a hand that marks takes along."""
    words = span.of(text)
    return Span(span.start + len(words) - len(words.lstrip()), span.end - len(words) + len(words.rstrip()))


def _joined(spans: list[Span], text: str) -> list[Span]:
    """In order, and one where only the end of a line, or nothing, stands between two."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and _ends_a_line(text[joined[-1].end : span.start]):
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined


def _ends_a_line(between: str) -> bool:
    return not between or (between.isspace() and bool(_LINE_END.search(between)))


def _article(annotations: Path) -> Article:
    from onrecord.reading import read_bytes  # noqa: PLC0415 - heavy, and for new texts only

    path = _text_beside(annotations)
    read = next(iter(read_bytes(str(path), path.read_bytes())))
    if isinstance(read, Skipped):
        raise InputError(f"{path}: {read.detail}", code=read.code)
    return read


def _text_beside(annotations: Path) -> Path:
    beside = annotations.with_suffix(".txt")
    polnear = annotations.parent.parent / "text" / f"{annotations.stem.rpartition('_')[0]}.txt"
    for path in (beside, polnear):
        if path.is_file():
            return path
    raise InputError(f"there is no {beside.name} beside it: annotations need their text", code="no-text")


def _stated(article: Article) -> Mapping[str, Any]:
    """The article as a row states one, without an id: the ledger knows it by its text, if it knows it."""
    facts = ("format", "source_hash", "title", "byline", "outlet", "published", "language", "url", "text")
    blocks = [{"start": one.span.start, "end": one.span.end, "role": one.role} for one in article.blocks]
    return {name: getattr(article, name) for name in facts} | {"blocks": blocks}


def quoted_in(article: Article) -> "Quoted":
    """Where an article's words are quoted, by which the kind of a statement is told."""
    from onrecord.encoder.marks import quotations  # noqa: PLC0415 - as above
    from onrecord.extraction.kinds import Quoted  # noqa: PLC0415

    blocks = [block.span for block in article.blocks if block.role == "quotation"]
    paragraphs = [block.span for block in article.blocks if block.role != "boilerplate"]
    return Quoted.of(quotations(article.text, paragraphs), blocks)


def _reason(error: Exception) -> str:
    if isinstance(error, UnicodeDecodeError):
        return "it is no UTF-8: save it as UTF-8"
    return error.strerror or str(error) if isinstance(error, OSError) else str(error)
