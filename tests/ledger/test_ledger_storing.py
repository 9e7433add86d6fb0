"""What goes in comes back, once, and all of a source or nothing."""

import sqlite3
from datetime import UTC, datetime, timedelta, timezone
from itertools import pairwise
from pathlib import Path

import pytest
from building import article, protest, sql, statement, vote
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.errors import InputError
from onrecord.ledger import Counts, Ledger, RunId, Stored
from onrecord.model import (
    KINDS,
    ROLES,
    Article,
    Block,
    Reading,
    Skipped,
    Span,
    Statement,
    content_hash,
    identify,
)
from onrecord.version import __version__

NOON = datetime(2024, 3, 1, 12, 0, tzinfo=UTC)


@pytest.fixture
def run(ledger: Ledger) -> RunId:
    return ledger.start_run(model_hash="m0", options={"outlet": "The Quay"}, at=NOON)


def store(ledger: Ledger, run: RunId, *readings: Reading, skipped: tuple[Skipped, ...] = ()) -> Stored:
    first = readings[0].article
    doc = first.doc.partition("#")[0]
    return ledger.store_source(run, doc, first.source_hash, readings, skipped)


def test_an_article_and_its_statements_come_back_equal(ledger: Ledger, run: RunId) -> None:
    store(ledger, run, protest(byline="Piet Aldo", url="https://quay.example/1"))
    assert list(ledger.readings()) == [protest(byline="Piet Aldo", url="https://quay.example/1")]


def test_what_was_stored_is_there_when_the_file_is_opened_again(ledger: Ledger, run: RunId) -> None:
    store(ledger, run, vote())
    ledger.close()
    with Ledger.open(ledger.path) as again:
        assert list(again.readings()) == [vote()]


def test_the_same_source_twice_is_stored_once(ledger: Ledger, run: RunId) -> None:
    assert store(ledger, run, vote()) == Stored(new=1, known=0)
    assert store(ledger, run, vote()) == Stored(new=0, known=1)
    assert ledger.counts() == Counts(
        sources=1, articles=1, statements=2, skipped=0, runs=1, decisions=0, actors=0
    )
    assert ledger.check() == []


def test_the_same_article_from_other_bytes_is_recognised_and_keeps_its_first_place(
    ledger: Ledger, run: RunId
) -> None:
    store(ledger, run, vote())
    assert store(ledger, run, vote(doc="copy.html", source_hash=content_hash(b"other"))).known == 1
    assert [each.doc for each in ledger.articles()] == ["reports/vote.txt"]
    assert ledger.holds_source(content_hash(b"other"))
    assert ledger.check() == []


def test_statements_of_a_known_article_stay_as_they_were(ledger: Ledger, run: RunId) -> None:
    store(ledger, run, vote())
    other = Reading(article=vote().article, statements=vote().statements[:1])
    store(ledger, run, other)
    assert list(ledger.readings()) == [vote()]


def test_the_same_words_in_another_outlet_are_another_article(ledger: Ledger, run: RunId) -> None:
    store(ledger, run, vote())
    assert store(ledger, run, vote(outlet="The Quay", source_hash=content_hash(b"quay"))).new == 1


def test_a_source_is_held_when_it_was_read_to_the_end(ledger: Ledger, run: RunId) -> None:
    assert not ledger.holds_source(vote().article.source_hash)
    store(ledger, run, vote())
    assert ledger.holds_source(vote().article.source_hash)


def test_a_source_with_one_bad_article_leaves_nothing_behind(ledger: Ledger, run: RunId) -> None:
    good = vote(doc="feed.xml#1", source_hash="f" * 64)
    bad = protest(doc="feed.xml#2", source_hash="f" * 64, title="half \ud800")
    with pytest.raises(InputError) as caught:
        store(ledger, run, good, bad)
    assert caught.value.code == "lone-surrogate"
    assert not ledger.holds_source("f" * 64)
    assert ledger.counts().articles == 0


