"""Practice sheets and the labels of news."""

import json
from pathlib import Path

import pytest

from corpus.news import LABELS, NEWS_PARTS, NewsError, load_news
from corpus.report import ACTS, FORMS, ReportError
from corpus.sheets import load_sheet, load_sheets
from onrecord.model.edtf import is_edtf

SHEET = """{1.source|Quell}{1.cue|:} {1|No bridge}

{2.source|She} {2.cue|said} {2|{3.source|Dorn} {3.cue|had promised} {3|a ferry}}.
+++
1 = { act = "speech", speaker = "Mara Quell", form = ["label"] }
2 = { act = "speech", speaker = "Mara Quell" }
3 = { act = "writing", unnamed = "a man" }
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "one.marked"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_sheet_has_a_text_without_marks_and_statements_with_places(tmp_path: Path) -> None:
    sheet = load_sheet(written(tmp_path, SHEET))
    assert sheet.text == "Quell: No bridge\n\nShe said Dorn had promised a ferry.\n"
    assert [sheet.text[a:b] for one in sheet.statements for a, b in one.content] == [
        "No bridge",
        "Dorn had promised a ferry",
        "a ferry",
    ]
    assert [(one.who, one.name, one.parent) for one in sheet.statements] == [
        ("speaker", "Mara Quell", None),
        ("speaker", "Mara Quell", None),
        ("unnamed", "a man", 2),
    ]


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("+++\n", "", "one line of"),
        ("{1|", "{|", "one.marked"),
        ('act = "writing"', 'act = "shouting"', "shouting"),
        ('form = ["label"]', 'form = ["song"]', "song"),
        ('form = ["label"]', 'mood = "bad"', "mood"),
        ("3 = {", "4 = {", "one.marked"),
        ("{3|a ferry}", "a ferry", "no content"),
    ],
)
def test_what_is_wrong_with_a_sheet_is_said(tmp_path: Path, before: str, after: str, said: str) -> None:
    with pytest.raises(ReportError, match=said):
        load_sheet(written(tmp_path, SHEET.replace(before, after)))


def test_every_practice_sheet_of_the_corpus_is_whole() -> None:
    sheets = load_sheets()
    assert len(sheets) > 70
    assert len({sheet.text for sheet in sheets}) == len(sheets)
    found = [form for sheet in sheets for one in sheet.statements for form in one.forms]
    assert {form for form in FORMS if found.count(form) < 10} == set()


def test_labels_of_news_hold_places_and_names_alone() -> None:
    rows = [json.loads(line) for line in LABELS.read_text(encoding="utf-8").splitlines()]
    assert {row["part"] for row in rows} == set(NEWS_PARTS)
    assert len({row["id"] for row in rows}) == len(rows)
    for row in rows:
        for number, one in enumerate(row["statements"], 1):
            assert set(one) <= {
                "content", "cue", "source", "act", "speaker", "unnamed", "group", "forms", "parent",
                "said_on", "inferred", "via", "to",
            }  # fmt: skip
            assert one["act"] in ACTS
            assert not one.get("unnamed")
            assert not one.get("group")
            assert all(start < end for start, end in one["content"])
            assert one.get("parent") != number


def test_days_of_news_are_dates_and_whoever_passed_words_on_is_named_or_has_a_place() -> None:
    rows = [json.loads(line) for line in LABELS.read_text(encoding="utf-8").splitlines()]
    marked = [row for row in rows if "published" in row]
    assert len(marked) > 400
    for row in rows:
        assert "published" in row or not any({"said_on", "via", "to"} & set(one) for one in row["statements"])
    for row in marked:
        assert is_edtf(row["published"])
        for one in row["statements"]:
            assert "said_on" in one or not one.get("inferred")
            assert "said_on" not in one or is_edtf(one["said_on"])
            for who in (*one.get("via", ()), *one.get("to", ())):
                assert (isinstance(who, str) and any(word[0].isupper() for word in who.split())) or len(
                    who
                ) == 2


def test_an_article_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(NewsError, match="not found"):
        load_news(tmp_path, "dev")
