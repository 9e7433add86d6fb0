"""A study of DNA by hand, with all that such a file can hold: an invented quarrel on a ferry."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from onrecord.publishing.dna.file import write_dna
from onrecord.reading.dna import (
    DnaCoder,
    DnaDocument,
    DnaEntity,
    DnaFile,
    DnaRegex,
    DnaRelation,
    DnaStatement,
    DnaType,
    DnaVariable,
)

PIER = (
    "The ferry will stop in May - so said Mara Quell of the Port Office. The Port Office and the Islanders "
    "agree that the pier needs repair. Nobody asked the gulls.\n"
)
WAVES = "High water 🌊 came. The ferry must run all winter, the Islanders wrote on Monday."
EMPTY = ""

TABLES = (
    "SETTINGS", "CODERS", "DOCUMENTS", "STATEMENTTYPES", "VARIABLES", "VARIABLELINKS", "REGEXES", "CODERRELATIONS",
    "STATEMENTS", "DATABOOLEAN", "DATAINTEGER", "DATASHORTTEXT", "DATALONGTEXT", "ENTITIES", "ATTRIBUTEVARIABLES",
    "ATTRIBUTEVALUES",
)  # fmt: skip


def _variable(number: int, name: str, kind: Any, *attributes: str) -> DnaVariable:
    return DnaVariable(id=number, name=name, type=kind, attributes=attributes)


CLAIM = DnaType(
    id=1,
    label="DNA Statement",
    colour=(239, 208, 51),
    variables=(
        _variable(1, "person", "short text", "Type", "Alias"),
        _variable(2, "organization", "short text", "Type", "Alias"),
        _variable(3, "concept", "short text", "Type"),
        _variable(4, "agreement", "boolean"),
        _variable(5, "certainty", "integer"),
    ),
)
NOTE = DnaType(
    id=4, label="Annotation", colour=(211, 211, 211), variables=(_variable(9, "note", "long text"),)
)


def _entity(number: int, variable: int, value: str, parent: int | None = None, **told: str) -> DnaEntity:
    names = next(each.attributes for each in CLAIM.variables if each.id == variable)
    return DnaEntity(
        id=number,
        variable=variable,
        value=value,
        colour=(number % 256, 10, 20) if number % 2 else None,
        parent=parent,
        attributes={name: told.get(name, "") for name in names},
    )


ENTITIES = (
    _entity(1, 1, ""), _entity(2, 2, ""), _entity(3, 3, ""),
    _entity(11, 1, "Mara Quell", Type="officer"),
    _entity(21, 2, "Port Office", Type="state", Alias="PO"),
    _entity(22, 2, "Islanders"),
    _entity(31, 3, "stop the ferry", parent=33),
    _entity(32, 3, "repair the pier"),
    _entity(33, 3, "harbour"),
)  # fmt: skip


def place(text: str, words: str) -> tuple[int, int]:
    start = text.index(words)
    return start, start + len(words)


def _said(
    number: int, document: int, coder: int | None, words: tuple[int, int], *values: Any
) -> DnaStatement:
    start, stop = words
    return DnaStatement(
        id=number, type=1, document=document, coder=coder, start=start, stop=stop, values=list(values)
    )


STOP, REPAIR = place(PIER, "The ferry will stop in May"), place(PIER, "the pier needs repair")
RUN = place(WAVES, "The ferry must run all winter")

STATEMENTS = (
    _said(2, 1, 2, STOP, "Mara Quell", "Port Office", "stop the ferry", 1, 3),
    # One sentence, two organisations: DNA has a statement for each.
    _said(3, 1, 2, REPAIR, "", "Port Office", "repair the pier", 1, 0),
    _said(4, 1, 2, REPAIR, "", "Islanders", "repair the pier", 1, -2),
    # Another coder, who marked a blank too and sees it otherwise.
    _said(5, 1, 3, (STOP[0], STOP[1] + 1), "Mara Quell", "", "stop the ferry", 0, 0),
    _said(7, 2, 2, RUN, "", "Islanders", "stop the ferry", 0, 1),
    _said(8, 2, None, place(WAVES, "on Monday"), "", "", "", 1, 0),
    _said(9, 1, 2, (len(PIER) - 1, len(PIER)), "", "Islanders", "harbour", 0, 5),
    DnaStatement(id=12, type=4, document=1, coder=3, start=STOP[0], stop=STOP[1], values=["look\nthis up"]),
)


def _document(number: int, text: str, **facts: Any) -> DnaDocument:
    known: dict[str, Any] = {
        "title": f"Report {number}", "author": "A. Quill", "source": "Harbour Post", "section": "news",
        "type": "report", "notes": "from the archive", "date": datetime(2031, 3, number, 9, 30), "coder": 2,
    }  # fmt: skip
    return DnaDocument(id=number, text=text, **known | facts)


STUDY = DnaFile(
    version="3.0.7",
    types=(CLAIM, NOTE),
    entities=ENTITIES,
    documents={
        1: _document(1, PIER),
        2: _document(2, WAVES, author="", section=""),
        3: _document(3, EMPTY, coder=None),
        5: _document(5, PIER),  # the same text in the same outlet: a second copy
    },
    statements=STATEMENTS,
    coders=(
        DnaCoder(id=1, name="Admin", colour=(255, 255, 0), password="x" * 64),
        DnaCoder(id=2, name="Ines", colour=(1, 2, 3), password="y" * 64, settings={"PermissionEditRegex": 0}),
        DnaCoder(id=3, name="Tomas", colour=(4, 5, 6), password="z" * 64, settings={"FontSize": 18}),
    ),
    settings={"version": "3.0.7", "date": "2031-03-09"},
    relations=(DnaRelation(coder=2, other=3, rights=(1, 0, 1, 0)),),
    regexes=(DnaRegex(label="ferr(y|ies)", colour=(255, 0, 0)),),
    links=((1, 2),),
)


def written(path: Path, study: DnaFile = STUDY, **parts: Any) -> Path:
    """The study as a file; `parts` are other parts of it."""
    path.unlink(missing_ok=True)
    write_dna(replace(study, **parts) if parts else study, path, password="gull")  # noqa: S106 - of a file made up here
    return path


def with_statement(number: int, **parts: Any) -> Sequence[DnaStatement]:
    """The statements, one of them otherwise."""
    return tuple(replace(each, **parts) if each.id == number else each for each in STATEMENTS)


def contents(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table, but for the numbers of rows that nothing refers to."""
    with closing(sqlite3.connect(path)) as connection:
        found = {}
        for table in TABLES:
            names = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
            unnamed = table.startswith(("DATA", "CODERREL", "ATTRIBUTEVAL", "VARIABLELINKS"))
            kept = [name for name in names if not (name == "ID" and unnamed)]
            found[table] = sorted(connection.execute(f"SELECT {', '.join(kept)} FROM {table}"), key=repr)  # noqa: S608 - our names
        return found
