import numpy as np

from onrecord.coding.words import shared, stems, words_of

TEXTS = ("The toll is a theft", "Tolls rob commuters", "The eel wanders in May", "")


def test_idle_and_short_words_do_not_count_and_endings_fall_off():
    assert stems("The tolling of it, the tolled bridges!") == ["tolli", "tolle", "bridg"]
    assert stems("Auctions were auctioned") == ["aucti"]


def test_likeness_is_the_cosine_of_the_table_of_weights():
    rng = np.random.default_rng(1)
    letters = ["alpha", "bravo", "gamma", "delta", "sigma", "omega"]
    texts = [" ".join(rng.choice(letters, rng.integers(0, 5))) for _ in range(30)]
    words, _ = words_of(texts, [])
    table = np.zeros((30, len(letters)))
    for row, text in enumerate(texts):
        for column, letter in enumerate(letters):
            table[row, column] = letter in text.split()
    table *= np.log(30 / table.sum(0))
    table /= np.maximum(np.linalg.norm(table, axis=1, keepdims=True), 1e-12)
    assert np.allclose(words.likeness([3, 7, 29]), table @ table[[3, 7, 29]].T)
    assert np.allclose(words.part([7, 3]).likeness([0]), table[[7, 3]] @ table[[7]].T)


def test_a_rare_word_in_common_says_more_than_a_common_one():
    texts = ("bridge eel", "bridge ferry", "bridge ferry", "bridge eel", "ferry toll")
    words, others = words_of(texts, ["The eel", "The bridge", "Nothing of it"])
    found = shared(words, others)
    assert found[0, 0] > found[0, 1] > 0
    assert not found[:, 2].any()


def test_texts_without_words_are_like_nothing():
    words, others = words_of(TEXTS, ["toll"])
    assert not words.likeness([3]).any()
    assert not shared(words, others)[3].any()


def test_one_text_and_no_text_are_enough():
    for texts in ((), ("A toll",)):
        words, others = words_of(texts, ["toll"])
        assert shared(words, others).shape == (len(texts), 1)
        assert np.isfinite(shared(words, others)).all()
