"""The rows of `onrecord read` and `onrecord export --format jsonl`."""

import json

from building import article, protest, statement, vote
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Record
from onrecord.publishing import jsonl


def test_a_row_has_the_fields_of_the_contract_in_their_order() -> None:
    outer, inner = protest().records()
    assert list(jsonl.row(inner).items()) == [
        ("doc", "reports/protest.txt"),
        ("id", inner.statement.id),
        ("kind", "indirect"),
        ("act", "speech"),
        ("content", [[79, 110]]),
        ("cue", [[74, 78]]),
        ("source", [[65, 69]]),
        ("text", "the crews would keep their jobs"),
        ("speaker", None),
        ("via", []),
        ("to", []),
        ("said_on", None),
        ("parent", outer.statement.id),
        ("confidence", 0.9),
    ]


def test_what_a_statement_has_not_is_null() -> None:
    report = article()
    row = jsonl.row(Record(article=report, statement=statement(report, "the bridge", confidence=0.12345)))
    assert (row["cue"], row["source"], row["parent"]) == (None, None, None)
    assert row["confidence"] == 0.123


def test_pieces_are_joined_with_an_ellipsis() -> None:
    row = jsonl.row(vote().records()[1])
    assert row["text"] == 'the plan … "a leap in the dark"'
    assert len(row["content"]) == 2


def test_a_full_row_has_the_facts_of_the_article_too() -> None:
    (record, *_) = vote(url="https://halvern.example/1").records()
    row = jsonl.row(record, full=True)
    assert list(row)[:-4] == list(jsonl.row(record))
    assert row["article"] == {
        "id": record.article.id,
        "title": "Halvern council votes on the bridge",
        "byline": None,
        "outlet": "Halvern Courier",
        "published": "2023-06-04",
        "language": "en",
        "url": "https://halvern.example/1",
        "text_hash": record.article.text_hash,
    }


def test_lines_are_one_object_each() -> None:
    records = [*vote().records(), *protest().records()]
    lines = list(jsonl.lines(records))
    assert [json.loads(line) for line in lines] == [jsonl.row(record) for record in records]
    assert all(line.endswith("\n") for line in lines)


@given(title=st.text(st.characters() | st.sampled_from("\ud800\udce9\x85\u2028\u2029\x9b\n\r")))
def test_any_text_is_one_line_and_comes_back_verbatim(title: str) -> None:
    (line,) = jsonl.lines(vote(title=title).records()[:1], full=True)
    assert len(line.splitlines()) == 1
    assert not any("\x7f" <= character <= "\x9f" for character in line)
    assert json.loads(line)["article"]["title"] == title
    line.encode("utf-8")
