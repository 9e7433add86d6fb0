"""Scores of names, corrected by what stands elsewhere in the article."""

import json
from importlib.resources import files

import numpy as np
from wording import words

from onrecord.encoder.labels import NAME_LABELS
from onrecord.extraction.name_scores import agreed, corrected, doubtful, weighed
from onrecord.extraction.name_signs import COLUMNS, means_elsewhere, signs_of
from onrecord.extraction.name_words import NameWords

NONE = NAME_LABELS.index("O")
PERSON = NAME_LABELS.index("B-person")
PLACE = NAME_LABELS.index("B-place")


def scores(*chances: dict[int, float]) -> np.ndarray:
    """Log-probabilities from the chances of some labels; the others share the rest."""
    rows = []
    for some in chances:
        rest = (1 - sum(some.values())) / (len(NAME_LABELS) - len(some))
        rows.append([some.get(label, rest) for label in range(len(NAME_LABELS))])
    return np.log(np.array(rows, np.float32))


def test_a_word_is_taken_for_what_it_is_at_its_other_places() -> None:
    shown = words("Lisk rose Lisk fell Lisk")
    given = scores({PLACE: 0.9}, {NONE: 0.99}, {PLACE: 0.9}, {NONE: 0.99}, {PERSON: 0.5, PLACE: 0.4})
    assert agreed(shown, given, 1.0)[4].argmax() == PLACE
    assert agreed(shown, given, 0.0)[4].argmax() == PERSON


def test_a_word_in_small_letters_and_one_that_stands_once_stay_as_they_are() -> None:
    shown = words("may May Quell")
    given = scores({NONE: 0.9}, {PERSON: 0.9}, {PLACE: 0.6})
    assert np.allclose(agreed(shown, given, 1.0), given, atol=1e-5)


def test_the_mean_elsewhere_leaves_the_place_itself_out() -> None:
    mean, others = means_elsewhere(np.array([[1.0], [0.0], [0.5]], np.float32), np.array([7, 7, 2]))
    assert mean.tolist() == [[0.0], [1.0], [0.0]]
    assert others.tolist() == [1, 1, 0]


def test_every_sign_has_its_column_and_says_what_it_is_called() -> None:
    shown = words("the Bank of Lisk | Lisk")
    found = signs_of(shown, scores(*[{PLACE: 0.7}] * 5), np.arange(5))
    assert found.shape == (5, len(COLUMNS))
    at = {column: number for number, column in enumerate(COLUMNS)}
    assert found[:, at["always"]].tolist() == [1.0] * 5
    assert found[:, at["here=bank"]].tolist() == [0, 1, 0, 0, 0]
    assert found[:, at["previous=of"]].tolist() == [0, 0, 0, 1, 0]
    assert found[:, at["next:capital"]].tolist() == [1, 0, 1, 1, 0]
    assert found[:, at["opens_paragraph"]].tolist() == [1, 0, 0, 0, 1]
    assert found[:, at["word:nowhere"]].tolist() == [1, 1, 1, 0, 0]
    assert found[3, at["word:B-place"]] == np.float32(np.log(0.7 + 0.01))


def test_a_weight_moves_the_words_that_have_the_sign() -> None:
    weights = np.zeros((len(COLUMNS), len(NAME_LABELS)), np.float32)
    weights[COLUMNS.index("previous=mr"), PERSON] = 5.0
    given = scores({NONE: 0.9}, {PLACE: 0.6, PERSON: 0.2})
    found = weighed(words("Mr Lisk"), given, weights)
    assert found[1].argmax() == PERSON
    assert np.allclose(found[0], given[0], atol=1e-5)
    assert np.allclose(np.exp(found).sum(1), 1, atol=1e-5)


def test_words_that_surely_are_no_names_are_left_alone_but_beside_a_name() -> None:
    sure = {NONE: 0.9999}
    assert doubtful(scores(sure, sure, {PLACE: 0.9}, sure, sure)).tolist() == [1, 2, 3]


def test_no_words_have_no_scores() -> None:
    none = np.zeros((0, len(NAME_LABELS)), np.float32)
    empty = NameWords(
        texts=(), shapes=np.zeros(0, np.int64), paragraph=np.zeros(0, np.int64), joined=np.zeros(0, bool)
    )
    assert corrected(empty, none).shape == (0, len(NAME_LABELS))


def test_the_weights_that_ship_are_of_signs_that_there_are() -> None:
    kept = json.loads(files("onrecord.extraction").joinpath("name_weights.json").read_text(encoding="utf-8"))
    assert set(kept) <= set(COLUMNS)
    assert all(len(row) == len(NAME_LABELS) for row in kept.values())
    assert corrected(words("Mr Quell"), scores({NONE: 0.9}, {PERSON: 0.9}))[1].argmax() == PERSON
