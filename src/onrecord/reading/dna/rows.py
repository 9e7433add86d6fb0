"""From the rows of a .dna file's tables to values, with each reference between them checked."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Protocol, cast

from onrecord.errors import InputError
from onrecord.reading.dna.values import (
    VARIABLE_TYPES,
    Colour,
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

_EPOCH = datetime(1970, 1, 1)  # DNA's dates are naive local times, counted as if they were UTC

Value = str | int | None


class Tables(Protocol):
    """The tables of an open file."""

    def select(self, query: str) -> Iterator[Sequence[object]]:
        """The rows that a query gives."""


class _Wrong(Exception):  # noqa: N818 - never leaves this file
    """A row that cannot be: what is said of it."""


def whole(tables: Tables, version: str, path: Path) -> DnaFile:
    """All of the file; InputError (``damaged``) where a row is not what its table must hold."""
    try:
        types = tuple(_types(tables))
        documents = {each.id: each for each in _documents(tables)}
        entities = tuple(_entities(tables))
        return DnaFile(
            version=version,
            types=types,
            entities=entities,
            documents=documents,
            statements=tuple(_statements(tables, types, entities, documents)),
            coders=tuple(_coders(tables)),
            settings=dict(_settings(tables)),
            relations=tuple(_relations(tables)),
            regexes=tuple(_regexes(tables)),
            links=tuple(_links(tables)),
        )
    except _Wrong as error:
        raise InputError(
            f"{path} is damaged ({error}), so nothing of it is used: correct it in DNA, or take a backup",
            code="damaged",
        ) from error


def _coders(tables: Tables) -> Iterator[DnaCoder]:
    columns = _columns(tables, "CODERS")
    for row in tables.select("SELECT * FROM CODERS ORDER BY ID"):
        given = dict(zip(columns, row, strict=True))
        colour = [given.pop(name, 0) for name in ("Red", "Green", "Blue")]
        yield DnaCoder(
            id=_whole(given.pop("ID")),
            name=_text(given.pop("Name")),
            colour=_colour(colour) or (0, 0, 0),
            password=_text(given.pop("Password", "")),
            settings={name: None if value is None else _whole(value) for name, value in given.items()},
        )


def _columns(tables: Tables, table: str) -> list[str]:
    """The names of a table's columns; none where it is not there."""
    return [_text(name) for (name,) in tables.select(f"SELECT name FROM pragma_table_info('{table}')")]  # noqa: S608


def _settings(tables: Tables) -> Iterator[tuple[str, str]]:
    for name, value in tables.select("SELECT Property, Value FROM SETTINGS ORDER BY Property"):
        yield _text(name), _text(value)


def _relations(tables: Tables) -> Iterator[DnaRelation]:
    if not _columns(tables, "CODERRELATIONS"):
        return
    query = """
        SELECT Coder, OtherCoder, viewStatements, editStatements, viewDocuments, editDocuments
        FROM CODERRELATIONS ORDER BY ID
    """
    for coder, other, *rights in tables.select(query):
        see, edit, see_documents, edit_documents = map(_whole, rights)
        yield DnaRelation(
            coder=_whole(coder), other=_whole(other), rights=(see, edit, see_documents, edit_documents)
        )


def _regexes(tables: Tables) -> Iterator[DnaRegex]:
    if not _columns(tables, "REGEXES"):
        return
    for label, *colour in tables.select("SELECT Label, Red, Green, Blue FROM REGEXES ORDER BY rowid"):
        yield DnaRegex(label=_text(label), colour=_colour(colour) or (0, 0, 0))


def _links(tables: Tables) -> Iterator[tuple[int, int]]:
    if not _columns(tables, "VARIABLELINKS"):
        return
    query = "SELECT SourceVariableId, TargetVariableId FROM VARIABLELINKS ORDER BY ID"
    for source, target in tables.select(query):
        yield _whole(source), _whole(target)


def _types(tables: Tables) -> Iterator[DnaType]:
    variables: dict[int, list[DnaVariable]] = {}
    attributes: dict[int, list[str]] = {}
    for of, name in tables.select("SELECT VariableId, AttributeVariable FROM ATTRIBUTEVARIABLES ORDER BY ID"):
        attributes.setdefault(_whole(of), []).append(_text(name))
    for number, name, kind, of in tables.select(
        "SELECT ID, Variable, DataType, StatementTypeId FROM VARIABLES ORDER BY ID"
    ):
        if kind not in VARIABLE_TYPES:
            raise _Wrong(f"variable {name} has the unknown type {kind}")
        told = tuple(attributes.get(_whole(number), ()))
        variable = DnaVariable(id=_whole(number), name=_text(name), type=kind, attributes=told)
        variables.setdefault(_whole(of), []).append(variable)
    for number, label, *colour in tables.select(
        "SELECT ID, Label, Red, Green, Blue FROM STATEMENTTYPES ORDER BY ID"
    ):
        of_type = tuple(variables.get(_whole(number), ()))
        shade = _colour(colour) or (0, 0, 0)
        yield DnaType(id=_whole(number), label=_text(label), colour=shade, variables=of_type)


