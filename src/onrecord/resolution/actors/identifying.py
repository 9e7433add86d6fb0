"""Which entry of a reference somebody is: by name, then by office and time; nobody where two fit alike."""

from collections.abc import Iterable, Sequence

from onrecord.model import Entry
from onrecord.resolution.actors.bodies import body_words
from onrecord.resolution.actors.comparing import Likeness, likeness
from onrecord.resolution.actors.fields import role_words
from onrecord.resolution.actors.figures import Figure
from onrecord.resolution.actors.names import person_name

_EXACT, _OFFICE, _IN_TIME, _MARGIN = 1.0, 1.0, 0.5, 0.75


def identify(figures: Sequence[Figure], entries: Iterable[Entry]) -> tuple[Entry, float] | None:
    """The entry that figures of one actor are, with a score from 0 to 1, or None.

    A surname alone is never enough.  Of several entries that bear the name, the one whose offices share words with the
    roles, the better if held when the article appeared, must lead the next clearly.
    """
    ranked = sorted(
        ((score, entry.id, entry) for entry in entries if (score := _score(figures, entry)) > 0),
        key=lambda each: (-each[0], each[1]),
    )
    if not ranked or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < _MARGIN):
        return None
    return ranked[0][2], round(min(1.0, 0.5 + ranked[0][0] / 6), 3)


def _score(figures: Sequence[Figure], entry: Entry) -> float:
    named = max((_named(one, entry) for one in figures), default=0.0)
    if not named:
        return 0.0
    best = 0.0
    for one in figures:
        said = frozenset(word for role in one.roles for word in role_words(role).words)
        for office in entry.offices:
            if said & role_words(office.role).words:
                held = one.day and (office.since or "") <= one.day <= (office.until or "9999")
                best = max(best, _OFFICE + (_IN_TIME if held else 0.0))
    return named + best


def _named(figure: Figure, entry: Entry) -> float:
    names = (entry.name, *entry.names)
    if (figure.type == "person") != (entry.type == "person"):
        return 0.0
    if figure.type != "person":
        return _EXACT if any(body_words(figure.name) == body_words(name) for name in names) else 0.0
    own = person_name(figure.name)
    found = max(likeness(own, person_name(name)) for name in names)
    if found == Likeness.SAME:
        return _EXACT + (0.0 if own.is_short else 0.5)
    return _EXACT if found == Likeness.VARIANT else 0.0
