"""Where the words stand that say to whom a statement was made: "told reporters", "in a letter to the board", "the
council was warned".
"""

import re
from collections.abc import Iterator

from onrecord.model import Span, Statement
from onrecord.resolution.speakers.audiences import OCCASION, is_body
from onrecord.resolution.speakers.cast import Cast
from onrecord.resolution.speakers.lexicon import grammar
from onrecord.resolution.speakers.lexicon.roles import PEOPLE, ROLES
from onrecord.resolution.speakers.words import Word

_TELLING = frozenset(
    """told tell tells telling assured assures assuring warned warns warning informed informs reminded reminds
    advised advises briefed texted emailed phoned begged implored thanked thanks urged urges urge urging encouraged
    encourages encourage encouraging invited invites inviting ordered orders ordering instructed instructs instructing
    commanded pressed notified notifies""".split()
)
"""Verbs whose object is the one who hears."""
_ASKING = frozenset("asked asks asking".split())
"""The same, where a pronoun or a name stands right behind: "asked for", "asked whether" have no hearer."""
_TOLD = re.compile(
    r"\b(?:was|were|is|are|am|been|being|be|[’']m|[’']re|[’']s) (?:\w+ly )?"
    r"(?:told|assured|informed|warned|reminded|advised|briefed|promised)\b",
    re.IGNORECASE,
)
_SAYING = frozenset(
    """said says say saying wrote writes written write writing writes explained apologised apologized apologises
    apologizes promised promises announced confided complained replied admitted confirmed put offered sent spoke
    speaking testified appealed submitted presented described sworn swore read reported""".split()
)
"""Verbs with which the one who hears stands behind "to"."""
_LETTER = re.compile(
    r"\b(?:letters?|memos?|memorandum|notes?|e-?mails?|messages?|statement|speech|address|addressed|submission|testimony"
    r"|petition|appeal|notice|reply|replies|answer|circular|paper|report|remarks|evidence|tribute|warning)\s+"
    r"(?:(?:that|which) went )?to\s+",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"(?:(?:when|while)\s)?(?:(?:speaking|talking)\s(?:to|before|with)|addressing|briefing)\s+", re.IGNORECASE
)
"""What opens a sentence before those to whom its speaker spoke."""
_OCCASION = re.compile(OCCASION)
_TOWARDS = frozenset("to on upon".split())
"""What ends a cue whose object is the one who hears: "called on", "appealed to"."""
_ANSWERING = frozenset(
    "response according due relation addition regard prior thanks relocation answer reply".split()
)
"""What has its own "to": "said in response to the report"."""
_THEN = frozenset("to whether if how what why about for not".split())
"""What follows one who is asked something."""
_STOPPING = (
    frozenset(
        """that if whether how what why who whom which whose when where while as because after before since until during
    today yesterday tomorrow tonight last next earlier later early late this not never again
    seen obtained dated published""".split()
    )
    | grammar.CALENDAR
)
_NEAR = 50
"""Code points behind a verb of saying within which "in a letter to" ends."""
_ENDING = _STOPPING | _ANSWERING
"""What ends the look for those who hear behind a cue."""
_BETWEEN = 6
"""Words between a verb of saying and "to": "said in an interview on Monday to reporters" is too far."""
_LONGEST, _SHORT = 8, 4
_ASKED = grammar.PRONOUNS | grammar.DETERMINERS
_MORE = frozenset(("of", "and"))


