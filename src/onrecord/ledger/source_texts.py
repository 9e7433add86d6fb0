"""The words of the sources of statements, each wording once, and which statement has which."""

from typing import Literal

from onrecord.ledger.database import Database


def note(database: Database, of: Literal["article", "statement"], number: int) -> None:
    """Note the words of the sources of an article's statements, or of one statement; inside a transaction."""
    query = f"SELECT statement, source FROM statement_sources WHERE {of} = ? AND source IS NOT NULL"  # noqa: S608
    found = [(row["statement"], row["source"]) for row in database.rows(query, (number,))]
    database.change_all(
        "INSERT OR IGNORE INTO source_texts (text) VALUES (?)", ((words,) for _, words in found)
    )
    database.change_all(
        "UPDATE statements SET source_text = (SELECT source_text FROM source_texts WHERE text = ?) "
        "WHERE statement = ?",
        ((words, statement) for statement, words in found),
    )


def drop(database: Database, statement: int) -> None:
    """Forget the words of a statement's source, before they change; those that no other has are dropped."""
    database.change("UPDATE statements SET source_text = NULL WHERE statement = ?", (statement,))


def wrong(database: Database) -> list[str]:
    """The ids of the statements whose source is noted with other words than it has, or with none."""
    query = """
        SELECT s.id FROM statements AS s JOIN statement_sources AS w USING (statement)
        LEFT JOIN source_texts AS t ON t.source_text = s.source_text WHERE t.text IS NOT w.source
    """
    return [row["id"] for row in database.rows(query)]


def rebuild(database: Database) -> None:
    """Note the words of every source anew; inside a transaction."""
    database.change("UPDATE statements SET source_text = NULL WHERE source_text IS NOT NULL")
    database.change(
        "INSERT OR IGNORE INTO source_texts (text) "
        "SELECT DISTINCT source FROM statement_sources WHERE source IS NOT NULL"
    )
    database.change("""
        UPDATE statements SET source_text = (SELECT t.source_text FROM source_texts AS t WHERE t.text = (
            SELECT w.source FROM statement_sources AS w WHERE w.statement = statements.statement))
    """)
