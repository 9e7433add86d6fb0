"""The frozen values."""

import pytest
from building import article, statement
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Record, Span, identify, words_at


def test_a_span_is_the_text_s_own_words() -> None:
    assert Span(4, 9).of("The lakes stay") == "lakes"


@pytest.mark.parametrize(("start", "end"), [(3, 3), (4, 2), (-1, 2)])
def test_a_span_is_never_empty_or_before_the_text(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="span"):
        Span(start, end)


def test_pieces_are_joined_with_an_ellipsis() -> None:
    assert words_at("We stay, she said, here", [Span(0, 7), Span(19, 23)]) == "We stay … here"


def test_the_same_words_in_another_outlet_are_another_article() -> None:
    assert article(outlet="Courier").id != article(outlet="Lamp").id
    assert article(outlet="Courier", doc="a.txt").id == article(outlet="Courier", doc="b/c.txt").id


def test_a_better_cue_does_not_make_another_statement() -> None:
    of = article()
    first = statement(of, "a leap in the dark")
    assert statement(of, "a leap in the dark", cue="called", source="Tomas Wieck").id == first.id


@given(st.lists(st.tuples(st.integers(0, 99), st.integers(1, 99)), min_size=1, max_size=4, unique=True))
def test_other_places_make_another_statement(places: list[tuple[int, int]]) -> None:
    spans = tuple(Span(start, start + length) for start, length in places)
    other = (*spans[:-1], Span(spans[-1].start, spans[-1].end + 1))
    assert identify(article().id, spans) != identify(article().id, other)


def test_a_record_without_source_has_no_source_words() -> None:
    of = article()
    record = Record(article=of, statement=statement(of, "a leap in the dark"))
    assert (record.words, record.source_words, record.cue_words) == ("a leap in the dark", None, None)
