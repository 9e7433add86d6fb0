"""How many words of a run of capitals are a title, a role or where somebody is from, and not the name."""

import re
from collections.abc import Sequence

from onrecord.resolution.speakers.lexicon.given import given_names
from onrecord.resolution.speakers.lexicon.organisations import HEADS, OUTLET_HEADS
from onrecord.resolution.speakers.lexicon.places import DEMONYMS, PLACE_HEADS
from onrecord.resolution.speakers.lexicon.roles import HONORIFICS, ROLE_MODIFIERS, ROLES
from onrecord.resolution.speakers.run_ends import JOINING
from onrecord.resolution.speakers.words import Word, is_initial

_MODIFIER = re.compile(r"\w[-‐‑](?:[a-z]+ed|born|led|run|era|of[-‐‑]\w+)$")
"""A participle that a capital is only the first part of: "London-based", "Paris-born"."""


_PAPERS_TOO = frozenset(("observer", "reporter"))
"""Words for people that papers are called, with the name of a place before: "the Halvern Observer"."""


def modifier_end(shown: Sequence[Word]) -> int:
    """How many words of a run are where somebody is from, or the like: "Old Harbour-based Mara Quell"."""
    return max((at + 1 for at, word in enumerate(shown[:-1]) if _MODIFIER.search(word.text)), default=0)


def role_end(shown: Sequence[Word]) -> int:
    """How many words of a run are title and role."""
    if any(word.low in JOINING for word in shown):
        return _role_with_of(shown)
    if (
        len(shown) > 1
        and shown[-1].low in _PAPERS_TOO
        and not shown[0].text.isupper()
        and not any(_titles(word.low) for word in shown[:-1])
    ):
        return 0
    last = 0
    for at, word in enumerate(shown):
        low = word.low.rstrip(".")
        if (
            (_titles(low) and not _surname(shown, at) and not _has_begun(shown, last, at))
            or ("-" in low and low.rpartition("-")[2] in ROLES and at < len(shown) - 1)
            or (at == last and low in DEMONYMS and _is_person(shown[at + 1 :]))
        ):
            last = at + 1
    if last == len(shown) and last > 1 and shown[0].low.rstrip(".") in HONORIFICS:
        return last - 1  # "Judge Major", "Mr Bishop"
    if last < len(shown) and last and shown[-1].low in HEADS and len(shown) - last == 1:
        return 0 if shown[last].low in HEADS else last  # "President's Office", "Judges Council"
    return last


def _titles(low: str) -> bool:
    """Whether a word stands before names as a title or role does, for several people too ("Senators")."""
    single = low[:-1] if low.endswith("s") and not low.endswith("ss") else low
    return low in ROLE_MODIFIERS or any(one in HONORIFICS or one in ROLES for one in (low, single))


def _is_person(shown: Sequence[Word]) -> bool:
    """Whether what stands after "Republican" or "French" is a person's name, or a role, and no body's name."""
    lows = [word.low for word in shown]
    return len(lows) > 1 and not any(
        low in HEADS or low in OUTLET_HEADS or low in PLACE_HEADS for low in lows
    )


def _surname(shown: Sequence[Word], at: int) -> bool:
    """Whether a word for a role is somebody's surname: it ends a run that begins with a given name or initial."""
    if at == 0 or at < len(shown) - 1:
        return False
    before = shown[at - 1]
    given = before.low in given_names() and not _titles(before.low.rstrip("."))
    return given or is_initial(before)


def _has_begun(shown: Sequence[Word], role: int, at: int) -> bool:
    """Whether a name has begun with a given name just before, so that a word for a role is part of it: "Analyst Edward
    Hunter Christie"; `role` is where the words of the role end so far.
    """
    if at <= role or at == len(shown) - 1:
        return False
    low = shown[at - 1].low
    return low in given_names() and not _titles(low.rstrip("."))


def _role_with_of(shown: Sequence[Word]) -> int:
    """A run with "of": "Minister of Tourism Clotaire Vaubrun" is not told apart; a title alone is."""
    head = next(at for at, word in enumerate(shown) if word.low in JOINING) - 1
    return len(shown) if shown[head].low in ROLES else 0
