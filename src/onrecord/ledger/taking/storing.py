"""Stores what the rows of one article bring: the article, actors, statements as they were found, decisions."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from onrecord.errors import InputError
from onrecord.ledger import articles, runs, statements
from onrecord.ledger.database import Database
from onrecord.ledger.deciding.appending import Appending
from onrecord.ledger.deciding.codebook import codebook_as_decided
from onrecord.ledger.deciding.reports import article_as_decided
from onrecord.ledger.deciding.standing import heir, naming, statement_as_decided
from onrecord.ledger.registry import take_new
from onrecord.ledger.runs import RunId
from onrecord.ledger.taking.adding import ByHand
from onrecord.ledger.taking.given import Given, Taken
from onrecord.ledger.taking.people import take_people
from onrecord.ledger.taking.places import Moved, count, number_of
from onrecord.model import Article, Coder, Decision, Statement, StatementId, identify


@dataclass(frozen=True, slots=True)
class _Placed:
    """A row, its statement's id in this ledger, and whether the statement is new here."""

    row: Given
    id: StatementId
    is_new: bool


class Storing:
    """Stores rows that were checked; `coder` is who adds those that nobody decided on."""

    def __init__(self, database: Database, coder: Coder, now: datetime) -> None:
        self._database = database
        self._by_hand = ByHand(database=database, coder=coder, now=now)
        self._appending = Appending(database)
        self._now = now
        self._names = naming(database)

    def store(self, article: Article, rows: Sequence[Given]) -> Taken:
        """Store the rows of one article, or nothing of them where an error is raised."""
        with self._database.transaction():
            known = articles.number_of(self._database, article.id)
            number = known
            if number is None:
                number = articles.insert(self._database, self._run_of(rows), article)
            people = take_people(
                self._database, self._appending, [actor for row in rows for actor in row.actors]
            )
            for row in rows:
                if not any(self._appending.is_removed(actor.id) for actor in row.actors):
                    take_new(self._database, row.reference)
            book = self._take_codebook([each for row in rows for each in row.codebook])
            of_itself = self._appending.append(
                [each for row in rows for each in row.article.decisions], number
            )
            article_as_decided(self._database, article.id, number)
            self._names = naming(self._database)
            run = self._run_of(rows if known is None else ())
            before = count(self._database, number)
            moved = Moved(self._database, number)
            placed = [self._place(row, article, moved, number, run) for row in rows]
            self._link(placed, number)
            came = [len(self._decide(one, number)) for one in placed]
            gone = {StatementId(each.subject) for each in of_itself if each.subject.startswith("s-")}
            self._decide_again(gone, number)
            new = count(self._database, number) - before
        return Taken(
            articles=int(known is None),
            statements=max(0, new),
            decisions=people + book + len(of_itself) + sum(came),
            known=sum(not one.is_new and not made for one, made in zip(placed, came, strict=True)),
        )

    def _take_codebook(self, given: Sequence[Decision]) -> int:
        """Take in what was decided of the codebook, and give codes their names; how many decisions came."""
        came = self._appending.append(given, None)
        if came:
            codebook_as_decided(self._database, [each.change for each in given])
        return len(came)

    def _run_of(self, rows: Sequence[Given]) -> RunId:
        """The run that read the article elsewhere, or one of our own where nobody names it."""
        stated = next((row.article.run for row in rows if row.article.run), None)
        if stated is not None:
            return runs.same(self._database, stated)
        return runs.of_import(self._database, runs.seconds(self._now))

    def _place(self, row: Given, article: Article, moved: Moved, number: int, run: RunId) -> _Placed:
        """Store what was found, unless it is here, in a later reading perhaps."""
        subject = heir(self._database, _id(row, article))
        if number_of(self._database, subject) is None and row.known_id is None:
            subject = moved.there(row.statement.content) or subject
        if number_of(self._database, subject) is not None:
            return _Placed(row, subject, is_new=False)
        if row.found is not None and not row.by_hand:
            found = _unlinked(replace(row.found, id=subject))
            last = statements.next_ordinal(self._database, number)
            made = statements.insert(self._database, run, number, last, found)
            statements.index(self._database, "statement", made)
            self._retire(row, made)
        return _Placed(row, subject, is_new=not row.by_hand)

    def _retire(self, row: Given, made: int) -> None:
        if row.retired is None:
            return
        run = runs.of_import(self._database, row.retired)
        self._database.change(
            "UPDATE statements SET retired = ?, retired_at = ? WHERE statement = ?", (run, row.retired, made)
        )

    def _link(self, placed: Sequence[_Placed], number: int) -> None:
        """Give new statements their parents, and all of the article their places."""
        new = [one for one in placed if one.is_new]
        ids = {one.row.known_id: one.id for one in placed}
        self._database.change_all(
            "UPDATE statements SET parent = (SELECT statement FROM statements WHERE id = ? AND article = ?) "
            "WHERE id = ?",
            (
                (ids.get(one.row.statement.parent, one.row.statement.parent), number, one.id)
                for one in new
                if one.row.statement.parent is not None
            ),
        )
        if new:
            statements.put_in_order(self._database, number)

    def _decide(self, one: _Placed, number: int) -> list[Decision]:
        """Store the decisions on a statement, or those that say what was marked, and what follows from them."""
        row = one.row
        if row.by_hand:
            made = self._by_hand.decisions(row.statement, one.id, number, as_written=row.as_written)
            came = self._appending.append(made, number)
        else:
            came = self._appending.append(row.decisions, number)
            self._succeed(one, came, number)
        if came or (one.is_new and row.decisions):
            self._decide_again({one.id}, number)
        return came

    def _succeed(self, one: _Placed, came: Sequence[Decision], number: int) -> None:
        """Decisions on what an earlier reading found hold for the one that took its place."""
        earlier = {each.subject for each in came if each.subject.startswith("s-")} - {one.id}
        for subject in sorted(earlier):
            self._database.change(
                "INSERT OR IGNORE INTO successions (earlier, later, article, run) VALUES (?, ?, ?, ?)",
                (subject, one.id, number, runs.of_review(self._database)),
            )

    def _decide_again(self, subjects: Iterable[StatementId], number: int) -> None:
        run = runs.of_review(self._database)
        for subject in sorted(subjects):
            stands = heir(self._database, subject)
            statement_as_decided(self._database, stands, number, run, self._names)


def _unlinked(found: Statement) -> Statement:
    """What was found, without the actors that the registry elsewhere held them to be: ours says that here."""
    speaker = None if found.speaker is None else replace(found.speaker, actor=None)
    via = tuple(replace(one, actor=None) for one in found.via)
    return replace(found, speaker=speaker, via=via, to=tuple(replace(one, actor=None) for one in found.to))


def _id(row: Given, article: Article) -> StatementId:
    """The statement's id here: its own, or that of its place where the article goes by another id here."""
    if row.article.id == article.id and row.known_id is not None:
        return row.known_id
    if row.decisions:
        raise InputError(
            f"its decisions were made in {row.article.id or 'another article'}, and that text is here as {article.id}",
            code="article-id",
        )
    return identify(article.id, row.statement.content)
