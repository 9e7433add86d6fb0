"""Words as names are made of them, and the row of labels that they allow."""

import numpy as np
import pytest
from wording import words

from onrecord.encoder.labels import NAME_LABELS
from onrecord.extraction.name_runs import best_name_labels
from onrecord.extraction.name_words import SHAPES, never_first, never_last, numbered, shape_of


def labelled(shown: str, likely: str, sure: float = 0.6) -> list[str]:
    """The best row of labels where these labels are the likeliest one by one."""
    chosen = [NAME_LABELS.index(label) for label in likely.split()]
    scores = np.full((len(chosen), len(NAME_LABELS)), np.log((1 - sure) / 6), np.float32)
    scores[np.arange(len(chosen)), chosen] = np.log(sure)
    return [NAME_LABELS[label] for label in best_name_labels(words(shown), scores)]


@pytest.mark.parametrize(
    ("word", "shape"),
    [
        ("Mara", "capital"),
        ("UN", "short_capitals"),
        ("HALVERN", "capitals"),
        ("Q", "initial"),
        ("ferry", "small"),
        ("iPhone", "mixed"),
        ("2031", "number"),
        ("—", "sign"),
    ],
)
def test_a_word_has_a_shape(word: str, shape: str) -> None:
    assert SHAPES[shape_of(word)] == shape


def test_a_small_word_or_a_hyphen_ends_no_name() -> None:
    shown = words("Ministry of Trade and G ~- ~7")
    assert np.flatnonzero(never_last(shown)).tolist() == [1, 3, 5]


def test_what_an_apostrophe_joins_to_more_ends_no_name_but_a_possessive_does() -> None:
    assert np.flatnonzero(never_last(words("Wa ~’ ~ed paid"))).tolist() == [0, 1]
    assert np.flatnonzero(never_last(words("Quell ~’ ~s ferry"))).tolist() == []


def test_an_abbreviation_keeps_its_last_full_stop() -> None:
    assert np.flatnonzero(never_last(words("U ~. ~S ~. ships"))).tolist() == [2]


def test_a_closing_sign_begins_no_name() -> None:
    assert np.flatnonzero(never_first(words(") Bank of Lisk"))).tolist() == [0, 2]


def test_a_name_gives_up_the_small_word_that_would_end_it() -> None:
    found = labelled(
        "Ministry of Trade and rain",
        "B-organisation I-organisation I-organisation I-organisation O",
    )
    assert found == ["B-organisation", "I-organisation", "I-organisation", "O", "O"]


def test_a_name_goes_on_behind_of_where_the_rest_was_taken_for_another() -> None:
    found = labelled("Bank of Lisk fell", "B-organisation I-organisation B-place O", sure=0.9)
    assert found == ["B-organisation", "I-organisation", "I-organisation", "O"]


def test_no_name_goes_on_over_a_paragraphs_end_or_ends_there_in_of() -> None:
    assert labelled("Bank | Lisk", "B-organisation I-organisation") == ["B-organisation", "O"]
    assert labelled("Bank of | Lisk", "B-organisation I-organisation B-place")[1:] == ["O", "B-place"]


def test_no_words_have_no_labels() -> None:
    assert len(best_name_labels(words(""), np.zeros((0, 7), np.float32))) == 0


def test_one_endless_word_among_many_costs_no_more_than_itself() -> None:
    # As an array of words this would be 20 GB.
    numbers = numbered(["A" * 100_000, *["Quell", "said"] * 25_000])
    assert numbers[0] == 0
    assert sorted(set(numbers.tolist())) == [0, 1, 2]
