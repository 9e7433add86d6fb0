"""A .dna file written: the only file of `publishing` that touches SQLite.

What DNA needs and a value may lack is filled in: a coder 1, the rights of each coder over each other's work, the empty
entity of each variable of short texts, one value a statement and variable, and every attribute of every entity.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from datetime import datetime
from itertools import permutations
from pathlib import Path

from onrecord.errors import UsageError
from onrecord.publishing.dna.password import password_hash
from onrecord.publishing.dna.schema import DEFAULTS, MOST, RELATION, tables
from onrecord.publishing.dna.texts import short
from onrecord.reading.dna import DnaCoder, DnaFile, DnaVariable

Cell = str | int | None

_EPOCH = datetime(1970, 1, 1)
_TABLES = {
    "short text": ("DATASHORTTEXT", "Entity"),
    "long text": ("DATALONGTEXT", "Value"),
    "integer": ("DATAINTEGER", "Value"),
    "boolean": ("DATABOOLEAN", "Value"),
}
_GREATEST = 2**31 - 1  # DNA's whole numbers are Java's int

VERSION = "3.0.11"
"""What a file is marked with: DNA 3.0 opens none that does not begin with 3.0, and 3.1 opens all of DNA 3."""


def write_dna(file: DnaFile, path: Path, *, password: str = "") -> None:
    """Write the file to `path`, where there must be none; coders without a password hash get this password.

    Ids are kept.  Raises UsageError where it cannot be written.
    """
    try:
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("BEGIN")
            for sql in tables():
                connection.execute(sql)
            _Writer(connection, file, password).write()
            connection.execute("COMMIT")
    except sqlite3.OperationalError as error:
        raise UsageError(f"{path} cannot be written: {error}", code="cannot-write") from error
    except sqlite3.IntegrityError as error:
        raise UsageError(
            f"{path} cannot be written, for DNA's tables do not take what an imported file has: {error}; correct it "
            "there and take it in again",
            code="cannot-write",
        ) from error


class _Writer:
    """Puts the parts of a file into an open one, table after table."""

    def __init__(self, connection: sqlite3.Connection, file: DnaFile, password: str) -> None:
        self._connection = connection
        self._file = file
        self._password = password
        self._entities: dict[tuple[int, str], int] = {}

    def write(self) -> None:
        """All of it."""
        version = self._file.settings.get("version", VERSION)
        settings = dict(self._file.settings) | {"version": version if version.startswith("3.0") else VERSION}
        self._put("SETTINGS", settings.items())
        coders = self._coders()
        self._put("CODERRELATIONS", self._relations([each.id for each in coders]))
        self._put("REGEXES", ((each.label, *each.colour) for each in self._file.regexes))
        self._put("STATEMENTTYPES", ((each.id, each.label, *each.colour) for each in self._file.types))
        self._put("VARIABLES", ((v.id, v.name, v.type, t.id) for t in self._file.types for v in t.variables))
        self._put("VARIABLELINKS", ((None, *pair) for pair in self._file.links))
        self._write_entities()
        self._write_documents()
        self._write_statements()

    def _put(self, table: str, rows: Iterable[Sequence[Cell]]) -> None:
        for row in rows:
            places = ", ".join("?" * len(row))
            values = [storable(value) if isinstance(value, str) else value for value in row]
            self._connection.execute(f"INSERT INTO {table} VALUES ({places})", values)  # noqa: S608 - our names

    def _coders(self) -> list[DnaCoder]:
        coders = list(self._file.coders)
        if all(each.id != 1 for each in coders):
            coders.insert(0, DnaCoder(id=1, name="Admin", colour=(255, 255, 0)))
        names = ("ID", "Name", "Red", "Green", "Blue", "Password", *DEFAULTS)
        query = f"INSERT INTO CODERS ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})"  # noqa: S608
        for each in coders:
            settings = DEFAULTS | {name: value for name, value in each.settings.items() if name in DEFAULTS}
            hashed = each.password or password_hash(self._password, each.name)
            self._connection.execute(
                query, (each.id, storable(each.name), *each.colour, hashed, *settings.values())
            )
        return coders

    def _relations(self, coders: Sequence[int]) -> Iterator[Sequence[Cell]]:
        """Those of the file in their order, then one for each other pair, which DNA's window asks for."""
        assert len(RELATION) == 4  # noqa: S101 - as the values have them
        known = {(each.coder, each.other) for each in self._file.relations}
        for each in self._file.relations:
            if each.coder in coders and each.other in coders:
                yield (None, each.coder, each.other, *each.rights)
        for pair in permutations(coders, 2):
            if pair not in known:
                yield (None, *pair, 1, 1, 1, 1)

    def _write_entities(self) -> None:
        """Entities with their attributes, parents after all are there."""
        variables = [each for kind in self._file.types for each in kind.variables]
        attributes: dict[tuple[int, str], int] = {}
        longest = max((len(each.attributes) for each in variables), default=0)
        for at in range(longest):  # as DNA numbers them: the first of each variable, then the second
            for variable in variables:
                if at >= len(variable.attributes):
                    continue
                name = variable.attributes[at]
                made = self._connection.execute(
                    "INSERT INTO ATTRIBUTEVARIABLES (VariableId, AttributeVariable) VALUES (?, ?)",
                    (variable.id, storable(name)),
                )
                attributes[variable.id, name] = made.lastrowid or 0
        of_variable = {each.id: each for each in variables}
        taken: dict[int, set[str]] = {}
        for entity in self._file.entities:
            names = taken.setdefault(entity.variable, set())
            value = entity.value if len(entity.value) <= MOST else short(entity.value, names)
            names.add(value)
            colour = entity.colour or (None,) * 3
            self._put("ENTITIES", [(entity.id, entity.variable, value, *colour, None)])
            self._entities[entity.variable, entity.value] = entity.id
            self._attributes(entity.id, of_variable[entity.variable], entity.attributes, attributes)
        for entity in self._file.entities:
            if entity.parent is not None:
                self._connection.execute(
                    "UPDATE ENTITIES SET ChildOf = ? WHERE ID = ?", (entity.parent, entity.id)
                )
        for variable in variables:
            if variable.type == "short text" and (variable.id, "") not in self._entities:
                made = self._connection.execute(
                    "INSERT INTO ENTITIES (VariableId, Value, Red, Green, Blue) VALUES (?, '', 0, 0, 0)",
                    (variable.id,),
                )
                self._entities[variable.id, ""] = made.lastrowid or 0
                self._attributes(made.lastrowid or 0, variable, {}, attributes)

    def _attributes(
        self,
        entity: int,
        variable: DnaVariable,
        given: Mapping[str, str],
        known: Mapping[tuple[int, str], int],
    ) -> None:
        self._put(
            "ATTRIBUTEVALUES",
            [(None, entity, known[variable.id, name], given.get(name, "")) for name in variable.attributes],
        )

    def _write_documents(self) -> None:
        for each in self._file.documents.values():
            seconds = int((each.date - _EPOCH).total_seconds())
            row = (
                each.id, each.title, each.text, each.coder, each.author, each.source, each.section, each.notes,
                each.type, seconds,
            )  # fmt: skip
            self._put("DOCUMENTS", [row])

    def _write_statements(self) -> None:
        types = {each.id: each for each in self._file.types}
        for each in self._file.statements:
            start = max(0, each.start)  # DNA's tables take no place before the text, and none that is empty
            stop = max(start + 1, each.stop)
            self._put("STATEMENTS", [(each.id, each.type, each.document, start, stop, each.coder)])
            for variable, value in zip(types[each.type].variables, each.values, strict=True):
                table, column = _TABLES[variable.type]
                self._connection.execute(
                    f"INSERT INTO {table} (StatementId, VariableId, {column}) VALUES (?, ?, ?)",  # noqa: S608
                    (each.id, variable.id, self._value(variable, value)),
                )

    def _value(self, variable: DnaVariable, value: str | int | None) -> str | int:
        match variable.type:
            case "short text":
                return self._entities[variable.id, "" if value is None else str(value)]
            case "long text":
                return "" if value is None else storable(str(value))
        return max(-_GREATEST - 1, min(_GREATEST, int(value or 0)))


def storable(text: str) -> str:
    """A text that a file can hold: half of a character (a lone surrogate) becomes U+FFFD, and no place is shifted."""
    return "".join("\ufffd" if "\ud800" <= character <= "\udfff" else character for character in text)
