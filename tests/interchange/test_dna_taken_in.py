"""A study of DNA comes in: articles, statements, codes and variables, by the coders it names."""

from dataclasses import replace
from pathlib import Path

from click.testing import CliRunner
from dna_commands import call, exported, records, taken_in
from dna_studies import CLAIM, PIER, REPAIR, STATEMENTS, STOP, STUDY, contents, with_statement, written

from onrecord.cli import group
from onrecord.ledger import Filter, Ledger
from onrecord.model import (
    Code,
)
from onrecord.reading.dna import read_dna


def test_a_study_becomes_articles_statements_codes_and_variables_by_its_coders(tmp_path: Path) -> None:
    held = records(taken_in(tmp_path, written(tmp_path / "pier.dna")))
    (stop,) = held["The ferry will stop in May"]
    assert stop.codes == (
        Code(concept="stop the ferry", stance="agree", coder="Ines"),
        Code(concept="stop the ferry", stance="disagree", coder="Tomas"),
    )
    assert stop.review.contested
    by_ines = next(each for each in stop.values if each.coder == "Ines")
    assert by_ines.value("organization") == "Port Office"
    assert by_ines.value("certainty") == 3
    assert stop.statement.speaker is not None
    assert (stop.statement.speaker.name, stop.statement.speaker.type) == ("Mara Quell", "person")
    assert (stop.article.title, stop.article.outlet, stop.article.published) == (
        "Report 1",
        "Harbour Post",
        "2031-03-01",
    )
    (repair,) = held["the pier needs repair"]
    assert [(each.entry, each.stance, each.value("organization")) for each in repair.values] == [
        (1, None, "Port Office"),
        (2, "agree", "Islanders"),
    ]
    (note,) = [each for each in stop.values if each.scheme == "Annotation"]
    assert (note.concept, note.value("note")) == ("", "look\nthis up")


def test_documents_with_one_text_and_outlet_are_named_and_nothing_of_them_is_lost(tmp_path: Path) -> None:
    # Coded once more, in the second copy of the first document, and once more there alone.
    twice = replace(STATEMENTS[0], id=20, document=5)
    alone = replace(STATEMENTS[0], id=21, document=5, start=REPAIR[0], stop=REPAIR[1], coder=3)
    study = written(tmp_path / "pier.dna", statements=(*STATEMENTS, twice, alone))
    ledger = tmp_path / "debate.db"
    said = call("import", ledger, study, "--coder", "Eve").stderr
    assert "document 5: the same text and outlet as document 1, so one article with it" in said
    assert "though title, date differ" in said
    assert "1 document joined so" in said
    held = records(ledger)
    (stop,), (repair,) = held["The ferry will stop in May"], held["the pier needs repair"]
    assert [each.entry for each in stop.values if each.coder == "Ines" and each.concept] == [1, 2]
    assert Code(concept="stop the ferry", stance="agree", coder="Tomas") in repair.codes
    assert contents(exported(ledger)) == contents(study)
    again = call("import", ledger, study, "--coder", "Eve").stderr
    assert "0 new articles, 0 new statements, 0 new decisions" in again
    assert contents(exported(ledger)) == contents(study)


def test_a_study_whose_documents_differ_joins_none(tmp_path: Path) -> None:
    documents = {number: each for number, each in STUDY.documents.items() if number != 5}
    study = written(tmp_path / "pier.dna", documents=documents)
    assert "joined" not in call("import", tmp_path / "debate.db", study, "--coder", "Eve").stderr


def test_taking_a_study_in_twice_is_taking_it_in_once(tmp_path: Path) -> None:
    study = written(tmp_path / "pier.dna")
    ledger = taken_in(tmp_path, study)
    first = exported(ledger).read_bytes()
    again = call("import", ledger, study, "--coder", "Eve")
    assert "0 new articles, 0 new statements, 0 new decisions" in again.stderr
    assert exported(ledger).read_bytes() == first
    assert call("check", ledger).exit_code == 0


def test_a_study_under_another_name_with_other_numbers_is_known(tmp_path: Path) -> None:
    ledger = taken_in(tmp_path, written(tmp_path / "pier.dna"))
    before = contents(exported(ledger))
    others = tuple(replace(each, id=each.id + 100) for each in STATEMENTS)
    call("import", ledger, written(tmp_path / "copy.dna", statements=others), "--coder", "Eve")
    assert contents(exported(ledger)) == before


def test_what_was_coded_otherwise_in_dna_since_is_coded_otherwise_here(tmp_path: Path) -> None:
    ledger = taken_in(tmp_path, written(tmp_path / "pier.dna"))
    changed = with_statement(2, values=["Mara Quell", "", "repair the pier", 0, 1])
    later = written(tmp_path / "pier.dna", statements=changed)
    call("import", ledger, later, "--coder", "Eve")
    assert contents(exported(ledger)) == contents(later)
    (stop,) = records(ledger)["The ferry will stop in May"]
    assert [code for code in stop.codes if code.coder == "Ines"] == [
        Code(concept="repair the pier", stance="disagree", coder="Ines")
    ]


def test_two_studies_of_two_coders_become_one(tmp_path: Path) -> None:
    """Both began with the same file, and each coder went on alone: ids clash, and nothing else does."""
    ledger = taken_in(tmp_path, written(tmp_path / "pier.dna"))
    new = replace(STATEMENTS[0], id=13, coder=3, start=REPAIR[0], stop=REPAIR[1])
    other = replace(STATEMENTS[0], id=13, coder=2, start=PIER.index("Nobody"), stop=len(PIER) - 2)
    for statement in (new, other):
        copy = written(tmp_path / f"copy{statement.coder}.dna", statements=(*STATEMENTS, statement))
        call("import", ledger, copy, "--coder", "Eve")
    file = read_dna(exported(ledger))
    assert [(each.id, each.start, each.coder) for each in file.statements[-2:]] == [
        (13, new.start, 3),
        (14, other.start, 2),
    ]


def test_of_a_file_that_is_none_nothing_comes_in(tmp_path: Path) -> None:
    broken = tmp_path / "broken.dna"
    broken.write_bytes(written(tmp_path / "pier.dna").read_bytes()[:20_000])
    result = CliRunner().invoke(group, ["import", str(tmp_path / "new.db"), str(broken), "--coder", "Eve"])
    assert result.exit_code != 0
    with Ledger.open(tmp_path / "new.db") as made:
        assert not list(made.records(Filter(review="all")))


def test_coders_who_name_other_speakers_of_the_same_words_keep_each_their_own(tmp_path: Path) -> None:
    study = written(
        tmp_path / "pier.dna", statements=with_statement(5, values=["", "Islanders", "stop the ferry", 0, 0])
    )
    ledger = taken_in(tmp_path, study)
    assert contents(exported(ledger)) == contents(study)


def test_the_places_of_the_study_are_what_this_test_says_they_are() -> None:
    assert PIER[slice(*STOP)] == "The ferry will stop in May"
    assert [each.name for each in CLAIM.variables][2:4] == ["concept", "agreement"]
