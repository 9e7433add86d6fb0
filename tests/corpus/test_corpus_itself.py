"""The corpus that lies in corpus/debates: without faults, as large as it says, its test part as it was sealed."""

from collections import Counter

import pytest

from corpus.check import duplicates, problems
from corpus.debate import load_corpus
from corpus.forms import WANTED, count
from corpus.seal import SEAL, seal
from onrecord.reading import read_bytes


@pytest.fixture(scope="module")
def corpus():
    return load_corpus()


def test_no_mark_name_date_or_code_is_wrong(corpus):
    found = [problem for debate in corpus for problem in problems(debate)] + duplicates(corpus)
    assert found == []


def test_it_is_as_large_as_it_says(corpus):
    reports = [report for debate in corpus for report in debate.reports]
    assert len(corpus) >= 12
    assert len(reports) >= 150
    assert len({report.outlet for report in reports}) >= 40
    for debate in corpus:
        assert len({report.outlet for report in debate.reports}) >= 5, debate.id
        assert debate.codebook, debate.id


def test_reports_are_neither_notes_nor_books(corpus):
    words = {f"{d.id}/{r.name}": len(r.text.split()) for d in corpus for r in d.reports}
    assert {name: n for name, n in words.items() if not 150 <= n <= 1500} == {}


@pytest.mark.parametrize("form", WANTED)
def test_every_form_is_there_often_enough(corpus, form: str):
    assert count(corpus)[form] >= 25
    assert count([debate for debate in corpus if debate.part == "test"])[form] >= 8


def test_dev_and_test_stay_as_large_as_they_were_while_train_grows(corpus):
    sizes = Counter({debate.part: 0 for debate in corpus})
    sizes.update({part: sum(len(d.reports) for d in corpus if d.part == part) for part in sizes})
    assert sizes["dev"] == sizes["test"] == 36
    assert sizes["train"] >= 108


def test_the_test_part_is_as_it_was_sealed():
    assert seal() == SEAL.read_text(encoding="utf-8")


def test_the_reader_takes_every_report_as_it_is(corpus):
    for debate in corpus:
        for report in debate.reports:
            articles = list(read_bytes(f"{report.name}.txt", report.text.encode()))
            assert [article.text for article in articles] == [report.text], f"{debate.id}/{report.name}"
