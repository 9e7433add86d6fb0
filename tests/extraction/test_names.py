"""Names from the scores of words."""

import numpy as np
import pytest
from building import article

from onrecord.encoder.labels import NAME_LABELS
from onrecord.encoder.pieces import Pieces
from onrecord.encoder.reader import Encoded
from onrecord.extraction import name_scores
from onrecord.extraction.name_signs import COLUMNS
from onrecord.extraction.names import names_of
from onrecord.model import Span

TEXT = "Mara Quell of Lisk Bank"
ARTICLE = article(TEXT)
PLACES = [(0, 4), (5, 10), (11, 13), (14, 18), (19, 23)]
SURE = 0.9
ONE_PARAGRAPH = (0, 0, 0, 0, 0)


@pytest.fixture(autouse=True)
def _as_the_network_scores(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the fitted corrections, which five words by hand have no place in."""
    none = np.zeros((len(COLUMNS), len(NAME_LABELS)), np.float32)
    monkeypatch.setattr(name_scores, "_weights", lambda: none)


def encoded(labels: str, paragraph: tuple[int, ...] = ONE_PARAGRAPH) -> Encoded:
    """The words of TEXT with these labels, each SURE."""
    chosen = [NAME_LABELS.index(label) for label in labels.split()]
    scores = np.full((len(chosen), len(NAME_LABELS)), np.log((1 - SURE) / (len(NAME_LABELS) - 1)), np.float32)
    scores[np.arange(len(chosen)), chosen] = np.log(SURE)
    numbers = np.arange(len(chosen))
    starts, ends = (np.array(some, np.int64) for some in zip(*PLACES, strict=True))
    pieces = Pieces(
        ids=numbers, signs=numbers * 0, word_start=starts, word_end=ends, first=numbers, last=numbers,
        paragraph=np.array(paragraph), quotations=(),
    )  # fmt: skip
    return Encoded(
        pieces=pieces, log_probabilities=np.zeros((2, 5, 7), np.float32), names=scores, windows=(), states=()
    )


def shown(labels: str, paragraph: tuple[int, ...] = ONE_PARAGRAPH) -> list[tuple[str, str]]:
    return [(one.span.of(TEXT), one.kind) for one in names_of(ARTICLE, encoded(labels, paragraph))]


def test_names_are_the_runs_of_their_words() -> None:
    found = shown("B-person I-person O B-organisation I-organisation")
    assert found == [("Mara Quell", "person"), ("Lisk Bank", "organisation")]


def test_a_name_to_the_end_and_none_at_all() -> None:
    assert shown("O O O O B-place") == [("Bank", "place")]
    assert shown("O O O O O") == []


def test_two_names_that_touch_stay_apart() -> None:
    assert shown("B-person B-person O B-place B-organisation") == [
        ("Mara", "person"),
        ("Quell", "person"),
        ("Lisk", "place"),
        ("Bank", "organisation"),
    ]


def test_the_labels_that_make_sense_together_count_and_not_the_likeliest_of_each_word() -> None:
    given = encoded("B-person I-person O B-place I-organisation")
    given.names[3, NAME_LABELS.index("B-organisation")] = np.log(0.08)
    assert [(one.span.of(TEXT), one.kind) for one in names_of(ARTICLE, given)] == [
        ("Mara Quell", "person"),
        ("Lisk Bank", "organisation"),
    ]


def test_no_name_reaches_over_a_paragraphs_end() -> None:
    found = shown("B-person B-person I-person O O", (0, 1, 1, 1, 1))
    assert found == [("Mara", "person"), ("Quell", "person")]
    assert shown("B-person I-person O O O", (0, 1, 1, 1, 1)) == [("Mara", "person")]


def test_a_name_is_as_sure_as_its_least_sure_word() -> None:
    given = encoded("B-person I-person O O O")
    given.names[1] = np.log(np.full(7, 1 / 7))
    given.names[1, 2] += 0.01
    [name] = names_of(ARTICLE, given)
    assert name.span == Span(0, 10)
    assert name.confidence == pytest.approx(2 / 7, abs=0.01)
