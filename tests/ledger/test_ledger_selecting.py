"""Which statements the filters give, and in which order."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from building import VOTE, Keep, article, protest, statement, vote
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import NotFoundError, UsageError
from onrecord.ledger import Filter, Ledger
from onrecord.model import Reading
from onrecord.model.ids import article_id

ORLO, WIECK = vote().statements
RUSK, WITHIN = protest().statements


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """A ledger with a dated report of two statements and an undated one of two; no test here changes it."""
    with Ledger.open(tmp_path_factory.mktemp("ledger") / "held.db", create=True) as ledger:
        run = ledger.start_run(model_hash="m0", options={}, at=datetime(2024, 3, 1, tzinfo=UTC))
        for reading in (protest(), vote()):
            ledger.store_source(run, reading.article.doc, reading.article.source_hash, [reading], [])
        yield ledger


def found(ledger: Ledger, **conditions: object) -> list[str]:
    return [record.statement.id for record in ledger.records(Filter(**conditions))]


def test_statements_come_by_date_with_undated_articles_last_and_in_the_order_of_the_text(
    held: Ledger,
) -> None:
    assert found(held) == [ORLO.id, WIECK.id, RUSK.id, WITHIN.id]


def test_articles_of_one_day_come_as_they_were_added(ledger: Ledger, keep: Keep) -> None:
    days = ["2023-06-04", "2023-01-09", "2023-06-04", None, "2022-12-31"]
    keep(*(vote(outlet=f"Outlet {n}", published=day, source_hash=str(n)) for n, day in enumerate(days)))
    assert [each.outlet for each in ledger.articles()] == [f"Outlet {n}" for n in (4, 1, 0, 2, 3)]


@pytest.mark.parametrize("words", ["ines orlo", "ORLO", "yor in", "  Mayor   Ines ", "Or"])
def test_a_source_is_found_by_any_part_of_it(held: Ledger, words: str) -> None:
    assert ORLO.id in found(held, source=words)
    assert WIECK.id not in found(held, source=words)


def test_a_source_is_found_whatever_blanks_and_cases_it_was_printed_with(ledger: Ledger, keep: Keep) -> None:
    report = article("Nobody likes it, the\u00a0ÄLTESTE\nClerk\r\nof Halvern said.")
    clerk = statement(report, "Nobody likes it", source="the\u00a0ÄLTESTE\nClerk\r\nof Halvern")
    keep(Reading(article=report, statements=[clerk]))
    assert found(ledger, source="the älteste clerk of") == [clerk.id]


def test_a_statement_without_a_source_is_found_by_none(ledger: Ledger, keep: Keep) -> None:
    report = article()
    keep(Reading(article=report, statements=[statement(report, "the bridge")]))
    assert found(ledger, source="Orlo") == found(ledger, source="Or") == []


def test_an_outlet_is_found_by_its_whole_name_whatever_the_case(held: Ledger) -> None:
    assert found(held, outlet="the quay") == [RUSK.id, WITHIN.id]
    assert found(held, outlet="quay") == []


def test_statements_are_chosen_by_kind_article_and_confidence(held: Ledger) -> None:
    assert found(held, kind="indirect") == [RUSK.id, WITHIN.id]
    assert found(held, article=vote().article.id[:8]) == [ORLO.id, WIECK.id]
    assert found(held, min_confidence=0.95) == [ORLO.id]


def test_conditions_hold_together(held: Ledger) -> None:
    assert found(held, outlet="Halvern Courier", source="Wieck", words="leap", since="2023") == [WIECK.id]
    assert found(held, outlet="The Quay", source="Wieck") == []


@pytest.mark.parametrize(
    ("since", "until", "inside"),
    [
        ("2023-06-04", None, True),
        ("2023-06-05", None, False),
        ("2023-06", None, True),
        ("2023-07", None, False),
        ("2023", None, True),
        (None, "2023-06-04", True),
        (None, "2023-06-03", False),
        (None, "2023-06", True),
        (None, "2023-05", False),
        (None, "2023", True),
        (None, "2022", False),
        ("2023-06", "2023-06", True),
    ],
)
def test_dates_reach_from_the_first_day_to_the_last(
    held: Ledger, since: str | None, until: str | None, inside: bool
) -> None:
    assert found(held, since=since, until=until) == ([ORLO.id, WIECK.id] if inside else [])


@pytest.mark.parametrize(
    "day", ["June", "2023-13", "2023-02-30", "23-06-04", "2023-6-4", "", "2023-06-04T10:00"]
)
def test_what_is_no_date_is_refused(day: str) -> None:
    with pytest.raises(UsageError, match="no date"):
        Filter(since=day)


@pytest.mark.parametrize("words", ["dark leap", '"a leap"', "LÉAP", "“leap in”", "lea*", "leap — !", 'leap"'])
def test_words_are_found_in_the_content(held: Ledger, words: str) -> None:
    assert found(held, words=words) == [WIECK.id]


@pytest.mark.parametrize(
    "words", ['"leap a"', "lea", "Wieck", "—", "", '"', "leap NOT dark", "leap OR bridge"]
)
def test_phrases_stay_phrases_and_nothing_is_an_operator(held: Ledger, words: str) -> None:
    assert found(held, words=words) == []


@pytest.mark.parametrize(
    "words", ['"AND (', "words : leap", "NEAR(leap dark)", "^leap", "leap*dark", "{", "\0leap", "\ud800"]
)
def test_nothing_that_is_typed_breaks_a_search(held: Ledger, words: str) -> None:
    found(held, words=words)
    found(held, source=words)
    found(held, outlet=words)
    held.search(words)


@given(words=st.text(st.sampled_from("ab\"“”*^():{}+-~,.\0'\\ \ud800é中") | st.characters(), max_size=12))
def test_any_text_can_be_looked_for(words: str, any_ledger: Ledger) -> None:
    list(any_ledger.records(Filter(words=words)))
    list(any_ledger.records(Filter(source=words)))
    any_ledger.search(words)


@pytest.fixture(scope="module")
def any_ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    with Ledger.open(tmp_path_factory.mktemp("ledger") / "any.db", create=True) as ledger:
        yield ledger


def test_the_beginning_of_an_id_is_enough(held: Ledger) -> None:
    assert held.article(vote().article.id[:6]) == vote().article
    assert held.record(WIECK.id[:6]).statement == WIECK
    assert [each.article for each in held.readings([protest().article.id[:7]])] == [protest().article]


@pytest.mark.parametrize("given", ["s-abc", "s-", "a-abcde", "", "s-ABCD", "s-abcdefghijklmnop", "s-%%%%"])
def test_what_is_no_id_is_not_found(held: Ledger, given: str) -> None:
    with pytest.raises(NotFoundError, match="not the id of a statement"):
        held.record(given)


def test_an_id_that_nothing_has_is_not_found(held: Ledger) -> None:
    with pytest.raises(NotFoundError, match="has no article a-aaaaaaa"):
        held.article("a-aaaaaaa")


def test_an_ambiguous_beginning_names_its_candidates(
    ledger: Ledger, keep: Keep, monkeypatch: pytest.MonkeyPatch
) -> None:
    same = [vote(outlet=name, source_hash=name) for name in names_with_the_same_beginning()]
    keep(*same)
    beginning = same[0].article.id[:6]
    with pytest.raises(NotFoundError) as caught:
        ledger.article(beginning)
    assert caught.value.code == "ambiguous"
    assert all(each.article.id in str(caught.value) for each in same)


def names_with_the_same_beginning() -> list[str]:
    """Two outlets whose articles' ids agree in their first four characters: among 3,000, some do."""
    seen: dict[str, str] = {}
    for name in map(str, range(20_000)):
        beginning = article_id(VOTE, name)[:6]
        if beginning in seen:
            return [seen[beginning], name]
        seen[beginning] = name
    raise AssertionError("no two ids begin alike")
