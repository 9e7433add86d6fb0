"""A .dna file as a table: the statements of one type, with the file's own names."""

from collections.abc import Callable, Iterable, Sequence

import numpy as np

from onrecord.analysis.networks import Numbers, Said, Table, Texts
from onrecord.errors import UsageError
from onrecord.model.network import Node
from onrecord.reading.dna import DnaDocument, DnaFile, DnaStatement, DnaType, words
from onrecord.tabulating.tabulated import Tabulated

USUAL = ("organization", "concept", "agreement")
"""What most studies made with DNA have for rows, columns and qualifier."""

_FACTS: dict[str, Callable[[DnaDocument], str]] = {
    "author": lambda document: document.author,
    "source": lambda document: document.source,
    "section": lambda document: document.section,
    "type": lambda document: document.type,
    "title": lambda document: document.title,
}

MADE_BY = "all made by the coders of the file"


def from_dna(
    file: DnaFile, statement_type: str | None = None, names: Sequence[str] = (), coder: str | None = None
) -> Tabulated:
    """The statements of a type, by its label; if none is named, of the first that has most of the variables `names`.

    With `coder` only what that one coded.  Raises UsageError: ``unknown-type`` and ``unknown-coder``, which name those
    there are, and ``no-codes`` where no statement is left.
    """
    kind = _type(file, statement_type, names)
    coders = _coders(file, coder)
    found = [
        each for each in file.statements if each.type == kind.id and (not coders or each.coder in coders)
    ]
    if not found:
        by = "" if coder is None else f" by {coder}"
        counts = ", ".join(f"{each.label} ({_count(file, each)})" for each in file.types)
        raise UsageError(
            f"the file has no statement of the type {kind.label}{by}; statements by type: {counts}: name another "
            "--statement-type, or code some in DNA first",
            code="no-codes",
        )
    return Tabulated(
        table=_table(file, kind, found),
        source={"format": "dna", "version": file.version, "statement_type": kind.label, "codes": MADE_BY}
        | ({} if coder is None else {"coder": coder}),
        usual=USUAL,
        said=lambda row: _said(file, found[row]),
        known=_known(file, kind),
    )


def _type(file: DnaFile, label: str | None, names: Sequence[str]) -> DnaType:
    if not file.types:
        raise UsageError("the file has no statement type, so nothing can be coded in it", code="no-codes")
    if label is None:
        # Equal ones: the one that comes first in the file and has statements.
        return max(file.types, key=lambda each: (_held(each, names), bool(_count(file, each)), -each.id))
    for each in file.types:
        if each.label == label:
            return each
    raise UsageError(
        f"there is no statement type {label!r} in the file; there are: {', '.join(each.label for each in file.types)}",
        code="unknown-type",
    )


def _coders(file: DnaFile, name: str | None) -> set[int]:
    found = {each.id for each in file.coders if each.name == name}
    if name is not None and not found:
        raise UsageError(
            f"the file has no coder {name!r}; there are: {', '.join(each.name for each in file.coders)}",
            code="unknown-coder",
        )
    return found


def _held(kind: DnaType, names: Iterable[str]) -> int:
    return sum(kind.variable(name) is not None for name in names)


def _count(file: DnaFile, kind: DnaType) -> int:
    return sum(each.type == kind.id for each in file.statements)


def _table(file: DnaFile, kind: DnaType, found: Sequence[DnaStatement]) -> Table:
    columns: dict[str, Texts | Numbers] = {}
    for at, variable in enumerate(kind.variables):
        values = [statement.values[at] for statement in found]
        if variable.type in ("short text", "long text"):
            columns[variable.name] = Texts.of("" if value is None else str(value) for value in values)
        else:
            numbers = [value if isinstance(value, int) else None for value in values]
            columns[variable.name] = Numbers.of(numbers, boolean=variable.type == "boolean")
    documents = [file.documents[each.document] for each in found]
    facts = {name: Texts.of(map(fact, documents)) for name, fact in _FACTS.items()}
    coders = {each.id: each.name for each in file.coders}
    facts["coder"] = Texts.of(coders.get(each.coder or 0, "") for each in found)
    return Table(
        ids=np.array([each.id for each in found], dtype=np.int64),
        documents=np.array([each.id for each in documents], dtype=np.int64),
        times=np.array([each.date for each in documents], dtype="datetime64[s]"),
        starts=np.array([each.start for each in found], dtype=np.int64),
        stops=np.array([each.stop for each in found], dtype=np.int64),
        variables=columns,
        facts=facts,
    )


def _said(file: DnaFile, statement: DnaStatement) -> Said:
    text = file.documents[statement.document].text
    return Said(
        statement=str(statement.id),
        document=str(statement.document),
        text=words(text, statement.start, statement.stop),
    )


def _known(file: DnaFile, kind: DnaType) -> dict[str, dict[str, Node]]:
    names = {each.id: each.name for each in kind.variables}
    known: dict[str, dict[str, Node]] = {name: {} for name in names.values()}
    for entity in file.entities:
        if (variable := names.get(entity.variable)) is not None:
            known[variable][entity.value] = Node(
                name=entity.value,
                variable=variable,
                id=str(entity.id),
                colour=entity.colour,
                attributes=entity.attributes,
            )
    return known
