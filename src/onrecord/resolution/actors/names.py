"""A person's name taken apart: the words that count, and what tells a father from his son."""

from dataclasses import dataclass
from functools import lru_cache

from onrecord.resolution.actors.spelling import folded, sound
from onrecord.resolution.speakers.lexicon.given import given_names
from onrecord.resolution.speakers.lexicon.grammar import PARTICLES
from onrecord.resolution.speakers.lexicon.roles import HONORIFICS, TITLES_OF_RANK

_LONGEST = 12
"""Words of a name that are looked at; what is longer is no name, and need not cost more than one."""

_RANKS = {
    "jr": "2", "jnr": "2", "junior": "2", "fils": "2", "jun": "2", "sr": "1", "snr": "1", "senior": "1", "pere": "1",
    "sen": "1", "ii": "ii", "iii": "iii", "iv": "iv", "v": "v",
}  # fmt: skip
_DEGREES = frozenset(
    "md phd dphil esq obe mbe cbe kbe qc kc mp msp ms bsc msc ma ba jd llb rn dds mep td".split()
)
_BORN = frozenset(("nee", "ne", "born", "formerly"))
_STYLES = HONORIFICS - {
    "king",
    "prince",
    "count",
    "duke",
    "general",
    "major",
    "judge",
    "pope",
    "sultan",
    "coach",
}


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name's words, folded, without title and particles; `rank` is of junior, senior or a number, or empty.

    `born` are the words of an earlier name that the name itself gives (née).
    """

    words: tuple[str, ...]
    rank: str = ""
    born: tuple[str, ...] = ()

    @property
    def is_short(self) -> bool:
        """Whether it is one word: a surname, or all that somebody goes by."""
        return len(self.words) < 2

    @property
    def is_initialled(self) -> bool:
        """Whether it begins with an initial: s waugh."""
        return len(self.words) > 1 and len(self.words[0]) == 1

    @property
    def last(self) -> str:
        """The last word."""
        return self.words[-1]


@lru_cache(maxsize=65_536)
def person_name(name: str) -> PersonName:
    """A person's name taken apart; all capitals, possessives and odd marks are seen through."""
    name, _ = without_mark(name)
    before, comma, after = name.partition(",")
    if comma and all(word.replace(".", "") in _DEGREES for word in folded(after)):
        name = before
    # A letter in lower case is no initial but a particle: Hanus í Lágabø.
    shown = [word for word in name.split() if not (len(word) == 1 and word.islower())]
    words = list(folded(" ".join(shown)))[:_LONGEST]
    words = [part for word in words for part in _initials(word)]
    while len(words) > 1 and words[0] in _STYLES:
        del words[0]
    rank = ""
    while len(words) > 1 and words[-1] in _RANKS:
        rank = _RANKS[words.pop()]
    born: tuple[str, ...] = ()
    for at, word in enumerate(words[1:-1], 1):
        if word in _BORN:
            words, born = words[:at], (words[0], *words[at + 1 :])
            break
    last = len(words) - 1
    kept = [word for at, word in enumerate(words) if word not in PARTICLES or at == last or len(word) == 1]
    return PersonName(tuple(kept) or tuple(words), rank, born)


def without_mark(name: str) -> tuple[str, str]:
    """A name without what tells its bearer from a namesake in one article, and that, folded: a title of rank before it
    or a role in brackets behind, or nothing.
    """
    before, opening, inside = name.rstrip().rpartition(" (")
    if opening and inside.endswith(")"):
        return before, " ".join(folded(inside))
    first, blank, rest = name.partition(" ")
    low = "".join(folded(first))
    return (rest, low) if blank and low in TITLES_OF_RANK else (name, "")


def _initials(word: str) -> list[str]:
    """The letters of initials written together (h.w.), else the word."""
    parts = word.split(".")
    return parts if len(parts) > 1 and all(len(part) == 1 for part in parts) else [word]


def halves(word: str) -> tuple[str, ...]:
    """A double surname's halves, or the word: pradel-ince gives pradel, ince."""
    parts = tuple(part for part in word.split("-") if len(part) > 2)
    return parts if len(parts) > 1 else (word,)


@lru_cache(maxsize=65_536)
def keys(name: PersonName) -> frozenset[str]:
    """The sounds that a name is filed under: of all its words that may be a surname, each half of a double one too.

    What is shorter than a name has one, so that its bearer is looked for in one place.
    """
    if name.is_short or name.is_initialled:
        return frozenset([sound(name.last)])
    return frozenset(sound(each) for word in surnames(name) for each in (word, *halves(word)))


def surnames(name: PersonName) -> list[str]:
    """The words of a whole name that may be a surname, those of an earlier name too."""
    given = given_names()
    return [
        *(word for word in name.words[:-1] if len(word) > 1 and word not in given),
        name.last,
        *name.born[1:],
    ]
