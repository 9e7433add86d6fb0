"""Whether two reports of what somebody said have the same saying: by the words that carry it."""

import re
from dataclasses import dataclass

_WORD = re.compile(r"\w+(?:[’'-]\w+)*", re.UNICODE)
_POSSESSIVE = re.compile(r"[’']s$")
_LIGHT = frozenset(
    """about after again also although always another because been before being both cannot could does doing done down
    during each even ever every from going have having here into itself just like made make many more most much must
    never only onto other ought over says said same shall should since some still such take than that their them then
    there these they thing this those through under until upon very want were what when where whether which while will
    with within without would your yours""".split()
)
_SHORTEST = 4  # letters of a word that carries something; shorter ones are mostly grammar
LEAST_SHARED, SHARE = 3, 0.65
"""So many carrying words two have in common, and that share of those of the shorter.

Of 117 pairs in the dev debates of the corpus (one speaker, two outlets, a week at most) both that are one saying are
found, and no other; with a share of 0.6 one other was.
"""
RUN = 5
"""Or so many words in a row: a quotation cut out of a longer one."""


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a saying: those that carry it, and all runs of `RUN` words."""

    carrying: frozenset[str]
    runs: frozenset[tuple[str, ...]]

    @classmethod
    def of(cls, text: str) -> "Wording":
        """Of these words."""
        words = [_POSSESSIVE.sub("", found.lower()) for found in _WORD.findall(text)]
        carrying = (
            word for word in words if word not in _LIGHT and (len(word) >= _SHORTEST or word.isdecimal())
        )
        runs = (tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1))
        return cls(frozenset(carrying), frozenset(runs))

    def alike(self, other: "Wording") -> bool:
        """Whether both are one saying."""
        if self.runs & other.runs:
            return True
        shared = len(self.carrying & other.carrying)
        return shared >= LEAST_SHARED and shared >= SHARE * min(len(self.carrying), len(other.carrying))
