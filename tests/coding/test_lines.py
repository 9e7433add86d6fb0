"""What reviewed statements add, against the same reckoned from whole tables of statements by reviewed ones."""

import tracemalloc
from dataclasses import replace

import numpy as np
from sund_crossing import evidence, prior

from onrecord.coding import features
from onrecord.coding.evidence import Evidence
from onrecord.coding.features import Features
from onrecord.coding.fitting import sigmoid, softmax
from onrecord.coding.learner import learn

FIRST = prior().first
PLAIN, SIDES = (
    len(features.RELEVANCE) - 4,
    len(features.STANCE) - 2,
)  # features before those of reviewed statements


def half_named(count: int, taught: int) -> tuple[Evidence, dict]:
    """Statements of which some have no speaker and some no article, and the codes of the first of every three."""
    given, codes = evidence(count)
    units = [
        replace(
            one, speaker=None if at % 5 == 0 else one.speaker, article=None if at % 7 == 0 else one.article
        )
        for at, one in enumerate(given.units)
    ]
    return replace(given, units=tuple(units)), dict(list(codes.items())[::3][:taught])


def table_of_words(given: Evidence) -> np.ndarray:
    table = np.zeros((len(given.units), given.words.columns.max() + 1))
    for row, (start, end) in enumerate(zip(given.words.starts, given.words.starts[1:], strict=False)):
        table[row, given.words.columns[start:end]] = given.words.weights[start:end]
    return table


def alike(given: Evidence) -> np.ndarray:
    words = table_of_words(given)
    return given.vectors @ given.vectors.T + words @ words.T


def same(names: list[str | None]) -> np.ndarray:
    return np.array([[a is not None and a == b for b in names] for a in names], float)


def ridge(kernel: np.ndarray, rows: np.ndarray, target: np.ndarray, row: int) -> np.ndarray:
    """What the statements `rows`, without `row`, say of it."""
    others = rows != row
    kept = rows[others]
    weights = np.linalg.solve(kernel[np.ix_(kept, kept)] + np.eye(len(kept)), target[others])
    return kernel[row, kept] @ weights


def test_the_line_of_relevance_is_a_ridge_regression_on_the_others():
    given, taught = half_named(60, 15)
    what = features.known(given, taught)
    found = Features(given, what, FIRST.relevance, FIRST.stance).relevance()
    before = sigmoid(found[:, :, :PLAIN] @ np.array(FIRST.relevance)[:PLAIN])
    target, kernel = (what.bears - before)[what.rows], alike(given)
    for row in range(60):
        expected = 2 * ridge(kernel, what.rows, target, row)
        assert np.allclose(found[row, :, PLAIN], expected, rtol=0, atol=1e-9)


def test_the_line_of_a_side_is_one_on_the_other_codes_of_its_concept():
    given, taught = half_named(90, 30)
    what = features.known(given, taught)
    found = Features(given, what, FIRST.relevance, FIRST.stance).stance()
    before = softmax(found[:, :, :, :SIDES] @ np.array(FIRST.stance)[:SIDES])
    speaker = same([one.speaker for one in given.units])
    kernel = alike(given) + 0.3 + 0.5 * np.maximum(speaker, np.eye(90))
    for concept in range(3):
        rows = np.flatnonzero(what.side[:, concept] >= 0)
        assert len(rows) > 2
        target = np.eye(3)[what.side[rows, concept]] - before[rows, concept]
        for row in range(90):
            expected = 3 * ridge(kernel, rows, target, row)
            assert np.allclose(found[row, concept, :, SIDES], expected, rtol=0, atol=1e-9)


def test_articles_and_speakers_count_by_the_other_reviewed_statements_of_theirs():
    given, taught = half_named(80, 26)
    what = features.known(given, taught)
    seen = Features(given, what, FIRST.relevance, FIRST.stance)
    bears = what.bears[what.rows]
    rate = (bears.sum(0) + 2 * bears.mean()) / (len(bears) + 2)
    for name, names in (
        ("reviewed_article", [one.article for one in given.units]),
        ("reviewed_speaker", [one.speaker for one in given.units]),
    ):
        pairs = (same(names) * (1 - np.eye(80)))[:, what.rows]
        expected = pairs @ (bears - rate) / (pairs.sum(1, keepdims=True) + 2)
        assert np.abs(expected).max() > 0.1
        assert np.allclose(seen.relevance()[:, :, features.RELEVANCE.index(name)], expected, atol=1e-9)
    pairs = (same([one.speaker for one in given.units]) * (1 - np.eye(80)))[:, what.rows]
    chosen = (what.side[:, :, None] == np.arange(3)).astype(float)
    some = chosen[what.rows]
    overall = (some.sum((0, 1)) + 1) / (some.sum() + 3)
    counts = some.sum(0) - chosen
    rates = (counts + 3 * overall) / (counts.sum(-1, keepdims=True) + 3)
    votes = np.einsum("nr,rks->nks", pairs, some) + 0.5 * rates
    expected = np.log(votes / votes.sum(-1, keepdims=True)) - np.log(rates)
    assert np.allclose(seen.stance()[:, :, :, -1], expected, atol=1e-9)


def test_some_statements_have_the_features_that_they_have_among_all():
    given, taught = half_named(70, 20)
    seen = Features(given, features.known(given, taught), FIRST.relevance, FIRST.stance)
    rows = np.array([3, 0, 66, 21, 20])
    assert np.allclose(seen.relevance(rows), seen.relevance()[rows], rtol=0, atol=1e-12)
    assert np.allclose(seen.stance(rows), seen.stance()[rows], rtol=0, atol=1e-12)


def test_no_table_of_statements_by_reviewed_ones_is_made():
    given, codes = evidence(4000)
    taught = dict(list(codes.items())[:400])
    tracemalloc.start()
    learn(given, taught, prior()).probabilities(given, taught)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    table = 4000 * 400 * 8
    assert most < table
