"""From the rows of a .dna file's tables to values, with each reference between them checked."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Protocol, cast

from onrecord.errors import InputError
from onrecord.reading.dna.cells import Wrong, colour_of, date_of, text_of, whole_number
from onrecord.reading.dna.values import (
    VARIABLE_TYPES,
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

Value = str | int | None


class Tables(Protocol):
    """The tables of an open file."""

    def select(self, query: str) -> Iterator[Sequence[object]]:
        """The rows that a query gives."""


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
    except Wrong as error:
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
            id=whole_number(given.pop("ID")),
            name=text_of(given.pop("Name")),
            colour=colour_of(colour) or (0, 0, 0),
            password=text_of(given.pop("Password", "")),
            settings={name: None if value is None else whole_number(value) for name, value in given.items()},
        )


def _columns(tables: Tables, table: str) -> list[str]:
    """The names of a table's columns; none where it is not there."""
    return [text_of(name) for (name,) in tables.select(f"SELECT name FROM pragma_table_info('{table}')")]  # noqa: S608


def _settings(tables: Tables) -> Iterator[tuple[str, str]]:
    for name, value in tables.select("SELECT Property, Value FROM SETTINGS ORDER BY Property"):
        yield text_of(name), text_of(value)


def _relations(tables: Tables) -> Iterator[DnaRelation]:
    if not _columns(tables, "CODERRELATIONS"):
        return
    query = """
        SELECT Coder, OtherCoder, viewStatements, editStatements, viewDocuments, editDocuments
        FROM CODERRELATIONS ORDER BY ID
    """
    for coder, other, *rights in tables.select(query):
        see, edit, see_documents, edit_documents = map(whole_number, rights)
        yield DnaRelation(
            coder=whole_number(coder),
            other=whole_number(other),
            rights=(see, edit, see_documents, edit_documents),
        )


def _regexes(tables: Tables) -> Iterator[DnaRegex]:
    if not _columns(tables, "REGEXES"):
        return
    for label, *colour in tables.select("SELECT Label, Red, Green, Blue FROM REGEXES ORDER BY rowid"):
        yield DnaRegex(label=text_of(label), colour=colour_of(colour) or (0, 0, 0))


def _links(tables: Tables) -> Iterator[tuple[int, int]]:
    if not _columns(tables, "VARIABLELINKS"):
        return
    query = "SELECT SourceVariableId, TargetVariableId FROM VARIABLELINKS ORDER BY ID"
    for source, target in tables.select(query):
        yield whole_number(source), whole_number(target)


def _types(tables: Tables) -> Iterator[DnaType]:
    variables: dict[int, list[DnaVariable]] = {}
    attributes: dict[int, list[str]] = {}
    for of, name in tables.select("SELECT VariableId, AttributeVariable FROM ATTRIBUTEVARIABLES ORDER BY ID"):
        attributes.setdefault(whole_number(of), []).append(text_of(name))
    for number, name, kind, of in tables.select(
        "SELECT ID, Variable, DataType, StatementTypeId FROM VARIABLES ORDER BY ID"
    ):
        if kind not in VARIABLE_TYPES:
            raise Wrong(f"variable {name} has the unknown type {kind}")
        told = tuple(attributes.get(whole_number(number), ()))
        variable = DnaVariable(id=whole_number(number), name=text_of(name), type=kind, attributes=told)
        variables.setdefault(whole_number(of), []).append(variable)
    for number, label, *colour in tables.select(
        "SELECT ID, Label, Red, Green, Blue FROM STATEMENTTYPES ORDER BY ID"
    ):
        of_type = tuple(variables.get(whole_number(number), ()))
        shade = colour_of(colour) or (0, 0, 0)
        yield DnaType(id=whole_number(number), label=text_of(label), colour=shade, variables=of_type)


def _entities(tables: Tables) -> Iterator[DnaEntity]:
    attributes: dict[int, dict[str, str]] = {}
    for of, name, value in tables.select(
        "SELECT EntityId, AttributeVariable, AttributeValue FROM ATTRIBUTEVALUES "
        "JOIN ATTRIBUTEVARIABLES ON ATTRIBUTEVARIABLES.ID = AttributeVariableId ORDER BY AttributeVariableId"
    ):
        attributes.setdefault(whole_number(of), {})[text_of(name)] = text_of(value)
    for number, variable, value, parent, *colour in tables.select(
        "SELECT ID, VariableId, Value, ChildOf, Red, Green, Blue FROM ENTITIES ORDER BY ID"
    ):
        yield DnaEntity(
            id=whole_number(number),
            variable=whole_number(variable),
            value=text_of(value),
            colour=colour_of(colour),
            parent=None if parent is None else whole_number(parent),
            attributes=attributes.get(whole_number(number), {}),
        )


def _documents(tables: Tables) -> Iterator[DnaDocument]:
    for number, date, coder, *texts in tables.select(
        "SELECT ID, Date, Coder, Title, Author, Source, Section, Type, Notes, Text FROM DOCUMENTS ORDER BY ID"
    ):
        title, author, source, section, kind, notes, text = map(text_of, texts)
        yield DnaDocument(
            id=whole_number(number),
            title=title,
            author=author,
            source=source,
            section=section,
            type=kind,
            date=date_of(number, date),
            notes=notes,
            text=text,
            coder=None if coder is None else whole_number(coder),
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
            raise Wrong(f"statement {number} is of a type that is not there")
        if document not in documents:
            raise Wrong(f"statement {number} is in a document that is not there")
        mine = values[whole_number(number)] = [None] * len(kinds[whole_number(kind)].variables)
        made.append(
            DnaStatement(
                id=whole_number(number),
                type=whole_number(kind),
                document=whole_number(document),
                coder=None if coder is None else whole_number(coder),
                start=whole_number(start),
                stop=whole_number(stop),
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
        read = {"DATASHORTTEXT": _entity(entities), "DATALONGTEXT": text_of}.get(table, whole_number)
        query = f"SELECT StatementId, VariableId, {column} FROM {table}"  # noqa: S608 - our words
        for statement, variable, value in tables.select(query):
            mine, at = values.get(cast("int", statement)), places.get(cast("int", variable))
            if mine is None or at is None or at >= len(mine):
                raise Wrong(
                    f"{table} has a value for statement {statement}, variable {variable}, not both there"
                )
            mine[at] = read(value)


def _entity(entities: Mapping[int, str]) -> Callable[[object], str]:
    def value_of(number: object) -> str:
        try:
            return entities[cast("int", number)]
        except KeyError as error:
            raise Wrong(f"entity {number} is not there") from error

    return value_of
