"""Where the decisions of an article belong: the same place whatever order readings and decisions came in.

A decision belongs to the statement that it names, where the reading that stands found that.  Else to the one of that
reading with almost the same words.  Else what an earlier reading found is kept, and needs another look; of two such
with almost the same words the one that was found later.  Else, where a person added it, to one of those or to one that
was added before with almost the same words; and else it stands as it was added.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.ledger import articles, statements
from onrecord.ledger.database import Database
from onrecord.ledger.deciding import events
from onrecord.ledger.deciding.encoding import decode_statement, encode
from onrecord.ledger.deciding.likeness import share
from onrecord.ledger.deciding.standing import as_found, found_in, naming, statement_as_decided
from onrecord.ledger.runs import RunId, same
from onrecord.model import Add, Article, Span, Statement, StatementId
from onrecord.model.likeness import ALIKE

Places = Mapping[StatementId, Sequence[Span]]

_RUN = "runs.at, runs.version, runs.model_hash, runs.options, runs.stage"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A statement as some reading found it, without parent; the facts of that run; since when it is found no longer."""

    statement: Statement
    run: tuple[str, str, str, str, str]
    retired_at: str | None = None

    def rank(self) -> tuple[str, str, str]:
        """What findings of one statement are compared by: the latest is the one that is kept."""
        at, _, model_hash, _, _ = self.run
        return at, model_hash, encode(self.statement)


def findings(database: Database, number: int) -> Iterator[Finding]:
    """What readings found in an article: what stands, what is kept because of decisions, and what was found earlier."""
    found = found_in(database, number, statements.of_article(database, number))
    query = f"SELECT statement, {_RUN} FROM statements JOIN runs USING (run) WHERE article = ?"  # noqa: S608 - our names
    for row in list(database.rows(query, (number,))):
        one = found[row["statement"]]
        if one.statement is not None:
            whole = replace(one.statement, parent=None)
            yield Finding(statement=whole, run=tuple(row)[1:], retired_at=one.retired_at)
    query = f"SELECT found, {_RUN} FROM earlier_findings JOIN runs USING (run) WHERE article = ?"  # noqa: S608
    for row in list(database.rows(query, (number,))):
        yield Finding(statement=replace(decode_statement(row["found"]), parent=None), run=tuple(row)[1:])


def heir_of(article: Article, content: Sequence[Span], among: Places) -> StatementId | None:
    """The statement that stands at almost the same words, the closest one."""
    ranked = sorted((-share(article.text, content, other), each) for each, other in among.items())
    return ranked[0][1] if ranked and -ranked[0][0] >= ALIKE else None


def succeed(database: Database, run: RunId, number: int, earlier: StatementId, later: StatementId) -> None:
    """Note that what was decided of one statement holds for another, in the reading of that run."""
    database.change(
        "INSERT OR REPLACE INTO successions (earlier, later, article, run) VALUES (?, ?, ?, ?)",
        (earlier, later, number, run),
    )


def place(database: Database, number: int, found: Sequence[Finding], at: str) -> None:
    """Put every decision of an article where it belongs, when all decisions and readings are here.

    `found` is what readings found in it, here and elsewhere; `at` the time at which it is seen that some are found no
    longer.  Inside a transaction; `statement_as_decided` has to follow for all that were decided on.
    """
    run = _reading_that_stands(database, number)
    article, stand = articles.load(database, number), _standing(database, number)
    lost, added = _decided(database, number, stand, found)
    kept: dict[StatementId, Sequence[Span]] = {}
    for subject, content in [*((s, f.statement.content) for s, f in lost.items()), *added.items()]:
        later = heir_of(article, content, stand) or heir_of(article, content, kept)
        if later is None:
            kept[subject] = content
        else:
            _give_place(database, run, number, subject, later)
    for subject, finding in lost.items():
        if subject in kept:
            _keep_lost(database, run, number, finding, at)
    names = naming(database)
    for subject in added:
        if subject in kept:
            statement_as_decided(database, subject, number, run, names)
    statements.put_in_order(database, number)


