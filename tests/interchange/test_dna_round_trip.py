"""A study of DNA comes in and goes out again: nothing of it is lost, and what was decided here goes with it."""

import base64
import hashlib
import json
import unicodedata
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from building import Keep, article, vote
from dna_commands import EVE, NOON, call, exported, records, scalar, taken_in
from dna_studies import PIER, STATEMENTS, STUDY, contents, written

from onrecord.ledger import Ledger
from onrecord.model import (
    CODEBOOK,
    Codebook,
    Coder,
    Concept,
    Reading,
    Reject,
    RenameConcept,
    SetCode,
    SetFact,
    SetValues,
    Valued,
)
from onrecord.reading.dna import read_dna, words


def is_password(password: str, hashed: str) -> bool:
    """Whether jasypt, which guards DNA's log-ins, would take the password for that of the hash."""
    raw = base64.b64decode(hashed)
    digest = raw[:16] + unicodedata.normalize("NFC", password).encode()
    for _ in range(100_000):
        digest = hashlib.sha256(digest).digest()
    return raw[16:] == digest


def test_a_study_goes_out_as_it_came_in(tmp_path: Path) -> None:
    study = written(tmp_path / "pier.dna")
    out = exported(taken_in(tmp_path, study))
    before, after = contents(study), contents(out)
    for table in before:
        assert after[table] == before[table], table
    assert read_dna(out) == read_dna(study)


def test_networks_of_the_file_and_of_the_ledger_are_the_same(tmp_path: Path) -> None:
    # Without the coder who codes the same words too: a network of a ledger counts them once.
    study = written(
        tmp_path / "pier.dna",
        statements=tuple(each for each in STATEMENTS if each.coder != 3 and each.id != 9),
    )
    ledger = tmp_path / "pier.db"
    assert call("import", ledger, study).exit_code == 0
    for options in (
        [
            "--rows",
            "organization",
            "--columns",
            "concept",
            "--qualifier",
            "agreement",
            "--aggregation",
            "congruence",
        ],
        [
            "--rows",
            "organization",
            "--columns",
            "concept",
            "--qualifier",
            "certainty",
            "--aggregation",
            "subtract",
        ],
        ["--mode", "two", "--rows", "organization", "--columns", "concept", "--qualifier", "agreement"],
        ["--mode", "two", "--rows", "person", "--columns", "organization", "--qualifier", "none"],
        ["--mode", "two", "--rows", "organization", "--columns", "concept", "--include", "section=news"],
        ["--mode", "two", "--rows", "organization", "--columns", "concept", "--from", "2031-03-02T09:00"],
    ):
        made = [
            json.loads(call("network", each, *options).stdout) for each in (study, exported(ledger), ledger)
        ]
        assert any(any(row) for row in made[0]["matrix"]), options
        for one in made[1:]:
            assert [one[name] for name in ("rows", "columns", "matrix")] == [
                made[0][name] for name in ("rows", "columns", "matrix")
            ], options


def test_what_was_decided_here_goes_out(tmp_path: Path) -> None:
    ledger = taken_in(tmp_path, written(tmp_path / "pier.dna"))
    held = records(ledger)
    (stop,), (repair,) = held["The ferry will stop in May"], held["the pier needs repair"]
    with Ledger.open(ledger) as opened:
        opened.decide(EVE, repair.statement.id, Reject(), now=NOON)
        for second, (coder, change) in enumerate(
            [
                (Coder(name="Tomas"), SetCode(concept="stop the ferry", stance="agree")),
                (EVE, SetCode(concept="ask the gulls", stance="agree")),
                (EVE, SetValues(concept="ask the gulls", values=(Valued(variable="urgent", value=True),))),
            ]
        ):
            opened.decide(coder, stop.statement.id, change, now=NOON + timedelta(seconds=second))
        opened.decide(EVE, stop.article.id, SetFact(fact="title", value="The pier"), now=NOON)
    file = read_dna(exported(ledger))
    assert [each.id for each in file.statements] == [2, 5, 7, 8, 9, 12, 13]
    by_id = {each.id: each for each in file.statements}
    assert by_id[5].values[3] == 1
    names = [each.name for each in file.types[0].variables]
    new = dict(zip(names, by_id[13].values, strict=True))
    assert new == {
        "person": "Mara Quell", "organization": "", "concept": "ask the gulls", "agreement": 1, "certainty": 0,
        "urgent": 1,
    }  # fmt: skip
    eve = next(each for each in file.coders if each.name == "Eve")
    assert by_id[13].coder == eve.id
    assert is_password("onrecord", eve.password)
    assert file.documents[1].title == "The pier"
    assert file.documents[1].text == PIER


