"""Files of the Discourse Network Analyzer: what they hold, and every way in which one cannot be used."""

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest
from studies import QUARREL, TEXT, dna_file

from onrecord.errors import InputError
from onrecord.reading.dna import read_dna, words


def refusal(path: Path) -> InputError:
    with pytest.raises(InputError) as found:
        read_dna(path)
    return found.value


def test_a_file_gives_its_types_entities_documents_and_statements(tmp_path: Path) -> None:
    file = read_dna(dna_file(tmp_path))
    statement_type, annotation = file.types
    assert file.version == "3.0.11"
    assert statement_type.label == "DNA Statement"
    assert [(each.name, each.type) for each in statement_type.variables] == [
        ("organization", "short text"),
        ("concept", "short text"),
        ("agreement", "boolean"),
        ("strength", "integer"),
        ("tone", "short text"),
    ]
    assert [each.name for each in annotation.variables] == ["note"]
    assert [tuple(each.values) for each in file.statements] == [row[1:] for row in QUARREL]
    assert {each.value for each in file.entities if each.attributes.get("Type") == "lobby"} == {
        "Ministry",
        "Anglers",
        "Farmers",
    }
    assert file.documents[1].date == datetime(2024, 1, 8, 9, 30)
    assert (file.documents[1].source, file.documents[1].text) == ("Paper 1", TEXT)
    assert [each.name for each in file.coders] == ["Admin", "Vera"]


def test_reading_changes_nothing_and_needs_no_right_to_write(tmp_path: Path) -> None:
    path = dna_file(tmp_path)
    before = path.read_bytes()
    path.chmod(0o400)
    read_dna(path)
    assert path.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == ["dam.dna"]


def test_a_byte_that_is_no_utf8_and_a_name_of_300_letters_stay_as_they_are(tmp_path: Path) -> None:
    long = "dam " * 75
    change = (
        "UPDATE ENTITIES SET Value = replace(hex(zeroblob(75)), '00', 'dam ') WHERE Value = 'pay';"
        "UPDATE DOCUMENTS SET Title = CAST(x'ff41' AS TEXT)"
    )
    file = read_dna(dna_file(tmp_path, change=change))
    assert file.statements[3].values[1] == long
    assert file.documents[1].title.encode("utf-8", "surrogateescape") == b"\xffA"


@pytest.mark.parametrize(
    ("version", "code"), [("2.0.1", "dna-version"), (None, "dna-version"), ("4.0", "dna-version")]
)
def test_a_file_of_another_version_is_refused(tmp_path: Path, version: str | None, code: str) -> None:
    assert refusal(dna_file(tmp_path, version=version)).code == code


def test_what_is_no_file_of_dna_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path / "none.dna").code == "no-file"
    assert refusal(tmp_path).code == "cannot-open"
    text = tmp_path / "text.dna"
    text.write_text("PK, not a database")
    assert refusal(text).code == "not-dna"
    other = tmp_path / "other.dna"
    with closing(sqlite3.connect(other)) as connection:
        connection.execute("CREATE TABLE songs (title TEXT)")
    assert refusal(other).code == "not-dna"


def test_a_file_cut_short_is_damaged(tmp_path: Path) -> None:
    path = dna_file(tmp_path)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    assert refusal(path).code == "damaged"


@pytest.mark.parametrize(
    ("change", "words_of_it"),
    [
        ("DROP TABLE ENTITIES", "ENTITIES"),
        ("UPDATE STATEMENTS SET DocumentId = 77 WHERE ID = 2", "statement 2"),
        ("UPDATE STATEMENTS SET StatementTypeId = 77 WHERE ID = 2", "statement 2"),
        ("UPDATE DATASHORTTEXT SET Entity = 999 WHERE ID = 1", "entity 999"),
        ("UPDATE DATABOOLEAN SET StatementId = 99 WHERE ID = 1", "statement 99"),
        ("UPDATE VARIABLES SET DataType = 'colour' WHERE ID = 1", "colour"),
        ("UPDATE DOCUMENTS SET Date = 'soon'", "soon"),
        ("UPDATE DOCUMENTS SET Date = 9223372036854775807", "beyond all years"),
    ],
)
def test_a_row_that_cannot_be_is_named(tmp_path: Path, change: str, words_of_it: str) -> None:
    found = refusal(dna_file(tmp_path, change=change))
    assert found.code == "damaged"
    assert words_of_it in str(found)


def test_a_file_that_another_program_writes_to_is_refused(tmp_path: Path) -> None:
    path = dna_file(tmp_path)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("BEGIN EXCLUSIVE")
        assert refusal(path).code == "locked"
        connection.execute("UPDATE DOCUMENTS SET Title = 'half'")
        assert refusal(path).code == "locked"


def test_a_missing_value_is_none(tmp_path: Path) -> None:
    file = read_dna(dna_file(tmp_path, change="DELETE FROM DATABOOLEAN WHERE StatementId = 1"))
    assert file.statements[0].values[2] is None


def test_words_are_found_whether_the_coder_counted_code_points_or_utf16_units() -> None:
    start = TEXT.index("Anglers")
    stop = start + len("Anglers call")
    assert words(TEXT, start, stop) == "Anglers call"
    assert words(TEXT, start + 1, stop + 1) == "Anglers call"
    assert words(TEXT, 0, 7) == "The dam"