def _reading_that_stands(database: Database, number: int) -> RunId:
    run = database.value("SELECT coalesce(read_by, run) FROM articles WHERE article = ?", (number,))
    assert isinstance(run, int)  # noqa: S101 - each article has a run
    return RunId(run)


def _standing(database: Database, number: int) -> dict[StatementId, Sequence[Span]]:
    """The content of what the reading that stands found."""
    query = "SELECT statement FROM statements WHERE article = ? AND retired IS NULL AND NOT added"
    numbers = [row["statement"] for row in database.rows(query, (number,))]
    now = {each: one for each, one, _ in statements.with_review(database, number, numbers)}
    found = (one.statement for one in found_in(database, number, now).values())
    return {one.id: one.content for one in found if one is not None}


def _decided(
    database: Database, number: int, stand: Places, found: Sequence[Finding]
) -> tuple[dict[StatementId, Finding], dict[StatementId, Sequence[Span]]]:
    """What was decided on and stands no longer: that a reading found, the latest first; that people added, in order."""
    every = [
        each for each in events.log(database, "d.article = ?", (number,)) if each.subject.startswith("s-")
    ]
    every.sort(key=events.order)
    subjects = {StatementId(each.subject) for each in every if each.subject not in stand}
    latest: dict[StatementId, Finding] = {}
    for finding in sorted(found, key=Finding.rank):
        if finding.statement.id in subjects:
            latest[finding.statement.id] = finding
    lost = sorted(latest.items(), key=lambda one: (one[1].rank(), one[0]), reverse=True)
    added = {
        StatementId(each.subject): each.change.content
        for each in reversed(every)
        if isinstance(each.change, Add) and each.subject in subjects and each.subject not in latest
    }
    return (
        {each: replace(finding, retired_at=_first_lost(found, each)) for each, finding in lost},
        dict(reversed(added.items())),
    )


def _first_lost(found: Sequence[Finding], subject: StatementId) -> str | None:
    times = [each.retired_at for each in found if each.statement.id == subject and each.retired_at]
    return min(times, default=None)


def _give_place(
    database: Database, run: RunId, number: int, subject: StatementId, later: StatementId
) -> None:
    row = database.row("SELECT statement FROM statements WHERE id = ?", (subject,))
    if row is not None:
        keep_earlier(database, run, number, row["statement"])
        found_again(database, run, row["statement"])
        database.change("DELETE FROM statements WHERE statement = ?", (row["statement"],))
    succeed(database, run, number, subject, later)


def keep_earlier(database: Database, run: RunId, number: int, statement: int) -> None:
    """Keep what was found of a statement, by its number, that the reading of that run does not have in this form."""
    found = as_found(database, statement, statements.load(database, number, statement))
    if found is not None:
        database.change(
            "INSERT OR REPLACE INTO earlier_findings (article, id, run, until, found) "
            "SELECT article, id, run, ?, ? FROM statements WHERE statement = ?",
            (run, encode(found), statement),
        )


def found_again(database: Database, run: RunId, statement: int) -> None:
    """Note that the reading of that run found a statement, by its number, that was found no longer; if it was."""
    database.change(
        "INSERT OR REPLACE INTO losses (article, id, run, at, until) "
        "SELECT article, id, retired, retired_at, ? FROM statements WHERE statement = ? AND retired IS NOT NULL",
        (run, statement),
    )


def _keep_lost(database: Database, run: RunId, number: int, finding: Finding, at: str) -> None:
    """Keep what was found last, whoever found it, and since when it is found no longer."""
    subject, found_by = finding.statement.id, same(database, finding.run)
    made = database.value("SELECT statement FROM statements WHERE id = ?", (subject,))
    if not isinstance(made, int):
        place_behind = statements.next_ordinal(database, number)
        made = statements.insert(database, found_by, number, place_behind, finding.statement)
        statements.index(database, "statement", made)
    elif as_found(database, made, statements.load(database, number, made)) != finding.statement:
        statements.rewrite(database, made, finding.statement)
        database.change("DELETE FROM as_found WHERE statement = ?", (made,))
    database.change(
        "UPDATE statements SET run = ?, added = 0, retired = coalesce(retired, ?), retired_at = ? WHERE statement = ?",
        (found_by, run, finding.retired_at or at, made),
    )
