"""What a reading must be before the ledger takes it, and what `check` finds again in each that it keeps."""

import unicodedata
from collections.abc import Container, Iterator
from dataclasses import dataclass, fields
from itertools import pairwise

from onrecord.errors import InputError
from onrecord.model import Article, Reading, Span, Statement, StatementId, identify
from onrecord.model.storable import is_storable, storable


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something that is not as it must be: `code` for programs, `detail` says what and where."""

    code: str
    detail: str


def refuse_unsound(reading: Reading) -> None:
    """Raise InputError where the reading cannot be stored as it is, so that the batch goes on without it."""
    article = reading.article
    facts = [getattr(article, field.name) for field in fields(article) if field.name != "doc"]
    if not all(is_storable(fact) for fact in facts if isinstance(fact, str)):
        raise InputError(
            f"{storable(article.doc)} holds half of a character (a lone surrogate), which no file can: "
            "save it as UTF-8 and read it again",
            code="lone-surrogate",
        )
    if any("\0" in fact for fact in facts if isinstance(fact, str)):
        raise InputError(
            f"{storable(article.doc)} holds a NUL character, at which SQLite ends a text: put a blank in its place",
            code="nul",
        )
    problem = next(problems_of(reading), None)
    if problem is not None:
        raise InputError(
            f"{storable(article.doc)} was read wrongly ({problem.detail}): please report it, it is our fault",
            code=problem.code,
        )


def problems_of(reading: Reading, decided: Container[StatementId] = ()) -> Iterator[Problem]:
    """What is wrong with a reading in itself: its blocks, its spans, its ids.

    A statement in `decided` has the places that a person gave it, and the id of those that it was found at.
    """
    article = reading.article
    if problem := _block_problem(article):
        yield Problem(code="blocks", detail=f"article {article.id}: {problem}")
    ids = {statement.id for statement in reading.statements}
    if len(ids) < len(reading.statements):
        yield Problem(
            code="same-statement", detail=f"article {article.id} has two statements with the same content"
        )
    for statement in reading.statements:
        for code, detail in _statement_problems(article, statement):
            if code == "statement-id" and statement.id in decided:
                continue
            yield Problem(code=code, detail=f"statement {statement.id} of article {article.id}: {detail}")
        if statement.parent is not None and statement.parent not in ids:
            yield Problem(
                code="parent", detail=f"statement {statement.id}: {statement.parent} is not in its article"
            )


def _statement_problems(article: Article, statement: Statement) -> Iterator[tuple[str, str]]:
    if not statement.content:
        yield "no-content", "it has no content"
    for part, spans in (("content", statement.content), ("cue", statement.cue), ("source", statement.source)):
        if not _in_order(spans):
            yield "span-order", f"the pieces of its {part} overlap or are out of order"
        if spans and spans[-1].end > len(article.text):
            yield "span-outside", f"its {part} ends at {spans[-1].end}, the text at {len(article.text)}"
    if not 0 <= statement.confidence <= 1:
        yield "confidence", f"its confidence is {statement.confidence}"
    if statement.id != identify(article.id, statement.content):
        yield "statement-id", "its id is not the one of its article and content"


def _block_problem(article: Article) -> str:
    """What is wrong with the blocks, or an empty text."""
    spans = tuple(block.span for block in article.blocks)
    if not _in_order(spans):
        return "its blocks overlap or are out of order"
    if spans and spans[-1].end > len(article.text):
        return f"its last block ends at {spans[-1].end}, the text at {len(article.text)}"
    at = 0
    for start, end in [*((span.start, span.end) for span in spans), (len(article.text), len(article.text))]:
        if not _is_blank(article.text[at:start]):
            return f"no block covers the words between {at} and {start}"
        at = end
    return ""


def _in_order(spans: tuple[Span, ...]) -> bool:
    return all(before.end <= after.start for before, after in pairwise(spans))


def _is_blank(text: str) -> bool:
    """Whether nothing is to be seen: white space, and the marks without width (a byte-order mark)."""
    return not text or text.isspace() or all(c.isspace() or unicodedata.category(c) == "Cf" for c in text)
