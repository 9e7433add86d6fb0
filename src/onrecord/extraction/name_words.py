"""The words of a text as names are made of them: their shape, what stands in no name's first or last place."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from onrecord.encoder.pieces import Pieces

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]

SIGN, NUMBER, INITIAL, SHORT_CAPITALS, CAPITALS, CAPITAL, SMALL, MIXED = range(8)
SHAPES = ("sign", "number", "initial", "short_capitals", "capitals", "capital", "small", "mixed")
_SHORT = 4
"""Letters in an abbreviation at most."""

_JOINING = frozenset(
    """of the and for in to on at with by from as a an de del la el al di da do dos das du bin bint ibn van von der
    & @ # ( [ “ ‘ \"""".split()
)
_BETWEEN = frozenset("- ‐ ‑ – — / , : ;".split())
_NOT_FIRST = frozenset("of and for in to on at with by from as & s ) ] . ’ ' ! ? % ” \"".split())
_APOSTROPHES = frozenset("'’`ʻ‘")
_ENDINGS = frozenset("s t re ve ll d m".split())
"""What an apostrophe is followed by where it begins no part of a name: "Quell's", "they're"."""


@dataclass(frozen=True, kw_only=True)
class NameWords:
    """w words: `texts` as written; `shapes` as in SHAPES; `paragraph` the number of each one's paragraph; `joined`
    whether it stands right behind the word before, without a space.
    """

    texts: tuple[str, ...]
    shapes: Ints
    paragraph: Ints
    joined: Flags

    @property
    def capital(self) -> Flags:
        """Which words begin with a capital, or are capitals throughout."""
        return (self.shapes >= INITIAL) & (self.shapes <= CAPITAL)

    @cached_property
    def same(self) -> Ints:
        """A number for each word, the same where it is written the same."""
        return numbered(self.texts)

    @cached_property
    def alike(self) -> Ints:
        """A number for each word, the same where it is the same but for capitals."""
        return numbered(word.lower() for word in self.texts)

    @property
    def ends_paragraph(self) -> Flags:
        """Which words are the last of their paragraph."""
        return np.append(np.diff(self.paragraph) != 0, np.ones(min(len(self.texts), 1), bool))


def name_words(text: str, pieces: Pieces) -> NameWords:
    """The words of a text that was cut into pieces."""
    starts, ends = pieces.word_start, pieces.word_end
    texts = tuple(text[start:end] for start, end in zip(starts.tolist(), ends.tolist(), strict=True))
    return NameWords(
        texts=texts,
        shapes=np.array([shape_of(word) for word in texts], np.int64),
        paragraph=pieces.paragraph,
        joined=np.append(np.zeros(min(len(texts), 1), bool), starts[1:] == ends[:-1]),
    )


def numbered(words: Iterable[str]) -> Ints:
    """A number for each word; by a dictionary, for an array of words would be as wide as the longest of them."""
    numbers: dict[str, int] = {}
    return np.array([numbers.setdefault(word, len(numbers)) for word in words], np.int64)


def shape_of(word: str) -> int:
    """The shape of a word, as its place in SHAPES."""
    if word.islower():
        return SMALL
    if not any(sign.isalpha() for sign in word):
        return NUMBER if any(sign.isdigit() for sign in word) else SIGN
    if word.isupper():
        return INITIAL if len(word) == 1 else SHORT_CAPITALS if len(word) <= _SHORT else CAPITALS
    if word[0].isupper():
        return CAPITAL
    return MIXED


def never_last(words: NameWords) -> Flags:
    """Which words end no name: "of", "and", a hyphen; what an apostrophe joins to more ("Wa'ed"); the last letter of
    an abbreviation before its full stop ("U.S.").
    """
    found = np.array([word in _JOINING or word in _BETWEEN for word in words.texts], bool)
    texts, joined = words.texts, words.joined
    for at in np.flatnonzero(joined[1:]).tolist():
        after = texts[at + 1]
        if after in _APOSTROPHES:
            more = at + 2 < len(texts) and bool(joined[at + 2]) and texts[at + 2][0].isalpha()
            if more and texts[at + 2] not in _ENDINGS:
                found[at : at + 2] = True
        elif after == "." and words.shapes[at] == INITIAL and joined[at] and texts[at - 1] == ".":
            found[at] = True
    return found


def never_first(words: NameWords) -> Flags:
    """Which words begin no name: "of", "and", a sign that closes or divides."""
    return np.array([word in _NOT_FIRST or word in _BETWEEN for word in words.texts], bool)
