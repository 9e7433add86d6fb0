"""Rules for what is only before, now or to come: recently, currently, in the past, the near future."""

from onrecord.resolution.dates.lexicon import FUTURE, PAST, PRESENT
from onrecord.resolution.dates.meanings import Checked, Plain
from onrecord.resolution.dates.rules import Parts, rules
from onrecord.resolution.dates.scene import Meaning


def _always(value: str) -> Meaning:
    return Plain("DATE", value)


def _previously(parts: Parts) -> Meaning | None:
    """Previously, at the beginning of a sentence; elsewhere it says no more than `already`."""
    return _always(PAST) if parts.tokens.text[parts.tokens.starts[parts.start]].isupper() else None


def _soon(parts: Parts) -> Meaning | None:
    """Soon; not as soon as possible, nor soon after."""
    return (
        _always(FUTURE)
        if parts.before() not in ("as", "how", "too") and parts.after() not in ("as", "after")
        else None
    )


def _one_day(parts: Parts) -> Meaning | None:
    """One day: some day to come, where the clause looks ahead; else a length."""
    if parts.word("count") != "one" or parts.after() == "-":
        return None
    return Checked(lambda scene: scene.direction > 0, _always(FUTURE), Plain("DURATION", "P1D"))


RULES = rules(
    ("now", lambda _: _always(PRESENT)),
    ("these units", lambda _: _always(PRESENT)),
    ("at ( present | the moment | this time )", lambda _: _always(PRESENT)),
    ("the? current", lambda _: _always(PRESENT)),
    ("( more )? recently", lambda _: _always(PAST)),
    ("recent", lambda _: _always(PAST)),
    ("lately", lambda _: _always(PAST)),
    ("the past", lambda _: _always(PAST)),
    ("previously", _previously),
    ("( the near? | in ) future", lambda _: _always(FUTURE)),
    ("the near hyphen? term", lambda _: _always(FUTURE)),
    ("soon", _soon),
    ("a later date", lambda _: _always(FUTURE)),
    ("count:number day", _one_day),
    ("that time", lambda _: _always(PAST)),
    ("at the time", lambda _: _always(PAST)),
)
