"""An article's words and sentences: where they stand, and which of them begin with a capital for no other reason than
that they begin a sentence."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from onrecord.model import Article, Role, Span
from onrecord.resolution.speakers.lexicon.roles import HONORIFICS

READ: frozenset[Role] = frozenset({"heading", "standfirst", "caption", "quotation", "paragraph"})
"""The roles whose words may name somebody who speaks; a byline or a menu line does not."""

_TOKEN = re.compile(
    r"(?<!\w)(?:[A-Z]\.)+(?=[\s'’,]|$)"  # initials and U.S.
    r"|(?<!\w)(?:Mr|Mrs|Ms|Dr|Prof|Rev|Hon|Gen|Sen|Rep|Gov|Lt|Col|Capt|Sgt|Cmdr|Adm|St|Jr|Sr|Messrs|Inc|Ltd|Corp|Co|No)\."
    r"|[^\W_]+(?:[-‐‑–'’&/.](?=[^\W_])[^\W_]+)*"
    r"|[^\w\s]|_"
)
_OWNING = re.compile(r"['’][sS]$")
_SHORTENED = re.compile(r"(?<=\w\w)['’](?:ll|d|ve|re)$")
"""A verb that is written with the name before it: "Quell’ll"."""
_STOPS = frozenset(".!?…")
_CLOSING = frozenset("\"'”’»)]*_")
_OPENING = frozenset("\"'“‘«„‹([*_—–:•-")
_LONGEST = 60
"""A word longer than this is cut off from being a name: no name is."""

_CAPITALS = 0.6
"""A heading of which so many words have capitals has them for style: they say nothing of names."""


_ALL = 1.0
"""The same share for a sentence that ends with a stop, and may be one of many names."""


class Word(NamedTuple):
    """A word or a mark.  `end` leaves a possessive 's out; `owns` says that there was one.

    `first` where a capital says nothing: at the head of a sentence or of a quotation, after a colon.
    """

    start: int
    end: int
    text: str
    low: str
    sentence: int
    first: bool
    owns: bool

    @property
    def capital(self) -> bool:
        """Whether it begins as names do."""
        return self.text[0].isupper() and len(self.text) <= _LONGEST

    @property
    def elided(self) -> bool:
        """Whether it goes on a name with a particle cut short: "d'Aubigny"."""
        return self.text[1:2] in ("'", "’") and self.text[2:3].isupper()

    @property
    def letters(self) -> bool:
        """Whether it is a word and no mark or number."""
        return self.text[0].isalpha()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as places among the words (half open); `titled` where capitals are a matter of style."""

    begin: int
    end: int
    block: int
    role: Role
    titled: bool


@dataclass(frozen=True)
class Words:
    """The words of an article's blocks that are read, in order, and their sentences."""

    text: str
    words: tuple[Word, ...]
    sentences: tuple[Sentence, ...]

    @cached_property
    def _starts(self) -> list[int]:
        return [word.start for word in self.words]

    def within(self, span: Span) -> range:
        """The places of the words that begin in a span."""
        return range(bisect_left(self._starts, span.start), bisect_left(self._starts, span.end))

    def at(self, position: int) -> int:
        """The place of the word that stands at or next before a code point."""
        return max(bisect_right(self._starts, position) - 1, 0)

    def sentence_at(self, position: int) -> int:
        """The number of the sentence at a code point."""
        return self.words[self.at(position)].sentence if self.words else 0

    def joined(self, at: int) -> bool:
        """Whether a word follows the one before it after a single blank, as parts of a name do."""
        if at == 0 or self.words[at - 1].owns:
            return False
        gap = self.text[self.words[at - 1].end : self.words[at].start]
        return gap in (" ", "\u00a0", "\u202f", "") and self.words[at].sentence == self.words[at - 1].sentence


def words_of(article: Article) -> Words:
    """The words of an article."""
    words: list[Word] = []
    sentences: list[Sentence] = []
    for number, block in enumerate(article.blocks):
        if block.role in READ:
            tokens = list(_TOKEN.finditer(article.text, block.span.start, block.span.end))
            styled = block.role in ("heading", "standfirst") and _titled(tokens)
            for begin, end in _sentences(tokens):
                titled = styled or _titled(
                    tokens[begin:end], _CAPITALS if not _stopped(tokens[begin:end]) else _ALL
                )
                sentences.append(Sentence(len(words), len(words) + end - begin, number, block.role, titled))
                words.extend(_words(tokens[begin:end], len(sentences) - 1))
    return Words(article.text, tuple(words), tuple(sentences))


def _words(tokens: list[re.Match[str]], sentence: int) -> Iterator[Word]:
    first = True
    for token in tokens:
        shown = token.group()
        owns = bool(_OWNING.search(shown)) and len(shown) > 2
        text = shown[:-2] if owns else _SHORTENED.sub("", shown) if shown[0].isupper() else shown
        yield Word(token.start(), token.start() + len(text), text, text.lower(), sentence, first, owns)
        first = (first and not shown[0].isalnum()) or shown[0] in _OPENING


def _sentences(tokens: list[re.Match[str]]) -> Iterator[tuple[int, int]]:
    """Where sentences begin and end among the tokens of a block."""
    begin = 0
    for at in range(1, len(tokens)):
        if _ends(tokens, at - 1) and (
            tokens[at].group()[0].isupper() or tokens[at].group()[0] in "\"“‘«'„([•"
        ):
            if tokens[at].group()[0] in _CLOSING and tokens[at].start() == tokens[at - 1].end():
                continue
            yield begin, at
            begin = at
    if begin < len(tokens):
        yield begin, len(tokens)


def _ends(tokens: list[re.Match[str]], at: int) -> bool:
    """Whether a sentence ends with the token there, closing marks looked through."""
    low = max(at - 3, 0)
    while at > low and tokens[at].group() in _CLOSING:
        at -= 1
    return tokens[at].group() in _STOPS


def _stopped(tokens: list[re.Match[str]]) -> bool:
    """Whether a sentence ends as sentences do: a line that does not may be a title."""
    return len(tokens) < 4 or any(token.group() in _STOPS for token in tokens[-3:])


def _titled(tokens: list[re.Match[str]], share: float = _CAPITALS) -> bool:
    shown = [token.group() for token in tokens if token.group()[0].isalpha() and len(token.group()) > 3]
    capitals = sum(1 for word in shown if word[0].isupper())
    return len(shown) > (2 if share == _CAPITALS else 4) and capitals >= share * len(shown)


def is_initial(word: Word) -> bool:
    """Whether a word is an initial or initials: "J.", "J.R."."""
    return word.text.endswith(".") and word.text[0].isupper() and word.low.rstrip(".") not in HONORIFICS
