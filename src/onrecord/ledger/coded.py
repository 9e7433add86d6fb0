"""What was decided of statements, article by article, beside what the machine found there: rows in, values out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from onrecord.ledger import finding, statements
from onrecord.ledger.conditions import conditions
from onrecord.ledger.database import Database, Row
from onrecord.ledger.deciding import events
from onrecord.ledger.deciding.codebook_folding import Naming
from onrecord.ledger.deciding.standing import decisions_in, found_in, naming
from onrecord.ledger.selection import Filter
from onrecord.model import Add, Decision, MarkRead, Statement
from onrecord.model.storable import storable


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedStatement:
    """A statement as the machine found it (None: a coder added it), and the decisions in effect on it, in order.

    `chosen`: it fulfils the conditions.  `retired`: a newer reading no longer finds it.  `asked`: second readers who
    said all that they have to say of it: models that read the article to its end when it was there.
    """

    id: str
    found: Statement | None
    chosen: bool
    retired: bool
    decisions: tuple[Decision, ...]
    asked: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedArticle:
    """An article of `length` code points with all its statements, rejected ones too."""

    id: str
    length: int
    statements: tuple[CodedStatement, ...]


def coded(database: Database, selection: Filter, coders: Sequence[str]) -> Iterator[CodedArticle]:
    """The articles in which at least two of the coders decided something and a statement fulfils the conditions.

    By the article's id; one of them is in memory at a time.
    """
    article = None if selection.article is None else finding.find(database, "articles", selection.article)
    chosen = list(conditions(selection, article))
    # An index is asked once, where one knows the statements.
    terms = [each.numbers.as_test() if each.numbers else each.test for each in chosen]
    query = f"""
        SELECT a.article, s.statement FROM statements AS s JOIN articles AS a ON a.article = s.article
        WHERE {" AND ".join(["TRUE", *(term.sql for term in terms)])} AND a.article IN (
            SELECT article FROM decisions JOIN coders USING (coder) WHERE name IN ({", ".join("?" * len(coders))})
            GROUP BY article HAVING count(DISTINCT coder) > 1)
        ORDER BY a.id
    """  # noqa: S608 - our words, their values as parameters
    values = [*(value for term in terms for value in term.values), *map(storable, coders)]
    names = naming(database)
    for number, rows in groupby(database.rows(query, values), itemgetter("article")):
        yield _article(database, number, {row["statement"] for row in rows}, names)


def _article(database: Database, number: int, chosen: set[int], names: Naming) -> CodedArticle:
    row = database.row("SELECT id, text FROM articles WHERE article = ?", (number,))
    assert row is not None  # noqa: S101 - the number came out of the same file
    held = _held(database, number)
    decisions = decisions_in(database, number, {row["id"] for row in held}, names)
    found = found_in(database, number, statements.of_article(database, number))
    read = _read_by_models(decisions.get(row["id"], ()))
    return CodedArticle(
        id=row["id"],
        length=len(row["text"]),
        statements=tuple(
            CodedStatement(
                id=each["id"],
                found=found[each["statement"]].statement,
                chosen=each["statement"] in chosen,
                retired=each["retired"] is not None,
                decisions=tuple(decisions.get(each["id"], ())),
                asked=_asked(each, decisions.get(each["id"], ()), read),
            )
            for each in held
        ),
    )


def _held(database: Database, number: int) -> list[Row]:
    query = """
        SELECT statement, id, retired, added, runs.at AS at
        FROM statements JOIN runs USING (run) WHERE article = ? ORDER BY id
    """
    return list(database.rows(query, (number,)))


def _read_by_models(decisions: Sequence[Decision]) -> dict[str, str]:
    """When each model that read the article to its end did so last."""
    marks = [each for each in decisions if isinstance(each.change, MarkRead) and each.coder.kind == "model"]
    return {each.coder.name: each.at for each in sorted(marks, key=events.order)}


def _asked(row: Row, decisions: Sequence[Decision], read: Mapping[str, str]) -> frozenset[str]:
    """The models that read the article when the statement was there: found by its latest reading, or added."""
    added = [each.at for each in decisions if isinstance(each.change, Add)]
    since = min(added, default="") if row["added"] else row["at"]
    return frozenset(name for name, at in read.items() if since[:_SECONDS] <= at[:_SECONDS])


_SECONDS = len("2024-03-01T09:30:00")  # runs are timed no finer
