"""Which language an article is in."""

import re

from onrecord.reading.wordlists import words_in

ENGLISH = "en"

_FEW_WORDS = 20
_SAMPLE = 4_000  # characters from the start of the paragraphs: more does not change the answer
_FEWEST_LETTERS = 3
_TOO_FEW_WORDS = 6  # in plain letters: the classifier takes "hello" for Breton

_WORD = re.compile(r"[^\W\d_]+")
# The commonest words of English that are no word of its neighbours.
_ENGLISH = words_in(
    """the of and to is that for was with his they be at this have from by not but what all were when your can said
    there which their will would about if has been who its than had he she it are on as we you our an a in"""
)
_ASCII_SHARE = 0.95
_ENGLISH_SHARE = 0.12
_SURE_SHARE = 0.25


def language_of(text: str) -> str | None:
    """The ISO 639-1 code of a text's language, or None where there are hardly any letters.

    A few lines of mostly plain letters with the small words of English are English; the rest is the classifier's.
    Quotations and bylines in another language do not flip an English text, which is judged as a whole.
    """
    sample = text[:_SAMPLE]
    words = [word.lower() for word in _WORD.findall(sample)]
    if sum(map(len, words)) < _FEWEST_LETTERS:
        return None
    english = sum(word in _ENGLISH for word in words) / len(words)
    plain = sum(letter.isascii() for letter in sample) >= _ASCII_SHARE * len(sample)
    if plain and english >= (_ENGLISH_SHARE if len(words) < _FEW_WORDS else _SURE_SHARE):
        return ENGLISH
    if plain and len(words) < _TOO_FEW_WORDS:
        return None
    # Loaded only here: it takes a second, and plain English does not need it.
    from py3langid import classify  # noqa: PLC0415

    return str(classify(sample)[0])
