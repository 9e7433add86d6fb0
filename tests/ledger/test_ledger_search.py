"""Search: what is found, where, in which order; and indexes that follow the tables."""

from collections.abc import Sequence

import pytest
from building import Keep, article, protest, sql, statement, vote

from onrecord.ledger import Hit, Ledger
from onrecord.model import Reading

ORLO, WIECK = vote().statements


@pytest.fixture
def held(ledger: Ledger, keep: Keep) -> Ledger:
    """A ledger with two reports."""
    keep(vote(), protest())
    return ledger


def shown(hit: Hit) -> list[str]:
    return [match.of(hit.article.text) for match in hit.matches]


def ids(hits: Sequence[Hit]) -> set[str]:
    return {hit.statement.id if hit.statement else hit.article.id for hit in hits}


def test_words_are_found_in_articles_and_in_statements_at_their_places(held: Ledger) -> None:
    hits = held.search("dark leap")
    assert ids(hits) == {WIECK.id, vote().article.id}
    assert all(sorted(shown(hit)) == ["dark", "leap"] for hit in hits)


def test_a_phrase_is_found_as_one_match(held: Ledger) -> None:
    assert [shown(hit) for hit in held.search('"first snow"')] == [["first snow"]] * 2


def test_a_match_in_a_later_piece_of_a_statement_is_shown_in_the_text(held: Ledger) -> None:
    hit = next(hit for hit in held.search("leap") if hit.statement)
    start = hit.article.text.index("leap")
    assert [match.pair() for match in hit.matches] == [[start, start + len("leap")]]
    assert hit.window is not None
    assert "a leap in the dark" in hit.window.of(hit.article.text)


def test_a_phrase_across_two_pieces_is_marked_in_each(held: Ledger) -> None:
    hit = next(hit for hit in held.search('"plan a leap"') if hit.statement)
    assert shown(hit) == ["plan", "a leap"] or shown(hit) == ["plan", '"a leap']


def test_an_article_is_found_by_its_title_alone(ledger: Ledger, keep: Keep) -> None:
    keep(vote(title="Winter plans"))
    (hit,) = ledger.search("winter")
    assert hit.statement is None
    assert hit.matches == ()
    assert hit.window is not None
    assert hit.window.of(hit.article.text).startswith("HALVERN, 4 June.")


def test_the_rarer_and_denser_match_comes_first(ledger: Ledger, keep: Keep) -> None:
    dense = article("The ferry. The ferry strike: ferry after ferry.", outlet="A")
    thin = article("The ferry. " + "Nothing happened on that day either. " * 30, outlet="B")
    keep(*(Reading(article=each, statements=()) for each in (thin, dense)))
    assert [hit.article.outlet for hit in ledger.search("ferry")] == ["A", "B"]


def test_the_limit_holds_for_both_kinds_together(held: Ledger) -> None:
    assert len(held.search("the", limit=3)) == 3
    assert held.search("the", limit=3) == held.search("the", limit=10)[:3]


def test_a_snippet_of_a_long_text_is_short_and_cut_between_words(ledger: Ledger, keep: Keep) -> None:
    text = "Words upon words. " * 200 + "Here is the needle in it. " + "Words upon words. " * 200
    keep(Reading(article=article(text), statements=()))
    (hit,) = ledger.search("needle")
    assert hit.window is not None
    words = hit.window.of(hit.article.text)
    assert "the needle in" in words
    assert len(words) <= 240
    assert set(words.split()) <= set(text.split())


@pytest.mark.parametrize("nothing", ["zebra", "—", "", "   "])
def test_what_is_nowhere_gives_no_hits(held: Ledger, nothing: str) -> None:
    assert held.search(nothing) == []


def test_a_text_with_the_marks_of_the_index_in_it_is_found_without_marks(ledger: Ledger, keep: Keep) -> None:
    keep(Reading(article=article("An odd \ufdd0 character and \ufdd1 a zebra."), statements=()))
    (hit,) = ledger.search("zebra")
    assert hit.matches == ()


def test_what_is_deleted_is_found_no_more_and_the_rest_is(held: Ledger) -> None:
    sql(held, "DELETE FROM articles WHERE doc LIKE '%vote%'")
    with Ledger.open(held.path) as ledger:
        assert ledger.search("leap") == []
        assert ids(ledger.search("crews")) == {each.id for each in protest().statements} | {
            protest().article.id
        }
        assert [problem.code for problem in ledger.check()] == ["source"]  # its source says that it gave one


def test_a_changed_title_is_found_and_the_old_one_is_not(held: Ledger) -> None:
    sql(held, "UPDATE articles SET title = 'Zebra crossing' WHERE doc LIKE '%vote%'")
    with Ledger.open(held.path) as ledger:
        assert ids(ledger.search("zebra")) == {vote().article.id}
        assert ledger.check() == []


def test_a_lost_index_is_seen_and_made_anew(held: Ledger) -> None:
    sql(held, "INSERT INTO statement_index (statement_index) VALUES ('delete-all')")
    with Ledger.open(held.path) as ledger:
        assert [problem.code for problem in ledger.check()] == ["index"]
        ledger.rebuild_search()
        assert ledger.check() == []
        assert WIECK.id in ids(ledger.search("leap"))


def test_a_statement_without_a_source_or_a_cue_can_be_found_and_deleted(ledger: Ledger, keep: Keep) -> None:
    report = article()
    keep(Reading(article=report, statements=[statement(report, "a leap in the dark")]))
    assert len(ledger.search("leap")) == 2
    sql(ledger, "DELETE FROM statements")
    with Ledger.open(ledger.path) as again:
        assert again.check() == []
        assert ids(again.search("leap")) == {report.id}


def test_the_beginning_of_a_word_is_marked_in_each_hit(held: Ledger) -> None:
    hits = held.search("crit*")
    assert {word for hit in hits for word in shown(hit)} == {"Critics"}


def test_what_was_marked_leaves_nothing_behind(held: Ledger) -> None:
    assert held.search("bridge") == held.search("bridge")
    assert sql(held, "SELECT name FROM sqlite_schema WHERE name LIKE 'marked%'") == []


def test_the_words_of_a_source_are_kept_once_and_go_with_the_last_statement(held: Ledger) -> None:
    assert sql(held, "SELECT count(*) FROM source_texts WHERE text = 'Mayor Ines Orlo'") == [(1,)]
    sql(held, f"DELETE FROM statements WHERE id = '{ORLO.id}'")  # noqa: S608 - our id
    assert sql(held, "SELECT count(*) FROM source_texts WHERE text = 'Mayor Ines Orlo'") == [(0,)]
    with Ledger.open(held.path) as ledger:
        assert ledger.check() == []


def test_words_of_a_source_that_are_kept_wrongly_are_seen_and_made_anew(held: Ledger) -> None:
    sql(held, f"UPDATE statements SET source_text = NULL WHERE id = '{ORLO.id}'")  # noqa: S608 - our id
    with Ledger.open(held.path) as ledger:
        assert [problem.code for problem in ledger.check()] == ["index"]
        ledger.rebuild_search()
        assert ledger.check() == []