def test_a_concept_that_was_renamed_takes_its_colour_and_attributes_along(tmp_path: Path) -> None:
    ledger = taken_in(tmp_path, written(tmp_path / "pier.dna"))
    with Ledger.open(ledger) as opened:
        opened.take_codebook(
            EVE,
            Codebook(
                title="Pier",
                concepts=tuple(
                    Concept(name=name, label=name) for name in ("stop the ferry", "repair the pier")
                ),
            ),
            now=NOON,
        )
        opened.decide(EVE, CODEBOOK, RenameConcept(concept="stop the ferry", name="end the line"), now=NOON)
    file = read_dna(exported(ledger))
    assert {each.values[2] for each in file.statements if each.type == 1} >= {
        "end the line",
        "repair the pier",
    }
    old = next(each for each in STUDY.entities if each.value == "stop the ferry")
    assert next(each for each in file.entities if each.value == "end the line") == replace(
        old, value="end the line"
    )


def test_a_concept_that_the_codebook_lacks_is_refused_and_kept(tmp_path: Path) -> None:
    study, ledger = written(tmp_path / "pier.dna"), tmp_path / "pier.db"
    book = tmp_path / "book.toml"
    book.write_text('title = "Pier"\n[[concept]]\nname = "stop the ferries"\n', encoding="utf-8")
    call("codebook", "import", ledger, book, "--coder", "Eve")
    result = call("import", ledger, study, "--coder", "Eve")
    assert "did you mean stop the ferries?" in result.stderr
    before, after = contents(study), contents(exported(ledger))
    assert after == before


@pytest.mark.parametrize("form", ["\n", "\r\n"])
def test_an_article_with_emoji_and_odd_line_ends_is_counted_alike_by_engine_and_window(
    ledger: Ledger, keep: Keep, form: str
) -> None:
    text = f"Gulls 🐦 protest{form}{form}Mayor Ines Orlo said the bridge would open 🎉 soon.{form}"
    report = article(text, published=None)
    start = text.index("the bridge would")
    keep(Reading(article=report, statements=()))
    rows = [
        {
            "doc": report.doc,
            "kind": "indirect",
            "content": [[start, start + 21]],
            "text": text[start : start + 21],
        }
    ]
    path = ledger.path
    ledger.close()
    (path.parent / "rows.jsonl").write_text(json.dumps(rows[0]) + "\n", encoding="utf-8")
    assert call("import", path, path.parent / "rows.jsonl", "--coder", "Eve").exit_code == 0
    ((record,),) = records(path).values()
    assert (
        call("decide", path, record.statement.id, "code", "bridge", "agree", "--coder", "Eve").exit_code == 0
    )
    file = read_dna(exported(path))
    (statement,), (document,) = file.statements, file.documents.values()
    assert document.text == text.replace(form, "\n").replace("🐦", "\ufffd").replace("🎉", "\ufffd")
    assert document.text[statement.start : statement.stop] == "the bridge would open"
    units = document.text.encode("utf-16-le")[2 * statement.start : 2 * statement.stop].decode("utf-16-le")
    assert units == words(document.text, statement.start, statement.stop) == record.words


def test_an_export_says_what_dna_gets_and_what_it_does_not(ledger: Ledger, keep: Keep) -> None:
    keep(vote())
    path, (bridge, _leap) = ledger.path, vote().statements
    ledger.close()
    out = path.with_name("out.dna")
    nothing = call("export", path, "--format", "dna", "--out", out)
    assert f"0 coded statements in 1 document written to {out}" in nothing.stderr
    assert "that nobody has coded, for DNA's statements are codes: 2" in nothing.stderr
    call("decide", path, bridge.id, "code", "bridge", "agree", "--coder", "Eve")
    one = call("export", path, "--format", "dna", "--out", out, "--overwrite")
    assert f"1 coded statement in 1 document written to {out}" in one.stderr
    assert "that nobody has coded, for DNA's statements are codes: 1" in one.stderr
    assert len(read_dna(out).statements) == 1


