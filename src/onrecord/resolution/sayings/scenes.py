"""What the sentence of a date tells beside the day: an occasion at which people spoke, a paper, a question, and who is
named in it."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from onrecord.model import Article, Span
from onrecord.resolution.speakers.lexicon.organisations import DOCUMENTS
from onrecord.resolution.speakers.words import Words

_OCCASION = re.compile(
    r"\b(?:interview|conversation|meeting|session|hearing|debate|sitting|conference|congress|rally|assembly|summit|speech"
    r"|lunch|dinner|breakfast|hall|demonstration|demo|march|briefing|gathering|visit|trial|court|chamber|parliament|council"
    r"|sat down|met|spoke|received|rang|telephoned|recorded|gathered|assembled|heard|packed|came to|took place)\b",
    re.IGNORECASE,
)


_RECORDED = re.compile(
    r"\b(?:interview|conversation|discussion|podcast|programme)\b[^.;:]{0,40}\b(?:recorded|conducted|taped|filmed)\b"
    r"|^\W*(?:recorded|conducted|taped|filmed)\b",
    re.IGNORECASE,
)
"""When all of a conversation was held: "Interview recorded on 3 March"."""


class Scene(NamedTuple):
    """A sentence: whether it tells of an occasion, of the recording of a conversation, whether it asks; the words for
    papers in it, and who is named.
    """

    occasion: bool
    recorded: bool
    question: bool
    papers: frozenset[str]
    who: frozenset[int]


class Scenes:
    """The sentences of an article; `named` are those of the cast that each names, by their numbers."""

    def __init__(self, article: Article, words: Words, named: Mapping[int, frozenset[int]]) -> None:
        self._text = article.text
        self._words = words
        self._named = named
        self._known: dict[int, Scene] = {}

    def of(self, sentence: int) -> Scene:
        """What a sentence tells."""
        if sentence not in self._known:
            held = self._words.sentences[sentence]
            words = self._words.words[held.begin : held.end]
            self._known[sentence] = Scene(
                occasion=bool(_OCCASION.search(self._text, words[0].start, words[-1].end)),
                recorded=bool(_RECORDED.search(self._text[words[0].start : words[-1].end])),
                question=any(word.text == "?" for word in words[-2:]),
                papers=frozenset(word.low for word in words if word.low in DOCUMENTS),
                who=self._named.get(sentence, frozenset()),
            )
        return self._known[sentence]

    def papers(self, span: Span) -> frozenset[str]:
        """The words for papers within a span: in "the memo goes on" the memo."""
        words = self._words.words
        return frozenset(words[at].low for at in self._words.within(span) if words[at].low in DOCUMENTS)
