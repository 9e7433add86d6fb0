"""Whoever is one in a ledger is one in the .dna file that it makes."""

from pathlib import Path

from building import Keep, vote
from dna_commands import call, exported, records

from onrecord.ledger import Ledger
from onrecord.reading.dna import read_dna


def persons(ledger: Path) -> list[object]:
    return [each.values[0] for each in read_dna(exported(ledger)).statements]


def coded(ledger: Ledger, keep: Keep, *names: str) -> Path:
    keep(vote())
    path = ledger.path
    ledger.close()
    for statement, name in zip(vote().statements, names, strict=True):
        call("decide", path, statement.id, "speaker", name, "person", "--coder", "Eve")
        call("decide", path, statement.id, "code", "bridge", "agree", "--coder", "Eve")
    return path


def test_merged_persons_are_one_by_the_name_that_the_ledger_shows(ledger: Ledger, keep: Keep) -> None:
    path = coded(ledger, keep, "I. Orlo", "Ines Orlo")
    assert sorted(map(str, persons(path))) == ["I. Orlo", "Ines Orlo"]
    found = {record.statement.speaker for several in records(path).values() for record in several}
    ids = {one.name: one.actor for one in found if one is not None}
    assert call("actors", "merge", path, ids["I. Orlo"], ids["Ines Orlo"], "--coder", "Eve").exit_code == 0
    assert persons(path) == ["Ines Orlo", "Ines Orlo"]
    entities = {each.value for each in read_dna(exported(path)).entities}
    assert "Ines Orlo" in entities
    assert "I. Orlo" not in entities
