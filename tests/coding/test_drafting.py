import numpy as np
from sund_crossing import BOOK, WordReads, statements

from onrecord.coding.drafting import draft, groups, k_means, phrases
from onrecord.coding.evidence import gather


def _vectors(units):
    return gather(units, BOOK, WordReads()).vectors


def test_three_matters_give_concepts_that_name_them():
    units = [one for one in statements(150)[0] if "weather" not in one.words]
    # Only the matter's word goes into the vectors: three heaps far apart.
    vectors = np.stack([WordReads().vector(one.words.split(" the ")[1].split()[0]) for one in units])
    book = draft("Draft", units, vectors, concepts=3)
    assert [
        sum(matter in concept.label for matter in ("bridge", "toll", "eel")) for concept in book.concepts
    ] == [1] * 3
    assert len({concept.name for concept in book.concepts}) == 3


def test_the_same_statements_give_the_same_draft():
    units, _ = statements(60)
    assert draft("Draft", units, _vectors(units)) == draft("Draft", units, _vectors(units))


def test_few_statements_give_an_empty_draft():
    units, _ = statements(2)
    assert draft("Draft", units, _vectors(units)).concepts == ()


def test_statements_that_are_all_alike_are_one_group():
    vectors = np.tile(np.eye(384)[0], (20, 1))
    assert len(groups(["the toll is theft"] * 20, vectors, count=4)) == 1


def test_groups_far_apart_are_found():
    rng = np.random.default_rng(1)
    rows = np.concatenate([np.eye(384)[n] + 0.01 * rng.normal(size=(30, 384)) for n in range(3)])
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    _, at = k_means(rows, 3)
    assert [len(set(at[n : n + 30])) for n in (0, 30, 60)] == [1, 1, 1]
    assert len(set(at)) == 3


def test_a_phrase_neither_begins_nor_ends_with_an_idle_word():
    assert phrases("The end of the toll") == ["end", "toll"]
    assert "cost of living" in phrases("the cost of living rises")