def test_an_article_with_a_nul_is_refused_for_sqlite_would_end_its_text_there(
    ledger: Ledger, run: RunId
) -> None:
    with pytest.raises(InputError) as caught:
        store(ledger, run, protest(title="half \0"))
    assert caught.value.code == "nul"
    assert ledger.counts().articles == 0


def test_a_source_that_fails_half_way_leaves_nothing_behind(ledger: Ledger, run: RunId) -> None:
    twice = [vote(doc="feed.xml#1"), protest(doc="feed.xml#1")]  # two articles in one place: a reader's fault
    with pytest.raises(sqlite3.IntegrityError):
        ledger.store_source(run, "feed.xml", "f" * 64, twice, [])
    assert ledger.counts() == Counts(
        sources=0, articles=0, statements=0, skipped=0, runs=1, decisions=0, actors=0
    )
    store(ledger, run, vote())
    assert ledger.check() == []


def test_articles_of_one_file_know_their_positions(ledger: Ledger, run: RunId) -> None:
    store(
        ledger,
        run,
        vote(doc="feed.xml#1", source_hash="f" * 64),
        protest(doc="feed.xml#3", source_hash="f" * 64),
    )
    assert ledger.article_ids("f" * 64) == [vote().article.id, protest().article.id]
    assert ledger.article_ids("0" * 64) == []
    rows = sql(
        ledger, "SELECT doc, position FROM appearances JOIN articles USING (article) ORDER BY position"
    )
    assert rows == [("feed.xml#1", 1), ("feed.xml#3", 3)]


def test_an_article_that_is_not_of_the_source_is_refused(ledger: Ledger, run: RunId) -> None:
    with pytest.raises(ValueError, match="does not name an article"):
        ledger.store_source(run, "feed.xml", "f" * 64, [vote()], [])


@pytest.mark.parametrize("name", ["caf\udce9.txt", "notes#3.txt", "-"])
def test_any_name_of_a_file_can_be_kept(ledger: Ledger, run: RunId, name: str) -> None:
    ledger.store_source(run, name, "e" * 64, [vote(doc=name)], [])
    ledger.store_skipped(run, name, [Skipped(doc=name, code="empty", detail=f"{name} is empty")])
    readable = name.replace("\udce9", "\\udce9")
    assert [each.doc for each in ledger.articles()] == [readable]
    assert [each.doc for each in ledger.skipped()] == [readable]


def broken() -> list[tuple[str, Reading]]:
    report = vote().article
    whole = vote().statements[0]
    facts = {"kind": "direct", "confidence": 0.5}
    return [
        (
            "statement-id",
            Reading(article=report, statements=[Statement(id="s-aaaa", content=whole.content, **facts)]),
        ),
        ("same-statement", Reading(article=report, statements=[whole, whole])),
        ("span-outside", Reading(article=report, statements=[_at(report, Span(0, 9_999))])),
        ("span-order", Reading(article=report, statements=[_at(report, Span(5, 9), Span(0, 6))])),
        ("no-content", Reading(article=report, statements=[_at(report)])),
        ("parent", Reading(article=report, statements=[statement(report, "bridge", parent="s-nowhere")])),
        (
            "confidence",
            Reading(article=report, statements=[statement(report, "bridge", confidence=float("nan"))]),
        ),
        ("blocks", Reading(article=article(blocks=()), statements=[])),
        ("blocks", Reading(article=article(blocks=(_paragraph(0, 9_999),)), statements=[])),
        ("blocks", Reading(article=article(blocks=(_paragraph(0, 9), _paragraph(5, 208))), statements=[])),
    ]


def _paragraph(start: int, end: int) -> Block:
    return Block(span=Span(start, end), role="paragraph")


def _at(report: Article, *content: Span) -> Statement:
    return Statement(id=identify(report.id, content), kind="direct", content=content, confidence=0.5)


