"""The corpus in other formats, and two markings side by side."""

import json
import re

import pytest
from small_debate import LINES, TEXT

from corpus.agreement import agreement, kappa, pairs
from corpus.converting.brat import standoff
from corpus.converting.folder import FORMATS, write
from corpus.converting.rows import name_in, rows
from corpus.debate import load_debate
from onrecord.reading import read_bytes


@pytest.fixture
def debate(write_debate):
    return load_debate(write_debate())


def test_a_row_is_what_read_would_print(debate):
    report = debate.reports[0]
    by_text = {row["text"]: row for row in rows(report, debate, "x.txt")}
    told = by_text["that the bridge would be built “with or without” the Sund Compact"]
    assert told["kind"] == "mixed"
    assert told["speaker"] == {
        "name": "Mara Quell", "type": "person", "role": "transport minister", "confidence": 1.0, "actor": "Mara Quell",
    }  # fmt: skip
    assert told["via"] == [{"name": "Harbour Post", "type": "outlet"}]
    assert told["said_on"]["value"] == "2031-03-03"
    assert told["codes"] == [{"concept": "build", "stance": "agree"}]
    assert by_text["a ferry"]["parent"] == by_text["Quell had promised a ferry"]["id"]
    assert by_text["“Never,” … “and nowhere.”"]["speaker"]["type"] == "unnamed"


def test_rows_keep_the_order_of_the_text_and_its_words(debate):
    report = debate.reports[0]
    made = rows(report, debate, "x.txt")
    assert [row["content"] for row in made] == sorted(row["content"] for row in made)
    for row in made:
        assert row["text"] == " … ".join(report.text[a:b] for a, b in row["content"])


def test_the_name_is_the_fullest_that_the_report_gives():
    assert name_in("Quell, or Mara Quell", ["Mara Quell", "Quell"]) == "Mara Quell"
    assert name_in("Quell left", ["Mara Quell", "Quell"]) == "Quell"
    assert name_in("The Quellers left", ["Mara Quell", "Quell"]) is None


def test_every_word_of_standoff_stands_where_it_says(debate):
    report = debate.reports[0]
    lines = standoff(rows(report, debate, "x.txt"), report.text).splitlines()
    bound = [line.split("\t") for line in lines if line.startswith("T")]
    assert len(bound) == 5 * 4
    for _, places, words in bound:
        pieces = [tuple(map(int, piece.split())) for piece in places.split(" ", 1)[1].split(";")]
        assert " ".join(report.text[a:b] for a, b in pieces) == words
    assert sum(line.startswith("E") for line in lines) == 5
    assert "speaker: Mara Quell (person); role: transport minister; via: Harbour Post" in "\n".join(lines)


@pytest.mark.parametrize("kind", FORMATS)
def test_each_format_holds_the_text_untouched(debate, tmp_path, kind):
    assert write([debate], tmp_path / kind, kind) == 1
    folder = tmp_path / kind / ("text" if kind == "polnear" else "")
    text = (folder / "sund_01-courier.txt").read_bytes().decode("utf-8")
    assert text == debate.reports[0].text
    assert [article.text for article in read_bytes("x.txt", text.encode())] == [text]


def test_web_annotations_select_what_they_quote(debate, tmp_path):
    write([debate], tmp_path, "w3c")
    page = json.loads((tmp_path / "sund_01-courier.jsonld").read_text(encoding="utf-8"))
    text = debate.reports[0].text
    assert page["type"] == "AnnotationPage"
    assert len(page["items"]) == 5
    for item in page["items"]:
        for target in item["target"]:
            quote, position = target["selector"]
            assert text[position["start"] : position["end"]] == quote["exact"]
            around = quote["prefix"] + quote["exact"] + quote["suffix"]
            assert around in text


def test_two_equal_markings_agree_wholly(debate):
    found = agreement(debate, debate)
    assert (found.first, found.second, found.matched, found.f1) == (5, 5, 5, 1.0)
    assert all(tally.share == 1 for tally in found.fields.values())


def test_what_a_second_marking_sees_otherwise_is_counted(debate, write_debate):
    text = re.sub(r"\{5(\.\w+)?\|([^{}]*)\}", r"\2", TEXT)
    lines = LINES.replace('speaker = "Ilse Dorn"', 'speaker = "Mara Quell"').split("5 = ")[0]
    second = load_debate(write_debate(text=text, lines=lines, folder="second"))
    found = agreement(debate, second)
    assert (found.first, found.second, found.matched) == (5, 4, 4)
    assert (found.fields["speaker"].equal, found.fields["speaker"].asked) == (3, 4)
    assert found.f1 == pytest.approx(8 / 9)


def test_markings_of_different_texts_are_refused(debate, write_debate):
    other = load_debate(write_debate(text=TEXT.replace("ferry", "train"), folder="other"))
    with pytest.raises(ValueError, match="different texts"):
        pairs(debate.reports[0], other.reports[0])


def test_kappa_is_agreement_beyond_chance():
    # Two raters of fifty, Cohen's textbook table: 20 yes-yes, 5 yes-no, 10 no-yes, 15 no-no.
    table = [("y", "y")] * 20 + [("y", "n")] * 5 + [("n", "y")] * 10 + [("n", "n")] * 15
    assert kappa(table) == pytest.approx(0.4)
    assert kappa([("y", "y")] * 3) is None
