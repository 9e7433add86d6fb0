"""The best sequence of labels obeys the rules of runs."""

from itertools import pairwise, product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.encoder.labels import CONTENT, CUE, LABELS, OUT, SOURCE, begin, inside
from onrecord.extraction.decoding import best_labels, runs


def scores(labels: list[int], *, sure: float = 0.9) -> np.ndarray:
    """Log-probabilities that favour these labels."""
    rows = np.full((len(labels), len(LABELS)), (1 - sure) / (len(LABELS) - 1))
    rows[np.arange(len(labels)), labels] = sure
    return np.log(rows).astype(np.float32)


def one_paragraph(words: int) -> np.ndarray:
    return np.zeros(words, np.int64)


def test_clear_scores_are_followed() -> None:
    labels = [begin(SOURCE), begin(CUE), begin(CONTENT), inside(CONTENT), OUT]
    assert best_labels(scores(labels), one_paragraph(5)).tolist() == labels


def test_a_further_word_never_opens_a_run() -> None:
    labels = best_labels(scores([OUT, inside(CONTENT), inside(CONTENT)]), one_paragraph(3))
    assert labels.tolist() == [OUT, begin(CONTENT), inside(CONTENT)]


def test_no_run_reaches_over_a_paragraph_s_end() -> None:
    wanted = [begin(CONTENT), inside(CONTENT), inside(CONTENT), inside(CONTENT)]
    labels = best_labels(scores(wanted), np.array([0, 0, 1, 1]))
    assert labels.tolist() == [begin(CONTENT), inside(CONTENT), begin(CONTENT), inside(CONTENT)]


def test_two_runs_of_one_role_may_touch() -> None:
    labels = np.array([begin(CONTENT), inside(CONTENT), begin(CONTENT), OUT])
    assert [(run.start, run.end) for run in runs(labels, scores(labels.tolist()))] == [(0, 2), (2, 3)]


def test_a_run_is_surer_where_its_words_are() -> None:
    labels = [begin(CONTENT), inside(CONTENT)]
    (sure,) = runs(np.array(labels), scores(labels, sure=0.99))
    (unsure,) = runs(np.array(labels), scores(labels, sure=0.5))
    assert sure.sureness > unsure.sureness
    assert sure.border > unsure.border


def test_no_words_have_no_labels() -> None:
    assert best_labels(np.zeros((0, 7), np.float32), one_paragraph(0)).tolist() == []


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 30), st.integers(0, 2**32 - 1))
def test_any_scores_give_runs_that_make_sense(words: int, seed: int) -> None:
    rng = np.random.default_rng(seed)
    given_scores = np.log(rng.dirichlet(np.ones(len(LABELS)), words)).astype(np.float32)
    paragraph = np.sort(rng.integers(0, 3, words))
    labels = best_labels(given_scores, paragraph)
    for run in runs(labels, given_scores):
        assert labels[run.start] == begin(run.role)
        assert (labels[run.start + 1 : run.end] == inside(run.role)).all()
        assert len(set(paragraph[run.start : run.end])) == 1


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(1, 5), min_size=1, max_size=4), st.integers(0, 2**32 - 1))
def test_each_paragraph_has_the_best_of_all_its_sequences(lengths: list[int], seed: int) -> None:
    rng = np.random.default_rng(seed)
    # Few labels are likely anywhere, so that all sequences can be gone through.
    likely = np.array([OUT, begin(CUE), begin(CONTENT), inside(CONTENT)])
    given_scores = np.full((sum(lengths), len(LABELS)), -50, np.float32)
    given_scores[:, likely] = np.log(rng.dirichlet(np.ones(len(likely)), sum(lengths)))
    labels = best_labels(given_scores, np.repeat(np.arange(len(lengths)), lengths))
    start = 0
    for length in lengths:
        rows = given_scores[start : start + length]
        best = max(
            sum(float(row[label]) for row, label in zip(rows, sequence, strict=True))
            for sequence in product(likely, repeat=length)
            if all(
                label != inside(CONTENT) or before in (begin(CONTENT), inside(CONTENT))
                for before, label in pairwise((OUT, *sequence))
            )
        )
        got = float(rows[np.arange(length), labels[start : start + length]].sum())
        assert abs(got - best) < 1e-3
        start += length
