"""What speaks for and against whoever reports a statement's having passed it on."""

from onrecord.model import Statement
from onrecord.resolution.speakers.carrier_options import Features
from onrecord.resolution.speakers.entities import Entity
from onrecord.resolution.speakers.lexicon.grammar import FEMALE, MALE, NEUTER, PLURAL
from onrecord.resolution.speakers.telling import AIMED, DENYING, QUOTED

_NOUNS = ("s", "ion", "im", "ure", "al", "ment", "ance", "ence", "ief", "port", "cern", "fear")
"""What a noun that attributes ends in: *plans*, *confirmation*, *support*."""


def outer_signs(
    text: str, statement: Statement, outer: Statement, passing: Entity, *, shape: str, known: bool
) -> Features:
    """Whoever reports a statement: by what kind of source and cue, on both sides; `shape` is its source's."""
    cue = _cue(text, outer)
    inner = _cue(text, statement)
    source = statement.source[0].of(text).lower() if statement.source else ""
    whole = sum(span.end - span.start for span in outer.content)
    own = sum(span.end - span.start for span in (*statement.content, *statement.cue, *statement.source))
    agrees = float(_agrees(source, passing))
    return {
        "outer": 1.0,
        f"outer:{passing.kind}": 1.0,
        f"outer:source:{shape}": 1.0,
        f"outer:{outer.kind}": 1.0,
        "outer:label": float(cue.strip() == ":"),
        "outer:denying": float(bool(DENYING.search(cue))),
        "outer:aimed": float(bool(AIMED.search(cue))),
        "outer:according": float("according" in cue),
        f"outer:act:{outer.act}": 1.0,
        f"outer:inner:{statement.act}": 1.0,
        "outer:whole": min(own / (whole or 1), 1.0),
        "outer:had": float("had" in inner.split()),
        "outer:nocue": float(not statement.cue),
        "outer:known": float(known),
        "outer:to": float(inner.startswith("to ")),
        "outer:quoting": float(bool(QUOTED.search(cue))),
        "outer:relative": float(source in ("who", "which", "that")),
        "outer:agrees": agrees,
        "outer:agrees:known": agrees * known,
        "outer:agrees:open": agrees * (not known),
        "outer:nosource:nocue": float(not statement.source and not statement.cue),
        "outer:nosource:noun": float(not statement.source and inner.endswith(_NOUNS)),
        "outer:nosource:ing": float(not statement.source and inner.endswith("ing")),
        f"outer:{shape}:{outer.kind}": 1.0,
        f"outer:{shape}:{passing.kind}": 1.0,
    }


def _agrees(source: str, entity: Entity) -> bool:
    """Whether a pronoun may mean somebody, by sex and number."""
    first = source.partition(" ")[0]
    if first in MALE | FEMALE:
        may = entity.sex != ("female" if first in MALE else "male")
        return may and entity.kind in ("person", "unnamed", "unknown")
    if first in PLURAL or first in NEUTER:
        return entity.kind not in ("person", "unnamed") or first in PLURAL
    return False


def _cue(text: str, statement: Statement) -> str:
    return " ".join(span.of(text) for span in statement.cue).lower()
