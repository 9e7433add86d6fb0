"""Which article of a ledger the rows speak of."""

from collections.abc import Sequence
from functools import cached_property

from onrecord.errors import InputError, NotFoundError
from onrecord.ledger import articles, tombstones
from onrecord.ledger.database import Database
from onrecord.ledger.soundness import refuse_unsound
from onrecord.ledger.taking.given import Given, GivenArticle
from onrecord.model import Article, Reading, words_at
from onrecord.model.storable import storable


class Matching:
    """Finds the article of rows: by its id, its text, or the name it was read under; else the one they bring."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def article_of(self, rows: Sequence[Given], stated: Sequence[GivenArticle]) -> Article:
        """The article, of the ledger or of the rows; NotFoundError or InputError where there is none to be told.

        `stated` is what all rows say of it, those that are refused too.
        """
        known = next((each.id for each in stated if each.id), None)
        number = None if known is None else articles.number_of(self._database, known)
        if number is not None:
            return articles.load(self._database, number)
        whole = next((each.whole for each in stated if each.whole), None)
        # Without an id the same text is the same article, whatever outlet it has here.
        if whole is not None and (known is not None or whole.text_hash not in self._numbers):
            refuse_forgotten(self._database, whole)
            refuse_unsound(Reading(article=whole, statements=()))
            return whole
        return self._one(rows)

    def note(self, article: Article) -> None:
        """Remember an article that came in."""
        number = articles.number_of(self._database, article.id)
        if number is not None:
            for key in (article.text_hash, storable(article.doc)):
                if number not in self._numbers.setdefault(key, []):
                    self._numbers[key].append(number)

    @cached_property
    def _numbers(self) -> dict[str, list[int]]:
        """The articles by the hash of their text and by their name: a file of rows is looked up many times."""
        found: dict[str, list[int]] = {}
        for row in self._database.rows("SELECT article, text_hash, doc FROM articles ORDER BY article"):
            found.setdefault(row["text_hash"], []).append(row["article"])
            found.setdefault(row["doc"], []).append(row["article"])
        return found

    def _one(self, rows: Sequence[Given]) -> Article:
        stated = rows[0].article
        name = stated.text_hash or storable(stated.doc)
        found = [articles.load(self._database, number) for number in self._numbers.get(name, ())]
        fitting = [article for article in found if _fits(article, rows)] if len(found) > 1 else found
        if len(fitting) > 1:
            fitting = [article for article in fitting if article.id in stated.doc] or fitting
        if len(fitting) == 1:
            return fitting[0]
        if not fitting:
            what = stated.id or stated.doc or "its article"
            raise NotFoundError(
                f"{what} is not in this ledger, and the rows do not bring its text: add the article first, or export "
                "with --texts"
            )
        ids = ", ".join(article.id for article in fitting)
        raise InputError(f"{stated.doc} may be {ids}: give the article's id", code="ambiguous")


def _fits(article: Article, rows: Sequence[Given]) -> bool:
    return all(words_at(article.text, row.statement.content) == row.words for row in rows)


def refuse_forgotten(database: Database, article: Article) -> None:
    """Raise InputError for an article that was removed from this ledger."""
    why = tombstones.why(database, article.id)
    if why is not None:
        raise InputError(f"{article.id} {why}", code="forgotten")