def _entities(tables: Tables) -> Iterator[DnaEntity]:
    attributes: dict[int, dict[str, str]] = {}
    for of, name, value in tables.select(
        "SELECT EntityId, AttributeVariable, AttributeValue FROM ATTRIBUTEVALUES "
        "JOIN ATTRIBUTEVARIABLES ON ATTRIBUTEVARIABLES.ID = AttributeVariableId ORDER BY AttributeVariableId"
    ):
        attributes.setdefault(_whole(of), {})[_text(name)] = _text(value)
    for number, variable, value, parent, *colour in tables.select(
        "SELECT ID, VariableId, Value, ChildOf, Red, Green, Blue FROM ENTITIES ORDER BY ID"
    ):
        yield DnaEntity(
            id=_whole(number),
            variable=_whole(variable),
            value=_text(value),
            colour=_colour(colour),
            parent=None if parent is None else _whole(parent),
            attributes=attributes.get(_whole(number), {}),
        )


def _documents(tables: Tables) -> Iterator[DnaDocument]:
    for number, date, coder, *texts in tables.select(
        "SELECT ID, Date, Coder, Title, Author, Source, Section, Type, Notes, Text FROM DOCUMENTS ORDER BY ID"
    ):
        title, author, source, section, kind, notes, text = map(_text, texts)
        yield DnaDocument(
            id=_whole(number),
            title=title,
            author=author,
            source=source,
            section=section,
            type=kind,
            date=_date(number, date),
            notes=notes,
            text=text,
            coder=None if coder is None else _whole(coder),
        )


def _statements(
    tables: Tables,
    types: Iterable[DnaType],
    entities: Iterable[DnaEntity],
    documents: Mapping[int, DnaDocument],
) -> Iterator[DnaStatement]:
    kinds = {each.id: each for each in types}
    values: dict[int, list[Value]] = {}
    made: list[DnaStatement] = []
    for row in tables.select(
        "SELECT ID, StatementTypeId, DocumentId, Coder, Start, Stop FROM STATEMENTS ORDER BY ID"
    ):
        number, kind, document, coder, start, stop = row
        if kind not in kinds:
            raise _Wrong(f"statement {number} is of a type that is not there")
        if document not in documents:
            raise _Wrong(f"statement {number} is in a document that is not there")
        mine = values[_whole(number)] = [None] * len(kinds[_whole(kind)].variables)
        made.append(
            DnaStatement(
                id=_whole(number),
                type=_whole(kind),
                document=_whole(document),
                coder=None if coder is None else _whole(coder),
                start=_whole(start),
                stop=_whole(stop),
                values=mine,
            )
        )
    _fill(values, tables, kinds.values(), {each.id: each.value for each in entities})
    yield from made


def _fill(
    values: dict[int, list[Value]], tables: Tables, types: Iterable[DnaType], entities: Mapping[int, str]
) -> None:
    """Put each value where its statement has a place for its variable."""
    places = {variable.id: at for each in types for at, variable in enumerate(each.variables)}
    for table, column in (
        ("DATASHORTTEXT", "Entity"),
        ("DATALONGTEXT", "Value"),
        ("DATAINTEGER", "Value"),
        ("DATABOOLEAN", "Value"),
    ):
        read = {"DATASHORTTEXT": _entity(entities), "DATALONGTEXT": _text}.get(table, _whole)
        query = f"SELECT StatementId, VariableId, {column} FROM {table}"  # noqa: S608 - our words
        for statement, variable, value in tables.select(query):
            mine, at = values.get(cast("int", statement)), places.get(cast("int", variable))
            if mine is None or at is None or at >= len(mine):
                raise _Wrong(
                    f"{table} has a value for statement {statement}, variable {variable}, not both there"
                )
            mine[at] = read(value)


def _entity(entities: Mapping[int, str]) -> Callable[[object], str]:
    def value_of(number: object) -> str:
        try:
            return entities[cast("int", number)]
        except KeyError as error:
            raise _Wrong(f"entity {number} is not there") from error

    return value_of


def _date(document: object, value: object) -> datetime:
    try:
        return _EPOCH + timedelta(seconds=_whole(value))
    except OverflowError as error:
        raise _Wrong(f"document {document} has the date {value}, beyond all years") from error


def _colour(parts: Sequence[object]) -> Colour | None:
    if any(part is None for part in parts):
        return None
    red, green, blue = (min(255, max(0, _whole(part))) for part in parts)
    return red, green, blue


def _whole(value: object) -> int:
    if isinstance(value, int):
        return value
    raise _Wrong(f"{value!r} stands where a whole number must")


def _text(value: object) -> str:
    return "" if value is None else str(value)
