"""brat's standoff as rows."""

from pathlib import Path
from typing import Any

import pytest
from interchanging import NOW, made

from onrecord.ledger import Filter, Ledger
from onrecord.ledger.taking import GivenRow, Refused, brat_rows
from onrecord.model import Coder
from onrecord.publishing.brat import standoff
from onrecord.publishing.jsonl import row

TEXT = "The quay\n\nIlse Dorn said the quay\nwould close. “We tried,” she said, “for years.”\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "quay.txt").write_text(TEXT, encoding="utf-8", newline="")
    return tmp_path


def rows(folder: Path, annotations: str) -> list[Any]:
    (folder / "quay.ann").write_text(annotations, encoding="utf-8", newline="")
    return list(brat_rows(folder / "quay.ann"))


def span(words: str) -> str:
    start = TEXT.index(words)
    return f"{start} {start + len(words)}"


def test_an_event_with_a_content_is_a_row(folder: Path) -> None:
    (row,) = rows(
        folder,
        f"T1\tCue {span('she said')}\tshe said\n"
        f"T2\tContent {span('“We tried,”')};{span('“for years.”')}\t“We tried,” “for years.”\n"
        "E1\tAttribution:T1 Cue:T1 Content:T2\nE2\tAttribution:T1\n",
    )
    assert isinstance(row, GivenRow)
    assert row.value["text"] == "“We tried,” … “for years.”"
    assert (row.value["kind"], row.value["confidence"], row.value["source"]) == ("direct", None, [])
    assert row.value["article"]["text"] == TEXT


def test_pieces_that_the_end_of_a_line_parts_are_one(folder: Path) -> None:
    places = f"{span('the quay')};{span('would close')}"
    (row,) = rows(folder, f"T1\tContent {places}\tthe quay would close\nE1\tAttribution:T1 Content:T1\n")
    assert row.value["text"] == "the quay\nwould close"
    assert row.value["kind"] == "indirect"


def test_arguments_with_numbers_and_sloppy_ends_are_read(folder: Path) -> None:
    (row,) = rows(
        folder,
        f"T1\tContent {span('“We tried,” ')}\t“We tried,” \nT2\tContent {span('“for years.”')}\t“for years.”\n"
        "E1\tAttribution:T1 Content:T1 Content2:T2\n",
    )
    assert row.value["text"] == "“We tried,” … “for years.”"


@pytest.mark.parametrize(
    ("annotations", "reason"),
    [
        ("T1\tContent 0 8\tThe pier\nE1\tAttribution:T1 Content:T1\n", "at that place stands"),
        ("T1\tContent 0 999\tThe quay\nE1\tAttribution:T1 Content:T1\n", "beyond the text"),
        ("T1\tContent 8 3\tThe quay\nE1\tAttribution:T1 Content:T1\n", "start < end"),
        ("E1\tAttribution:T1 Content:T1\n", "nowhere in the file"),
    ],
)
def test_what_does_not_fit_is_refused_with_its_line(folder: Path, annotations: str, reason: str) -> None:
    (refused,) = rows(folder, annotations)
    assert isinstance(refused, Refused)
    assert refused.place.endswith(f"quay.ann, line {annotations.count(chr(10))}")
    assert reason in refused.reason


def test_annotations_need_their_text(tmp_path: Path) -> None:
    (tmp_path / "alone.ann").write_text("")
    (refused,) = brat_rows(tmp_path / "alone.ann")
    assert isinstance(refused, Refused)
    assert "alone.txt" in refused.reason


def test_the_layout_of_polnear_is_read(tmp_path: Path) -> None:
    for name in ("text", "attributions"):
        (tmp_path / name).mkdir()
    (tmp_path / "text" / "quay_1.txt").write_text(TEXT, encoding="utf-8", newline="")
    path = tmp_path / "attributions" / "quay_1_ab12.ann"
    path.write_text(
        f"T1\tContent {span('Ilse Dorn')}\tIlse Dorn\nE1\tAttribution-no-source:T1 Content:T1\n",
        encoding="utf-8",
    )
    (row,) = brat_rows(path)
    assert isinstance(row, GivenRow)
    assert row.value["text"] == "Ilse Dorn"


def test_what_a_person_moves_is_no_longer_the_machines(folder: Path) -> None:
    given = {
        "id": "s-aaaaaaaaaaaaa", "kind": "indirect", "content": [[10, 19]], "cue": None, "source": None,
        "speaker": None, "via": [], "said_on": None, "confidence": 0.75,
    }  # fmt: skip
    written = standoff([given], TEXT)
    (row,) = rows(folder, written)
    assert row.value["confidence"] == 0.75
    (moved,) = rows(folder, written.replace("10 19", "10 14").replace("Ilse Dorn", "Ilse"))
    assert (moved.value["text"], moved.value["confidence"]) == ("Ilse", None)
    (other,) = rows(folder, f"{written}A9\tAct E1 thought\n")
    assert (other.value["text"], other.value["confidence"], other.value["act"]) == (
        "Ilse Dorn",
        None,
        "thought",
    )
    (older,) = rows(folder, written.replace(" - - speech", " - -"))
    assert older.value["confidence"] == 0.75


def test_two_coders_mark_one_text(folder: Path, tmp_path: Path) -> None:
    mark = f"T1\tContent {span('the quay')}\tthe quay\nE1\tAttribution:T1 Content:T1\n"
    with made(tmp_path / "l.db") as ledger:
        for name in ("Ann", "Ben", "Ann"):
            ledger.take(rows(folder, mark), Coder(name=name), [].append, now=NOW)
        (record,) = ledger.records(Filter(review="all"))
        assert record.review.added
        assert [logged.decision.coder.name for logged in ledger.log()] == ["Ben", "Ann"]
        assert ledger.check() == []


def test_what_a_coder_added_and_nobody_touched_stays_that_coders(folder: Path, tmp_path: Path) -> None:
    mark = f"T1\tContent {span('the quay')}\tthe quay\nE1\tAttribution:T1 Content:T1\n"
    ann, eve = Coder(name="Ann"), Coder(name="Eve")

    def coders(ledger: Ledger) -> list[str]:
        return [logged.decision.coder.name for logged in ledger.log()]

    with made(tmp_path / "l.db") as ledger, made(tmp_path / "other.db") as other:
        ledger.take(rows(folder, mark), ann, [].append, now=NOW)
        (record,) = ledger.records(Filter(review="all"))
        written = standoff([row(record, full=True)], TEXT)
        taken = ledger.take(rows(folder, written), eve, [].append, now=NOW)
        assert (taken.known, taken.decisions, coders(ledger)) == (1, 0, ["Ann"])
        other.take(rows(folder, written), eve, [].append, now=NOW)
        assert coders(other) == ["Eve"]
        ledger.take(rows(folder, f"{written}A9\tKind E1 direct\n"), eve, [].append, now=NOW)
        assert coders(ledger) == ["Eve", "Eve", "Ann"]
        (record,) = ledger.records(Filter(review="all"))
        assert record.statement.kind == "direct"
        assert ledger.check() == []
