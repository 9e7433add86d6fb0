"""Takes rows into a ledger, the rows of one article at a time: all that are right come in, in one transaction."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import groupby
from operator import itemgetter

from onrecord.errors import InputError, OnRecordError
from onrecord.ledger.database import Database
from onrecord.ledger.taking.checking_rows import refuse_untrue
from onrecord.ledger.taking.given import (
    OF_THE_FILE,
    Given,
    GivenRow,
    Refuse,
    Refused,
    Rows,
    Taken,
    Unread,
)
from onrecord.ledger.taking.matching import Matching
from onrecord.ledger.taking.reading_rows import article_of, given
from onrecord.ledger.taking.storing import Storing
from onrecord.model import Article, Coder, Span, Statement


def take(database: Database, rows: Rows, coder: Coder, refuse: Refuse, *, now: datetime) -> Taken:
    """Take the rows in; `refuse` is told of each that is not taken.  See `Ledger.take`."""
    matching, storing = Matching(database), Storing(database, coder, now)
    taken = Taken()
    for _, of_one in groupby(_keyed(map(_understood, rows)), key=itemgetter(0)):
        taken = taken.plus(_take_article(matching, storing, [row for _, row in of_one], refuse))
    return taken


def _understood(row: GivenRow | Refused) -> Given | Unread:
    if isinstance(row, Refused):
        return Unread(refused=row)
    article = None
    try:
        article = article_of(row)
        return given(row, article)
    except InputError as error:
        return Unread(refused=Refused(place=row.place, reason=str(error)), article=article)


def _keyed(rows: Iterable[Given | Unread]) -> Iterator[tuple[str, Given | Unread]]:
    """Each row with what its article is known by; one that is no row at all goes with the row before it."""
    key = ""
    for row in rows:
        if row.article is not None:
            key = row.article.id or row.article.text_hash or row.article.doc
        yield key, row


def _take_article(matching: Matching, storing: Storing, rows: list[Given | Unread], refuse: Refuse) -> Taken:
    every = [row for row in rows if isinstance(row, Given)]
    refused = [row.refused for row in rows if isinstance(row, Unread)]
    taken = Taken()
    if every:
        try:
            article = matching.article_of(every, [row.article for row in rows if row.article])
        except OnRecordError as error:
            refused += [Refused(place=row.place, reason=str(error)) for row in every]
        else:
            right = list(_right(article, every, refused))
            taken = _store(matching, storing, article, right, refused)
    for each in refused:
        refuse(each)
    return taken.plus(Taken(refused=len(refused)))


def _right(article: Article, rows: list[Given], refused: list[Refused]) -> Iterator[Given]:
    marked: dict[tuple[Span, ...], Statement] = {}
    for row in rows:
        try:
            refuse_untrue(row, article.text, article.id)
            if row.by_hand:
                _refuse_other_marking(row, marked)
        except InputError as error:
            refused.append(Refused(place=row.place, reason=str(error)))
        else:
            yield row


def _refuse_other_marking(row: Given, marked: dict[tuple[Span, ...], Statement]) -> None:
    """Of two markings of the same words that differ, by one coder, nobody can say which is meant."""
    first = marked.setdefault(row.statement.content, row.statement)
    if first != row.statement:
        raise InputError(
            "another row before it marks the same words and differs: import what each coder marked by itself, with "
            "its own --coder",
            code="marked-twice",
        )


def _store(
    matching: Matching, storing: Storing, article: Article, rows: list[Given], refused: list[Refused]
) -> Taken:
    if not rows:
        return Taken()
    try:
        taken = storing.store(article, rows)
    except OnRecordError as error:
        if error.code in OF_THE_FILE:
            raise
        refused += [Refused(place=row.place, reason=str(error)) for row in rows]
        return Taken()
    matching.note(article)
    return taken
