"""The codebook of a ledger: rows that follow from the decisions on it, and codes that follow its names."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.errors import UsageError
from onrecord.ledger.database import Database
from onrecord.ledger.deciding import events
from onrecord.ledger.deciding.codebook_folding import fold_codebook
from onrecord.ledger.deciding.codings import type_of
from onrecord.ledger.deciding.standing import all_as_decided
from onrecord.ledger.runs import of_review
from onrecord.model import (
    CODEBOOK,
    Change,
    Codebook,
    Concept,
    DropConcept,
    DropVariable,
    MergeConcept,
    RenameConcept,
    SetCode,
    SetConcept,
    SetTitle,
    SetValues,
    SplitConcept,
    Variable,
)
from onrecord.model.codebook import nearest, problem_of


def load(database: Database) -> Codebook | None:
    """The codebook as it stands; None where the ledger has none."""
    row = database.row("SELECT title FROM codebook")
    if row is None:
        return None
    return Codebook(
        title=row["title"], concepts=tuple(_concepts(database)), variables=tuple(_variables(database))
    )


def derived(database: Database) -> Codebook | None:
    """The codebook as the decisions in effect make it."""
    return fold_codebook(_changes(database))


def codebook_as_decided(database: Database, changes: Sequence[Change] = ()) -> None:
    """Make the codebook follow from the decisions in effect, and the codes that `changes` may rename.

    Inside a transaction.
    """
    _write(database, derived(database))
    names = {name for change in changes for name in _named(change)}
    if names:
        all_as_decided(database, _coded(database, names), of_review(database))


def refuse_unfit(database: Database, change: Change) -> None:
    """Raise UsageError where a decision on the codebook makes no sense, or makes a codebook that cannot be."""
    codebook = load(database)
    _refuse_unknown(codebook, change)
    made = fold_codebook([*_changes(database), change])
    assert made is not None  # noqa: S101 - there is at least this decision
    if isinstance(change, SetConcept):  # with the parent that it was given, sound or not
        given = (change.concept if each.name == change.concept.name else each for each in made.concepts)
        made = replace(made, concepts=tuple(given))
    if problem := problem_of(made):
        name, reason = problem
        raise UsageError(f"{name}: {reason}", code="codebook")


def refuse_uncodable(codebook: Codebook | None, change: SetCode | SetValues) -> None:
    """Raise UsageError where a code names a concept or variable that a ledger's codebook does not have."""
    if codebook is None:
        return
    if isinstance(change, SetCode) and change.stance is None:
        return  # what is no concept any more can still be taken away
    if change.concept and codebook.concept(change.concept) is None:
        raise unknown_concept(change.concept, codebook)
    for each in change.values if isinstance(change, SetValues) else ():
        if each.value is None:
            continue
        variable = codebook.variable(each.variable)
        if variable is None:
            among = nearest(each.variable, [one.name for one in codebook.variables])
            raise UsageError(
                f"the codebook has no variable {each.variable!r}{among}; `onrecord codebook import` brings it in",
                code="unknown-variable",
            )
        if type_of(each.value) != variable.type:
            raise UsageError(
                f"{variable.name} is {_TYPES[variable.type]}, which {each.value!r} is not", code="value"
            )


_TYPES = {"short text": "words", "integer": "a whole number", "boolean": "yes or no"}


def unknown_concept(name: str, codebook: Codebook) -> UsageError:
    """The error for a concept that a codebook lacks, with the names that look most like it."""
    names = [each.name for each in codebook.concepts]
    said = nearest(name, names) or f"; it has {', '.join(names[:8])}{' ...' if len(names) > 8 else ''}"
    return UsageError(
        f"the codebook {codebook.title!r} has no concept {name!r}{said if names else ', and no other'}",
        code="unknown-concept",
    )


def _refuse_unknown(codebook: Codebook | None, change: Change) -> None:
    if isinstance(change, SetTitle) and not change.title.strip():
        raise UsageError("a codebook needs a title", code="usage")
    if isinstance(change, DropVariable):
        if codebook is None or codebook.variable(change.variable) is None:
            raise UsageError(f"the codebook has no variable {change.variable!r}", code="unknown-variable")
        return
    if not isinstance(change, DropConcept | RenameConcept | MergeConcept | SplitConcept):
        return
    if codebook is None:
        raise UsageError(
            "the ledger has no codebook: `onrecord codebook import LEDGER FILE` brings one in, and `onrecord codebook "
            "export LEDGER` drafts one from the codes",
            code="no-codebook",
        )
    if codebook.concept(change.concept) is None:
        raise unknown_concept(change.concept, codebook)
    match change:
        case RenameConcept(name=name) if codebook.concept(name) is not None:
            raise UsageError(f"there is a concept {name!r} already: merge them", code="usage")
        case MergeConcept(into=into) if codebook.concept(into) is None:
            raise unknown_concept(into, codebook)
        case MergeConcept(concept=concept, into=into) if concept == into:
            raise UsageError(f"{concept!r} cannot be merged into itself", code="usage")
        case SplitConcept():
            _refuse_split(codebook, change)


