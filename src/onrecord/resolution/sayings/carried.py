"""What the statements around one say of its day: those before it, the one it is reported in, the one below that a
heading repeats; and what speaks for leaving it open, or concluding it."""

import math
import re
from collections.abc import Iterator

from onrecord.resolution.sayings.place import INFERRED, OPEN, Features, Given, Place, Surroundings

_OFTEN = re.compile(
    r"\b(?:repeatedly|often|always|long|once|previously|earlier|in the past|sometimes|for years|frequently|regularly"
    r"|already)\b",
    re.IGNORECASE,
)
_REPORTED = re.compile(
    r"\b(?:reportedly|allegedly|apparently|initially|so far|as of|currently|still)\b", re.IGNORECASE
)


def carried(place: Place) -> Iterator[tuple[Given, str]]:
    """The statements before whose day may be this one's."""
    if place.parent is not None:
        yield place.parent, "parent"
    if place.same is not None:
        yield place.same, "same"
    if place.last is not None:
        yield place.last, "last"
    if place.below is not None:
        yield place.below, "below"


def near(place: Place, given: Given) -> Features:
    """How another statement stands to this one."""
    who = bool(place.who) and place.who == given.who
    gap = abs(place.sentence - given.sentence)
    return {
        "block": float(given.block == place.block),
        "next": float(gap <= 1),
        "far": math.log1p(gap),
        "who": float(who),
        f"who:{place.tense}": float(who),
        f"next:{place.tense}": float(gap <= 1),
        "nocue": float(not place.statement.cue),
        "level": float(given.level == place.level),
        "beside": float(place.beside),
        f"act:{place.statement.act}": 1.0,
    }


def without(kind: str, around: Surroundings, place: Place, *, told: bool) -> Features:
    """Leaving it open, or the day of publication and the one before."""
    statement = place.statement
    words = around.article.text[max(place.start, place.at - 40) : place.at + 60]
    features = {
        kind: 1.0,
        f"{kind}:{place.tense}": 1.0,
        f"{kind}:act:{statement.act}": 1.0,
        f"{kind}:act:{statement.act}:{place.tense}": 1.0,
        f"{kind}:often": float(bool(_OFTEN.search(words))),
        f"{kind}:reported": float(bool(_REPORTED.search(words))),
        f"{kind}:newcomer": float(place.newcomer),
        f"{kind}:opening": float(place.opening),
        f"{kind}:interview": around.interview,
        f"{kind}:days:{min(len(around.recent), 3)}": 1.0,
        f"{kind}:last:{around.last_day}": 1.0,
        f"{kind}:nested": float(place.level is not None),
        f"{kind}:nested:{place.tense}": float(place.level is not None),
        f"{kind}:nocue": float(not statement.cue),
        f"{kind}:nosource": float(not statement.source),
        f"{kind}:{statement.kind}": 1.0,
        f"{kind}:beside": float(place.beside),
        f"{kind}:told": float(told),
        f"{kind}:who": float(bool(place.who)),
    }
    for given, name in carried(place):
        state = given.value if given.value in (INFERRED, OPEN) else "told"
        features[f"{kind}:{name}:{state}"] = 1.0
        if state == kind:
            features |= {f"{kind}:{name}:{key}": value for key, value in near(place, given).items()}
    if place.last is None:
        features[f"{kind}:begin"] = 1.0
    return features
