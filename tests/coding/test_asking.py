import numpy as np
from sund_crossing import evidence, prior

from onrecord.coding.asking import next_to_review, uncertainty
from onrecord.coding.learner import Probabilities, learn


def _even(n, relevance):
    found = np.asarray(relevance)
    stances = np.tile([1.0, 0.0, 0.0], (n, 3, 1))
    return Probabilities(relevance=found, stances=stances, side=np.zeros((n, 3), np.int64))


def test_what_is_open_is_more_worth_asking_than_what_is_plain():
    given, _ = evidence(3)
    found = _even(3, [[0.99, 0.01, 0.01], [0.5, 0.5, 0.5], [0.9, 0.1, 0.1]])
    assert uncertainty(found).argmax() == 1
    assert next_to_review(given, found, {}, count=1, diversity=0) == ("s-1",)


def test_no_statement_is_asked_twice_and_none_that_was_reviewed():
    given, codes = evidence(30)
    taught = dict(list(codes.items())[:10])
    found = learn(given, taught, prior()).probabilities(given, taught)
    asked = next_to_review(given, found, taught, count=100)
    assert len(asked) == len(set(asked)) == 20
    assert not set(asked) & set(taught)


def test_likeness_to_what_was_chosen_counts_against_a_statement():
    given, _ = evidence(40)
    found = _even(40, np.full((40, 3), 0.5))
    rows = {one.id: row for row, one in enumerate(given.units)}

    def likeness(diversity):
        chosen = [rows[name] for name in next_to_review(given, found, {}, count=8, diversity=diversity)]
        some = given.vectors[chosen]
        return (some @ some.T)[~np.eye(8, dtype=bool)].mean()

    assert likeness(1.0) < likeness(0.0)


def test_the_next_is_always_the_one_of_most_worth_by_what_was_chosen_so_far():
    given, codes = evidence(40)
    taught = dict(list(codes.items())[:6])
    found = learn(given, taught, prior()).probabilities(given, taught)
    order = next_to_review(given, found, taught, count=40)
    rows = {one.id: row for row, one in enumerate(given.units)}
    open_rows = [row for name, row in rows.items() if name not in taught]
    middle = given.vectors[open_rows].mean(0)
    doubt = uncertainty(found) * np.maximum(given.vectors @ middle, 0.02)
    answered = [rows[name] for name in taught]
    for name in order:
        near = np.clip((given.vectors @ given.vectors[answered].T).max(1), 0, 1)
        worth = {row: doubt[row] * (1 - near[row]) for row in open_rows}
        assert worth[rows[name]] >= max(worth.values()) - 1e-12
        open_rows.remove(rows[name])
        answered.append(rows[name])
    assert not open_rows
