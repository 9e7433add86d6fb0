"""Quotation marks taken away, or changed for those of other papers and languages."""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.encoder.marks import Quotation
from onrecord.model import Span
from training.examples import paragraphs
from training.polnear import Annotated
from training.transform.editing import Edit, Fresh, edited, instead
from training.transform.quoting import quoted


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How a paper sets quotations: marks of outer and inner ones, apostrophes (None: as they are), stray commas.

    With `comma_outside` a comma that ends a quotation stands after the mark, as in British papers.
    """

    outer: tuple[str, str]
    inner: tuple[str, str]
    apostrophe: str | None = None
    comma_outside: bool = False


STYLES = {
    "american": Style(outer=("“", "”"), inner=("‘", "’"), apostrophe="’"),
    "straight": Style(outer=('"', '"'), inner=("'", "'"), apostrophe="'"),
    "british": Style(outer=("‘", "’"), inner=("“", "”"), apostrophe="’"),
    "british, comma outside": Style(outer=("‘", "’"), inner=("“", "”"), apostrophe="’", comma_outside=True),
    "straight single": Style(outer=("'", "'"), inner=('"', '"'), apostrophe="'"),
    "guillemets": Style(outer=("«", "»"), inner=("“", "”")),
    "guillemets inward": Style(outer=("»", "«"), inner=("›", "‹"), comma_outside=True),
    "low-high": Style(outer=("„", "“"), inner=("‚", "‘"), comma_outside=True),
    "doubled": Style(outer=("``", "''"), inner=("`", "'"), apostrophe="'"),
}
_FEWEST_BLANKS = 2
_APOSTROPHE = re.compile(r"(?<=\w)['’](?=\w)|(?<=s)['’](?= [a-z])|(?<= )['’](?=\d0s)")


def stripped(article: Annotated, rng: random.Random) -> Annotated | None:
    """Without the marks of all quotations, or of those of about half the paragraphs; what was content stays content."""
    share = rng.choice([1.0, 0.5])
    chosen = [place for place in paragraphs(article.text) if rng.random() < share]
    found = [q for q in quoted(article) if any(place.holds(q.span) for place in chosen)]
    edits = [edit for q in found for edit in _bared(article.text, q)]
    return edited(article, edits) if edits else None


def restyled(article: Annotated, rng: random.Random) -> Annotated | None:
    """With the marks of another style, inner quotations with those of the inner level."""
    found = quoted(article)
    now = {article.text[q.span.start : q.span.start + q.opening] for q in found if not q.inner}
    name = rng.choice([name for name, style in STYLES.items() if {style.outer[0]} != now])
    return in_style(article, found, STYLES[name]) if found else None


def in_style(article: Annotated, found: list[Quotation], style: Style) -> Annotated:
    """The article with its quotations (all of them) set in one style."""
    edits = [edit for q in found for edit in _set(article.text, q, style)]
    if style.apostrophe is not None:
        edits += _apostrophes(article.text, edits, style.apostrophe)
    return edited(article, edits)


def dashed(article: Annotated, rng: random.Random) -> Annotated | None:
    """Dialogue with dashes: a paragraph that begins with a quotation begins with a dash, and has no marks."""
    found, edits = quoted(article), list[Edit]()
    dash = rng.choice(["— ", "– ", "—", "- "])
    for paragraph in paragraphs(article.text):
        inside = [q for q in found if paragraph.holds(q.span) and not q.inner]
        if inside and inside[0].span.start == paragraph.start and not _scare(article.text, inside[0]):
            begin = inside[0].span.start
            edits.append(Edit(begin, begin, (Fresh(dash),)))
            edits += [edit for q in inside for edit in _bared(article.text, q)]
    return edited(article, edits) if edits else None


def _scare(text: str, quotation: Quotation) -> bool:
    """Whether so little stands between the marks that it is a title or an expression, no speech."""
    words = text[quotation.span.start : quotation.span.end - quotation.closing]
    return words.count(" ") < _FEWEST_BLANKS and words[-1] not in ",.?!"


def _places(quotation: Quotation) -> Iterator[tuple[int, int]]:
    start, end = quotation.span.start, quotation.span.end
    yield start, start + quotation.opening
    if quotation.closing:
        yield end - quotation.closing, end


def _bared(text: str, quotation: Quotation) -> Iterator[Edit]:
    """Without marks; a stop before the closing mark is then no part of what it ends, as PolNeAR has it."""
    return _with_marks(text, quotation, ("", ""), outside=".,;")


def _set(text: str, quotation: Quotation, style: Style) -> Iterator[Edit]:
    marks = style.inner if quotation.inner else style.outer
    return _with_marks(text, quotation, marks, outside="," if style.comma_outside else "")


def _with_marks(text: str, quotation: Quotation, marks: tuple[str, str], *, outside: str) -> Iterator[Edit]:
    (start, after), *closed = _places(quotation)
    yield instead(start, after, marks[0])
    for place, end in closed:
        stop = text[place - 1] if after < place - 1 and text[place - 1] in outside else ""
        if stop:
            yield instead(place - 1, place, "")
        yield Edit(place, end, (Fresh(marks[1], place, end), Fresh(stop, end, end)))


def _apostrophes(text: str, edits: list[Edit], wanted: str) -> Iterator[Edit]:
    taken = [Span(edit.start, edit.end) for edit in edits if edit.start < edit.end]
    places = {place for span in taken for place in range(span.start, span.end)}
    for match in _APOSTROPHE.finditer(text):
        if match.start() not in places and match.group() != wanted:
            yield instead(match.start(), match.end(), wanted)
