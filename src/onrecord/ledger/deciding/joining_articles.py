"""Takes the articles of another ledger, with what was found in them: new ones, later readings, facts of the first."""

from dataclasses import astuple, dataclass, field

from onrecord.ledger import articles, runs, skips, sources, statements
from onrecord.ledger.database import Database
from onrecord.ledger.deciding.encoding import encode
from onrecord.ledger.deciding.history import origin
from onrecord.ledger.deciding.removals import Removed
from onrecord.ledger.deciding.reports import as_first_read
from onrecord.ledger.deciding.rereading import reread
from onrecord.ledger.deciding.standing import found_in
from onrecord.ledger.runs import RunId
from onrecord.model import Article, Reading

_RUN = "runs.at, runs.version, runs.model_hash, runs.options, runs.stage"


@dataclass(slots=True)
class Shared:
    """The articles that both ledgers hold now: their numbers here, and there; and how they came."""

    numbers: dict[int, int] = field(default_factory=dict)
    came: int = 0
    reread: int = 0
    forgotten: int = 0


def take_articles(database: Database, other: Database, at: str) -> Shared:
    """Take them in, one at a time; `at` is later than every decision.  Inside a transaction."""
    shared, removed = Shared(), Removed(database)
    for number in list(articles.numbers(other)):
        reading = removed.left_of(_as_read(other, number))
        if reading.article.id in removed.ids:
            shared.forgotten += 1
            continue
        own = articles.number_of(database, reading.article.id)
        if own is None:
            own = _store(database, other, number, reading)
            shared.came += 1
        else:
            shared.reread += _reread(database, other, own, number, reading, at)
            _take_facts(database, other, own, number)
        shared.numbers[own] = number
    return shared


def _as_read(other: Database, number: int) -> Reading:
    """An article as its source had it, with what the machine found in it: no decision counts."""
    found = found_in(other, number, statements.of_article(other, number)).values()
    lost = {
        row["id"]
        for row in other.rows(
            "SELECT id FROM statements WHERE article = ? AND retired IS NOT NULL", (number,)
        )
    }
    every = (one.statement for one in found)
    stood = tuple(one for one in every if one is not None and one.id not in lost)
    return Reading(article=articles.load_as_read(other, number), statements=stood)


def _store(database: Database, other: Database, number: int, reading: Reading) -> int:
    """A new article, with the runs that read it first and last, and the reason why it was left unread, if it was."""
    run = _last_run(database, other, number)
    row = other.row("SELECT doc, articles FROM sources WHERE source_hash = ?", (reading.article.source_hash,))
    doc = row["doc"] if row else reading.article.doc
    own, _ = sources.store_reading(database, run, reading)
    sources.note_appearance(database, run, doc, reading.article, own)
    _, first = _first_run(other, number)
    database.change(
        "UPDATE articles SET run = ?, read_by = ? WHERE article = ?", (runs.same(database, first), run, own)
    )
    if (why := skips.load(other, reading.article.doc)) is not None:
        skips.replace(database, run, doc, [why], source_hash=reading.article.source_hash)
    _carry_runs(database, other, number)
    return own


def _reread(database: Database, other: Database, own: int, number: int, reading: Reading, at: str) -> bool:
    """Whether the other reading is the later one, and stands now."""
    if not reading.statements and _unread(other, reading.article.doc):
        return False  # it was left unread there, for its language say: that is no reading
    here, there = origin(database, own), origin(other, number)
    unread = _unread(database, articles.load(database, own).doc)
    if not unread and (here.at, here.model_hash) >= (there.at, there.model_hash):
        return False
    reread(database, _last_run(database, other, number), own, reading, at)
    skips.lift(database, own)
    _carry_runs(database, other, number)
    return True


def _take_facts(database: Database, other: Database, own: int, number: int) -> None:
    """The article's own facts are those of its first reading, here or there."""
    mine, theirs = articles.load_as_read(database, own), articles.load_as_read(other, number)
    if mine == theirs:
        return
    (_, run_here), (_, run_there) = _first_run(database, own), _first_run(other, number)
    if _rank(run_there, theirs) < _rank(run_here, mine):
        as_first_read(database, own, theirs, runs.same(database, run_there))


def _rank(run: tuple[str, ...], article: Article) -> tuple[str, str, str]:
    at, _, model_hash, *_ = run
    return at, model_hash, encode(article)


def _first_run(database: Database, number: int) -> tuple[int, tuple[str, ...]]:
    """The number and the facts of the run that read the article first."""
    query = f"SELECT run, {_RUN} FROM articles JOIN runs USING (run) WHERE article = ?"  # noqa: S608 - our names
    row = database.row(query, (number,))
    assert row is not None  # noqa: S101 - each article has a run
    return row[0], tuple(row)[1:]


def _last_run(database: Database, other: Database, number: int) -> RunId:
    """The run that read the article last in the other ledger, made here where it is not."""
    return runs.same(database, astuple(origin(other, number)))


def _carry_runs(database: Database, other: Database, number: int) -> None:
    """Each statement keeps the run that found it so first."""
    query = f"""
        SELECT id, {_RUN} FROM statements JOIN runs USING (run) WHERE article = ? AND retired IS NULL AND NOT added
    """  # noqa: S608 - our names
    for row in list(other.rows(query, (number,))):
        database.change(
            "UPDATE statements SET run = ? WHERE id = ?", (runs.same(database, tuple(row)[1:]), row["id"])
        )


def _unread(database: Database, doc: str) -> bool:
    return skips.load(database, doc) is not None
