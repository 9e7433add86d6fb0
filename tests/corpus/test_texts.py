"""Texts by themselves."""

import pytest

from corpus.texts import article_of


def test_a_text_is_read_whatever_it_looks_like() -> None:
    for text in ("<html><p>Ana Ruiz said no.</p>", "Ana Ruiz said no.\n" * 20_000):
        assert article_of("ruiz", text).text == text


def test_a_text_that_cannot_be_read_is_named() -> None:
    with pytest.raises(ValueError, match="ruiz is no text"):
        article_of("ruiz", "")
