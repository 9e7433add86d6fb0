"""How often the file is asked does not grow with what need be known but once; what is kept of files stays on disk."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

import pytest
from building import Keep, vote

from onrecord.errors import UsageError
from onrecord.ledger import Ledger
from onrecord.ledger.taking import GivenRow, Refused, Taken
from onrecord.model import (
    CODEBOOK,
    Codebook,
    Coder,
    Concept,
    RenameConcept,
    SetCode,
    SetValues,
    Valued,
    Variable,
)
from onrecord.reading.dna import DnaDocument, DnaFile, DnaStatement, DnaType, DnaVariable

NOW = datetime(2024, 3, 2, 9, 30, tzinfo=UTC)
ANN = Coder(name="Ann")
BOOK = Codebook(
    title="Halvern",
    concepts=(Concept(name="bridge", label="Bridge"), Concept(name="jobs", label="Jobs")),
    variables=(Variable(name="certainty", type="integer"), Variable(name="who", type="short text")),
)


@contextmanager
def asked(ledger: Ledger) -> Iterator[list[str]]:
    """The queries that are run inside."""
    connection, said = ledger._database._connection, list[str]()
    connection.set_trace_callback(said.append)
    try:
        yield said
    finally:
        connection.set_trace_callback(None)


def times(said: list[str], words: str) -> int:
    return sum(words in each for each in said)


def coded(ledger: Ledger, keep: Keep, reports: int) -> list[str]:
    """The ids of the statements of so many reports, each coded with two variables."""
    ledger.take_codebook(ANN, BOOK, now=NOW)
    readings = [vote(outlet=f"Halvern {n}", source_hash=str(n)) for n in range(reports)]
    keep(*readings)
    ids = [each.id for reading in readings for each in reading.statements]
    for one in ids:
        ledger.decide(ANN, one, SetCode(concept="bridge", stance="agree"), now=NOW)
        values = (Valued(variable="certainty", value=2), Valued(variable="who", value="all"))
        ledger.decide(ANN, one, SetValues(concept="bridge", values=values), now=NOW)
    return [str(one) for one in ids]


def test_a_renamed_concept_is_looked_up_once_for_all_codes_of_it(ledger: Ledger, keep: Keep) -> None:
    ids = coded(ledger, keep, 4)
    with asked(ledger) as said:
        ledger.decide(ANN, CODEBOOK, RenameConcept(concept="bridge", name="crossing"), now=NOW)
    assert [ledger.record(one).codes[0].concept for one in ids] == ["crossing"] * len(ids)
    assert times(said, "'rename-concept', 'merge-concept'") == 1
    with asked(ledger) as said:
        assert ledger.check() == []
    assert times(said, "'rename-concept', 'merge-concept'") == 1


def test_a_page_of_coded_statements_takes_few_queries(ledger: Ledger, keep: Keep) -> None:
    coded(ledger, keep, 30)
    with asked(ledger) as said:
        page = list(islice(ledger.records(), 50))
    assert len(page) == 50
    assert all(each.values[0].value("certainty") == 2 for each in page)
    assert times(said, "FROM codings") == times(said, "FROM carriers") == 2


def rows(ids: list[str], concept: str, **values: object) -> list[GivenRow]:
    return [
        GivenRow(
            place=f"row {n}", value={"id": one, "concept": concept, "stance": "neither", "values": values}
        )
        for n, one in enumerate(ids)
    ]


def test_codes_by_the_hundred_look_the_codebook_up_once(ledger: Ledger, keep: Keep) -> None:
    ids = coded(ledger, keep, 8)
    with asked(ledger) as said:
        taken = ledger.take_codes(rows(ids, "jobs", certainty=1), ANN, unexpected, now=NOW)
    assert taken == Taken(decisions=2 * len(ids))
    assert times(said, "FROM concepts") == times(said, "FROM variables") == times(said, "BEGIN") == 1
    assert {code.concept for one in ids for code in ledger.record(one).codes} == {"bridge", "jobs"}
    assert ledger.check() == []


def unexpected(refused: Refused) -> None:
    raise AssertionError(refused)


def test_a_code_that_cannot_be_kept_leaves_nothing_of_its_row_and_the_others_whole(
    ledger: Ledger, keep: Keep
) -> None:
    first, second = coded(ledger, keep, 1)
    told: list[Refused] = []
    given = [*rows([first], "jobs", who="half \ud800"), *rows([second], "jobs", who="whole")]
    assert ledger.take_codes(given, ANN, told.append, now=NOW) == Taken(decisions=2, refused=1)
    assert "lone surrogate" in told[0].reason
    assert [len(ledger.record(one).codes) for one in (first, second)] == [1, 2]
    assert ledger.check() == []


def test_a_savepoint_that_fails_takes_back_its_own_part_alone(ledger: Ledger) -> None:
    database = ledger._database
    add = "INSERT INTO coders (name, kind) VALUES (?, 'person')"

    def fail() -> None:
        with database.savepoint():
            database.change(add, ("Ben",))
            raise UsageError("no", code="usage")

    with database.transaction():
        database.change(add, ("Ann",))
        with pytest.raises(UsageError):
            fail()
        with database.savepoint():
            database.change(add, ("Cleo",))
    assert [coder.name for coder in ledger.coders()] == ["Ann", "Cleo"]


CLAIM = DnaType(
    id=1, label="DNA Statement", colour=(1, 2, 3),
    variables=(
        DnaVariable(id=1, name="person", type="short text"), DnaVariable(id=2, name="concept", type="short text"),
        DnaVariable(id=3, name="agreement", type="boolean"),
    ),
)  # fmt: skip


def study(statements: int, documents: int = 1, padding: str = "") -> DnaFile:
    """An invented study: each document has so many statements, by one coder."""
    words = [f"The pier of {n} must be mended." for n in range(statements)]
    found = [
        DnaStatement(
            id=1 + number * statements + n, type=1, document=1 + number, coder=None, start=text.index(one),
            stop=text.index(one) + len(one), values=["Mara Quell", "mend the pier", 1],
        )
        for number in range(documents)
        for text in [_text(number, words, padding)]
        for n, one in enumerate(words)
    ]  # fmt: skip
    return DnaFile(
        version="3.0.11", types=(CLAIM,), entities=(), statements=tuple(found), coders=(), settings={},
        documents={
            1 + number: DnaDocument(
                id=1 + number, title=f"Report {number}", text=_text(number, words, padding), coder=None,
                author="", source="", section="", type="", notes="", date=datetime(2031, 3, 1, 9, 30),
            )
            for number in range(documents)
        },
        relations=(), regexes=(), links=(),
    )  # fmt: skip


def _text(number: int, words: list[str], padding: str) -> str:
    return f"Report {number}. " + " ".join(words) + padding


def taken(path: Path, file: DnaFile) -> Callable[[], tuple[Taken, int]]:
    """Takes the file in; what came, and after how many queries."""

    def take() -> tuple[Taken, int]:
        with Ledger.open(path, create=True) as ledger:
            with asked(ledger) as said:
                came = ledger.take_dna(file, "pier.dna", ANN, unexpected, now=NOW)
            return came, len(said)

    return take


def test_a_study_that_is_taken_in_again_is_looked_up_document_by_document(tmp_path: Path) -> None:
    counts: dict[int, tuple[int, int]] = {}
    for statements in (10, 40):
        take = taken(tmp_path / f"{statements}.db", study(statements))
        first, again = take(), take()
        assert first[0] == Taken(articles=1, statements=statements, decisions=4 * statements)
        assert again[0] == Taken(known=statements)
        counts[statements] = first[1], again[1]
    grown = [(counts[40][at] - counts[10][at]) / 30 for at in (0, 1)]
    # A statement is written by four decisions, its row, its spans and its indexes; one that is known is kept again.
    assert grown[0] <= 60
    assert grown[1] <= 2


def test_what_is_kept_of_documents_is_read_without_their_texts(tmp_path: Path) -> None:
    file = study(2, documents=3, padding=" The tide was late." * 1_000)
    with Ledger.open(tmp_path / "pier.db", create=True) as ledger:
        ledger.take_dna(file, "pier.dna", ANN, unexpected, now=NOW)
        with asked(ledger) as said:
            documents = list(ledger.dna_documents())
            first = next(ledger.dna_statements())
        assert [(each.number, each.document.title, each.document.text) for each in documents] == [
            (1, "Report 0", ""), (2, "Report 1", ""), (3, "Report 2", ""),
        ]  # fmt: skip
        assert (first.number, first.concept) == (1, "mend the pier")
        assert times(said, "text") == 0
        assert {each.article for each in documents} == {each.id for each in ledger.articles()}
