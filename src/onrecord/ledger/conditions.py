"""Conditions on statements in SQL: a test of one statement, and where an index knows them, the numbers of all."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from onrecord.ledger.database import Value
from onrecord.ledger.match import blanks_alike, match_part, match_words
from onrecord.ledger.selection import Filter
from onrecord.model import WORDED, Stance
from onrecord.model.storable import storable


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A piece of SQL with its parameters."""

    sql: str
    values: tuple[Value, ...] = ()

    def as_test(self) -> "Term":
        """For a SELECT of numbers: whether a statement `s` is one of them."""
        return Term(sql=f"s.statement IN ({self.sql})", values=self.values)


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """One condition in the forms that a query can take it in; all of them mean the same.

    test: an expression on a statement `s` and its article `a`.
    numbers: a SELECT of the numbers of all statements that fulfil it, quick where these are few; None where no index
        knows them.
    asked: the query of the full-text index that knows it; it takes its time for each question, and for each of many
        answers.
    beginning: words are asked for by their beginning: each question gathers all words that begin so.
    article: a test of the article alone, without which no statement in it fulfils the condition.
    dated: only articles with a date fulfil it.
    along: an index of the statements of each article by this condition.
    scanned: to know the numbers everything of a kind is looked at, however few fulfil the condition.
    """

    test: Term
    numbers: Term | None = None
    asked: Term | None = None
    beginning: bool = False
    article: Term | None = None
    dated: bool = False
    along: str | None = None
    scanned: bool = False


_STATES: dict[str, str] = {
    "unreviewed": "s.state = 'unreviewed'",
    "accepted": "s.state = 'accepted'",
    "rejected": "s.state = 'rejected'",
    "corrected": "s.corrected",
    "added": "s.added",
    "needs-look": "s.needs_look",
    "contested": "s.contested",
}

# By the id, by a name of the registry; merged actors are one.
_ACTORS = """
    WITH named (actor) AS (
        SELECT actor FROM actors WHERE id = ?
        UNION SELECT actor FROM known_names WHERE name = ? COLLATE NOCASE
    ), meant (actor) AS (
        SELECT coalesce(root, actors.actor) FROM actors JOIN named ON named.actor = actors.actor
    )
    SELECT actor FROM meant UNION SELECT actors.actor FROM actors JOIN meant ON actors.root = meant.actor
"""

# The roles that there are, each looked up once along the index, however many statements have it.
_ROLES = """
    WITH RECURSIVE roles (role) AS (
        SELECT min(speaker_role COLLATE NOCASE) FROM statements WHERE speaker_role IS NOT NULL
        UNION ALL
        SELECT (SELECT min(speaker_role COLLATE NOCASE) FROM statements
            WHERE speaker_role > role COLLATE NOCASE AND speaker_role IS NOT NULL)
        FROM roles WHERE role IS NOT NULL
    )
    SELECT role FROM roles WHERE instr(lower(role), lower(?))
"""

# Sorts after the hyphen and every digit, so after all days of `2023-06` and all times of `2023-06-07`.
_TO_THE_END = "~"


def conditions(selection: Filter, article: int | None) -> Iterator[Condition]:
    """The conditions on statements `s` and articles `a`; all of them must hold.

    `article` is the number of the one that `selection.article` names.
    """
    yield from _reported(selection, article)
    if selection.kind is not None:
        yield Condition(test=Term(sql="s.kind = ?", values=(selection.kind,)))
    if selection.act is not None:
        yield Condition(test=Term(sql="s.act = ?", values=(selection.act,)))
    if selection.speech_only:
        yield Condition(test=Term(sql=f"s.act IN ({', '.join('?' for _ in WORDED)})", values=WORDED))
    if selection.min_confidence is not None:
        yield _known("s.confidence >= ?", selection.min_confidence)
    if selection.words is not None:
        yield _worded(match_words(selection.words))
    if selection.source is not None:
        yield _in_source(selection.source)
    if selection.review == "standing":
        yield Condition(test=Term(sql="s.state <> 'rejected'"))
    elif selection.review != "all":
        yield _known(_STATES[selection.review])
    yield from _decided(selection)


def _reported(selection: Filter, article: int | None) -> Iterator[Condition]:
    """The conditions on the article."""
    if article is not None:
        yield _known("s.article = ?", article)
    if selection.outlet is not None:
        yield _of_article("a.outlet = ? COLLATE NOCASE", storable(selection.outlet))
    if selection.since is not None or selection.until is not None:
        first, last = selection.since or "", (selection.until or "") + _TO_THE_END
        # The index `articles_in_order` begins with whether there is a date.
        dated = _of_article("(a.published IS NULL) = 0 AND a.published BETWEEN ? AND ?", first, last)
        yield replace(dated, dated=True)


