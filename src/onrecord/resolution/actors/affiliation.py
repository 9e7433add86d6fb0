"""The organisation that a role names: "spokesman for the Halvern Ferry Council", "Reform League lawmaker"."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.resolution.speakers.lexicon.organisations import HEADS

_WORD = re.compile(r"[\w&][\w&.’'-]*", re.UNICODE)
_POSSESSIVE = re.compile(r"[’']s?$")
_WITH = frozenset("of for at with from in to".split())
"""What stands before an organisation for which somebody speaks."""
_INSIDE = frozenset("of and & for the".split())
"""What can stand inside a name, between two of its words."""
_APART = frozenset(
    """former formerly ex onetime one-time erstwhile then retired late predecessor successor critic critics opponent
    opponents rival rivals adversary victim victims survivor customer customers client clients neighbour neighbours
    neighbor neighbors lawyer lawyers attorney attorneys solicitor barrister campaigner protester against wife husband
    partner widow widower son daughter cousin brother sister mother father uncle aunt nephew niece friend""".split()
)
"""Words by which a role sets somebody apart from the organisation that it names, in time or altogether."""
_COMPANY = frozenset("inc ltd plc llc llp gmbh corp ag sa nv ab".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class _Word:
    text: str
    begins: int

    @property
    def plain(self) -> str:
        return _POSSESSIVE.sub("", self.text)

    @property
    def capital(self) -> bool:
        return self.text[0].isupper() or self.text[0].isdigit()


def organisation_in(role: str, known: Mapping[str, str]) -> str | None:
    """The organisation for which somebody in that role speaks, None where the role names none, or several.

    `known` has for names of organisations, in small letters, the one that each is shown by.  One that nobody knows is
    taken where its words say what it is (a council, a university, a company) and it stands behind *of*, *for* or *at*.
    """
    words = [_Word(text=found[0], begins=found.start()) for found in _WORD.finditer(role)]
    if any(part in _APART for word in words for part in (word.plain.lower(), *word.plain.lower().split("-"))):
        return None
    found = dict.fromkeys(_known(words, known)) or dict.fromkeys(_told_by_words(role, words))
    return next(iter(found)) if len(found) == 1 else None


def _known(words: Sequence[_Word], known: Mapping[str, str]) -> Iterator[str]:
    """The known names among the words, the longest that begins at each place; they are written large."""
    at = 0
    while at < len(words):
        ends = (end for end in range(len(words), at, -1) if words[at].capital)
        names = ((end, known.get(_name(words[at:end]).lower())) for end in ends)
        end, shown = next(((end, shown) for end, shown in names if shown is not None), (at + 1, None))
        if shown is not None:
            yield shown
        at = end


def _told_by_words(role: str, words: Sequence[_Word]) -> Iterator[str]:
    """Names behind a preposition whose own words say that they are an organisation's."""
    for at, word in enumerate(words[:-1]):
        if word.text.lower() in _WITH and (at == 0 or not words[at - 1].capital):
            first = at + 1 + (words[at + 1].text.lower() == "the")
            run = _run(role, words, first)
            if len(run) > 1 and _is_organisation(run):
                yield _name(run)


def _run(role: str, words: Sequence[_Word], first: int) -> Sequence[_Word]:
    """The words of one name from that place on: capitals, with small words between them, and nothing else between."""
    last = first
    for at in range(first, len(words)):
        between = (
            role[words[at - 1].begins + len(words[at - 1].text) : words[at].begins] if at > first else " "
        )
        if between.strip() or not (words[at].capital or words[at].text.lower() in _INSIDE):
            break
        if words[at].capital:
            last = at + 1
            if words[at].plain != words[at].text:
                break  # the council's ...
    return words[first:last]


def _is_organisation(run: Sequence[_Word]) -> bool:
    lows = [word.plain.lower().rstrip(".") for word in run]
    head = lows[lows.index("of") - 1] if "of" in lows[1:] else lows[-1]
    return head in HEADS or lows[-1] in _COMPANY or "&" in lows


def _name(run: Sequence[_Word]) -> str:
    return " ".join([*(word.text for word in run[:-1]), run[-1].plain])