@pytest.mark.parametrize(("code", "reading"), broken())
def test_a_reading_that_contradicts_itself_is_refused_by_name(
    ledger: Ledger, run: RunId, code: str, reading: Reading
) -> None:
    with pytest.raises(InputError) as caught:
        store(ledger, run, reading)
    assert caught.value.code == code
    assert ledger.counts().articles == 0


def test_every_row_is_traceable_to_its_run(ledger: Ledger, run: RunId) -> None:
    later = ledger.start_run(
        model_hash="m1", options={}, at=datetime(2024, 3, 1, 14, 30, tzinfo=timezone(timedelta(hours=2)))
    )
    store(ledger, run, vote())
    store(ledger, later, protest())
    rows = sql(
        ledger,
        "SELECT DISTINCT outlet, at, version, model_hash, options FROM statements "
        "JOIN articles USING (article) JOIN runs ON runs.run = statements.run ORDER BY outlet",
    )
    assert rows == [
        ("Halvern Courier", "2024-03-01T12:00:00Z", __version__, "m0", '{"outlet": "The Quay"}'),
        ("The Quay", "2024-03-01T12:30:00Z", __version__, "m1", "{}"),
    ]


def test_a_run_needs_a_time_zone(ledger: Ledger) -> None:
    with pytest.raises(ValueError, match="time zone"):
        ledger.start_run(model_hash="m0", options={}, at=datetime(2024, 3, 1))


# Texts with what real pages hold and tools trip over: odd newlines, no-break spaces, escapes, astral characters.
ODD = st.text(st.sampled_from('ab "“\u00a0\u2028\r\n\t\x1b\ufeff\u0301é💬\U0010ffff\ufdd0'), max_size=40)
FACTS = st.none() | ODD


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """A reading with any text, blocks that cover it, and statements anywhere in it."""
    text = draw(ODD)
    cuts = sorted(draw(st.sets(st.integers(1, max(len(text) - 1, 1)))) | {0, len(text)})
    spans = [Span(start, end) for start, end in pairwise(cuts) if end <= len(text)]
    report = Article(
        doc=draw(ODD),
        text=text,
        blocks=tuple(Block(span=span, role=draw(st.sampled_from(ROLES))) for span in spans),
        format=draw(st.sampled_from(["text", "html", "feed"])),
        source_hash=content_hash(text.encode()),
        title=draw(FACTS),
        byline=draw(FACTS),
        outlet=draw(FACTS),
        published=draw(FACTS),
        language=draw(FACTS),
        url=draw(FACTS),
    )
    found: dict[str, Statement] = {}
    for _ in range(draw(st.integers(0, 3)) if spans else 0):
        parts = st.lists(st.sampled_from(spans), unique=True).map(sorted).map(tuple)
        content = draw(parts.filter(bool))
        each = Statement(
            id=identify(report.id, content),
            kind=draw(st.sampled_from(KINDS)),
            content=content,
            cue=draw(parts),
            source=draw(parts),
            confidence=draw(st.floats(0, 1)),
            parent=draw(st.none() | st.sampled_from(list(found.values())).map(lambda other: other.id))
            if found
            else None,
        )
        if each.parent != each.id:
            found[each.id] = each
    return Reading(article=report, statements=tuple(found.values()))


@settings(max_examples=40, deadline=None)
@given(reading=readings(), data=st.data())
def test_whatever_goes_in_comes_back_and_passes_the_check(
    reading: Reading, data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path: Path = tmp_path_factory.mktemp("ledger") / "odd.db"
    with Ledger.open(path, create=True) as ledger:
        run = ledger.start_run(model_hash="m", options={}, at=NOON)
        store_as = reading.article.doc
        ledger.store_source(run, store_as, reading.article.source_hash, [reading], [])
        assert list(ledger.readings()) == [reading]
        assert ledger.article(reading.article.id) == reading.article
        assert [record.statement for record in ledger.records()] == list(reading.statements)
        for each in reading.statements:
            assert ledger.record(each.id).statement == each
        assert ledger.check() == []