def _decided(selection: Filter) -> Iterator[Condition]:
    """The conditions on what resolution and people say of a statement."""
    if selection.speaker is not None:
        yield _spoken_by(storable(selection.speaker))
    for table, name in (("carriers", selection.via), ("addressees", selection.to)):
        if name is not None:
            yield _beside(table, storable(name))
    if selection.role is not None:
        yield _in_role(storable(selection.role))
    if selection.concept is not None or selection.stance is not None:
        yield _coded(selection.concept, selection.stance)
    if selection.said_since is not None or selection.said_until is not None:
        yield _said(selection.said_since, selection.said_until)


def _of_article(test: str, *values: Value) -> Condition:
    """A condition on the article, fulfilled by all of its statements or none."""
    term = Term(sql=test, values=values)
    return Condition(test=term, article=term)


def _known(test: str, *values: Value) -> Condition:
    """A condition on the row of a statement that an index of the table knows."""
    numbers = f"SELECT s.statement FROM statements AS s WHERE {test}"  # noqa: S608 - our words
    return Condition(test=Term(sql=test, values=values), numbers=Term(sql=numbers, values=values))


def _said(since: str | None, until: str | None) -> Condition:
    first, last = since or "", (until or "") + _TO_THE_END
    # The dates of what is said follow those of the articles: many may be passed before the first that fulfils it.
    late_enough = Term(sql="a.said_until >= ?", values=(first,))
    known = _known("s.said_on BETWEEN ? AND ?", first, last)
    return replace(known, article=late_enough, along="statements_of_article_by_day")


def _spoken_by(name: str) -> Condition:
    """By the id of an actor, a name that it goes by, or the name as the article has it."""
    test = f"(s.said_by IN ({_ACTORS}) OR s.speaker_name = ? COLLATE NOCASE)"
    numbers = f"""
        SELECT statement FROM statements WHERE said_by IN ({_ACTORS})
        UNION ALL SELECT statement FROM statements WHERE speaker_name = ? COLLATE NOCASE
    """  # noqa: S608 - our words
    values = (name, name, name)
    return Condition(test=Term(sql=test, values=values), numbers=Term(sql=numbers, values=values))


def _beside(table: str, name: str) -> Condition:
    """By the same, of one in its chain or of those who were told."""
    numbers = f"""
        SELECT statement FROM {table} WHERE known_as IN ({_ACTORS})
        UNION SELECT statement FROM {table} WHERE name = ? COLLATE NOCASE
    """  # noqa: S608 - our words
    known = Term(sql=numbers, values=(name, name, name))
    return Condition(test=known.as_test(), numbers=known)


def _in_role(role: str) -> Condition:
    return Condition(
        test=Term(sql="instr(lower(s.speaker_role), lower(?))", values=(role,)),
        numbers=Term(
            sql=f"SELECT statement FROM statements WHERE speaker_role COLLATE NOCASE IN ({_ROLES})",  # noqa: S608
            values=(role,),
        ),
    )


def _coded(concept: str | None, stance: Stance | None) -> Condition:
    asked = [("concept = ?", concept), ("stance = ?", stance)]
    terms = " AND ".join(term for term, value in asked if value is not None)
    values = tuple(storable(value) for _, value in asked if value is not None)
    one = f"EXISTS (SELECT 1 FROM codes WHERE codes.statement = s.statement AND {terms})"  # noqa: S608 - our words
    numbers = f"SELECT statement FROM codes WHERE {terms}"  # noqa: S608 - our words
    return Condition(test=Term(sql=one, values=values), numbers=Term(sql=numbers, values=values))


def _in_source(source: str) -> Condition:
    query = match_part(source)
    if query is not None:
        return _known("s.source_text IN (SELECT rowid FROM source_index WHERE source_index MATCH ?)", query)
    # Too short for the index: the wordings are looked at one by one.
    held, part = "instr(lower(t.text), lower(?))", blanks_alike(source)
    known = _known(
        f"s.source_text IN (SELECT t.source_text FROM source_texts AS t WHERE {held})",  # noqa: S608 - our words
        part,
    )
    its_own = f"EXISTS (SELECT 1 FROM source_texts AS t WHERE t.source_text = s.source_text AND {held})"  # noqa: S608
    return replace(known, test=Term(sql=its_own, values=(part,)), scanned=True)


def _worded(query: str | None) -> Condition:
    if query is None:  # nothing that could be looked for, so nothing is found
        return Condition(test=Term(sql="FALSE"))
    asked = Term(sql="statement_index MATCH ?", values=(query,))
    numbers = f"SELECT rowid FROM statement_index WHERE {asked.sql}"  # noqa: S608 - our names
    return Condition(
        test=Term(sql=f"EXISTS ({numbers} AND rowid = s.statement)", values=asked.values),
        numbers=Term(sql=numbers, values=asked.values),
        asked=asked,
        beginning="*" in query,
    )