class Hearing:
    """The places of those who may have heard, in the article of a cast."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        self._words = cast.words.words

    def places(self, one: Statement) -> Iterator[Span]:
        """Where the words for somebody who heard may stand, the surest first."""
        text = self._cast.article.text
        for cue in one.cue:
            listed = list(self._cast.words.within(cue))
            lows = [self._words[at].low for at in listed]
            if _TOLD.search(cue.of(text)):
                yield from self._before(cue)
            elif lows and lows[-1] in _TOWARDS:
                yield from self._phrase(one, listed[-1] + 1)
            elif any(low in _TELLING or low in _ASKING for low in lows):
                yield from self._phrase(one, listed[-1] + 1, named=not any(low in _TELLING for low in lows))
            elif any(low in _SAYING for low in lows):
                yield from self._to(one, listed[-1] + 1)
        yield from self._letter(one)
        yield from self._opening(one)

    def _opening(self, one: Statement) -> Iterator[Span]:
        """The words behind "Speaking to" and "Addressing" at the head of a cue's sentence.

        A bare name there may be an outlet that nothing shows to be one, unless it turns on a word for a body.
        """
        if not one.cue:
            return
        sentence = self._cast.words.sentences[self._cast.words.sentence_at(one.cue[0].start)]
        found = _OPENING.match(self._cast.article.text, self._words[sentence.begin].start, one.cue[0].start)
        if found is not None:
            place = self._cast.words.at(found.end())
            if self._is_free(one, place, place - 1):
                for heard in self._phrase(one, place):
                    if not self._words[place].capital or is_body(heard.of(self._cast.article.text)):
                        yield heard

    def _before(self, cue: Span) -> Iterator[Span]:
        """The subject that stands right before "was told": a name, a pronoun, or a few words behind an article."""
        end = self._cast.words.within(cue)[0]
        begin, sentence = end - 1, self._words[end].sentence
        if end == 0 or self._words[begin].sentence != sentence:
            return
        entity = self._cast.at.get(begin)
        if self._words[begin].low.replace("’", "'").partition("'")[0] in grammar.PRONOUNS:
            pass
        elif entity is not None:
            while begin > 0 and self._cast.at.get(begin - 1) is entity:
                begin -= 1
        else:
            while begin > 0 and end - begin < _SHORT and self._words[begin].low not in grammar.DETERMINERS:
                begin -= 1
            if self._words[begin].low not in grammar.DETERMINERS or self._words[begin].sentence != sentence:
                return
        yield Span(self._words[begin].start, self._words[end - 1].end)

    def _to(self, one: Statement, begin: int) -> Iterator[Span]:
        """The words behind "to", a few words behind a verb of saying."""
        for at in range(begin, min(begin + _BETWEEN, len(self._words))):
            if not self._is_free(one, at, begin - 1):
                return
            if self._words[at].low in _ENDING:
                return
            if self._words[at].low == "to" and self._is_nominal(at + 1):
                yield from self._phrase(one, at + 1)
                return

    def _letter(self, one: Statement) -> Iterator[Span]:
        """The words behind "letter to" and the like: in the source, right behind a verb of saying, or opening its
        sentence ("In a letter to the board she wrote").
        """
        places = [(span.start, span.end) for span in one.source]
        for cue in one.cue:
            if any(self._words[at].low in _SAYING for at in self._cast.words.within(cue)):
                places.append((cue.start, cue.end + _NEAR))
                sentence = self._cast.words.sentences[self._cast.words.sentence_at(cue.start)]
                if self._words[sentence.begin].low == "in":
                    places.append((self._words[sentence.begin].start, cue.start))
        for start, end in places:
            found = _LETTER.search(self._cast.article.text, start, end)
            if found is not None:
                place = self._cast.words.at(found.end())
                if self._is_nominal(place) and self._is_free(one, place, place - 1):
                    yield from self._phrase(one, place)

    def _phrase(self, one: Statement, begin: int, *, named: bool = False) -> Iterator[Span]:
        """The noun phrase that begins there; with `named` only a name or a pronoun."""
        end, inside = begin, 0
        while end < len(self._words) and end - begin < _LONGEST and self._is_free(one, end, begin - 1):
            word = self._words[end]
            if end in self._cast.at:
                inside += 1
            elif (
                inside
                and word.letters
                and word.low not in _MORE
                and end - 1 in self._cast.at
                and not self._words[end - 1].owns
            ):
                break
            elif word.text in "’'" or (word.text == "," and self._is_in_number(end)):
                pass
            elif self._ends(word, first=end == begin):
                break
            end += 1
            if word.low in grammar.PRONOUNS - grammar.POSSESSIVE or (
                word.low == "her" and not self._goes_on(one, end)
            ):
                break
        while end > begin and self._words[end - 1].low in _MORE | grammar.ARTICLES:
            end -= 1
        if end == begin:
            return
        asked = end < len(self._words) and self._words[end].low in _THEN
        if named and not inside and not asked and self._words[begin].low not in _ASKED:
            return
        last = self._words[end - 1].end
        occasion = _OCCASION.match(self._cast.article.text, last) if inside else None
        yield Span(self._words[begin].start, occasion.end() if occasion is not None else last)

    def _ends(self, word: Word, *, first: bool) -> bool:
        """Whether a word can be no part of the noun phrase."""
        if not (word.letters or word.text[0].isdigit()) or word.low in _STOPPING:
            return True
        joining = word.low in grammar.PREPOSITIONS | {"to", "and"}
        pronoun = word.low in grammar.PRONOUNS - grammar.POSSESSIVE
        return (joining and word.low not in _MORE) or (pronoun and not first)

    def _is_in_number(self, at: int) -> bool:
        """Whether a comma stands between figures: 88,000."""
        around = self._words[at - 1 : at + 2]
        return len(around) == 3 and around[0].text[-1].isdigit() and around[2].text[0].isdigit()

    def _goes_on(self, one: Statement, at: int) -> bool:
        """Whether a noun follows "her"."""
        if at >= len(self._words) or not self._is_free(one, at, at - 1):
            return False
        word = self._words[at]
        return word.letters and word.low not in _STOPPING | grammar.PREPOSITIONS | grammar.PRONOUNS | {"to"}

    def _is_free(self, one: Statement, at: int, before: int) -> bool:
        """Whether a word goes on the sentence, outside of the content, and does not begin the source."""
        if at >= len(self._words):
            return False
        word = self._words[at]
        same = word.sentence == self._words[before].sentence
        if any(span.start == word.start for span in one.source):
            return False
        return same and not any(span.start <= word.start < span.end for span in one.content)

    def _is_nominal(self, at: int) -> bool:
        """Whether a word behind "to" begins a noun phrase, and is no infinitive."""
        if at >= len(self._words):
            return False
        word = self._words[at]
        return (
            at in self._cast.at
            or word.low in grammar.DETERMINERS | grammar.PRONOUNS | grammar.NUMBERS
            or (word.low.endswith("s") and word.letters and not word.low.endswith("ss"))
            or word.low in ROLES | PEOPLE
        )