def test_a_ledger_of_its_own_becomes_a_file_with_all_that_dna_needs(ledger: Ledger, keep: Keep) -> None:
    keep(vote())
    path, (bridge, leap) = ledger.path, vote().statements
    ledger.close()
    call("decide", path, bridge.id, "speaker", "Ines Orlo", "person", "mayor", "--coder", "Eve")
    call("decide", path, leap.id, "speaker", "Bridge Office", "organisation", "--coder", "Eve")
    long = "bridge " * 45
    call("decide", path, bridge.id, "code", long, "agree", "--coder", "Eve")
    call("decide", path, leap.id, "code", long + "!", "disagree", "--coder", "Ben")
    call("decide", path, leap.id, "code", "snow", "neither", "--coder", "Ben")
    out = path.with_name("out.dna")
    result = call("export", path, "--format", "dna", "--out", out, "--password", "Möwe")
    assert result.exit_code == 0
    assert "codes left out that neither agree nor disagree, for which DNA has no value: 1" in result.stderr
    file = read_dna(out)
    assert file.settings["version"] == "3.0.11"
    values = [
        dict(zip(["person", "organization", "concept", "agreement"], each.values, strict=True))
        for each in file.statements
    ]
    assert [(each["person"], each["organization"], each["agreement"]) for each in values] == [
        ("Ines Orlo", "", 1),
        ("", "Bridge Office", 0),
    ]
    assert len({each["concept"] for each in values}) == 2
    assert all(len(str(each["concept"])) <= 190 for each in values)
    assert [each.label for each in file.types] == ["DNA Statement", "NPF Story Element", "Annotation"]
    short = {each.id for kind in file.types for each in kind.variables if each.type == "short text"}
    assert {each.variable for each in file.entities if not each.value} == short
    assert all(set(each.attributes) == {"Type", "Alias", "Notes"} for each in file.entities)
    ids = [each.id for each in file.coders]
    assert ids[0] == 1
    assert {(each.coder, each.other) for each in file.relations} == {
        (a, b) for a in ids for b in ids if a != b
    }
    assert all(is_password("Möwe", each.password) for each in file.coders)
    assert scalar(out, "PRAGMA integrity_check") == "ok"
    assert scalar(out, "SELECT count(*) FROM pragma_foreign_key_check") == 0
    assert scalar(out, "SELECT count(*) FROM DATASHORTTEXT") == 6


def test_the_name_of_somebody_who_was_removed_is_in_no_later_file(tmp_path: Path) -> None:
    study = written(tmp_path / "pier.dna")
    ledger = taken_in(tmp_path, study)
    (stop,) = records(ledger)["The ferry will stop in May"]
    assert stop.statement.speaker is not None
    assert (
        call(
            "forget", ledger, stop.statement.speaker.actor, "--reason", "asked", "--coder", "Eve", "--yes"
        ).exit_code
        == 0
    )
    call("import", ledger, study, "--coder", "Eve")
    file = read_dna(exported(ledger))
    assert "Mara Quell" not in {each.value for each in file.entities}
    assert all("Mara Quell" not in each.values for each in file.statements)


def test_a_speaker_who_is_another_here_is_another_there(tmp_path: Path) -> None:
    ledger = taken_in(tmp_path, written(tmp_path / "pier.dna"))
    (run,) = records(ledger)["The ferry must run all winter"]
    call("decide", ledger, run.statement.id, "speaker", "Pier League", "organisation", "--coder", "Eve")
    file = read_dna(exported(ledger))
    assert next(each.values for each in file.statements if each.id == 7)[:2] == ["", "Pier League"]


def test_a_part_of_a_ledger_goes_out_with_the_articles_of_its_statements(tmp_path: Path) -> None:
    ledger = taken_in(tmp_path, written(tmp_path / "pier.dna"))
    file = read_dna(exported(ledger, "--words", "winter"))
    assert [each.id for each in file.statements] == [7]
    assert list(file.documents) == [2]


def test_a_study_in_another_ledger_goes_out_of_the_one_that_it_is_joined_to(tmp_path: Path) -> None:
    study = written(tmp_path / "pier.dna")
    taken_in(tmp_path, study)
    joined = tmp_path / "joined.db"
    for _ in range(2):
        assert call("add", tmp_path / "pier.db", "--ledger", joined).exit_code == 0
    assert contents(exported(joined)) == contents(study)
    assert call("check", joined).exit_code == 0


def test_a_ledger_as_of_an_earlier_day_goes_out_as_it_was(tmp_path: Path) -> None:
    study = written(tmp_path / "pier.dna")
    ledger = taken_in(tmp_path, study)
    with Ledger.open(ledger) as opened:
        opened.decide(
            Coder(name="Ines"),
            next(iter(records(ledger)["The ferry will stop in May"])).statement.id,
            SetCode(concept="stop the ferry", stance="disagree"),
            now=NOON,
        )
    assert contents(exported(ledger)) != contents(study)
    assert contents(exported(ledger, "--as-of", "2031-03-31")) == contents(study)
