"""The organisation that a statement is made for: the speaker's own name where it is one, else whom it speaks for."""

from collections.abc import Mapping, Sequence

from onrecord.ledger import Ledger
from onrecord.model import ActorId, Affiliation, Record, Speaker
from onrecord.model.edtf import first_day, last_day
from onrecord.resolution.actors.affiliation import organisation_in

ORGANISED = ("organisation", "outlet")
_DESCRIBED = ("group", "unnamed")
"""Those whose name is a role: "analysts at Nordhaven Bank", "a spokesman for the ferry council"."""


class Affiliations:
    """Knows for whom the speakers of some statements speak; `names` are those that they are shown by.

    What a person decided goes first, then the reference, each on the day on which it was said; then the role in which
    the article has the speaker; then the roles in which all articles have it, where these name one organisation.
    """

    def __init__(self, ledger: Ledger, names: Mapping[ActorId, str]) -> None:
        self._ledger, self._names = ledger, names
        self._told = ledger.affiliations(names)
        self._known = ledger.organisations()
        self._by_roles: dict[ActorId, str] = {}

    def of(self, record: Record) -> str:
        """The organisation, empty where none is known."""
        speaker = record.statement.speaker
        if speaker is None:
            return ""
        if speaker.type in ORGANISED:
            return speaker.name if speaker.actor is None else self._names.get(speaker.actor, speaker.name)
        told = self._told_on(speaker, _day(record))
        if told is not None:
            name = told.organisation or ""
            return self._known.get(name.lower(), name)
        described = speaker.name if speaker.type in _DESCRIBED else ""
        here = (organisation_in(words, self._known) for words in (speaker.role or "", described) if words)
        return next(filter(None, here), None) or self._by_all_roles(speaker)

    def _told_on(self, speaker: Speaker, day: str | None) -> Affiliation | None:
        told = self._told.get(speaker.actor, []) if speaker.actor is not None else []
        return next((each for each in told if _holds(each, day, alone=len(told) == 1)), None)

    def _by_all_roles(self, speaker: Speaker) -> str:
        if speaker.actor is None or speaker.type in _DESCRIBED:
            return ""
        if speaker.actor not in self._by_roles:
            roles = [each.role for each in self._ledger.roles_of(speaker.actor)]
            self._by_roles[speaker.actor] = _only([organisation_in(role, self._known) for role in roles])
        return self._by_roles[speaker.actor]


def _only(found: Sequence[str | None]) -> str:
    named = {each for each in found if each}
    return named.pop() if len(named) == 1 else ""


def _day(record: Record) -> str | None:
    said_on = record.statement.said_on
    return record.article.published if said_on is None else first_day(said_on.value)


def _holds(told: Affiliation, day: str | None, *, alone: bool) -> bool:
    """Whether it holds on that day; on no known day where it has no time, or there is no other."""
    if day is None:
        return alone or (told.since is None and told.until is None)
    after = told.since is None or first_day(told.since) <= day
    return after and (told.until is None or day <= last_day(told.until))