def _refuse_split(codebook: Codebook, split: SplitConcept) -> None:
    names = [each.name for each in split.into]
    if len(names) < 2 or len(set(names)) < len(names):
        raise UsageError("a concept is split into two others at least, of different names", code="usage")
    for name in names:
        if name != split.concept and codebook.concept(name) is not None:
            raise UsageError(f"there is a concept {name!r} already: split into new ones", code="usage")
    for name in (*(each.concept for each in split.moved), *([split.rest] if split.rest else [])):
        if name not in names:
            raise UsageError(f"{name!r} is none of {', '.join(names)}", code="usage")


def _changes(database: Database) -> list[Change]:
    every = events.of_subjects(database, [CODEBOOK])
    return [each.change for each in events.in_effect(database, every)]


def _named(change: Change) -> tuple[str, ...]:
    """The names whose codes are others when the change is made or taken back."""
    if isinstance(change, RenameConcept | MergeConcept | SplitConcept):
        return (change.concept,)
    return ()


def _coded(database: Database, names: set[str]) -> list[tuple[str, int]]:
    """Statement and article of the codes that name one of these concepts, or came to be called so."""
    every: set[str] = set()
    changes = [each.change for each in events.of_subjects(database, [CODEBOOK])]
    while names - every:  # codes made on A are on B since it was renamed: a change to B concerns them
        every |= names
        names = {name for each in changes if _results(each) & every for name in _named(each)}
    query = """
        SELECT DISTINCT subject, article FROM decisions WHERE action IN ('code', 'values')
        AND json_extract(details, '$.concept') IN (SELECT value FROM json_each(?))
    """
    return [(row["subject"], row["article"]) for row in database.rows(query, (json.dumps(sorted(every)),))]


def _results(change: Change) -> set[str]:
    match change:
        case RenameConcept(name=name):
            return {name}
        case MergeConcept(into=into):
            return {into}
        case SplitConcept(into=several):
            return {each.name for each in several}
    return set()


def _concepts(database: Database) -> Iterator[Concept]:
    query = """
        SELECT c.concept, c.id, c.label, c.definition, p.id AS parent
        FROM concepts AS c LEFT JOIN concepts AS p ON p.concept = c.parent ORDER BY c.place
    """
    examples: dict[tuple[int, str], list[str]] = {}
    for row in database.rows(
        "SELECT concept, side, text FROM concept_examples ORDER BY concept, side, ordinal"
    ):
        examples.setdefault((row["concept"], row["side"]), []).append(row["text"])
    for row in database.rows(query):
        yield Concept(
            name=row["id"],
            label=row["label"],
            definition=row["definition"],
            examples_for=tuple(examples.get((row["concept"], "for"), ())),
            examples_against=tuple(examples.get((row["concept"], "against"), ())),
            parent=row["parent"],
        )


def _variables(database: Database) -> Iterator[Variable]:
    for row in database.rows("SELECT name, type, label FROM variables ORDER BY place"):
        yield Variable(name=row["name"], type=row["type"], label=row["label"])


def _write(database: Database, codebook: Codebook | None) -> None:
    database.change("UPDATE concepts SET parent = NULL")
    for table in ("concepts", "variables", "codebook"):
        database.change(f"DELETE FROM {table}")  # noqa: S608 - our names
    if codebook is None:
        return
    database.change("INSERT INTO codebook (codebook, title) VALUES (1, ?)", (codebook.title,))
    for place, each in enumerate(codebook.concepts):
        number = database.change(
            "INSERT INTO concepts (id, label, definition, place) VALUES (?, ?, ?, ?)",
            (each.name, each.label, each.definition, place),
        )
        rows = [
            (number, side, ordinal, text)
            for side, texts in (("for", each.examples_for), ("against", each.examples_against))
            for ordinal, text in enumerate(texts)
        ]
        database.change_all(
            "INSERT INTO concept_examples (concept, side, ordinal, text) VALUES (?, ?, ?, ?)", rows
        )
    database.change_all(
        "UPDATE concepts SET parent = (SELECT concept FROM concepts WHERE id = ?) WHERE id = ?",
        ((each.parent, each.name) for each in codebook.concepts if each.parent is not None),
    )
    database.change_all(
        "INSERT INTO variables (name, type, label, place) VALUES (?, ?, ?, ?)",
        ((each.name, each.type, each.label, place) for place, each in enumerate(codebook.variables)),
    )
