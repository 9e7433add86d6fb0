"""CSV: one row a statement, for spreadsheets and data frames.

UTF-8 without a byte-order mark; a header line; cells quoted where they must be, quotation marks in them
doubled; lines end with CR LF as RFC 4180 has it (which also makes every Python version quote a cell that
holds a lone CR).  Line breaks inside a cell stay as the article has them.

**Formulas.**  A spreadsheet takes a cell that begins with ``=``, ``+``, ``-``, ``@``, a tab or a carriage
return for a formula, and an article may hold one that sends data elsewhere (OWASP, "CSV Injection").  Such
a cell of free text gets an apostrophe in front, which spreadsheets read as "this is text"; `freed` takes it
off again.  JSON Lines keeps every text as it is.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping

from onrecord.model import CodeValues, Record, Span, Statement
from onrecord.model.storable import storable

COLUMNS = (
    "id",
    "article",
    "doc",
    "outlet",
    "published",
    "title",
    "kind",
    "act",
    "source",
    "cue",
    "text",
    "start",
    "end",
    "content_spans",
    "confidence",
    "speaker",
    "speaker_type",
    "role",
    "via",
    "said_on",
    "codes",
    "review",
    "values",
    "to",
    "speaker_id",
)
"""`start` and `end` reach from the first piece of the content to the last; `content_spans` is `120-180;201-240`; `via`
has the outermost first, `to` is whom it was said to; `codes` are `concept stance (coder)` and `values`
`concept (coder): variable=value, ...`; `speaker_id` is the speaker's actor in the
ledger.  What a cell holds several of is parted by `; `.
"""

# With the apostrophes that a text may have of itself, so that taking one off gives back the text in every
# case.
_FORMULA = re.compile(r"'*[=+\-@\t\r]")

_CONFIDENCE_DIGITS = 3


def lines(records: Iterable[Record]) -> Iterator[str]:
    """The header, then one row a record, each with its line end (a row may be several lines)."""
    yield one_row(COLUMNS)
    for record in records:
        yield one_row(cells(record))


def cells(record: Record) -> tuple[str, ...]:
    """The cells of one statement, in the order of `COLUMNS`; what is not known is empty."""
    article, statement = record.article, record.statement
    return (
        statement.id,
        article.id,
        guarded(article.doc),
        guarded(article.outlet),
        guarded(article.published),
        guarded(article.title),
        statement.kind,
        statement.act,
        guarded(record.source_words),
        guarded(record.cue_words),
        guarded(record.words),
        str(statement.content[0].start),
        str(statement.content[-1].end),
        _spans(statement.content),
        f"{statement.confidence:.{_CONFIDENCE_DIGITS}f}",
        *_resolved(statement),
        guarded("; ".join(f"{code.concept} {code.stance} ({code.coder})" for code in record.codes)),
        record.review.state,
        guarded("; ".join(map(_values, record.values))),
        guarded("; ".join(one.name for one in statement.to)),
        (statement.speaker.actor or "") if statement.speaker else "",
    )


def _values(of: CodeValues) -> str:
    """`toll (Ann): certainty=3, urgent=true`; a further entry has its number and stance after the coder."""
    given = ", ".join(f"{each.variable}={_amount(each.value)}" for each in of.values)
    further = f", {of.entry}{f' {of.stance}' if of.stance else ''}" if of.entry > 1 else ""
    return f"{of.concept} ({of.coder}{further}): {given}".lstrip()


def _amount(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _resolved(statement: Statement) -> tuple[str, ...]:
    """Speaker, type, role, chain and date."""
    speaker = statement.speaker
    return (
        guarded(speaker.name if speaker else None),
        speaker.type if speaker else "",
        guarded(speaker.role if speaker else None),
        guarded("; ".join(one.name for one in statement.via)),
        guarded(statement.said_on.value if statement.said_on else None),
    )


def guarded(text: str | None) -> str:
    """The cell of a free text: with an apostrophe in front where a spreadsheet would take it for a
    formula.
    """
    if text is None:
        return ""
    return f"'{text}" if _FORMULA.match(text) else text


def freed(cell: str) -> str:
    """The text of a cell that `guarded` made."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def _spans(spans: Iterable[Span]) -> str:
    return ";".join(f"{span.start}-{span.end}" for span in spans)


def one_row(values: Iterable[str]) -> str:
    """One line of CSV, as RFC 4180 has it."""
    return rows([values])


def rows(several: Iterable[Iterable[str]]) -> str:
    """Lines of CSV."""
    buffer = io.StringIO(newline="")
    csv.writer(buffer, lineterminator="\r\n").writerows(several)
    # The name of a file may not be UTF-8: its odd bytes are spelled out, as in the ledger.
    return storable(buffer.getvalue())


def of_rows(found: Iterable[Mapping[str, str | float | bool | None]]) -> Iterator[str]:
    """Rows that have the same names, under these; true and false, and nothing where there is no value."""
    for at, row in enumerate(found):
        if not at:
            yield one_row([guarded(name) for name in row])
        yield one_row(
            [guarded(_plain(value)) if isinstance(value, str) else _plain(value) for value in row.values()]
        )


def _plain(value: str | float | bool | None) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)
