"""Reasons: kept like results, the latest only, and gone when the source is read after all."""

import pytest
from building import protest, sql, vote
from test_ledger_storing import NOON

from onrecord.ledger import Ledger, RunId
from onrecord.model import Reading, Skipped


@pytest.fixture
def run(ledger: Ledger) -> RunId:
    return ledger.start_run(model_hash="m0", options={}, at=NOON)


def reason(doc: str, code: str = "not-text") -> Skipped:
    return Skipped(doc=doc, code=code, detail=f"{doc}: a picture; give a page of text")


def test_a_reason_is_kept_and_the_source_is_not_held(ledger: Ledger, run: RunId) -> None:
    ledger.store_skipped(run, "b.png", [reason("b.png")], source_hash="b" * 64)
    ledger.store_skipped(run, "a.txt", [reason("a.txt", "empty")])
    assert list(ledger.skipped()) == [reason("a.txt", "empty"), reason("b.png")]
    assert not ledger.holds_source("b" * 64)
    assert ledger.counts().skipped == 2
    assert ledger.why_skipped("a.txt") == reason("a.txt", "empty")
    assert ledger.why_skipped("c.txt") is None
    assert sql(ledger, "SELECT doc, source_hash, run FROM skipped ORDER BY doc") == [
        ("a.txt", None, run),
        ("b.png", "b" * 64, run),
    ]


def test_the_latest_reason_replaces_the_one_before(ledger: Ledger, run: RunId) -> None:
    ledger.store_skipped(run, "a.txt", [reason("a.txt")])
    ledger.store_skipped(run, "a.txt", [reason("a.txt", "empty")])
    assert list(ledger.skipped()) == [reason("a.txt", "empty")]


def test_a_reason_goes_away_when_the_source_is_read(ledger: Ledger, run: RunId) -> None:
    report = vote(doc="a.txt")
    ledger.store_skipped(run, "a.txt", [reason("a.txt")])
    ledger.store_skipped(run, "a.txt.old", [reason("a.txt.old")])
    ledger.store_source(run, "a.txt", "a" * 64, [report], [])
    assert list(ledger.skipped()) == [reason("a.txt.old")]


def test_reasons_for_some_articles_of_a_file_stand_beside_the_others(ledger: Ledger, run: RunId) -> None:
    ledger.store_source(run, "feed.xml", "f" * 64, [vote(doc="feed.xml#2")], [reason("feed.xml#1", "empty")])
    assert list(ledger.skipped()) == [reason("feed.xml#1", "empty")]
    assert ledger.holds_source("f" * 64)
    assert ledger.check() == []


def test_an_article_left_unread_for_its_language_is_there_without_statements(
    ledger: Ledger, run: RunId
) -> None:
    whole = protest(language="nl")
    unread = Reading(article=whole.article, statements=())
    doc = whole.article.doc
    ledger.store_source(run, doc, "d" * 64, [unread], [reason(doc, "language")])
    assert list(ledger.readings()) == [unread]
    assert list(ledger.skipped()) == [reason(doc, "language")]
    assert list(ledger.records()) == []
    assert ledger.holds_source("d" * 64)
    assert not ledger.holds_source("d" * 64, unskipped=True)


def test_an_article_left_unread_takes_its_statements_when_it_is_read_after_all(
    ledger: Ledger, run: RunId
) -> None:
    whole = protest(language="nl")
    doc = whole.article.doc
    unread = Reading(article=whole.article, statements=())
    ledger.store_source(run, doc, "d" * 64, [unread], [reason(doc, "language")])
    moved = protest(language="nl", doc="moved.txt")
    assert ledger.store_source(run, "moved.txt", "d" * 64, [moved], []).known == 1
    assert list(ledger.readings()) == [whole]
    assert list(ledger.skipped()) == []
    assert ledger.holds_source("d" * 64, unskipped=True)
    assert ledger.check() == []
