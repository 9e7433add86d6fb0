"""A small study as a .dna file: an invented quarrel on a dam, coded by hand."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

from onrecord.analysis.networks import Table
from onrecord.reading.dna import read_dna
from onrecord.tabulating import from_dna

SCHEMA = """
CREATE TABLE SETTINGS (Property TEXT PRIMARY KEY, Value TEXT NOT NULL);
CREATE TABLE CODERS (ID INTEGER PRIMARY KEY, Name TEXT, Red INTEGER, Green INTEGER, Blue INTEGER);
CREATE TABLE DOCUMENTS (ID INTEGER PRIMARY KEY, Title TEXT, Text TEXT, Coder INTEGER, Author TEXT, Source TEXT,
    Section TEXT, Notes TEXT, Type TEXT, Date INTEGER);
CREATE TABLE STATEMENTTYPES (ID INTEGER PRIMARY KEY, Label TEXT, Red INTEGER, Green INTEGER, Blue INTEGER);
CREATE TABLE VARIABLES (ID INTEGER PRIMARY KEY, Variable TEXT, DataType TEXT, StatementTypeId INTEGER);
CREATE TABLE STATEMENTS (ID INTEGER PRIMARY KEY, StatementTypeId INTEGER, DocumentId INTEGER, Start INTEGER,
    Stop INTEGER, Coder INTEGER);
CREATE TABLE ENTITIES (ID INTEGER PRIMARY KEY, VariableId INTEGER, Value TEXT, Red INTEGER, Green INTEGER,
    Blue INTEGER, ChildOf INTEGER);
CREATE TABLE DATASHORTTEXT (ID INTEGER PRIMARY KEY, StatementId INTEGER, VariableId INTEGER, Entity INTEGER);
CREATE TABLE DATALONGTEXT (ID INTEGER PRIMARY KEY, StatementId INTEGER, VariableId INTEGER, Value TEXT);
CREATE TABLE DATAINTEGER (ID INTEGER PRIMARY KEY, StatementId INTEGER, VariableId INTEGER, Value INTEGER);
CREATE TABLE DATABOOLEAN (ID INTEGER PRIMARY KEY, StatementId INTEGER, VariableId INTEGER, Value INTEGER);
CREATE TABLE ATTRIBUTEVARIABLES (ID INTEGER PRIMARY KEY, VariableId INTEGER, AttributeVariable TEXT);
CREATE TABLE ATTRIBUTEVALUES (ID INTEGER PRIMARY KEY, EntityId INTEGER, AttributeVariableId INTEGER,
    AttributeValue TEXT);
"""

ORGANIZATION, CONCEPT, AGREEMENT, STRENGTH, TONE = range(1, 6)
VARIABLES = (
    (ORGANIZATION, "organization", "short text"),
    (CONCEPT, "concept", "short text"),
    (AGREEMENT, "agreement", "boolean"),
    (STRENGTH, "strength", "integer"),
    (TONE, "tone", "short text"),
)

TEXT = "The dam will feed the valley 🌊. Anglers call it a wall against salmon, and the ministry shrugs."

Row = tuple[int, str, str, int, int, str]
"""Document, organization, concept, agreement, strength, tone."""

QUARREL: tuple[Row, ...] = (
    (1, "Ministry", "build", 1, 2, "calm"),
    (1, "Ministry", "build", 1, 2, "calm"),
    (1, "Anglers", "build", 0, -1, "angry"),
    (2, "Ministry", "pay", 0, 0, "calm"),
    (2, "Anglers", "pay", 1, 2, "calm"),
    (3, "Farmers", "build", 1, 1, "angry"),
    (3, "Farmers", "pay", 1, 2, "calm"),
    (3, "Anglers", "salmon", 1, 2, "angry"),
)
"""Anglers and farmers say `pay` alike; ministry and farmers say `build` alike, and the anglers do not."""

DATES = {
    1: datetime(2024, 1, 8, 9, 30),
    2: datetime(2024, 1, 20),
    3: datetime(2025, 1, 7),
}


def dna_file(
    folder: Path,
    rows: Sequence[Row] = QUARREL,
    *,
    dates: dict[int, datetime] = DATES,
    version: str | None = "3.0.11",
    change: str = "",
) -> Path:
    """A .dna file that holds these statements; `change` is SQL that is run at the end."""
    path = folder / "dam.dna"
    path.unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.executescript(SCHEMA)
        if version is not None:
            connection.execute("INSERT INTO SETTINGS VALUES ('version', ?)", (version,))
        _fill(connection, rows, dates)
        connection.executescript(change)
    return path


def _fill(connection: sqlite3.Connection, rows: Sequence[Row], dates: dict[int, datetime]) -> None:
    put = connection.execute
    put("INSERT INTO CODERS VALUES (1, 'Admin', 255, 255, 0), (2, 'Vera', 0, 0, 255)")
    put("INSERT INTO STATEMENTTYPES VALUES (1, 'DNA Statement', 1, 2, 3), (2, 'Annotation', 4, 5, 6)")
    connection.executemany("INSERT INTO VARIABLES VALUES (?, ?, ?, 1)", VARIABLES)
    put("INSERT INTO VARIABLES VALUES (9, 'note', 'long text', 2)")
    put("INSERT INTO ATTRIBUTEVARIABLES VALUES (1, 1, 'Type')")
    for document, date in dates.items():
        seconds = int((date - datetime(1970, 1, 1)).total_seconds())
        facts = (
            document,
            f"Report {document}",
            TEXT,
            "A. Quill",
            f"Paper {document % 2}",
            "news",
            "",
            "",
            seconds,
        )
        put("INSERT INTO DOCUMENTS VALUES (?, ?, ?, 1, ?, ?, ?, ?, ?, ?)", facts)
    for number, (document, *values) in enumerate(rows, start=1):
        put(
            "INSERT INTO STATEMENTS VALUES (?, 1, ?, ?, ?, 2)", (number, document, 4 * number, 4 * number + 3)
        )
        for (variable, _, kind), value in zip(VARIABLES, values, strict=True):
            _value(connection, number, variable, kind, value)


def _value(connection: sqlite3.Connection, statement: int, variable: int, kind: str, value: Any) -> None:
    table = {"short text": "SHORTTEXT", "boolean": "BOOLEAN", "integer": "INTEGER"}[kind]
    if kind == "short text":
        value = _entity(connection, variable, value)
    put = f"INSERT INTO DATA{table} VALUES (NULL, ?, ?, ?)"  # noqa: S608 - our words
    connection.execute(put, (statement, variable, value))


def _entity(connection: sqlite3.Connection, variable: int, value: str) -> int:
    query = "SELECT ID FROM ENTITIES WHERE VariableId = ? AND Value = ?"
    if found := connection.execute(query, (variable, value)).fetchone():
        return int(found[0])
    made = connection.execute("INSERT INTO ENTITIES VALUES (NULL, ?, ?, 0, 204, 0, NULL)", (variable, value))
    if variable == ORGANIZATION:
        put = "INSERT INTO ATTRIBUTEVALUES VALUES (NULL, ?, 1, 'lobby')"
        connection.execute(put, (made.lastrowid,))
    return int(made.lastrowid or 0)


def quarrel(folder: Path, rows: Sequence[Row] = QUARREL, **facts: Any) -> Table:
    """The same study as a table."""
    return from_dna(read_dna(dna_file(folder, rows, **facts))).table
